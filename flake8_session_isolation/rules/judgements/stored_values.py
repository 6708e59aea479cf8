"""Properties of stored values: their shape, and how they were created."""

from __future__ import annotations

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.effects import By, Use, is_literal
from flake8_session_isolation.dataflow.values import Read
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import last_name
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Kind, Site
from flake8_session_isolation.linking.shapes import COUNTED, Constant, Instance, Made, is_signal


def is_thing(access: Access) -> bool:
    """Whether the stored value is an object of the project: a game, a connection, a message."""
    shapes = access.effect.value.shapes
    return bool(shapes) and all(isinstance(each, Instance) for each in shapes)


def is_of_project(access: Access) -> bool:
    """Whether the stored value may be an object of the project."""
    return any(isinstance(each, Instance) for each in access.effect.value.shapes)


def is_fresh_object(access: Access) -> bool:
    """Whether a handler, by facts, stores a new object that is no plain container."""
    shapes = access.effect.value.shapes
    made = bool(shapes) and all(
        isinstance(each, Instance) or (isinstance(each, Made) and is_signal(each)) for each in shapes
    )
    return access.standing.is_by_facts and made and access.effect.value.is_new


def is_to_wait_for(access: Access) -> bool:
    """Whether the stored value is a new object for waiting or working, such as an event: it is no data."""
    shapes = access.effect.value.shapes
    return bool(shapes) and all(isinstance(each, Made) and is_signal(each) for each in shapes)


def is_counted(access: Access) -> bool:
    """Whether the stored value is a number computed from another."""
    return any(isinstance(each, Constant) and not is_literal(each) for each in access.effect.value.shapes)


def is_quantity(access: Access) -> bool:
    """Whether the stored value is computed by an operator, and not from a text, a container or an object."""
    shapes = access.effect.value.shapes
    return bool(shapes) and all(isinstance(each, Constant) and _is_computed_number(each) for each in shapes)


def is_count_of_input(access: Access) -> bool:
    """Whether a handler of a library stores the length of what it was given; that of a shared container does not
    count."""
    is_count = access.effect.value.shapes == frozenset({COUNTED}) and access.standing.is_by_facts
    return is_count and not any(each.by is By.VALUE for each in access.effect.depends)


def _is_computed_number(shape: Constant) -> bool:
    kind = shape.text.lstrip("*")[:1]
    return not is_literal(shape) and kind not in _TEXTS


_TEXTS = ("'", '"', "b", "f")
"""How the literals of texts begin."""


def constant_text(access: Access) -> str | None:
    """The text of the one literal that is stored; None where it is anything else."""
    return _only_literal(access) if access.effect.action in (Action.REPLACE, Action.STORE) else None


def is_growth_by_a_constant(access: Access) -> bool:
    """Whether the one thing that is added is a literal."""
    return access.effect.action is Action.GROW and _only_literal(access) is not None


def _only_literal(access: Access) -> str | None:
    shapes = access.effect.value.shapes
    only = next(iter(shapes)) if len(shapes) == 1 else None
    return only.text if isinstance(only, Constant) and is_literal(only) else None


def is_flag(access: Access) -> bool:
    """Whether the stored value is true or false: the result of a comparison is no data of those who are compared."""
    shapes = access.effect.value.shapes
    return bool(shapes) and all(isinstance(each, Constant) and each.text in ("True", "False") for each in shapes)


def identifies_a_call(access: Access) -> bool:
    """Whether an object or a variable holds an identifier that each call creates."""
    return access.effect.path.root.kind in (Kind.OBJECT, Kind.MODULE) and access.effect.value.is_unique


def is_made_of_a_user(access: Access, meeting: Meeting) -> bool:
    """Whether a shared object is created for the first user: from a parameter whose name tells users apart, while the
    test only asks whether there is an object, and not whose it is."""
    effect = access.effect
    if effect.action is not Action.REPLACE or effect.path.is_keyed:
        return False
    tests = [each for each in effect.depends if each.by in (By.GUARD, By.COMPANION)]
    if any(each.read.path != effect.path or each.read.site in _weighed(meeting) for each in tests):
        return False
    made_of = [each.parameter for each in effect.value.origins if each.called]
    return any(_names_a_user(each) or _is_a_credential(each, access) for each in made_of) or _is_told_whose(access)


