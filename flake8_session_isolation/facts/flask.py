"""Flask: coroutine handlers run on a loop of their own in the request's thread, plain ones run in a thread per
request.

Source: flask 3.1.3 (flask 3.1.3 flask/views.py:76-130).
"""

from flake8_session_isolation.facts import (
    Handler,
    HandlerBase,
    Lifetime,
    Registers,
    Row,
    RunsOnce,
    Serve,
    Served,
    SessionProxy,
    SharedStorage,
)

_SERVED = Served(Serve.THREADS, Serve.THREADS)
_METHODS = ("get", "post", "put", "patch", "delete", "head", "options")
_KEPT = "init_every_request"

ROWS: tuple[Row, ...] = (
    Handler("flask.Flask.route", _SERVED),
    Handler("flask.Flask.get", _SERVED),
    Handler("flask.Flask.post", _SERVED),
    Handler("flask.Flask.put", _SERVED),
    Handler("flask.Flask.delete", _SERVED),
    Handler("flask.Flask.patch", _SERVED),
    Handler("flask.Flask.endpoint", _SERVED),
    Handler("flask.Flask.before_request", _SERVED),
    Handler("flask.Flask.after_request", _SERVED),
    Handler("flask.Flask.teardown_request", _SERVED),
    Handler("flask.Flask.teardown_appcontext", _SERVED),
    Handler("flask.Flask.context_processor", _SERVED),
    Handler("flask.Flask.errorhandler", _SERVED),
    Handler("flask.Flask.url_value_preprocessor", _SERVED),
    Handler("flask.Flask.url_defaults", _SERVED),
    Handler("flask.Flask.template_filter", _SERVED),
    Handler("flask.Flask.template_global", _SERVED),
    Handler("flask.Blueprint.route", _SERVED),
    Handler("flask.Blueprint.get", _SERVED),
    Handler("flask.Blueprint.post", _SERVED),
    Handler("flask.Blueprint.put", _SERVED),
    Handler("flask.Blueprint.delete", _SERVED),
    Handler("flask.Blueprint.patch", _SERVED),
    Handler("flask.Blueprint.before_request", _SERVED),
    Handler("flask.Blueprint.after_request", _SERVED),
    Handler("flask.Blueprint.teardown_request", _SERVED),
    Handler("flask.Blueprint.errorhandler", _SERVED),
    Handler("flask.Blueprint.before_app_request", _SERVED),
    Handler("flask.Blueprint.after_app_request", _SERVED),
    Handler("flask.Blueprint.teardown_app_request", _SERVED),
    Handler("flask.Blueprint.app_errorhandler", _SERVED),
    Handler("flask.Blueprint.app_context_processor", _SERVED),
    Handler("flask.Blueprint.context_processor", _SERVED),
    Handler("flask.after_this_request", _SERVED),
    Registers("flask.Flask.add_url_rule", _SERVED, position=2, keywords=("view_func",)),
    Registers("flask.Blueprint.add_url_rule", _SERVED, position=2, keywords=("view_func",)),
    Registers("flask.Flask.register_error_handler", _SERVED, position=1, keywords=("f",)),
    HandlerBase("flask.views.View", ("dispatch_request",), _SERVED, Lifetime.REQUEST, kept_if_false=_KEPT),
    HandlerBase("flask.views.MethodView", _METHODS, _SERVED, Lifetime.REQUEST, kept_if_false=_KEPT),
    RunsOnce("flask.Flask.before_first_request"),
    RunsOnce("flask.Blueprint.record"),
    RunsOnce("flask.Blueprint.record_once"),
    RunsOnce("flask.Flask.cli.command"),
    RunsOnce("flask.Flask.shell_context_processor"),
    RunsOnce("create_app"),
    SharedStorage("flask.current_app.config"),
    SharedStorage("flask.current_app.extensions"),
    SharedStorage("flask.Flask.config"),
    SharedStorage("flask.Flask.extensions"),
    SessionProxy("flask.g"),
    SessionProxy("flask.session"),
    SessionProxy("flask.request"),
    SessionProxy("flask.copy_current_request_context"),
)
