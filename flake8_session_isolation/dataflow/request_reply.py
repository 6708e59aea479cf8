"""Send and receive on a connection: two steps, between which another session may send or receive."""

from __future__ import annotations

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.effects import By, Dependence, Effect, Use
from flake8_session_isolation.dataflow.recording import is_tracked
from flake8_session_isolation.dataflow.state import Flow, Here
from flake8_session_isolation.dataflow.values import Read, Value, somebodys, union
from flake8_session_isolation.facts import Action, Facts, Handler, Receives, Reruns, Sends
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.linking.shapes import Made


def exchange(given: Arguments, here: Here, flow: Flow) -> None:
    """Record what is sent on a connection, and what is received there afterwards and used. A message with an identifier
    of its own can be matched with its answer, and so can what a loop of its own receives. Session data that is passed
    to a method may be sent to its session."""
    facts, method = here.frame.facts, f".{given.method}"
    if (replied := _replied(given, facts)) is not None:
        here.frame.sent.append(replied.content())
    site, locks = here.frame.site(given.node.func), here.locks | flow.held
    if facts.row(Sends, method):
        is_matched = any(each.is_unique for each in given.all)
        flow.sent |= frozenset() if is_matched else {Read(each, site, locks) for each in given.receiver.places}
    elif facts.row(Receives, method) and given.use is not Use.DROPPED:
        for place in given.receiver.places:
            before = frozenset(each for each in flow.sent if _connection(each.path) == _connection(place))
            depends = frozenset(Dependence(each, given.awaited, By.REPLY) for each in before)
            if before and not here.loops and is_tracked(place, here):
                here.frame.effects.add(Effect(place, Action.RECEIVE, site, locks, late=True, depends=depends))
            flow.sent -= before


def _replied(given: Arguments, facts: Facts) -> Value | None:
    """What a call may send to the session: the arguments of a method of something that came with it, or of a call that
    draws the page of the session, or of what came with it, `say(text)`; a message of the library that serves, which
    sends itself: `Message(text).send()`."""
    if not given.all:
        is_sent = given.receiver.is_new and facts.row(Sends, f".{given.method}") is not None
        return given.receiver if is_sent and _is_of_a_server(given.receiver, facts) else None
    is_a_sessions = somebodys(given.receiver.origins) if given.method else _answers(given)
    return union(given.all) if is_a_sessions or facts.row(Reruns, given.qualified) is not None else None


def _answers(given: Arguments) -> bool:
    """Whether a parameter is called with something else than a parameter: the handler that a middleware calls is given
    the request."""
    places = (place for each in given.all for place in each.places)
    is_handed_on = any(each.root.kind is Kind.PARAMETER and not each.steps for each in places)
    return bool(given.callee.places) and bool(somebodys(given.callee.origins)) and not is_handed_on


def _is_of_a_server(message: Value, facts: Facts) -> bool:
    """Whether an object is of a library that calls handlers, so that what it sends goes to the session."""
    libraries = {each.type.partition(".")[0] for each in message.shapes if isinstance(each, Made)}
    return any(each.name.partition(".")[0] in libraries for each in facts.every(Handler)) if libraries else False


def _connection(path: Path) -> Path:
    """The connection to which a place belongs: `self.reader` and `self.writer` are two ends of one."""
    if not path.steps or path.steps[-1].is_item:
        return path
    last = path.steps[-1]
    name = last.name.removesuffix("reader").removesuffix("writer")
    return Path(path.root, (*path.steps[:-1], last._replace(name=name)))
