"""FastAPI, as far as cases need it to be imported: decorators give back the function, dependencies the default."""


def given_back(*_arguments, **_options):
    return lambda function: function


class APIRouter:
    get = post = put = patch = delete = websocket = middleware = exception_handler = on_event = given_back

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


def Depends(dependency=None, **_options):
    return dependency


Security = Depends
