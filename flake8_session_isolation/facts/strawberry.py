"""Strawberry GraphQL: coroutine handlers are tasks of one event loop, plain ones called on the loop itself.

Source: strawberry-graphql 0.324.0 (strawberry/schema/schema.py:319-325, 442-448).
"""

from flake8_session_isolation.facts import (
    Conversation,
    CopiesDefaults,
    Handler,
    HandlerBase,
    Lifetime,
    Registers,
    Row,
    Serve,
    Served,
)

_SERVED = Served(Serve.TASKS, Serve.TASKS)

ROWS: tuple[Row, ...] = (
    Handler("strawberry.field", _SERVED),
    Handler("strawberry.mutation", _SERVED),
    Handler("strawberry.subscription", _SERVED),
    Registers("strawberry.field", _SERVED, position=0, keywords=("resolver",)),
    Registers("strawberry.fastapi.GraphQLRouter", _SERVED, keywords=("context_getter", "root_value_getter")),
    Registers("strawberry.dataloader.DataLoader", _SERVED, position=0, keywords=("load_fn",)),
    Conversation(
        "strawberry.dataloader.DataLoader", ("load", "load_many"), ("clear", "clear_all"), unless=("cache=False",)
    ),
    CopiesDefaults("strawberry.type"),
    CopiesDefaults("strawberry.input"),
    CopiesDefaults("strawberry.interface"),
    HandlerBase(
        "strawberry.extensions.SchemaExtension",
        ("on_operation", "on_parse", "on_validate", "on_execute", "resolve", "get_results"),
        _SERVED,
        Lifetime.REQUEST,
    ),
    HandlerBase("strawberry.permission.BasePermission", ("has_permission",), _SERVED, Lifetime.SINGLETON),
    HandlerBase("strawberry.extensions.FieldExtension", ("resolve", "resolve_async"), _SERVED, Lifetime.SINGLETON),
)
