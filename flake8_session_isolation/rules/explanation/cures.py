"""The cure of a finding: a diff in the file's own names, or words where no diff can be made."""

from __future__ import annotations

from flake8_session_isolation.dataflow.lock_sets import Flaw
from flake8_session_isolation.facts import Action
from flake8_session_isolation.linking.modules import displayed
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.explanation.claims import Claim
from flake8_session_isolation.rules.explanation.cures_of_locks import hold_lock, make_lock_once, use_lock_for_tasks
from flake8_session_isolation.rules.explanation.cures_of_objects import (
    into_init,
    new_context_value,
    none_as_default,
    thread_local_as_context,
)
from flake8_session_isolation.rules.explanation.cures_of_state import for_each_session
from flake8_session_isolation.rules.explanation.edits import Edits
from flake8_session_isolation.rules.explanation.story import Cure
from flake8_session_isolation.rules.judgements.lock_protection import Failure, ineffective_lock
from flake8_session_isolation.rules.judgements.session_keys import session_key
from flake8_session_isolation.rules.messages.races import KEEP_APART, MAYBE, late_names, lost_update_names


def cure_of(claim: Claim, sharing: Sharing) -> Cure:
    """The cure, with a diff of the linted file if one can be made."""
    edits = Edits(sharing.module)
    what = _made(claim, edits, sharing)
    in_words = displayed(_in_words(claim), sharing.module)
    if what is None:
        return Cure(in_words, otherwise=in_words)
    return Cure(displayed(what, sharing.module), edits.diff(), edits.text, in_words)


def _made(claim: Claim, edits: Edits, sharing: Sharing) -> str | None:
    """Make the change; None if it is not possible in this code."""
    access, code = claim.access, claim.finding.code
    if code == "SIS008":
        return _lock_made_good(claim, edits)
    if _is_cured_by_lock(claim):
        return _locked(claim, edits) if access.is_entered_here else None
    match access.effect.path.root.kind:
        case Kind.CLASS:
            return into_init(access, edits, sharing)
        case Kind.CONTEXT:
            return new_context_value(access, edits)
        case Kind.DEFAULT:
            return none_as_default(access, edits, sharing)
        case Kind.THREAD:
            return thread_local_as_context(access, edits)
    return for_each_session(access, claim.meeting, edits, sharing)


_RACES = ("SIS003", "SIS103")


def _is_cured_by_lock(claim: Claim) -> bool:
    """Whether the cure is a lock from read to write. A race over what belongs to one session has another cure: a lock
    would leave the users mixed."""
    if claim.finding.code in _RACES:
        return late_names(claim.access, claim.meeting)["cure"] != KEEP_APART
    return claim.is_race


def _locked(claim: Claim, edits: Edits) -> str | None:
    held = hold_lock(claim.access, edits)
    return f"{held}{_or_apart(claim)}" if held is not None else None


def _or_apart(claim: Claim) -> str:
    """The cure if the place belongs to one user, where the finding says that it may."""
    names = lost_update_names(claim.access) or late_names(claim.access, claim.meeting)
    texts = claim.finding.text, names["cure"]
    place = claim.access.effect.path.variable
    return f"; if '{place}' is one user's, keep one for each session" if any(MAYBE in each for each in texts) else ""


def _lock_made_good(claim: Claim, edits: Edits) -> str | None:
    access = claim.access
    if access.effect.action is Action.HOLD:
        anew = next((each for each in access.effect.locks if each.flaw is Flaw.MADE_ANEW), None)
        return make_lock_once(access, anew, edits) if anew is not None else use_lock_for_tasks(access, edits)
    wrong = ineffective_lock(access)
    if wrong is None:
        return None
    return make_lock_once(access, wrong.held, edits) if wrong.failure is Failure.MADE_ANEW else None


def _in_words(claim: Claim) -> str:
    """The cure in words, if no diff can be made."""
    place, entry = claim.access.effect.path.variable, claim.access.function
    if claim.finding.code == "SIS008" or claim.meeting.is_process_wide:
        return claim.finding.text.rpartition("; ")[2]
    if _is_cured_by_lock(claim):
        return f"hold one lock from where '{place}' is read to where it is changed{_or_apart(claim)}"
    root = claim.access.effect.path.root
    match root.kind:
        case Kind.CLASS if root.by_instance:
            return f"bind '{place}' in __init__, so that each instance has its own, or pass the value as an argument"
        case Kind.CLASS:
            return f"pass the value as an argument, or keep it in '{place}' under the session's key"
        case Kind.CACHED:
            return "return an object that no caller changes, or make the session's data an argument of the function"
        case Kind.CONTEXT:
            return f"set a new object in '{place}' instead of changing the one that is there"
        case Kind.DEFAULT | Kind.FUNCTION:
            return f"create the object in '{entry}', once for each call"
        case Kind.THREAD:
            return f"keep '{place}' in a ContextVar, which has a value for each task"
    if root.kind is Kind.STORAGE:
        return f"'{place}' is shared by all users: keep one user's choice in their session, or pass it as an argument"
    if root.kind is Kind.OBJECT:
        return f"make one '{root.owner}' for each session, or pass the value as an argument"
    if (key := session_key(claim.access)) is not None:
        return f"keep '{place}' under '{key}', or pass the value as an argument"
    return (
        f"no parameter of '{entry}' names the session: add one for its id and keep '{place}' under that key, or "
        "pass the value as an argument"
    )
