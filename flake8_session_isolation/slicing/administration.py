"""Functions that only administrators may call, according to their source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Function, last_name
from flake8_session_isolation.frontend.spelling import spelled
from flake8_session_isolation.frontend.walking import walk

_RIGHTS = ("admin", "owner", "staff", "superuser", "permission", "role")
_TESTED = ("admin", "superuser", "is_staff", "is_owner", "owner_id", "permission")
"""What a test of a right names: not an owner or a role, which may be those of a room or of a message."""
_ABOVE_ALL = ("admin", "superuser")
"""What a call demands that lets in nobody but administrators: a permission may be that of a room's members."""
_OF_ONE_GROUP = ("guild", "chat", "channel", "member", "group")
"""Whose administrators are many, each of their own."""
_SECRETS = ("password", "secret", "token", "key", "code")
"""What somebody proves to become an administrator; what then is kept is that one's own."""


def is_administrative(function: Function, decorators: Iterable[ir.Expression] | None = None) -> bool:
    """Whether the signature or a decorator asks for special rights, `Depends(get_admin_user)`, `@is_owner()`, or the
    function begins with a test that refuses other users, `if user.id != ADMIN: return`, or with a call that does so,
    `require_admin(token)`. Where only some of its `decorators` are asked before, only these count."""
    asked = function.decorators if decorators is None else decorators
    defaults = (default for _, default in function.defaults)
    annotations = function.scope.annotations.values()
    texts = (spelled(each).lower() for each in (*asked, *defaults, *annotations))
    return any(word in each for each in texts for word in _RIGHTS) or _refuses_others(function)


def _refuses_others(function: Function) -> bool:
    """Whether the function ends, before it stores anything, if a test shows that the user lacks a right. Other tests
    that only end it may stand before; what then looks at a thing that was found may ask for the right to that thing."""
    if not any(word in each.lower() for each in function.mentions for word in _TESTED):
        return False
    rights: Sequence[str] = _TESTED
    for each in _in_turn(function.body):
        if isinstance(each, ir.If) and _is_of_right(each.branches[0].test, rights):
            return _ends(each.branches[0].body) and _is_of_those_without(each.branches[0].test)
        if _only_refuses(each):
            rights = _ABOVE_ALL
        elif not _is_preparation(each, function):
            return _is_demand(each)
    return False


def _is_of_right(test: ir.Expression, rights: Sequence[str]) -> bool:
    """Whether a test names a right, and compares no secret: an object may be called by what it was found with."""
    named = [each.lower() for each in _names(walk(test))]
    is_of_right = any(word in each for each in named for word in rights)
    if rights is _ABOVE_ALL and any(word in each for each in named for word in _OF_ONE_GROUP):
        return False
    objects = {each.value for each in walk(test) if isinstance(each, ir.Attribute)}
    compared = _names(each for each in walk(test) if each not in objects)
    return is_of_right and not any(word in each.lower() for each in compared for word in _SECRETS)


def _is_of_those_without(test: ir.Expression) -> bool:
    """Whether a test holds for those who lack the right: `not user.is_admin`, `user.id not in ADMINS`."""
    for each in walk(test):
        if isinstance(each, ir.UnaryOp) and each.op == "not":
            return True
        if isinstance(each, ir.Compare) and not _DIFFERS.isdisjoint(each.ops):
            return True
        if isinstance(each, ir.Constant) and each.value is False:
            return True
    return any(word in each.lower().split("_") for each in _names(walk(test)) for word in ("not", "non", "lacks"))


_DIFFERS = frozenset({"!=", "not in", "is not", "<", "<="})


def _ends(block: Sequence[ir.Statement]) -> bool:
    return bool(block) and isinstance(block[-1], (ir.Return, ir.Raise))


def _only_refuses(statement: ir.Statement) -> bool:
    """Whether a statement ends the function, or does nothing: `if database is None: raise NotConnected`."""
    if not isinstance(statement, ir.If) or len(statement.branches) > 1 or statement.orelse:
        return False
    body = statement.branches[0].body
    return _ends(body) and all(isinstance(each, ir.Expr) for each in body[:-1])


def _in_turn(block: Sequence[ir.Statement]) -> Iterator[ir.Statement]:
    """The statements of a block, and in their places those of blocks that are entered whatever holds."""
    for each in block:
        if isinstance(each, (ir.Try, ir.With)):
            yield from _in_turn(each.body)
        elif isinstance(each, ir.If) and isinstance(each.branches[0].test, ir.Constant):
            yield from _in_turn(each.branches[0].body)
        else:
            yield each


def _is_demand(statement: ir.Statement) -> bool:
    """Whether a statement only calls what by its name refuses those who lack a right: `await ensure_admin(user)`."""
    if not isinstance(statement, ir.Expr):
        return False
    node = statement.value.value if isinstance(statement.value, ir.Await) else statement.value
    if not isinstance(node, ir.Call) or not (node.args or node.keywords):
        return False
    return _DEMAND.fullmatch(last_name(node) or "") is not None


_DEMAND = re.compile(
    r"_*(require|ensure|assert|enforce|check|verify|must)(_is|_be|_user_is|_for)?(_(?!no[nt]?_)[a-z]+)?"
    r"_(admin|administrator|superuser)s?(_user|_role|_rights?|_access|_permissions?)?",
    re.IGNORECASE,
)
"""How functions are called that raise where the user is no administrator."""


def _is_preparation(statement: ir.Statement, function: Function) -> bool:
    """Whether a statement stores nothing but in local variables."""
    if isinstance(statement, ir.Assign):
        names = [each.id for each in statement.targets if isinstance(each, ir.Name)]
        return len(names) == len(statement.targets) and function.scope.global_names.isdisjoint(names)
    return isinstance(statement, ir.Expr) and not _is_demand(statement)


def _names(nodes: Iterable[ir.Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ir.Name):
            yield node.id
        elif isinstance(node, ir.Attribute):
            yield node.attr
