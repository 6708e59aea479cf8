"""Each case gives the answer that its comments state, by itself and after changes that must not matter."""

from __future__ import annotations

import ast
import builtins
import inspect
import re
import runpy
import textwrap
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from flake8_session_isolation import facts
from flake8_session_isolation.analysis import check as analyse
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.linking.program import forget
from flake8_session_isolation.rules import RULES, Rule
from flake8_session_isolation.settings import CLAIMS, Settings
from tests.check import (
    CASES, among_companions, answer, case_files, check, companions, differences, expectations, findings_in, findings_of,
    name_of, read,
)

UNSERVED = ("SIS002", "SIS005", "SIS006", "SIS101", "SIS103", "SIS104", "SIS107")
"""Codes that need no function that is known to serve."""

Places: TypeAlias = "list[tuple[int, int, str]]"

CASES_OF_CLASSES = sorted((CASES / "class_attribute_shared").glob("*.py"))

each_case = pytest.mark.parametrize("path", case_files(), ids=name_of, scope="module")
"""Of that scope, so that the tests of one case stand together and share its answer."""
shown_rules = [rule for rule in RULES if rule.CODE != "SIS000"]
each_rule = pytest.mark.parametrize("rule", shown_rules, ids=lambda rule: rule.NAME)


@each_case
def test_a_case_is_answered_as_it_says(path: Path) -> None:
    check(path)


@pytest.mark.parametrize("path", [each for each in case_files() if companions(each)], ids=name_of)
def test_the_other_files_of_a_case_are_answered_as_they_say(path: Path) -> None:
    for name in companions(path):
        check(path.with_name(f"{name}.py"))


