"""NiceGUI, as far as cases need it to be imported: elements take their functions."""
import types


class Element:
    def __init__(self, *_arguments, **_options):
        pass

    def on(self, _event, handler=None):
        return handler

    def on_click(self, callback):
        return callback


class App:
    def __init__(self):
        self.storage = types.SimpleNamespace(user={}, general={})

    def on_connect(self, handler):
        return handler

    on_startup = on_shutdown = on_disconnect = on_connect


def page(_path, **_options):
    return lambda function: function


app = App()
ui = types.SimpleNamespace(
    button=Element, input=Element, label=Element, page=page, refreshable=lambda function: function,
    run=Element, timer=Element)
