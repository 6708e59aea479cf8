"""gradio, as far as cases need it to be imported: components take their functions and give back the event."""


class Component:
    def __init__(self, *_arguments, **_options):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_exception):
        return None

    def click(self, fn=None, *_arguments, **_options):
        return Component() if fn is not None else lambda function: function

    change = submit = select = upload = load = unload = then = success = tick = click

    def launch(self, **_options):
        return self


Blocks = Button = Chatbot = ChatInterface = Dropdown = Interface = State = Textbox = Timer = Component


def on(_triggers=None, fn=None, **_options):
    return fn if fn is not None else lambda function: function


render = on


class Request:
    session_hash = ""
