"""Send and receive on a connection: two steps, between which another session may send or receive."""

from __future__ import annotations

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.effects import By, Dependence, Effect, Use
from flake8_session_isolation.dataflow.recording import is_tracked
from flake8_session_isolation.dataflow.state import Flow, Here
from flake8_session_isolation.dataflow.values import Read, somebodys, union
from flake8_session_isolation.facts import Action, Receives, Sends


def exchange(given: Arguments, here: Here, flow: Flow) -> None:
    """Remember what is sent where; record what is received there afterwards and used.

    What carries an identifier of its own is matched with its answer, as is what is received in a loop of its own.
    Whatever a method of an object is given that came in may go to its session.
    """
    if given.method and somebodys(given.receiver.origins) and (sent := given.all):
        here.frame.sent.append(union(sent).content())
    facts, method = here.frame.facts, f".{given.method}"
    site, locks = here.frame.site(given.node.func), here.locks | flow.held
    if facts.tell(Sends, method):
        is_matched = any(each.is_unique for each in given.all)
        flow.sent |= frozenset() if is_matched else {Read(each, site, locks) for each in given.receiver.places}
    elif facts.tell(Receives, method) and given.use is not Use.DROPPED:
        for place in given.receiver.places:
            before = frozenset(each for each in flow.sent if _connection(each.path) == _connection(place))
            depends = frozenset(Dependence(each, given.awaited, By.REPLY) for each in before)
            if before and not here.loops and is_tracked(place, here):
                here.frame.effects.add(Effect(place, Action.RECEIVE, site, locks, late=True, depends=depends))
            flow.sent -= before


def _connection(path: Path) -> Path:
    """The connection of which a place holds one end: `self.reader` and `self.writer` are two ends of one."""
    if not path.steps or path.steps[-1].is_item:
        return path
    last = path.steps[-1]
    name = last.name.removesuffix("reader").removesuffix("writer")
    return Path(path.root, (*path.steps[:-1], last._replace(name=name)))
