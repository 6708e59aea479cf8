"""Django REST framework: coroutine functions are not accepted, plain ones run in a thread per request.

Source: djangorestframework 3.18.0 (rest_framework/views.py:261-289, viewsets.py:103).
"""

from flake8_session_isolation.facts import CopiesDefaults, Handler, HandlerBase, Lifetime, Registers, Row, Serve, Served

_SERVED = Served(None, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("rest_framework.decorators.api_view", _SERVED),
    Handler("rest_framework.decorators.action", _SERVED),
    Registers("rest_framework.routers.DefaultRouter.register", _SERVED, position=1, keywords=("viewset",)),
    Registers("rest_framework.routers.SimpleRouter.register", _SERVED, position=1, keywords=("viewset",)),
    HandlerBase("rest_framework.views.APIView", (), _SERVED, Lifetime.REQUEST),
    HandlerBase("rest_framework.generics.*", (), _SERVED, Lifetime.REQUEST),
    HandlerBase("rest_framework.mixins.*", (), _SERVED, Lifetime.REQUEST),
    HandlerBase("rest_framework.viewsets.*", (), _SERVED, Lifetime.REQUEST),
    HandlerBase(
        "rest_framework.permissions.BasePermission",
        ("has_permission", "has_object_permission"),
        _SERVED,
        Lifetime.REQUEST,
    ),
    HandlerBase("rest_framework.authentication.BaseAuthentication", ("authenticate",), _SERVED, Lifetime.REQUEST),
    HandlerBase("rest_framework.throttling.BaseThrottle", ("allow_request",), _SERVED, Lifetime.REQUEST),
    HandlerBase("rest_framework.serializers.*", (), _SERVED, Lifetime.REQUEST),
    CopiesDefaults("rest_framework.serializers.*"),
)
