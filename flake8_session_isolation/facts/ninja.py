"""Django Ninja (APIs on Django): coroutine operations are tasks of one event loop, plain ones run in a thread per
request.

Source: django-ninja 1.7.1 (ninja/main.py:123-370, ninja/router.py:231-450, ninja/operation.py).
"""

from flake8_session_isolation.facts import CopiesDefaults, Handler, HandlerBase, Lifetime, Row, Serve, Served

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("ninja.NinjaAPI.get", _SERVED),
    Handler("ninja.NinjaAPI.post", _SERVED),
    Handler("ninja.NinjaAPI.put", _SERVED),
    Handler("ninja.NinjaAPI.patch", _SERVED),
    Handler("ninja.NinjaAPI.delete", _SERVED),
    Handler("ninja.NinjaAPI.api_operation", _SERVED),
    Handler("ninja.NinjaAPI.exception_handler", _SERVED),
    Handler("ninja.Router.get", _SERVED),
    Handler("ninja.Router.post", _SERVED),
    Handler("ninja.Router.put", _SERVED),
    Handler("ninja.Router.patch", _SERVED),
    Handler("ninja.Router.delete", _SERVED),
    Handler("ninja.Router.api_operation", _SERVED),
    HandlerBase("ninja.security.*", ("authenticate",), _SERVED, Lifetime.SINGLETON),
    CopiesDefaults("ninja.Schema"),
    CopiesDefaults("ninja.ModelSchema"),
)
