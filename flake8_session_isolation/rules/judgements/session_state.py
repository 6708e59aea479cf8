"""What at a meeting harms nobody, and what does: the judgements that rules have in common.

Each function answers one question about a meeting; rules combine them.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By, Use, literal
from flake8_session_isolation.dataflow.lock_sets import is_lock_of
from flake8_session_isolation.dataflow.values import Callable
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, touches
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.linking.shapes import ClassObject, Instance, Made, is_signal


def session_writes(meeting: Meeting) -> list[Access]:
    """Writes that leave one session's state where another finds it; empty for a place meant to be shared."""
    if meeting.is_process_wide:
        return [each for each in meeting.writes() if _writes_for_everybody(each, meeting)]
    if is_registry(meeting) or is_queue(meeting) or is_renewed(meeting):
        return []
    return [each for each in meeting.writes() if _leaves_state(each, meeting)]


def _writes_for_everybody(access: Access, meeting: Meeting) -> bool:
    """A process-wide place has no keys and unseen readers: a session's data, or an object made for it, is in force
    for all; a literal, a memo and an object of the program are not."""
    effect = access.effect
    if not access.is_served or access.is_transient or access.standing.is_administrative:
        return False
    if effect.action not in (Action.REPLACE, Action.STORE, Action.UPDATE):
        return False
    if effect.action is Action.REPLACE and meeting.is_in_facts and effect.value.is_new and not is_memo(access):
        return True
    if is_memo(access) or literal(effect.value) or (effect.path.is_keyed and not meeting.is_in_facts):
        return False
    return access.carries_unchanged or (access.carries_session_data and _is_of_a_library(meeting))


def _talks_to(reader: Access, writer: Access) -> bool:
    """Whether a reader only calls a method of an element, or of an attribute of it: a connection or listener, no data.

    An item of an element is text or a number, of which a method gives the data.
    """
    further = reader.effect.path.steps[len(writer.effect.path.steps) :]
    return reader.effect.use is Use.RECEIVER and bool(further) and not any(each.is_item for each in further[1:])


def _is_made_anew(access: Access) -> bool:
    """Whether a handler, by facts, puts a freshly made object in the place of the last one without looking."""
    shapes = access.effect.value.shapes
    made = bool(shapes) and all(
        isinstance(each, Instance) or (isinstance(each, Made) and is_signal(each)) for each in shapes
    )
    return access.standing.is_told and made and access.effect.value.is_new and not is_memo(access)


def _is_used(reader: Access, writer: Access) -> bool:
    """Whether another function that serves works with what was put there."""
    elsewhere = not reader.is_in_function_of(writer)
    return reader.is_served and elsewhere and reader.effect.use in (Use.DATA, Use.RECEIVER) and touches(reader, writer)


def is_left(access: Access, meeting: Meeting) -> bool:
    """Whether a value that is a session's own is left where others use it as data."""
    if access.standing.is_administrative:
        return False
    return access.is_served and access.carries_session_data and not access.is_transient and _is_left(access, meeting)


def _is_of_a_library(meeting: Meeting) -> bool:
    """Whether the place is an attribute of a library, which only this program's code can have set."""
    return not meeting.is_in_facts


def _is_for_one_use(access: Access, meeting: Meeting) -> bool:
    """Whether an object that all calls enter keeps on itself what it needs when one of them leaves it."""
    enters = access.function in ("__enter__", "__aenter__") and access.effect.action in (Action.REPLACE, Action.STORE)
    left = (each for each in meeting.reads() if each.standing.is_reuse and each.entry is not access.entry)
    return enters and not is_guarded(access) and not is_memo(access) and any(touches(each, access) for each in left)


def _leaves_state(access: Access, meeting: Meeting) -> bool:
    if access.standing.is_reuse:
        return _is_for_one_use(access, meeting)
    if not access.is_served or access.effect.path.is_keyed or access.is_transient or _is_of_an_object(access):
        return False
    if _opens_again(access, meeting) or (is_guarded(access) and access.effect.action is not Action.GROW):
        return False
    match access.effect.action:
        case Action.GROW:
            silent = is_reference(access) or _is_searched_before(access) or literal(access.effect.value)
            silent = silent or (access.effect.is_refill and is_memo(access))
            if silent or _is_drained(access, meeting) or not _is_of_a_session(access, meeting):
                return False
            if _is_thing(access):
                return any(_is_handed_out_whole(each, access) for each in meeting.reads())
            return any(_finds(each, access) and not _talks_to(each, access) for each in meeting.reads())
        case Action.REPLACE | Action.STORE | Action.UPDATE if access.standing.is_administrative:
            return False
        case Action.REPLACE if _is_made_anew(access):
            return any(_is_used(each, access) for each in meeting.reads())
        case Action.REPLACE | Action.STORE | Action.UPDATE:
            return (access.carries_session_data or _tells_one_run(access)) and _is_left(access, meeting)
    return False


