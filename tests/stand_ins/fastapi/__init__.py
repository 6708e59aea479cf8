"""FastAPI, as far as cases need it: decorators give back the function, endpoints get what their providers give."""
import contextlib
import functools
import inspect


def given_back(*_arguments, **_options):
    return lambda function: function


class Depends:
    def __init__(self, dependency=None, **_options):
        self.dependency = dependency


Security = Depends


def marked(function):
    """The providers of a function's parameters, by their names."""
    found = {}
    for name, each in inspect.signature(function, eval_str=True).parameters.items():
        for mark in (each.default, *getattr(each.annotation, "__metadata__", ())):
            if isinstance(mark, Depends):
                found[name] = mark.dependency or getattr(each.annotation, "__origin__", each.annotation)
    return found


async def given_by(provider, texts, stack):
    own = {name: text for name, text in texts.items() if name in inspect.signature(provider, eval_str=True).parameters}
    own |= {name: await given_by(each, texts, stack) for name, each in marked(provider).items()}
    if inspect.isasyncgenfunction(provider):
        return await stack.enter_async_context(contextlib.asynccontextmanager(provider)(**own))
    if inspect.isgeneratorfunction(provider):
        return stack.enter_context(contextlib.contextmanager(provider)(**own))
    made = provider(**own)
    return await made if inspect.isawaitable(made) else made


async def answer(function, texts):
    async with contextlib.AsyncExitStack() as stack:
        given = {name: await given_by(each, texts, stack) for name, each in marked(function).items()}
        reply = function(**texts, **given)
        return await reply if inspect.isawaitable(reply) else reply


def endpoint(*_arguments, **_options):
    """A decorator: whoever calls the endpoint gives what its providers do not."""
    return filled


def filled(function):
    signature, filled_in = inspect.signature(function, eval_str=True), marked(function)
    if not filled_in:
        return function
    others = [each for name, each in signature.parameters.items() if name not in filled_in]

    @functools.wraps(function)
    async def call(*texts):
        return await answer(function, dict(zip([each.name for each in others], texts)))

    @functools.wraps(function)
    def call_in_a_thread(*texts):
        try:
            call(*texts).send(None)
        except StopIteration as stop:
            return stop.value

    found = call if inspect.iscoroutinefunction(function) else call_in_a_thread
    found.__signature__ = signature.replace(parameters=others)
    return found


class APIRouter:
    get = post = put = patch = delete = websocket = endpoint
    middleware = exception_handler = on_event = given_back

    def __init__(self, **_options):
        self.state = type("State", (), {})()

    def add_api_route(self, _path, endpoint, **_options):
        return endpoint

    add_exception_handler = add_event_handler = add_api_route

    def add_middleware(self, middleware_class, **_options):
        return middleware_class


class FastAPI(APIRouter):
    def include_router(self, router, **_options):
        return router


class BackgroundTasks:
    def add_task(self, function, *arguments):
        function(*arguments)


class Request:
    pass


WebSocket = Request
