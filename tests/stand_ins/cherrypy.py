"""CherryPy, as far as cases need it to be imported: methods are exposed, an object is mounted."""
import threading
import types

session = {}
request = types.SimpleNamespace(params={})
thread_data = threading.local()


def expose(function):
    return function


def quickstart(_root, _path="/", _settings=None):
    """Does not listen."""


tree = types.SimpleNamespace(mount=quickstart)
engine = types.SimpleNamespace(subscribe=lambda _channel, callback: callback)