def is_guarded(access: Access) -> bool:
    """Whether a lock for all is held: the place is meant to be shared."""
    path = access.effect.path
    locks = (each for each in access.effect.locks if not each.is_gate and each.path.root != path.root)
    return any(is_lock_of(each, path) for each in locks)


def _tells_one_run(access: Access) -> bool:
    """Whether an object keeps an identifier that each call makes anew."""
    return access.effect.path.root.kind is Kind.OBJECT and access.effect.value.is_unique


def _opens_again(access: Access, meeting: Meeting) -> bool:
    """Whether the place tells who is being served: tested and set in one step, emptied by the same function."""
    if not any(each.by is By.GUARD and not each.paused for each in access.effect.depends):
        return False
    own = (each for each in meeting.writes() if each.is_in_function_of(access))
    return any(each.effect.site != access.effect.site and literal(each.effect.value) for each in own)


def _is_thing(access: Access) -> bool:
    """Whether what is appended is an object of the project's own: a game, a connection, a message."""
    shapes = access.effect.value.shapes
    return bool(shapes) and all(isinstance(each, Instance) for each in shapes)


def _is_handed_out_whole(reader: Access, access: Access) -> bool:
    """Whether somebody takes the whole list as data; who only looks at its elements may keep them apart."""
    return _finds(reader, access) and reader.effect.use is Use.DATA and reader.effect.path == access.effect.path


def _is_left(access: Access, meeting: Meeting) -> bool:
    """Whether a replaced value stays in force for others who use it as data."""
    if is_memo(access) or is_reference(access) or _is_refreshed(access):
        return False
    if is_resource(access, meeting) and not (access.standing.is_told and access.carries_session_data):
        return False
    grows = access.effect.action is Action.REPLACE and any(each.by is By.VALUE for each in access.effect.depends)
    return any(_finds(each, access) and (grows or _is_elsewhere(each, access)) for each in meeting.reads())


def _is_refreshed(access: Access) -> bool:
    """Whether application storage gets what was fetched or computed: a cache or settings, made new for everybody."""
    return access.effect.path.root.kind is Kind.STORAGE and not access.carries_unchanged


def _finds(reader: Access, writer: Access) -> bool:
    """Whether served code reads, exposed, what the write left, and does something with it."""
    effect = reader.effect
    if not reader.is_served or effect.use in (Use.LOG, Use.COUNT, Use.ENTER):
        return False
    if effect.use is Use.TEST and not _asks_about(reader, writer):
        return False
    exposed = effect.exposed or (reader.in_threads and not reader.excludes(writer))
    return exposed and touches(reader, writer)


def _asks_about(reader: Access, writer: Access) -> bool:
    """Whether a test is of an attribute of what the write left, and not of whether something is there."""
    further = reader.effect.path.steps[len(writer.effect.path.steps) :]
    return bool(further) and not further[0].is_item


def _is_elsewhere(reader: Access, writer: Access) -> bool:
    """Whether the value is there for others: the same call uses it later, after a pause, or, where the writer is seen
    to be a handler, another function does.  A library's function that only sets something may be called once, at the
    start."""
    if writer.standing.is_told:
        return True
    if writer.effect.site in reader.effect.after and reader.entry is writer.entry:
        return True
    return writer.standing.is_handler and not reader.is_in_function_of(writer)


def _is_of_a_session(access: Access, meeting: Meeting) -> bool:
    """Whether growth is a session's: by a handler, of what came in as it is, or for the same call's own use.

    A library's coroutine that only fills a table may be called once, at the start.
    """
    if access.standing.is_handler or access.carries_unchanged:
        return True
    own = (each for each in meeting.reads() if each.entry is access.entry and not _talks_to(each, access))
    return any(each.effect.use in (Use.DATA, Use.RECEIVER) for each in own)


def _is_drained(access: Access, meeting: Meeting) -> bool:
    """Whether another function takes all that is in it and empties it: a buffer, not a history."""
    grower = access.effect.site.function
    emptied = {each.effect.site.function for each in meeting.writes() if _empties(each)} - {grower}
    return bool(emptied) and any(
        each.effect.site.function in emptied and each.effect.use is Use.DATA for each in meeting.reads()
    )


