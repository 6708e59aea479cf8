"""The kinds of rows: one class for each sort of knowledge about a dotted name."""

from __future__ import annotations

from flake8_session_isolation.facts._kinds import Action, How, Lifetime, Served, Stops
from flake8_session_isolation.facts._words import Word


class Row(Word):
    """One fact about the thing of this dotted name."""

    name: str

    def __repr__(self) -> str:
        """The word with its name: `Lock(asyncio.Lock)`."""
        return f"{type(self).__name__}({self.name})"


class Method(Word):
    """A method that changes or reads its receiver; `key` and `value` are positions of its arguments."""

    name: str
    action: Action
    key: int | None = None
    value: int | None = None


class Container(Row):
    """A class whose instances hold what is put in them."""

    methods: tuple[Method, ...] = ()


class Lock(Row):
    """A class, or one's attribute, that keeps others out between entering and leaving; leaving it does not pause.

    `count` is the position of the argument that says how many are let in at a time; `is_shared` lets in any number.
    """

    stops: Stops = Stops.UNKNOWN
    count: int | None = None
    is_shared: bool = False


class Private(Row):
    """A class whose instances show each task, or `by_thread` each thread, a value of its own."""

    by_thread: bool = False


class ProcessWide(Row):
    """A place that the whole process has once; `instead` is what to do rather than change it."""

    instead: str = ""


class Setter(Row):
    """A call, or context manager, that writes the process-wide `place`; `value` is the argument's position."""

    place: str
    value: int | None = 0


class Runs(Row):
    """A call that runs the function at `position` (or given as `keyword`)."""

    how: How
    position: int | None = 0
    keyword: str | None = None


class RunsOnce(Row):
    """A function, or the functions it decorates, that run once in the life of the process."""


class UsuallyOnce(Row):
    """A name of functions that usually run once; of coroutine methods, too, if `methods`.  What a library is seen to
    call serves; and so does, if `if_uncalled`, what served functions call.  If `ends_object`, it ends its object."""

    methods: bool = False
    if_uncalled: bool = False
    ends_object: bool = False


class OwnEvent(Row):
    """The name of handlers without parameters that a library calls for an event of its own connection, which no user
    causes: how they are registered does not show that they serve sessions."""


class AsksTerminal(Row):
    """A call that asks the one user who sits at the program's terminal."""


class BeginsServing(Row):
    """A call that makes a server or has it serve: the program's, and no session's."""


class OnceKeyword(Row):
    """A keyword argument by which any constructor takes functions that it runs once."""


class Handler(Row):
    """A decorator whose functions serve sessions; `pkg.Class.name` is used on an instance of the class.  Plain ones run
    in threads where the decorator is given `threaded_by=True`."""

    served: Served = Served()
    threaded_by: str | None = None


class Around(Row):
    """What a handler's row names, where that runs for every request, before or after the handler of its address."""


class Registers(Row):
    """A call that takes functions which serve sessions from then on; a row without position and keyword is an attribute
    to which such a function is assigned.  Of an object or class that is given instead, `methods` serve.  With the
    argument `overlaps`, functions that are otherwise served one at a time overlap."""

    served: Served = Served()
    position: int | tuple[int, ...] | None = None
    keywords: tuple[str, ...] = ()
    methods: tuple[str, ...] = ("__call__",)
    overlaps: str | None = None

    @property
    def positions(self) -> tuple[int, ...]:
        """All positions at which functions may be given."""
        return (self.position,) if isinstance(self.position, int) else self.position or ()


class HandlerBase(Row):
    """A base class whose `methods` serve sessions, all public ones if none is named; a name may end in `*`.

    What is served one at a time is served in threads where the module names one of `threaded_by`.  An instance serves
    all sessions, whatever its lifetime, where the class sets `kept_if_false` to False.
    """

    methods: tuple[str, ...] = ()
    served: Served = Served()
    lifetime: Lifetime | None = None
    threaded_by: tuple[str, ...] = ()
    kept_if_false: str | None = None


class HandlerForm(Row):
    """A form by which a function is known to serve sessions: its name, or `*` at a module's top; what it takes, `*` for
    more; a parameter of its class's constructor.  `once`: parameter, key and value of the program's own call."""

    function: str = "*"
    parameters: tuple[str, ...] = ()
    made_with: str | None = None
    served: Served = Served()
    lifetime: Lifetime | None = None
    once: tuple[str, ...] = ()


class Reruns(Row):
    """A call that shows, at a module's top, that the module is run again, in a thread, for each session: its variables
    are that session's own.  With `pages`, functions that contain such calls serve sessions elsewhere."""

    pages: bool = False


class Starts(Row):
    """A base class by whose `method` an instance runs its own method `runs`: `thread.start()`."""

    how: How
    method: str = "start"
    runs: str = "run"


class Clients(Row):
    """A call that begins to serve, for one client where its first argument, or `keyword`, is `alone` or left out."""

    keyword: str | None = None
    alone: str | None = None


class SideBySide(Row):
    """A call, with anything but False, by which handlers that a library otherwise runs one at a time overlap."""


class OnceMethod(Row):
    """A base class whose `methods` run once."""

    methods: tuple[str, ...] = ()