def _is_a_credential(parameter: str, access: Access) -> bool:
    """Whether a parameter is a credential that its default takes out of the request: `x_api_key: str = Header()`."""
    words = set(parameter.lower().split("_"))
    is_one = not words.isdisjoint(_CREDENTIALS) and words <= _CREDENTIALS | _OF_CREDENTIALS
    taken_by = last_name(dict(access.entry.defaults).get(parameter))
    return access.standing.is_by_facts and is_one and taken_by in _OUT_OF_THE_REQUEST


def _is_told_whose(access: Access) -> bool:
    """Whether a helper that creates the object of a session's data is told by a parameter whose it is."""
    writer = access.writer
    if writer is None or writer is access.entry or not access.carries_session_data:
        return False
    return any(map(_names_a_user, writer.parameters))


_CREDENTIALS = frozenset({"key", "token", "secret", "authorization", "credentials"})
_OF_CREDENTIALS = frozenset({"x", "api", "auth", "access", "bearer", "user"})
_OUT_OF_THE_REQUEST = frozenset({"Header", "Cookie", "Query", "Form"})


def tells_a_user(access: Access) -> bool:
    """Whether the attribute that is set is called by a name that tells users apart."""
    last = access.effect.path.steps[-1:]
    return bool(last) and not last[0].is_item and _names_a_user(last[0].name)


def _names_a_user(parameter: str) -> bool:
    words = set(parameter.lower().split("_"))
    return not words.isdisjoint(USERS) and words <= USERS | _OF_USERS


USERS = frozenset({"user", "username", "userid", "uid", "tenant", "customer", "member", "login", "password"})
"""Words by which a name tells users apart."""
_OF_USERS = frozenset({"current", "id", "name"})


def renews_by_age(access: Access, meeting: Meeting) -> bool:
    """Whether a token is renewed because of its age: if two functions renew it, one gets a token that is void. Other
    values that are fetched again when they are old are a cache."""
    effect = access.effect
    if effect.action is not Action.REPLACE or effect.path.root.kind is not Kind.OBJECT or access.writer is None:
        return False
    tests = [each.read for each in effect.depends if each.by is By.GUARD]
    by_age = any(each.site in _weighed(meeting) for each in tests)
    if by_age and any("token" in each.lower() for each in access.writer.mentions):
        return True
    return _is_called_a_token(effect.path) and any(_tells_age(each, effect.path) for each in tests)


def _is_called_a_token(path: Path) -> bool:
    name = path.steps[-1].name if path.steps else path.root.name
    return not _TOKENS.isdisjoint(name.lower().split("_"))


def _tells_age(test: Read, place: Path) -> bool:
    """Whether an attribute of what is at the place is tested that says whether it still holds: `token.expired`."""
    further = test.path.steps[len(place.steps) :]
    return test.path.root == place.root and bool(further) and any(word in further[-1].name for word in _AGES)


_TOKENS = frozenset({"token", "tokens", "credential", "credentials"})
_AGES = ("expir", "is_valid", "stale")
"""Words in names of tokens, and of their attributes that tell their age."""


@memoised
def _weighed(meeting: Meeting) -> set[Site]:
    """The reads of the place as data."""
    return {each.effect.site for each in meeting.reads() if each.effect.use is Use.DATA}


def is_made_longer(access: Access) -> bool:
    """Whether session data is appended to the former value: a history, whatever guards it. A number is none, nor a
    value that may be the same object as before."""
    effect = access.effect
    if effect.action not in (Action.REPLACE, Action.UPDATE) or is_thing(access) or effect.path in effect.value.places:
        return False
    if is_quantity(access):
        return False
    before = [each.read for each in effect.depends if each.by is By.VALUE and each.read.path == effect.path]
    if effect.action is Action.UPDATE and not any(each.is_of_held for each in before):
        return False
    return bool(before) and access.carries_session_data


def is_the_only_one(access: Access, meeting: Meeting) -> bool:
    """Whether an object is meant to give all callers the same thing: it creates it on demand, returns it, and drops it
    when it is closed itself."""
    if not access.is_dropped_at_the_end or not (access.is_from_factory or _is_new_thing(access)):
        return False
    own = meeting.reads_charged_to(access.entry)
    return any(each.is_replied and each.effect.path == access.effect.path for each in own)


def _is_new_thing(access: Access) -> bool:
    return is_thing(access) and access.effect.value.is_new


def is_stored_back(access: Access) -> bool:
    """Whether a variable is set to the object that it had; an attribute may be restored to its former value."""
    return not access.effect.path.steps and access.effect.path in access.effect.value.places
