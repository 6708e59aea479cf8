"""The read that shows the harm of a write best."""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.interference.accesses import Access, Meeting, touches
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.readers import finds, takes_default

_TELLING = (Use.DATA, Use.RECEIVER, Use.TEST)


def reader_of(writer: Access, meeting: Meeting) -> Access | None:
    """A read that sees the written value: best one that goes into a reply, later in the same call, as data."""
    is_remembered = meeting.root.kind in (Kind.DEFAULT, Kind.CACHED)
    found = [each for each in meeting.accesses if not each.effect.is_write and touches(each, writer)]
    finding = [each for each in found if (takes_default if is_remembered else finds)(each, writer)]
    fit = finding or [each for each in found if each.effect.use in _TELLING]
    return min(fit, key=lambda each: _rank(each, writer), default=None)


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
