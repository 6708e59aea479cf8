"""The statements of the intermediate representation; import them from `ir`, which documents it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_session_isolation.frontend.ir_expressions import Expression, Name, Node

if TYPE_CHECKING:
    from flake8_session_isolation.frontend.scopes import Class, Function


class Statement(Node):
    """Something that is done."""

    __slots__ = ()


class Expr(Statement):
    """An expression whose value is not used."""

    __slots__ = ("value",)
    parts = ("value",)

    def __init__(self, value: Expression, line: int, column: int) -> None:
        self.value = value
        self.line = line
        self.column = column


class Assign(Statement):
    """`target = target = value`; of an annotated assignment, `annotation` is what follows the colon."""

    __slots__ = ("annotation", "targets", "value")
    parts = ("targets", "annotation", "value")

    def __init__(
        self,
        targets: tuple[Expression, ...],
        value: Expression,
        line: int,
        column: int,
        annotation: Expression | None = None,
    ) -> None:
        self.targets = targets
        self.value = value
        self.annotation = annotation
        self.line = line
        self.column = column


class Declare(Statement):
    """`target: annotation`, without a value."""

    __slots__ = ("annotation", "target")
    parts = ("target", "annotation")

    def __init__(self, target: Expression, annotation: Expression, line: int, column: int) -> None:
        self.target = target
        self.annotation = annotation
        self.line = line
        self.column = column


class AugAssign(Statement):
    """`target op= value`."""

    __slots__ = ("op", "target", "value")
    parts = ("target", "value")

    def __init__(self, target: Expression, op: str, value: Expression, line: int, column: int) -> None:
        self.target = target
        self.op = op
        self.value = value
        self.line = line
        self.column = column


class Return(Statement):
    """`return value`."""

    __slots__ = ("value",)
    parts = ("value",)

    def __init__(self, value: Expression | None, line: int, column: int) -> None:
        self.value = value
        self.line = line
        self.column = column


class Branch(Node):
    """A test and the block that runs if it is true."""

    __slots__ = ("body", "test")
    parts = ("test", "body")

    def __init__(self, test: Expression, body: tuple[Statement, ...], line: int, column: int) -> None:
        self.test = test
        self.body = body
        self.line = line
        self.column = column


class If(Statement):
    """`if` with all its `elif`s as `branches`, and `else`."""

    __slots__ = ("branches", "orelse")
    parts = ("branches", "orelse")

    def __init__(self, branches: tuple[Branch, ...], orelse: tuple[Statement, ...], line: int, column: int) -> None:
        self.branches = branches
        self.orelse = orelse
        self.line = line
        self.column = column


class For(Statement):
    """A loop over `iter`, asynchronous or not."""

    __slots__ = ("body", "is_async", "iter", "orelse", "target")
    parts = ("target", "iter", "body", "orelse")

    def __init__(
        self,
        target: Expression,
        iter: Expression,
        body: tuple[Statement, ...],
        orelse: tuple[Statement, ...],
        is_async: bool,
        line: int,
        column: int,
    ) -> None:
        self.target = target
        self.iter = iter
        self.body = body
        self.orelse = orelse
        self.is_async = is_async
        self.line = line
        self.column = column


class While(Statement):
    """A loop as long as `test` holds."""

    __slots__ = ("body", "orelse", "test")
    parts = ("test", "body", "orelse")

    def __init__(
        self, test: Expression, body: tuple[Statement, ...], orelse: tuple[Statement, ...], line: int, column: int
    ) -> None:
        self.test = test
        self.body = body
        self.orelse = orelse
        self.line = line
        self.column = column


class WithItem(Node):
    """`context_expr as optional_vars`."""

    __slots__ = ("context_expr", "optional_vars")
    parts = ("context_expr", "optional_vars")

    def __init__(self, context_expr: Expression, optional_vars: Expression | None) -> None:
        self.context_expr = context_expr
        self.optional_vars = optional_vars
        self.line = context_expr.line
        self.column = context_expr.column


class With(Statement):
    """A block that is entered and left, asynchronously or not."""

    __slots__ = ("body", "is_async", "items")
    parts = ("items", "body")

    def __init__(
        self, items: tuple[WithItem, ...], body: tuple[Statement, ...], is_async: bool, line: int, column: int
    ) -> None:
        self.items = items
        self.body = body
        self.is_async = is_async
        self.line = line
        self.column = column


class ExceptHandler(Node):
    """`except type as name`."""

    __slots__ = ("body", "name", "type")
    parts = ("type", "body")

    def __init__(
        self, type: Expression | None, name: str | None, body: tuple[Statement, ...], line: int, column: int
    ) -> None:
        self.type = type
        self.name = name
        self.body = body
        self.line = line
        self.column = column


class Try(Statement):
    """`try`, with `except` or `except*`."""

    __slots__ = ("body", "finalbody", "handlers", "orelse")
    parts = ("body", "handlers", "orelse", "finalbody")

    def __init__(
        self,
        body: tuple[Statement, ...],
        handlers: tuple[ExceptHandler, ...],
        orelse: tuple[Statement, ...],
        finalbody: tuple[Statement, ...],
        line: int,
        column: int,
    ) -> None:
        self.body = body
        self.handlers = handlers
        self.orelse = orelse
        self.finalbody = finalbody
        self.line = line
        self.column = column


class Case(Node):
    """One `case`: the variables that its pattern binds, the values it compares with, its guard."""

    __slots__ = ("body", "guard", "names", "values")
    parts = ("values", "guard", "body")

    def __init__(
        self,
        names: tuple[Name, ...],
        values: tuple[Expression, ...],
        guard: Expression | None,
        body: tuple[Statement, ...],
        line: int,
        column: int,
    ) -> None:
        self.names = names
        self.values = values
        self.guard = guard
        self.body = body
        self.line = line
        self.column = column


class Match(Statement):
    """`match subject`."""

    __slots__ = ("cases", "subject")
    parts = ("subject", "cases")

    def __init__(self, subject: Expression, cases: tuple[Case, ...], line: int, column: int) -> None:
        self.subject = subject
        self.cases = cases
        self.line = line
        self.column = column


class Delete(Statement):
    """`del targets`."""

    __slots__ = ("targets",)
    parts = ("targets",)

    def __init__(self, targets: tuple[Expression, ...], line: int, column: int) -> None:
        self.targets = targets
        self.line = line
        self.column = column


class Raise(Statement):
    """`raise exc`."""

    __slots__ = ("cause", "exc")
    parts = ("exc", "cause")

    def __init__(self, exc: Expression | None, cause: Expression | None, line: int, column: int) -> None:
        self.exc = exc
        self.cause = cause
        self.line = line
        self.column = column


class Assert(Statement):
    """`assert test, msg`."""

    __slots__ = ("msg", "test")
    parts = ("test", "msg")

    def __init__(self, test: Expression, msg: Expression | None, line: int, column: int) -> None:
        self.test = test
        self.msg = msg
        self.line = line
        self.column = column


class Exit(Statement):
    """`break` and `continue`: the rest of a loop's body is left out."""

    __slots__ = ("is_break",)

    def __init__(self, is_break: bool, line: int, column: int) -> None:
        self.is_break = is_break
        self.line = line
        self.column = column


class Define(Statement):
    """A function is defined: its decorators and defaults are evaluated here, its body when it is called."""

    __slots__ = ("function",)

    def __init__(self, function: Function, line: int, column: int) -> None:
        self.function = function
        self.line = line
        self.column = column


class DefineClass(Statement):
    """A class is defined, and its body run."""

    __slots__ = ("cls",)

    def __init__(self, cls: Class, line: int, column: int) -> None:
        self.cls = cls
        self.line = line
        self.column = column