@each_case
def test_a_case_can_be_imported_and_prints_nothing(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with among_companions(path):
        runpy.run_path(str(path), run_name="case")
    assert capfd.readouterr() == ("", "")


@each_case
def test_a_case_says_in_one_or_two_sentences_what_it_shows(path: Path) -> None:
    said = ast.get_docstring(ast.parse(read(path)))
    assert said
    assert said.endswith(".")
    assert len(re.findall(r"[.!?:](?:\s|$)", said)) <= 3


@each_rule
def test_the_example_of_a_rule_shows_its_code_alone(rule: Rule) -> None:
    assert [finding.code for finding in findings_in(block("Example", rule), "case.py", rule.CODE)] == [rule.CODE]


@each_rule
def test_the_cure_of_a_rule_is_silent(rule: Rule) -> None:
    assert findings_in(block("Use instead", rule), "case.py", rule.CODE) == []


def block(title: str, rule: Rule) -> str:
    """The indented lines below `title:` in a rule's docstring."""
    found = re.search(rf"^{title}:\n((?:(?: {{4}}.*)?\n)+)", inspect.getdoc(rule) or "", re.MULTILINE)
    assert found, f"{rule.CODE} has no block {title!r}"
    return textwrap.dedent(found[1])


LIBRARIES = {path.stem for path in Path(facts.__file__).parent.glob("[!_]*.py")} - {"python"}
KEEP_TO_A_FORM = (
    *("frameworks/gateways", "frameworks/grpc", "frameworks/grpc_servicer"),
    *("frameworks/django", "frameworks/reflex", "frameworks/open_webui"),
    "module_state_written/library_callbacks", "across_files/callbacks_of_another_file",
    "across_files/hook_of_a_base_elsewhere", "singleton_keeps_session/objects_that_decorate",
)
"""Programs with functions that serve by their form, coroutines or not, or with a base that copies its attributes."""

STRANGER = "textual"
"""A library of which facts tell that it calls back for one user alone."""

each_case_without_a_form = pytest.mark.parametrize(
    "path", [path for path in case_files() if name_of(path) not in KEEP_TO_A_FORM], ids=name_of, scope="module")


@pytest.mark.once
@each_case_without_a_form
def test_without_coroutines_no_function_is_served(path: Path) -> None:
    """No SIS001, no SIS003, no SIS007, and of others at most what was there before.

    Coroutines are served because they are coroutines; here each is a plain function, and asyncio and all others
    are one that calls back for one user alone, so that no known code serves. A class attribute that grows
    through `self` needs no served function, nor does the object in a context variable, nor a default that is changed.
    """
    source = read(path)
    after = places(changed(WithoutCoroutines(), source), path)
    assert set(after) <= {each for each in places_of(answer(path)) if each[2] in UNSERVED}


@pytest.mark.once
@each_case
def test_codes_that_are_off_by_default_change_no_other(path: Path) -> None:
    """What is on by default says the same under `--select=SIS` and `--select=SIS0,SIS1`, in each file of a case."""
    for each in (path, *(path.with_name(f"{name}.py") for name in companions(path))):
        is_answered = not any(expected.code.startswith("SIS1") for expected in expectations(read(each)))
        default = list(answer(each)) if is_answered else claims(ast.parse(read(each)), each)
        assert claims(ast.parse(read(each)), each, *RULES) == default


@pytest.mark.once
@pytest.mark.parametrize("path", CASES_OF_CLASSES, ids=name_of)
def test_they_change_none_of_a_class_that_leaves_attributes_to_subclasses(path: Path) -> None:
    """The same where each list and dict of a class is None: in sight, nothing gives the class one."""
    source = read(path)
    every = claims(changed(WithoutAttributes(), source), path, *RULES)
    assert every == claims(changed(WithoutAttributes(), source), path)


def claims(tree: ast.Module, path: Path, *on: Rule) -> list[Finding]:
    """What is found by rules that are on by default in a tree made from a case, when others are `on` as well."""
    forget()  # another tree under this name
    settings = Settings(codes=frozenset(each.CODE for each in on if not each.CODE.startswith(CLAIMS)))
    every = analyse(tree, read(path).splitlines(keepends=True), str(path), settings)
    return [each for each in every if each.code.startswith(CLAIMS)]


@pytest.mark.once
@each_case
def test_other_names_give_the_same_findings(path: Path) -> None:
    """Variables, parameters, functions and classes may be called anything; attributes keep their names."""
    source = read(path)
    tree = ast.parse(source)
    new = {name: f"other{number}" for number, name in enumerate(sorted(free_names(tree)))}
    assert places(changed(WithOtherNames(new), source), path) == places_of(answer(path))


@pytest.mark.once
def test_flake8_shows_each_expectation_and_noqa_silences_it(
    folder: Path, flake8_says: Callable[..., list[str]],
) -> None:
    for path in all_files():
        copy = folder / path.relative_to(CASES)
        copy.parent.mkdir(exist_ok=True, parents=True)
        copy.write_text(with_noqa(read(path)), encoding="utf-8")
    shown = flake8_says("--isolated", "--select=SIS", "--disable-noqa", ".")
    assert places_shown(shown) == places_expected(lambda code: code.startswith("SIS0"))
    assert flake8_says("--isolated", "--select=SIS", ".") == []
    for rule in (each for each in shown_rules if each.CODE.startswith("SIS1")):
        cases = f"./{rule.NAME.replace('-', '_')}"
        shown = flake8_says("--isolated", f"--select={rule.CODE}", "--disable-noqa", cases)
        assert places_shown(shown) == places_expected(rule.CODE.__eq__)
        assert flake8_says("--isolated", f"--select={rule.CODE}", cases) == []


def places_shown(lines: list[str]) -> list[str]:
    """File, line, column and code of flake8's lines."""
    return sorted(" ".join(line.split()[:2]) for line in lines)


def places_expected(shows: Callable[[str], bool]) -> list[str]:
    """The expectations of all cases that are of a code that shows, as flake8 would print them."""
    return sorted(
        f"./{path.relative_to(CASES).as_posix()}:{each.line}:{each.column + 1}: {each.code}"
        for path in all_files() for each in expectations(read(path)) if shows(each.code)
    )


def all_files() -> list[Path]:
    """The cases with their companions."""
    return [*case_files(), *(path.with_name(f"{name}.py") for path in case_files() for name in companions(path))]


def with_noqa(source: str) -> str:
    """The same program, in which each expectation has become a `noqa` for its code."""
    codes: dict[int, list[str]] = {}
    for each in expectations(source):
        codes.setdefault(each.line, []).append(each.code)
    lines = source.splitlines()
    for line, named in codes.items():
        lines[line - 1] = lines[line - 1].partition("# error:")[0] + f"# noqa: {','.join(named)}"
    return "\n".join(lines) + "\n"


def places(tree: ast.Module, path: Path) -> Places:
    """Line, column and code of what is found in a tree that was made from a case."""
    forget()  # a module is known by its text, and the tree has become another
    return places_of(findings_of(tree, read(path), str(path)))


def places_of(found: Iterable[Finding]) -> Places:
    """Line, column and code of findings."""
    return [(each.line, each.column, each.code) for each in found]


def changed(transformer: ast.NodeTransformer, source: str) -> ast.Module:
    """The tree of a program after a transformation; all that is left is where it was."""
    tree: ast.Module = transformer.visit(ast.parse(source))
    return tree


class WithoutCoroutines(ast.NodeTransformer):
    """Makes plain functions of coroutines, plain steps of awaits, and strangers of asyncio and all libraries."""

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._become(ast.FunctionDef, node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.decorator_list = [each for each in node.decorator_list if not ast.unparse(each).endswith(".coroutine")]
        return self.generic_visit(node)

    def visit_AsyncFor(self, node: ast.AsyncFor) -> ast.AST:
        return self._become(ast.For, node)

    def visit_AsyncWith(self, node: ast.AsyncWith) -> ast.AST:
        return self._become(ast.With, node)

    def visit_Await(self, node: ast.Await) -> ast.AST:
        waited: ast.AST = self.visit(node.value)
        return waited

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        node.is_async = 0
        return self.generic_visit(node)

    def visit_Import(self, node: ast.Import) -> ast.AST:
        for alias in node.names:
            first = alias.name.partition(".")[0]
            if first in LIBRARIES:
                alias.asname = alias.asname or first
                alias.name = STRANGER
        return node

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST:
        if node.module and node.module.partition(".")[0] in LIBRARIES:
            node.module = STRANGER
        return node

    def _become(self, plain: type[ast.AST], node: ast.AST) -> ast.AST:
        fields = dict(ast.iter_fields(self.generic_visit(node)))
        return ast.copy_location(plain(**fields), node)


class WithoutAttributes(ast.NodeTransformer):
    """Binds None in a class where it binds a list, dict or set."""

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        self.generic_visit(node)
        for each in node.body:
            if isinstance(each, ast.Assign) and isinstance(each.value, (ast.List, ast.Dict, ast.Set)):
                each.value = ast.copy_location(ast.Constant(None), each.value)
        return node


class WithOtherNames(ast.NodeTransformer):
    """Renames variables, parameters, functions and classes."""

    FIELDS = ("id", "arg", "name", "names", "rest")

    def __init__(self, new: dict[str, str]) -> None:
        self.new = new

    def visit(self, node: ast.AST) -> ast.AST:
        """Rename what this node names, and whatever it holds."""
        if not isinstance(node, (ast.alias, ast.keyword, ast.Import, ast.ImportFrom)):
            for field in self.FIELDS:
                value = getattr(node, field, None)
                if isinstance(value, str):
                    setattr(node, field, self.new.get(value, value))
                elif isinstance(value, list):
                    setattr(node, field, [self.new.get(each, each) for each in value])
        return self.generic_visit(node)


CONVENTIONS = re.compile(
    r"__\w+__|self|cls|_?(async_|a)?main|setup|serve|test\w*|\w*_?[Tt]est"
    r"|get_response|request|req|resp|response|exception|scope|receive|send|environ|start_response"
    r"|ctx|event|update|state|global_dependencies|remembered|desk|ChatSession|_Handshake|_Core")
"""Names that mean something by themselves: to Python, to a reader, to a test runner, or to a server."""


def free_names(tree: ast.Module) -> set[str]:
    """The names in a program that may be exchanged: bound in it, and used only as plain names."""
    taken = set(dir(builtins)).union(*(tied_names(node) for node in ast.walk(tree)))
    bound = {name for node in ast.walk(tree) for name in bound_names(node)}
    return {name for name in bound - taken if not CONVENTIONS.fullmatch(name)}


def bound_names(node: ast.AST) -> Iterator[str]:
    """The names that a node binds."""
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.arg(arg=name):
            yield name
        case ast.Name(id=name, ctx=ast.Store()):
            yield name
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            yield name
        case ast.MatchMapping(rest=str(name)):
            yield name


def tied_names(node: ast.AST) -> Iterator[str]:
    """The names that a node ties a program to: imported, an attribute's, a keyword's, spelled in a text."""
    match node:
        case ast.alias(name=dotted, asname=other):
            yield other or dotted.partition(".")[0]
        case ast.Attribute(attr=name) | ast.keyword(arg=str(name)) | ast.Constant(value=str(name)):
            yield name
        case ast.ClassDef(body=body):
            yield from (name for statement in body for name in attributes_of_class(statement))
        case ast.MatchClass(kwd_attrs=names):
            yield from names


def attributes_of_class(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement in a class body makes attributes of the class."""
    yield from bound_names(statement)
    targets = [getattr(statement, "target", None), *getattr(statement, "targets", [])]
    yield from (each.id for each in targets if isinstance(each, ast.Name))


def test_a_difference_is_shown_in_both_directions() -> None:
    source = "history = []\nasync def chat(message):\n    history.append(message)\n    return list(history)\n"
    wrong = "x = 1  # error: 0, SIS002\n"
    shown = list(differences(expectations(wrong), findings_in(source)))
    assert shown[0] == "  missing  line 1: 0, SIS002"
    assert shown[1].startswith("  surplus  line 3: 4, SIS001  ")


@pytest.mark.parametrize("comment", ["# error", "# error: SIS001", "# error 4, SIS001", "# Error: 4, SIS001"])
def test_a_malformed_expectation_is_refused(comment: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        expectations(f"x = 1  {comment}\n")
