"""Functions that a library binds to an object of a class: `@app.task(bind=True, base=Download)`."""

from __future__ import annotations

from flake8_session_isolation.facts import BindsTo, Facts
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Function


def class_bound_to(function: Function, name: str, facts: Facts) -> ir.Expression | None:
    """The class, in a decorator, whose one object the function gets as this parameter, its first."""
    rows = facts.every(BindsTo) if function.decorators else ()
    if not rows or function.signature.positional[:1] != (name,):
        return None
    for row in rows:
        for decorator in function.decorators:
            keywords = decorator.keywords if isinstance(decorator, ir.Call) else ()
            given = {each.arg: each.value for each in keywords}
            asked = given.get(row.marker)
            if isinstance(asked, ir.Constant) and asked.value is True and row.keyword in given:
                return given[row.keyword]
    return None
