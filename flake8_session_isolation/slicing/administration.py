"""Functions that only administrators may call, as far as their text says so."""

from __future__ import annotations

from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.frontend.spelling import spelled

_RIGHTS = ("admin", "owner", "staff", "superuser", "permission", "role")


def is_administrative(function: Function) -> bool:
    """Whether the signature or a decorator asks for special rights: `Depends(get_admin_user)`, `@is_owner()`."""
    defaults = (default for _, default in function.defaults)
    annotations = function.scope.annotations.values()
    texts = (spelled(each).lower() for each in (*function.decorators, *defaults, *annotations))
    return any(word in each for each in texts for word in _RIGHTS)
