"""The kinds of rows about applications: what they share, what they hand to handlers, and where their routes are."""

from __future__ import annotations

from flake8_session_isolation.facts._rows import Row


class SharedStorage(Row):
    """An attribute that holds what the whole application shares: `fastapi.FastAPI.state`, `.app.state` of a request."""


class Application(Row):
    """The class of an application's object, or a way from a request to it (`.bot`): what a program sets on it, all
    sessions share.  `called` is its name in messages, the variable's own if that is empty."""

    called: str = "app"


class WebApplication(Row):
    """The class of an application that is called with requests, as ASGI and WSGI ones are."""


class RouteTable(Row):
    """A call that makes one route of a table. An application finds the table by its settings, in the variable `held_in`
    of a module; it is itself made in one of the modules `applications` beside the outermost table. `includes` puts the
    table of another module under a path. A request that changes something carries the same token in the cookie and the
    header of `token`."""

    held_in: str = ""
    includes: str = ""
    applications: tuple[str, ...] = ()
    token: tuple[str, str] | None = None


class Yielded(Row):
    """A way from a request (`.state`) on which are the objects that the function given as `keyword` has yielded to the
    application; what is assigned there is the request's own."""

    keyword: str = "lifespan"


class Fills(Row):
    """A parameter of this name in which the function given as `keyword` puts objects for all, under keys; what is
    assigned there later is the call's own."""

    keyword: str = "on_startup"


class Hands(Row):
    """A library that hands its handlers, by the names of their `parameters`, what all share; `called` as in messages.
    Besides, what the program stores under such a name in an object of the class `items_of`."""

    parameters: tuple[str, ...] = ()
    called: str = "app.state"
    items_of: str = ""
