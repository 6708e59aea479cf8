"""The read that shows the harm of a write best."""

from __future__ import annotations

import re

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.frontend.scopes import home
from flake8_session_isolation.interference.accesses import Access, Meeting, touches
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.readers import finds, takes_default

_TELLING = (Use.DATA, Use.RECEIVER, Use.TEST)


def reader_of(writer: Access, meeting: Meeting) -> Access | None:
    """A read that sees the written value: best one that goes into a reply, later in the same call, as data."""
    is_remembered = meeting.root.kind in (Kind.DEFAULT, Kind.CACHED)
    reads = (each for each in meeting.accesses if not each.effect.is_write and touches(each, writer))
    found = [each for each in reads if not _is_of_own_value(each, writer)]
    finding = [each for each in found if (takes_default if is_remembered else finds)(each, writer)]
    fit = finding or [each for each in found if each.effect.use in _TELLING]
    return min(fit, key=lambda each: _rank(each, writer), default=None)


def _is_of_own_value(reader: Access, writer: Access) -> bool:
    """Whether a read takes what the same call has just stored from a local variable, and not from the place."""
    if reader.effect.is_rebound_by(writer.effect):
        return True
    is_later = writer.effect.site in reader.effect.after and reader.is_in_function_of(writer)
    if not is_later or not writer.effect.binds_anew or writer.writer is None:
        return False
    line = home(writer.writer.scope).text.splitlines()[reader.effect.site.line - 1]
    return re.search(rf"\b{re.escape(writer.effect.path.root.name)}\b", line) is None


def _rank(reader: Access, writer: Access) -> tuple[object, ...]:
    use = reader.effect.use
    return (
        writer.effect.site not in reader.effect.after or reader.entry is not writer.entry,
        not reader.is_replied,
        _TELLING.index(use) if use in _TELLING else len(_TELLING),
        reader.is_in_function_of(writer) and reader.effect.site < writer.effect.site,
        len(reader.effect.via),
        reader.effect.site,
    )
