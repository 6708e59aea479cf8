"""The expressions of the intermediate representation; import them from `ir`, which documents it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from flake8_session_isolation.frontend.scopes import Function


class Node:
    """Something with a position in the source; `parts` names the fields that hold other nodes."""

    __slots__ = ("column", "line")
    parts: ClassVar[tuple[str, ...]] = ()

    line: int
    column: int


class Expression(Node):
    """Something that has a value."""

    __slots__ = ()


class Name(Expression):
    """A variable."""

    __slots__ = ("id",)

    def __init__(self, id: str, line: int = 0, column: int = 0) -> None:
        self.id = id
        self.line = line
        self.column = column


class Attribute(Expression):
    """`value.attr`; `name_at` is where the name is, if that is another line than the one it begins in."""

    __slots__ = ("attr", "name_at", "value")
    parts = ("value",)

    def __init__(
        self, value: Expression, attr: str, line: int = 0, column: int = 0, name_at: tuple[int, int] | None = None
    ) -> None:
        self.value = value
        self.attr = attr
        self.line = line
        self.column = column
        self.name_at = name_at


class Subscript(Expression):
    """`value[slice]`."""

    __slots__ = ("slice", "value")
    parts = ("value", "slice")

    def __init__(self, value: Expression, slice: Expression, line: int = 0, column: int = 0) -> None:
        self.value = value
        self.slice = slice
        self.line = line
        self.column = column


class Slice(Expression):
    """`lower:upper:step` of a subscript."""

    __slots__ = ("lower", "step", "upper")
    parts = ("lower", "upper", "step")

    def __init__(
        self, lower: Expression | None, upper: Expression | None, step: Expression | None, line: int, column: int
    ) -> None:
        self.lower = lower
        self.upper = upper
        self.step = step
        self.line = line
        self.column = column


class Keyword(Node):
    """`arg=value` of a call; `**value` has no name."""

    __slots__ = ("arg", "value")
    parts = ("value",)

    def __init__(self, arg: str | None, value: Expression, line: int, column: int) -> None:
        self.arg = arg
        self.value = value
        self.line = line
        self.column = column


class Call(Expression):
    """`func(*args, **keywords)`."""

    __slots__ = ("args", "func", "keywords")
    parts = ("func", "args", "keywords")

    def __init__(
        self,
        func: Expression,
        args: tuple[Expression, ...],
        keywords: tuple[Keyword, ...],
        line: int = 0,
        column: int = 0,
    ) -> None:
        self.func = func
        self.args = args
        self.keywords = keywords
        self.line = line
        self.column = column


class Await(Expression):
    """`await value`."""

    __slots__ = ("value",)
    parts = ("value",)

    def __init__(self, value: Expression, line: int, column: int) -> None:
        self.value = value
        self.line = line
        self.column = column


class Constant(Expression):
    """A literal: a text, bytes, a number, True, False, None or `...`."""

    __slots__ = ("value",)

    def __init__(self, value: object, line: int = 0, column: int = 0) -> None:
        self.value = value
        self.line = line
        self.column = column


class NamedExpr(Expression):
    """`target := value`."""

    __slots__ = ("target", "value")
    parts = ("target", "value")

    def __init__(self, target: Name, value: Expression, line: int, column: int) -> None:
        self.target = target
        self.value = value
        self.line = line
        self.column = column


class BoolOp(Expression):
    """A chain of `and`, or of `or`."""

    __slots__ = ("is_and", "values")
    parts = ("values",)

    def __init__(self, is_and: bool, values: tuple[Expression, ...], line: int, column: int) -> None:
        self.is_and = is_and
        self.values = values
        self.line = line
        self.column = column


class IfExp(Expression):
    """`body if test else orelse`."""

    __slots__ = ("body", "orelse", "test")
    parts = ("test", "body", "orelse")

    def __init__(self, test: Expression, body: Expression, orelse: Expression, line: int, column: int) -> None:
        self.test = test
        self.body = body
        self.orelse = orelse
        self.line = line
        self.column = column


class Lambda(Expression):
    """A function without a name, made here."""

    __slots__ = ("function",)

    def __init__(self, function: Function, line: int, column: int) -> None:
        self.function = function
        self.line = line
        self.column = column


class Yield(Expression):
    """`yield value`, `yield from value`."""

    __slots__ = ("is_from", "value")
    parts = ("value",)

    def __init__(self, value: Expression | None, is_from: bool, line: int, column: int) -> None:
        self.value = value
        self.is_from = is_from
        self.line = line
        self.column = column


class Display(Expression):
    """A list, tuple or set that is written out."""

    __slots__ = ("elts",)
    parts = ("elts",)

    def __init__(self, elts: tuple[Expression, ...], line: int = 0, column: int = 0) -> None:
        self.elts = elts
        self.line = line
        self.column = column


class List(Display):
    """`[a, b]`."""

    __slots__ = ()


class Tuple(Display):
    """`a, b`."""

    __slots__ = ()


class Set(Display):
    """`{a, b}`."""

    __slots__ = ()


class Dict(Expression):
    """`{key: value, **other}`; what is unpacked has no key."""

    __slots__ = ("keys", "values")
    parts = ("keys", "values")

    def __init__(
        self, keys: tuple[Expression | None, ...], values: tuple[Expression, ...], line: int, column: int
    ) -> None:
        self.keys = keys
        self.values = values
        self.line = line
        self.column = column


class Generator(Node):
    """`for target in iter if test` of a comprehension."""

    __slots__ = ("ifs", "is_async", "iter", "target")
    parts = ("target", "iter", "ifs")

    def __init__(self, target: Expression, iter: Expression, ifs: tuple[Expression, ...], is_async: bool) -> None:
        self.target = target
        self.iter = iter
        self.ifs = ifs
        self.is_async = is_async
        self.line = target.line
        self.column = target.column


class Comprehension(Expression):
    """A loop in an expression; `made` is the class of what it makes, None for a generator; `elts` are key and value of
    a dict, else one element."""

    __slots__ = ("elts", "generators", "made")
    parts = ("elts", "generators")

    def __init__(
        self,
        made: str | None,
        elts: tuple[Expression, ...],
        generators: tuple[Generator, ...],
        line: int,
        column: int,
    ) -> None:
        self.made = made
        self.elts = elts
        self.generators = generators
        self.line = line
        self.column = column


class UnaryOp(Expression):
    """`op operand`."""

    __slots__ = ("op", "operand")
    parts = ("operand",)

    def __init__(self, op: str, operand: Expression, line: int, column: int) -> None:
        self.op = op
        self.operand = operand
        self.line = line
        self.column = column


class BinOp(Expression):
    """`a op b op c`, evaluated from the left; there is one operator less than operands."""

    __slots__ = ("operands", "ops")
    parts = ("operands",)

    def __init__(self, operands: tuple[Expression, ...], ops: tuple[str, ...], line: int, column: int) -> None:
        self.operands = operands
        self.ops = ops
        self.line = line
        self.column = column


class Compare(Expression):
    """`left op comparator op comparator`."""

    __slots__ = ("comparators", "left", "ops")
    parts = ("left", "comparators")

    def __init__(
        self, left: Expression, ops: tuple[str, ...], comparators: tuple[Expression, ...], line: int, column: int
    ) -> None:
        self.left = left
        self.ops = ops
        self.comparators = comparators
        self.line = line
        self.column = column


class Starred(Expression):
    """`*value`."""

    __slots__ = ("value",)
    parts = ("value",)

    def __init__(self, value: Expression, line: int, column: int) -> None:
        self.value = value
        self.line = line
        self.column = column


class Mix(Expression):
    """A value computed from all of `values`: a formatted text, its plain parts included."""

    __slots__ = ("values",)
    parts = ("values",)

    def __init__(self, values: tuple[Expression, ...], line: int, column: int) -> None:
        self.values = values
        self.line = line
        self.column = column
