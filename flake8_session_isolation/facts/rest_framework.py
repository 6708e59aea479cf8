"""Django REST framework: coroutine handlers are not taken, plain ones run in a thread per request.

Source: djangorestframework 3.18.0 (djangorestframework 3.18.0 rest_framework/views.py:261-289, viewsets.py:103).
"""

from flake8_session_isolation.facts import Handler, HandlerBase, Lifetime, Registers, Row, Serve, Served

_SERVED = Served(None, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("rest_framework.decorators.api_view", _SERVED),
    Handler("rest_framework.decorators.action", _SERVED),
    Registers("rest_framework.routers.DefaultRouter.register", _SERVED, position=1, keywords=("viewset",)),
    Registers("rest_framework.routers.SimpleRouter.register", _SERVED, position=1, keywords=("viewset",)),
    HandlerBase(
        "rest_framework.views.APIView",
        ("get", "post", "put", "patch", "delete", "head", "options", "initial", "perform_authentication"),
        _SERVED,
        Lifetime.REQUEST,
    ),
    HandlerBase(
        "rest_framework.generics.GenericAPIView",
        ("get", "post", "put", "patch", "delete", "get_queryset", "get_object", "get_serializer"),
        _SERVED,
        Lifetime.REQUEST,
    ),
    HandlerBase(
        "rest_framework.viewsets.ViewSet",
        ("list", "create", "retrieve", "update", "partial_update", "destroy"),
        _SERVED,
        Lifetime.REQUEST,
    ),
    HandlerBase("rest_framework.viewsets.GenericViewSet", (), _SERVED, Lifetime.REQUEST),
    HandlerBase(
        "rest_framework.viewsets.ModelViewSet",
        (
            "list",
            "create",
            "retrieve",
            "update",
            "partial_update",
            "destroy",
            "perform_create",
            "perform_update",
            "perform_destroy",
        ),
        _SERVED,
        Lifetime.REQUEST,
    ),
    HandlerBase(
        "rest_framework.permissions.BasePermission",
        ("has_permission", "has_object_permission"),
        _SERVED,
        Lifetime.REQUEST,
    ),
    HandlerBase("rest_framework.authentication.BaseAuthentication", ("authenticate",), _SERVED, Lifetime.REQUEST),
    HandlerBase("rest_framework.throttling.BaseThrottle", ("allow_request",), _SERVED, Lifetime.REQUEST),
    HandlerBase("rest_framework.serializers.Serializer", (), _SERVED, Lifetime.REQUEST),
)
