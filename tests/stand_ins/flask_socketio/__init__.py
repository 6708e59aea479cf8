"""Stands in for Flask-SocketIO: decorators give the function back."""


def emit(event, *arguments, **named):
    """Tells nobody."""


class SocketIO:
    def __init__(self, app=None, **named):
        self.app = app

    def on(self, message, namespace=None):
        return lambda function: function

    def event(self, function):
        return function

    def on_namespace(self, namespace_handler):
        """Keeps nothing."""


class Namespace:
    def __init__(self, namespace=None):
        self.namespace = namespace
