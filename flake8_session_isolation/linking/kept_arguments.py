"""Which attributes of an instance are the very objects that its constructor is given or finds in variables of its
module, which it does not copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from flake8_session_isolation.facts import CopiesDefaults
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised_within
from flake8_session_isolation.frontend.scopes import Class, Function, holder, home
from flake8_session_isolation.frontend.spelling import spelled
from flake8_session_isolation.frontend.walking import alternatives
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.symbols import dotted


class KeptArguments(NamedTuple):
    """For each attribute the parameter of the constructor that it holds, or the variable of the module; if it has both,
    it holds the variable where the parameter is not given. `names` are all parameters in order, without the
    receiver."""

    names: tuple[str, ...]
    kept: Mapping[str, str]
    variables: Mapping[str, str]


NONE = KeptArguments((), {}, {})


@memoised_within
def kept_arguments(cls: Class, view: Sharing) -> KeptArguments:
    """What the constructor of a class stores unchanged in attributes which no method rebinds."""
    maker = cls.method("__init__")
    names = _fields(cls, view) if maker is None else maker.parameters[1:]
    if cls.method("__new__") is not None or (maker is None and not names):
        return NONE
    bindings = view.attributes.bindings(cls)
    if maker is None:
        return KeptArguments(names, {each: each for each in names if each not in bindings}, {})
    kept, variables = {}, {}
    for attribute, found in bindings.items():
        if len(found) != 1 or found[0].method is not maker or cls.setter(attribute) is not None:
            continue
        value = found[0].value
        if (parameter := _parameter(value, maker)) is not None:
            kept[attribute] = parameter
        if (variable := _variable(value, maker)) is not None:
            variables[attribute] = variable
    return KeptArguments(names, kept, variables)


def _variable(value: ir.Expression | None, maker: Function) -> str | None:
    """The variable of the module that a value may be: `BOARD`, or one of `board or BOARD`."""
    names = (each.id for each in alternatives(value) if isinstance(each, ir.Name))
    return next((each for each in names if holder(each, maker.scope) is home(maker.scope).scope), None)


def _parameter(value: ir.Expression | None, maker: Function) -> str | None:
    """The parameter that a value may be; not one that the constructor rebinds."""
    for each in alternatives(value):
        if isinstance(each, ir.Name) and each.id in maker.parameters and maker.scope.bindings.get(each.id) == [None]:
            return each.id if each.id not in (maker.receiver, maker.signature.vararg, maker.signature.kwarg) else None
    return None


def _fields(cls: Class, view: Sharing) -> tuple[str, ...]:
    """The annotated attributes that a decorator or base makes parameters of the constructor."""
    decorators = (each.func if isinstance(each, ir.Call) else each for each in cls.decorators)
    names = {*(dotted(each, cls.scope) for each in decorators), *cls.bases}
    row = view.seen_from(cls.scope).facts.first(CopiesDefaults, sorted(filter(None, names)))
    if row is None or not row.keeps_arguments or len(cls.lineage()) > 1:
        return ()
    annotated = cls.scope.annotations.items()
    return tuple(name for name, annotation in annotated if "ClassVar" not in spelled(annotation))
