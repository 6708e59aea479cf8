"""Readers: which reads find what a write left, and how they use it."""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.memoised import memoised_within
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.interference.accesses import (
    Access,
    Meeting,
    alike,
    by_path,
    by_path_and_locks,
    reads_touching,
    touches,
)
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.rules.judgements.stored_values import is_of_project


def finds(reader: Access, writer: Access) -> bool:
    """Whether a reader sees the value that another call wrote there: the read is exposed."""
    return is_exposed(reader, writer) and takes(reader, writer)


def is_exposed(reader: Access, writer: Access) -> bool:
    """Whether a read may get what another call wrote: in threads, any read that no lock keeps apart from the write."""
    return reader.effect.exposed or (reader.in_threads and not reader.excludes(writer))


def takes(reader: Access, writer: Access) -> bool:
    """Whether served code reads the place of the write and uses the value for more than a log or a count."""
    effect = reader.effect
    if not reader.is_served or reader.standing.is_ending or effect.use in (Use.LOG, Use.COUNT, Use.ENTER):
        return False
    if effect.use is Use.TEST and not _asks_about(reader, writer):
        return False
    return touches(reader, writer) and not _only_holds(reader, writer)


def _only_holds(reader: Access, writer: Access) -> bool:
    """Whether a read takes the object that has the attribute which grows: to call a method, to name or to hand it over.
    What is done with the attribute is a read of its own; but a library may use what is set on its object, and a reply
    that has the object has the attribute."""
    if reader.effect.use is Use.DATA and reader.is_replied:
        return False
    further = writer.effect.path.steps[len(reader.effect.path.steps) :]
    return writer.effect.action is Action.GROW and bool(further) and not further[0].is_item


@alike(by_path_and_locks)
def finders(writer: Access, meeting: Meeting) -> tuple[Access, ...]:
    """The readers that see the value that another call wrote there."""
    return tuple(each for each in reads_touching(writer, meeting) if finds(each, writer))


@alike(by_path)
def takers(writer: Access, meeting: Meeting) -> tuple[Access, ...]:
    """The served readers that use the value at the place of the write."""
    return tuple(each for each in reads_touching(writer, meeting) if takes(each, writer))


def _asks_about(reader: Access, writer: Access) -> bool:
    """Whether a test concerns an attribute of the written value, and not whether there is one."""
    further = reader.effect.path.steps[len(writer.effect.path.steps) :]
    return bool(further) and not further[0].is_item


def talks_to(reader: Access, writer: Access) -> bool:
    """Whether a reader only calls a method of an element or of its attribute. An item of an element is text or a
    number, whose methods return data."""
    further = reader.effect.path.steps[len(writer.effect.path.steps) :]
    return reader.effect.use is Use.RECEIVER and bool(further) and not any(each.is_item for each in further[1:])


def is_handed_out_whole(reader: Access, writer: Access) -> bool:
    """Whether a function that sees the written value uses the whole list as data; one that only reads its elements may
    keep them apart."""
    return reader.effect.use is Use.DATA and reader.effect.path == writer.effect.path


def shows_whole(reader: Access, writer: Access) -> bool:
    """Whether the reply of a function that sees the written value contains the whole container to which the write adds
    an element."""
    is_whole = reader.effect.path.steps == writer.effect.path.steps[:-1]
    return is_whole and reader.is_replied and reader.effect.use is Use.DATA


def shows_elements(reader: Access, writer: Access, meeting: Meeting) -> bool:
    """Whether the reply of a function that sees the written value contains an attribute of list elements, whichever
    they are: of all, or of one at a fixed position. A function that compares an attribute searches for an element."""
    if not reader.is_replied or not _is_of_element(reader, writer):
        return False
    own = (each for each in meeting.reads_charged_to(reader.entry) if _is_of_element(each, writer))
    return all(each.is_replied for each in own)


def _is_of_element(reader: Access, writer: Access) -> bool:
    further = reader.effect.path.steps[len(writer.effect.path.steps) :]
    if reader.effect.use is not Use.DATA or len(further) < 2:
        return False
    return further[0].is_item and not further[1].is_item and (further[0].name == "*" or not further[0].separates)


@alike(by_path)
def users(writer: Access, meeting: Meeting) -> tuple[Access, ...]:
    """The served readers that use the object that was stored."""
    served = (each for each in reads_touching(writer, meeting) if each.is_served)
    return tuple(each for each in served if each.effect.use in (Use.DATA, Use.RECEIVER))


def reaches_others(writer: Access, meeting: Meeting) -> bool:
    """Whether some reader uses the value for another session: the same call after a pause or, if the writer is known to
    be a handler, another function. A library's function that only sets something may be called once, at the start."""
    found = finders(writer, meeting)
    if writer.standing.is_by_facts:
        return bool(found)
    if writer.standing.is_handler and not all(_is_of_same_call(each, writer) for each in found):
        return True
    site = writer.effect.site
    own = (each for each, sites in _reads_after_writes(writer.entry, meeting) if site in sites)
    return any(finds(each, writer) for each in own)


@memoised_within
def _reads_after_writes(entry: Function, meeting: Meeting) -> list[tuple[Access, frozenset[Site]]]:
    """The reads of a function that may get what another session wrote after its own writes, with the sites of these.
    Each write is looked for in all of them."""
    every = ((each, _sites_before(each)) for each in meeting.reads_charged_to(entry))
    return [(each, sites) for each, sites in every if sites]


def _is_of_same_call(reader: Access, writer: Access) -> bool:
    """Whether the same function may read what its call has just written, or only compares it with what comes next. A
    handler that takes data further down, on another way by the step of a dialogue, takes what an earlier call wrote."""
    is_after = writer.effect.site in reader.effect.after
    is_taken = reader.effect.use is Use.DATA and reader.is_replied
    is_on_another_way = is_taken and reader.order > writer.order and not is_after
    return reader.is_in_function_of(writer) and not is_on_another_way


def outlasts(writer: Access, reader: Access) -> bool:
    """Whether the same call makes the read after the write and after others ran between them: it may get what they
    have written instead."""
    return writer.effect.site in _sites_before(reader)


def _sites_before(reader: Access) -> frozenset[Site]:
    return reader.effect.after if reader.in_threads else reader.effect.outlasting


def is_data_of(reader: Access, writer: Access) -> bool:
    """Whether a reader uses the stored value itself, or an item of it, rather than one of its attributes."""
    further = reader.effect.path.steps[len(writer.effect.path.steps) :]
    is_attribute = bool(further) and not further[0].is_item and not is_of_project(writer)
    return touches(reader, writer) and reader.effect.use is Use.DATA and not is_attribute


def is_read_as_a_whole(meeting: Meeting) -> bool:
    """Whether some function uses everything at the place, rather than one element."""
    whole = (each for each in meeting.reads() if all(step.name == "*" for step in each.effect.path.steps))
    return any(each.effect.use is Use.DATA for each in whole)


def takes_default(reader: Access, writer: Access) -> bool:
    """Whether a function uses the part of a default that is written."""
    effect = reader.effect
    if effect.is_write or effect.use in (Use.LOG, Use.TEST, Use.DROPPED) or not effect.exposed:
        return False
    return touches(reader, writer)


def takes_whole_default(reader: Access) -> bool:
    """Whether a function uses a default as a whole."""
    effect = reader.effect
    return not effect.is_write and not effect.path.steps and effect.use is Use.DATA and effect.exposed
