"""Django (views, middleware, admin): coroutine handlers are tasks of one event loop, plain ones run in a thread per
request.

Source: django 5.2.19 (django 5.2.19 django/core/handlers/base.py:28-105).
"""

from flake8_session_isolation.facts import (
    CopiesDefaults,
    GivesEach,
    Handler,
    HandlerBase,
    HandlerForm,
    Keeps,
    Lifetime,
    OnceMethod,
    Registers,
    Row,
    Serve,
    Served,
    Setter,
    TestOnly,
)

_SERVED = Served(Serve.TASKS, Serve.THREADS)

_METHODS = ("get", "post", "put", "patch", "delete", "head", "options", "dispatch", "__call__")

ROWS: tuple[Row, ...] = (
    Handler("django.dispatch.receiver", _SERVED),
    TestOnly("django.core.signals.setting_changed"),
    TestOnly("django.test.signals.setting_changed"),
    Handler("django.contrib.admin.action", _SERVED),
    Handler("django.contrib.admin.display", _SERVED),
    Handler("django.views.decorators.*", _SERVED),
    Handler("django.contrib.auth.decorators.*", _SERVED),
    Handler("django.template.Library.*", _SERVED),
    HandlerForm("a Django view", "*", ("request", "*"), served=_SERVED),
    HandlerForm("a Django view's get", "get", ("request", "*"), served=_SERVED),
    HandlerForm("a Django view's post", "post", ("request", "*"), served=_SERVED),
    HandlerForm("a Django view's put", "put", ("request", "*"), served=_SERVED),
    HandlerForm("a Django view's patch", "patch", ("request", "*"), served=_SERVED),
    HandlerForm("a Django view's delete", "delete", ("request", "*"), served=_SERVED),
    Registers("django.urls.path", _SERVED, position=1, keywords=("view",), methods=_METHODS),
    Registers("django.urls.re_path", _SERVED, position=1, keywords=("view",), methods=_METHODS),
    Registers("django.urls.conf.path", _SERVED, position=1, keywords=("view",), methods=_METHODS),
    Registers("django.urls.conf.re_path", _SERVED, position=1, keywords=("view",), methods=_METHODS),
    Registers("django.conf.urls.url", _SERVED, position=1, keywords=("view",), methods=_METHODS),
    Registers("django.contrib.admin.site.register", _SERVED, position=1, keywords=("admin_class",)),
    Registers(
        "django.urls.register_converter",
        _SERVED,
        position=0,
        keywords=("converter",),
        methods=("to_python", "to_url"),
    ),
    Keeps("django.urls.register_converter"),
    HandlerBase("django.views.View", (), _SERVED, Lifetime.REQUEST),
    HandlerBase("django.views.generic.*", (), _SERVED, Lifetime.REQUEST),
    HandlerBase(
        "django.utils.deprecation.MiddlewareMixin",
        (
            "__call__",
            "process_request",
            "process_response",
            "process_view",
            "process_exception",
            "process_template_response",
        ),
        _SERVED,
        Lifetime.SINGLETON,
    ),
    HandlerBase("django.contrib.admin.ModelAdmin", (), _SERVED, Lifetime.SINGLETON),
    HandlerBase("django.contrib.auth.admin.UserAdmin", (), _SERVED, Lifetime.SINGLETON),
    HandlerBase("django.contrib.auth.admin.GroupAdmin", (), _SERVED, Lifetime.SINGLETON),
    HandlerBase("django.contrib.admin.TabularInline", (), _SERVED, Lifetime.REQUEST),
    HandlerBase("django.contrib.admin.StackedInline", (), _SERVED, Lifetime.REQUEST),
    HandlerBase("django.contrib.admin.AdminSite", (), _SERVED, Lifetime.SINGLETON),
    HandlerBase("django.contrib.syndication.views.Feed", (), _SERVED, Lifetime.SINGLETON),
    HandlerBase("django.contrib.sitemaps.Sitemap", (), _SERVED, Lifetime.REQUEST),
    HandlerBase("django.contrib.auth.backends.BaseBackend", ("authenticate", "get_user"), _SERVED, Lifetime.REQUEST),
    HandlerBase("django.template.Node", ("render",), _SERVED, Lifetime.SINGLETON),
    HandlerBase("django.forms.Form", (), _SERVED, Lifetime.REQUEST),
    HandlerBase("django.core.management.base.BaseCommand", ("handle",), _SERVED, Lifetime.PROCESS),
    CopiesDefaults("django.forms.*"),
    OnceMethod("django.apps.AppConfig", ("ready",)),
    OnceMethod("django.core.management.base.BaseCommand", ("handle",)),
    Setter("django.utils.translation.activate", "django.utils.translation.get_language()"),
    GivesEach("django.views.View", "as_view", method=""),
    GivesEach("django.views.generic.*", "as_view", method=""),
)
