"""Effects of calls that start a task or thread: its function runs in a context of its own, and has no effects here."""

from __future__ import annotations

from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.state import Flow, Here, pause
from flake8_session_isolation.dataflow.transfer_conversations import converse
from flake8_session_isolation.dataflow.values import Value, union
from flake8_session_isolation.facts import How, Plain, Runs
from flake8_session_isolation.linking.shapes import Made


def started(row: Runs, given: Arguments, here: Here, flow: Flow) -> Value:
    """The result of such a call: the task or thread, or what its function returns where the call waits for it."""
    assert given.spawned is not None
    converse(given, here, flow)
    if given.awaited:
        pause(here, flow)
    result = union([given.receiver.content(), *given.all]).processed()
    if here.frame.facts.row(Plain, given.name) or row.how in (How.TASK, How.THREAD):
        return (
            Value(shapes=frozenset({Made(given.name or "asyncio.Task")}), is_new=True) if not given.awaited else result
        )
    return result