class SessionProxy(Row):
    """A name that stands for the request or session being served: private, and session data.  What uses one of a
    request runs as `served`, by whichever function it is called."""

    served: Served | None = None


class Provides(Row):
    """A call that, under the name of a parameter, has the result of the function at `position` handed in: one result
    for all where `kept_by` is True."""

    position: int = 0
    kept_by: str | None = None


class GivesEach(Row):
    """A base class of handlers whose class method `by` takes, from `after` on, arguments that each new instance is
    given again, by its `method`.

    Without `by`, routes have a dictionary of these behind a class; without `method`, they become attributes.
    """

    by: str = ""
    method: str = "__init__"
    after: int = 0


class Keeps(Row):
    """A call that has a library make one instance for all of the class it is given first, if it is given `marker`."""

    marker: str = ""


class BindsTo(Row):
    """A decorator that, where it is given `marker`, hands the function the one object of the class in `keyword`."""

    marker: str = ""
    keyword: str = ""


class Gives(Row):
    """A call that gives a tuple of instances of the classes named in `parts`."""

    parts: tuple[str, ...] = ()


class Replaces(Row):
    """A decorator that puts an instance of the class `by` in the place of the function."""

    by: str = ""


class Conversation(Row):
    """A class whose instances remember what is said to them, for the next caller.

    `methods` add to it or answer from it, `forgets` empty it; `answers` are attributes and methods that only answer
    from it, `parts` those that are the conversation, too, and `handed_as` the arguments by which others get it to use
    it.  An argument named in `per_session`, or an item of that name in one, identifies the conversation; a class that
    `insists` takes no call without.  Where arguments of the constructor are named in `given`, only an object made with
    one of them remembers, and none of `unless` (`cache=False`).

    One that is to be used by one at a time (`in_turn`: a transaction, the settings of a client) is right under a lock,
    or, `per_thread`, outside of coroutines; what is stored into its `parts` is said to it.  One that asks a function
    for the conversation, at position `asks`, separates no sessions if that takes no notice of whom it is asked for.
    """

    methods: tuple[str, ...] = ()
    forgets: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    handed_as: tuple[str, ...] = ()
    per_session: tuple[str, ...] = ()
    insists: bool = False
    given: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    in_turn: bool = False
    per_thread: bool = False
    asks: int | None = None
    answers: tuple[str, ...] = ()


class Begins(Row):
    """A call that gives an instance of the class `type`; where arguments are named in `given`, with one of them."""

    type: str = ""
    given: tuple[str, ...] = ()


class TestOnly(Row):
    """A decorator or base class of code that only a test runner calls."""

    __test__ = False


class OneUser(Row):
    """A library whose objects call back for the one user, or the one task, of the program: no sessions.  If
    `is_interface`, its classes are what the one user sees and works with."""

    is_interface: bool = False


class Wrapper(Row):
    """A decorator that gives a function which is called as the decorated one is."""


class Cache(Row):
    """Keeps results by arguments; `awaits` coroutines, `gives_copies`, keeps `per_object`, or per session by `own`."""

    awaits: bool = False
    gives_copies: bool = False
    per_object: bool = False
    own: tuple[str, ...] = ()


class CopiesDefaults(Row):
    """What makes class attributes not shared: a base or decorator.  Its constructor may keep arguments as they are."""

    keeps_arguments: bool = False


class Field(Row):
    """A class whose objects in the body of a class only describe fields: where that class has a base of a library whose
    name ends with `of`, each of its instances gets fields of its own."""

    of: str


class Logs(Row):
    """A call that only shows its arguments to the operator."""


class Logger(Row):
    """A class, or a call that gives its instance, whose methods only log."""


class Plain(Row):
    """A call whose result holds no session's data: a lock, a clock. It is a new object, unless it is a `value`."""

    value: bool = False


class Clock(Row):
    """A call that returns the current time."""


class Unique(Row):
    """A call whose result is different for each call: a fresh identifier, the running task; or for each thread."""

    of_thread: bool = False


class Passes(Row):
    """A call that gives an argument's own parts: views, iterators, casts; `position` of the argument."""

    position: int = 0


class Puts(Row):
    """A call that puts data into what an argument names: those of its argument `data`, or else of its receiver, into
    the argument `into`: `upload.save(path)`."""

    into: int = 0
    data: int | None = None


class Converts(Row):
    """A call that gives the same data in another form: `int(text)`, `text.strip()`."""


class Carrier(Row):
    """The name of a parameter by which everything can be reached: to hand it on makes nothing a session's data.  It
    brings a session's own data with it, unless it is `everybodys`: the application itself."""

    everybodys: bool = False


class Sends(Row):
    """A method by which something goes out on a connection."""


class Receives(Row):
    """A method that gives what comes in next on a connection, no matter for which session."""


class Counts(Row):
    """A call that returns a number which identifies no caller: `len`."""


class Injects(Row):
    """A call that, as a default or annotation, has the result of the function at `position` or `keyword` passed."""

    position: int = 0
    keyword: str | None = None


class SharedOnPurpose(Row):
    """A place that is meant to be shared."""
