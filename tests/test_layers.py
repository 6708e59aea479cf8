"""Modules import only what is below them, rules stay filters, and nothing grows out of sight."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import flake8_session_isolation

PACKAGE = Path(flake8_session_isolation.__file__).parent

LAYERS = ("__main__", "plugin", "analysis", "rules", "interference", "dataflow", "slicing", "linking")
"""From the door down: a module imports only modules of packages named behind its own, or of its own."""

ALONE = ("facts", "finding", "settings", "frontend", "replay")
"""Packages and modules that import only the standard library, and parts of their own package."""

LONGEST_MODULE = 400
LONGEST_FUNCTION = 40

each_module = pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
each_rule = pytest.mark.parametrize(
    "path", sorted((PACKAGE / "rules").glob("[!_]*.py")), ids=lambda path: path.stem)
each_library = pytest.mark.parametrize(
    "path", sorted((PACKAGE / "facts").glob("[!_]*.py")), ids=lambda path: path.stem)

DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
LIBRARIES = {
    "asyncio", "threading", "concurrent", "multiprocessing", "contextvars", "collections", "functools",
    "flask", "fastapi", "starlette", "django", "aiohttp", "sanic", "quart", "tornado", "litestar", "pydantic",
    "sqlalchemy", "attrs", "discord", "aiogram", "telegram", "gradio", "streamlit", "chainlit", "trio",
}


def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def layer_of(path: Path) -> str:
    """The first step below the package: a module's stem, or the folder it is in."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported_by(path: Path) -> Iterator[str]:
    """The dotted names of all modules that a module imports, wherever in it."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: a relative import"
            yield from members(node)


def members(node: ast.ImportFrom) -> Iterator[str]:
    """The modules named by `from a import b`: `a.b` where that is one of ours, else `a`."""
    module = node.module or ""
    for alias in node.names:
        inner = f"{module}.{alias.name}"
        yield inner if is_ours(inner) else module


def is_ours(dotted: str) -> bool:
    """Whether a dotted name is a module of the package."""
    root, *steps = dotted.split(".")
    place = PACKAGE.joinpath(*steps)
    return root == PACKAGE.name and (place.with_suffix(".py").is_file() or (place / "__init__.py").is_file())


def own_layers(path: Path) -> set[str]:
    """The layers of our own that a module imports, other than its own."""
    imported = (dotted.split(".") for dotted in imported_by(path))
    return {steps[1] for steps in imported if steps[0] == PACKAGE.name and len(steps) > 1} - {layer_of(path)}


@each_module
def test_imports_point_down(path: Path) -> None:
    layer = layer_of(path)
    if layer == "__init__":
        assert not own_layers(path)
        return
    if layer in ALONE:
        assert not own_layers(path)
        return
    assert layer in LAYERS, "a new package has its place in the order"
    assert own_layers(path) <= {*LAYERS[LAYERS.index(layer) + 1:], *ALONE}


@each_module
def test_only_the_doors_import_other_libraries(path: Path) -> None:
    """Only `plugin` imports flake8 and only `inference` astroid; all else is the standard library."""
    allowed = {"plugin": {"flake8"}, "inference": {"astroid"}}.get(path.stem, set())
    roots = {dotted.split(".")[0] for dotted in imported_by(path)}
    assert roots <= {PACKAGE.name, *sys.stdlib_module_names, *allowed}


@each_module
def test_only_the_front_end_knows_syntax_trees(path: Path) -> None:
    """flake8's tree comes in by `plugin` and the command, and goes through `analysis`; all others work on the IR."""
    if layer_of(path) not in ("frontend", "plugin", "__main__", "analysis", "replay"):
        assert "ast" not in set(imported_by(path))


@each_library
def test_a_library_is_described_by_rows_alone(path: Path) -> None:
    """No logic among facts: a docstring, the import of the words, and assignments."""
    allowed = (ast.Expr, ast.ImportFrom, ast.Assign, ast.AnnAssign)
    assert set(imported_by(path)) <= {"__future__", f"{PACKAGE.name}.facts"}
    assert all(isinstance(node, allowed) for node in tree_of(path).body)


@each_rule
def test_a_rule_walks_no_tree(path: Path) -> None:
    assert not {"ast", "astroid"} & {dotted.split(".")[0] for dotted in imported_by(path)}


@each_rule
def test_a_rule_names_no_library(path: Path) -> None:
    """Knowledge of libraries is facts; a rule sees only what they have in common."""
    tree = tree_of(path)
    pages = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, DOCUMENTED)}
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    texts = {value for value in constants if isinstance(value, str)} - pages
    assert not {word for text in texts for word in re.findall(r"\w+", text)} & LIBRARIES


@each_module
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@each_module
def test_a_function_fits_on_a_screen(path: Path) -> None:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    functions = [node for node in ast.walk(tree_of(path)) if isinstance(node, kinds)]
    assert [each.name for each in functions if lines_of(each) > LONGEST_FUNCTION] == []


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines a function takes, without its decorators."""
    return (node.end_lineno or node.lineno) - node.lineno + 1
