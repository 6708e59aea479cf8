"""Changes of a program that change nothing of what it does: the findings stay, each at its place.

All changes are made to each case at once; a failure names those that make the difference alone.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from flake8_session_isolation.linking.program import forget
from tests.check import case_files, case_functions, differences, expectations, findings_in, findings_of, name_of, read

Body: TypeAlias = "list[ast.stmt]"
Definition: TypeAlias = "ast.FunctionDef | ast.AsyncFunctionDef"
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def parsed(text: str) -> Body:
    """The statements of a text."""
    return ast.parse(text).body


def definitions(tree: ast.AST) -> Iterator[Definition]:
    """All functions and methods."""
    return (each for each in list(ast.walk(tree)) if isinstance(each, DEFINITIONS))


def split(body: Body) -> tuple[Body, Body]:
    """What must stand first in a body, its text and what it imports from the future, and the rest."""
    at = 0
    while at < len(body) and (_is_text(body[at]) if not at else getattr(body[at], "module", None) == "__future__"):
        at += 1
    return body[:at], body[at:]


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(getattr(node.value, "value", None), str)


def with_texts(tree: ast.Module) -> None:
    """A docstring for each function and class that has none."""
    for each in ast.walk(tree):
        if isinstance(each, (*DEFINITIONS, ast.ClassDef)) and not _is_text(each.body[0]):
            each.body.insert(0, parsed("'Nothing to say.'")[0])


def with_strangers(tree: ast.Module) -> None:
    """A class and a function that nobody uses."""
    tree.body += parsed(
        "class Stranger:\n    def double(self, number):\n        return 2 * number\n"
        "def strange(number):\n    numbers = []\n    numbers.append(number)\n    return numbers\n")


def with_variables(tree: ast.Module) -> None:
    """What is returned is kept in a variable first."""
    class Keep(ast.NodeTransformer):
        def visit_Return(self, node: ast.Return) -> ast.AST | list[ast.stmt]:
            if node.value is None:
                return node
            kept = ast.copy_location(ast.Assign([ast.Name("outcome", ast.Store())], node.value), node)
            return [kept, ast.copy_location(ast.Return(ast.Name("outcome", ast.Load())), node)]

    Keep().visit(tree)


def with_blocks(tree: ast.Module) -> None:
    """The body of each function in a `try` that always goes on, in a branch that is always taken."""
    for each in definitions(tree):
        first, rest = split(each.body)
        if rest:
            each.body = [*first, ast.If(ast.Constant(True), [ast.Try(rest, [], [], parsed("pass"))], [])]


def in_branches(tree: ast.Module) -> None:
    """Each definition and assignment of the module in a branch that is always taken."""
    moved = (*DEFINITIONS, ast.ClassDef, ast.Assign, ast.AnnAssign)
    tree.body = [ast.If(ast.Constant(True), [each], []) if isinstance(each, moved) else each for each in tree.body]


def with_identities(tree: ast.Module) -> None:
    """A decorator that gives back what it is given, above and below the others of each function and class."""
    for each in ast.walk(tree):
        if isinstance(each, (*DEFINITIONS, ast.ClassDef)):
            above, below = (ast.copy_location(ast.Name("unchanged", ast.Load()), each) for _ in "ab")
            each.decorator_list = [above, *each.decorator_list, below]
    first, rest = split(tree.body)
    tree.body = [*first, *parsed("def unchanged(decorated):\n    return decorated"), *rest]


def with_empty_steps(tree: ast.Module) -> None:
    """A `pass` before each statement."""
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            body = getattr(node, name, None)
            if isinstance(body, list) and body and isinstance(body[0], ast.stmt):
                first, rest = split(body)
                setattr(node, name, [*first, *(one for each in rest for one in (*parsed("pass"), each))])


def backwards(tree: ast.Module) -> None:
    """Functions and methods that only others name stand the other way round."""
    bodies: list[Body] = [each.body for each in ast.walk(tree) if isinstance(each, (ast.Module, ast.ClassDef))]
    for body in bodies:
        fixed = _used_at_once(body)
        count = Counter(each.name for each in body if isinstance(each, DEFINITIONS))
        at = [at for at, each in enumerate(body) if isinstance(each, DEFINITIONS) and not (
            each.decorator_list or each.name in fixed or count[each.name] > 1)]
        for position, each in zip(at, [body[each] for each in reversed(at)]):
            body[position] = each


def _used_at_once(body: Body) -> set[str]:
    """The names that a body, decorators, defaults and bases use while it runs."""
    nodes: list[ast.AST] = [each for each in body if not isinstance(each, DEFINITIONS)]
    for each in body:
        if isinstance(each, DEFINITIONS):
            nodes += [*each.decorator_list, each.args]
    return {one.id for node in nodes for one in ast.walk(node) if isinstance(one, ast.Name)}


@pytest.fixture(autouse=True)
def nothing_is_kept() -> Iterator[None]:
    """A module is known by its text: what is kept of a changed tree would be the answer for the unchanged one."""
    yield
    forget()


Change: TypeAlias = Callable[[ast.Module], None]
CHANGES: tuple[Change, ...] = (
    with_texts, with_strangers, with_variables, with_blocks, in_branches, backwards, with_empty_steps, with_identities)


Places: TypeAlias = "Counter[tuple[int, int, str]]"


def places(path: Path, changes: Iterable[Change]) -> Places:
    """Line, column and code of what is found in a changed case; all that is left is where it was."""
    forget()  # a module is known by its text, and the tree has become another
    source = read(path)
    tree = ast.parse(source)
    for change in changes:
        change(tree)
    found = findings_of(ast.fix_missing_locations(tree), source, str(path))
    return Counter((each.line, each.column, each.code) for each in found)


@pytest.mark.once
@pytest.mark.parametrize("path", case_files(), ids=name_of)
def test_changes_without_an_effect_change_no_finding(path: Path) -> None:
    expected = Counter((each.line, each.column, each.code) for each in expectations(read(path)))
    together = places(path, CHANGES)
    if together != expected:
        alone = {each.__name__: places(path, [each]) for each in CHANGES}
        guilty = [name for name, found in alone.items() if found != expected]
        raise AssertionError(f"{guilty}: {[*(together - expected)]} are new, {[*(expected - together)]} are gone")


@pytest.mark.once
@pytest.mark.parametrize("path", case_files(), ids=name_of)
def test_a_finding_does_not_hang_on_the_other_leaks_of_its_file(path: Path) -> None:
    """What the slice takes for changed must not be so by another function's doing alone."""
    source = read(path)
    leaks = {each.name for each in case_functions(source) if each.is_bad}
    for name in leaks:
        forget()
        tree = ast.parse(source)
        [leak] = (each for each in tree.body if isinstance(each, DEFINITIONS) and each.name == name)
        expected = {(each.line, each.code) for each in expectations(source) if _is_within(each.line, leak)}
        tree.body = [each for each in tree.body if not _is_another(each, leak, leaks)]
        assert expected <= {(each.line, each.code) for each in findings_of(tree, source, str(path))}, name


def _is_within(line: int, function: Definition) -> bool:
    return function.lineno <= line <= (function.end_lineno or 0)


def _is_another(node: ast.stmt, leak: Definition, leaks: Container[str]) -> bool:
    """Whether a statement defines another one of the leaks, and does not name this one."""
    if not isinstance(node, DEFINITIONS) or node is leak or node.name not in leaks:
        return False
    return all(each.id != leak.name for each in ast.walk(node) if isinstance(each, ast.Name))


@pytest.mark.once
@pytest.mark.parametrize("path", case_files()[::5], ids=name_of)
def test_comments_and_empty_lines_move_findings_alone(path: Path) -> None:
    text = "".join(with_comments(read(path)))
    assert not list(differences(expectations(text), findings_in(text, str(path))))


def with_comments(text: str) -> Iterator[str]:
    """The lines of a program, with a comment and an empty line before each statement that begins one."""
    lines = text.splitlines(keepends=True)
    starts = {each.lineno for each in ast.walk(ast.parse(text)) if isinstance(each, ast.stmt)}
    for number, line in enumerate(lines, start=1):
        indent = line[:len(line) - len(line.lstrip())]
        if number in starts:
            yield f"{indent}# Nothing to say.\n\n"
        yield line