def _empties(access: Access) -> bool:
    effect = access.effect
    is_new = effect.value.is_new and not effect.value.origins and not access.carries_session_data
    return effect.action is Action.CLEAR or (effect.action is Action.REPLACE and is_new)


def _is_of_an_object(access: Access) -> bool:
    """Whether it is an attribute of an object that a variable holds: the object's own business."""
    path = access.effect.path
    return path.root.kind is not Kind.STORAGE and any(not step.is_item for step in path.steps)


def _is_searched_before(access: Access) -> bool:
    """Whether a list grows only where the element was looked for and not found: it is used as a set, or a memo."""
    longer = len(access.effect.path.steps)
    return any(each.by is By.GUARD and len(each.read.path.steps) > longer for each in access.effect.depends)


def is_memo(access: Access) -> bool:
    """Whether the write is reached only where a test of the place, or of one that is set with it, found it missing or
    stale, and stores nothing that came from a session as it stands."""
    tested = any(each.by in (By.GUARD, By.COMPANION) for each in access.effect.depends)
    return tested and not access.carries_unchanged


def is_reference(access: Access) -> bool:
    """Whether what is stored is a task, a lock, a function, a class or an object made without anybody's data."""
    shapes = access.effect.value.shapes
    if not shapes or access.carries_session_data:
        return False
    return all(
        isinstance(each, (Callable, ClassObject, Instance)) or (isinstance(each, Made) and is_signal(each))
        for each in shapes
    )


def is_read_as_a_whole(meeting: Meeting) -> bool:
    """Whether somebody takes all that is in it, not only asks for one element."""
    whole = (each for each in meeting.reads() if all(step.name == "*" for step in each.effect.path.steps))
    return any(each.effect.use is Use.DATA for each in whole)


def is_registry(meeting: Meeting) -> bool:
    """Whether elements are taken out again by what they are: `clients.remove(websocket)`."""
    return any(each.effect.action is Action.DISCARD and _by_element(each) for each in meeting.writes())


def _by_element(access: Access) -> bool:
    last = access.effect.path.steps[-1:]
    return bool(last) and last[0].is_item and last[0].separates


def is_queue(meeting: Meeting) -> bool:
    """Whether what is put in is taken out for use."""
    return any(each.effect.action is Action.TAKE for each in meeting.writes())


def is_renewed(meeting: Meeting) -> bool:
    """Whether a new value is got for the old one, across a pause and for no session in particular: a token."""
    return meeting.root.kind is Kind.OBJECT and any(map(_renews, meeting.writes()))


def _renews(access: Access) -> bool:
    effect = access.effect
    if effect.action is not Action.REPLACE or access.carries_session_data or effect.path in effect.value.places:
        return False
    return any(each.by is By.VALUE and each.paused and each.read.path == effect.path for each in effect.depends)


def is_resource(access: Access, meeting: Meeting) -> bool:
    """Whether the place holds a thing to work with: made by a call, emptied with None, used by its methods only."""
    made = all(_is_made(each) for each in meeting.writes() if touches(each, access))
    return made and not any(_is_data_of(each, access) for each in meeting.reads())


def _is_data_of(reader: Access, access: Access) -> bool:
    """Whether a reader takes the stored value itself, or an item of it, and not only one of its attributes."""
    further = reader.effect.path.steps[len(access.effect.path.steps) :]
    is_ours = any(isinstance(each, Instance) for each in access.effect.value.shapes)
    is_attribute = bool(further) and not further[0].is_item and not is_ours
    return touches(reader, access) and reader.effect.use is Use.DATA and not is_attribute


def _is_made(access: Access) -> bool:
    return literal(access.effect.value) or not access.carries_unchanged


def is_registry_of_itself(access: Access) -> bool:
    """Whether an object enters itself into a list of its class."""
    receiver = access.writer.receiver if access.writer else None
    own = access.effect.value.places
    return bool(own) and all(each.root.name == receiver and not each.steps for each in own)


def is_instance_of_writer(access: Access) -> bool:
    """Whether the stored object is one of the writer's own class."""
    owner = access.writer.owner if access.writer else None
    return any(isinstance(each, Instance) and each.of is owner for each in access.effect.value.shapes)


def is_of_one_request(access: Access) -> bool:
    """Whether the writer is made for one request or session, as its constructor's parameters say."""
    owner = access.writer.owner if access.writer else None
    maker = owner.method("__init__") if owner else None
    return maker is not None and bool({"request", "session"} & set(maker.parameters))
