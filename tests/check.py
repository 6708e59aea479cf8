"""The one way in which tests ask the plugin about a case, and the reader of what a case says of itself.

A case is a small program. The *name* of a function states what is true: `..._bad` lets one session reach
another or race with itself, `..._ok` does not. A *comment* at a line's end states what the tool answers:
`# error: 4, SIS001` (column in characters from 0, code), then, if wished, a quoted piece of the message.
Where the two differ, the name begins with `missed_` or `false_alarm_`.

A case function takes texts: the first parameter tells whose session it is, the others what is said in it. A
comment right above a case function may add a remark, one of `REMARKS`, and gives its reason behind the colon.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import io
import re
import sys
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from flake8_session_isolation.analysis import check as analyse
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.linking.program import forget
from flake8_session_isolation.settings import Settings

CASES = Path(__file__).parent / "cases"

REMARKS = (
    "missed", "false alarm", "benign race", "shared on purpose", "not executed", "on the loop", "one at a time",
)
"""Why the tool is wrong (the first two); why a race or a leak is none; why the program is only read; by what custom of
its library a plain function is interrupted by no caller, and a handler not begun before the last one ends."""

EXPECTATION = re.compile(r'# error: (?P<column>\d+), (?P<code>SIS\d{3})(?:, "(?P<text>[^"]+)")?')
MENTION = re.compile(r"#\s*error\b", re.IGNORECASE)
TRUTH = re.compile(r"_(?P<truth>bad|ok)$")
REMARK = re.compile(rf"# (?P<kind>{'|'.join(REMARKS)}): (?P<reason>.+)")


class Expected(NamedTuple):
    """What the tool should answer at one place; `text` is a piece of the message, or empty."""

    line: int
    column: int
    code: str
    text: str

    def __str__(self) -> str:
        """As it is in the case, with its line in front."""
        piece = f', "{self.text}"' if self.text else ""
        return f"line {self.line}: {self.column}, {self.code}{piece}"


class CaseFunction(NamedTuple):
    """A function whose name states a truth, with the lines that belong to it.

    These begin behind the previous case function, so that the class or the helper right above counts.
    """

    name: str
    parameters: tuple[str, ...]
    first_line: int
    last_line: int
    remarks: dict[str, str]

    @property
    def is_bad(self) -> bool:
        """Whether sessions meet here."""
        return self.name.endswith("_bad")

    @property
    def is_missed(self) -> bool:
        """Whether the tool is known not to see it."""
        return self.name.startswith("missed_")

    @property
    def is_false_alarm(self) -> bool:
        """Whether the tool is known to report it wrongly."""
        return self.name.startswith("false_alarm_")

    @property
    def kind(self) -> str:
        """How it counts."""
        if self.is_missed:
            return "missed alarms"
        if self.is_false_alarm:
            return "false alarms"
        return "bad" if self.is_bad else "ok"


def case_files() -> list[Path]:
    """All cases, in the order of their names; of a case in several files the one called main."""
    return sorted((*CASES.glob("*/*.py"), *CASES.glob("*/*/main.py")))


def name_of(path: Path) -> str:
    """What a test calls a case: its folder and stem, or its folders where it has several files."""
    within = path.relative_to(CASES) if path.is_relative_to(CASES) else Path(path.parent.name, path.name)
    return "/".join(within.parts[:-1] if len(within.parts) == 3 else within.with_suffix("").parts)


def subject_of(path: Path) -> str:
    """The rule that a case is about, or another reason why it is together with others."""
    return name_of(path).partition("/")[0]


def companions(path: Path) -> list[str]:
    """The other modules of a case in several files."""
    return sorted(each.stem for each in path.parent.glob("*.py") if each != path) if path.name == "main.py" else []


@contextlib.contextmanager
def among_companions(path: Path) -> Iterator[None]:
    """Where a case is run: what it imports from its own folder is created again.

    A case that is alone imports nothing from there: it may have the name of a library.
    """
    if not companions(path):
        yield
        return
    for name in companions(path):
        sys.modules.pop(name, None)
    sys.path.append(str(path.parent))
    try:
        yield
    finally:
        sys.path.remove(str(path.parent))


def read(path: Path) -> str:
    """The text of a case."""
    return path.read_text(encoding="utf-8")


def findings_in(source: str, filename: str = "case.py", *codes: str) -> list[Finding]:
    """What the plugin answers to a program, with those of `codes` turned on that are off by default."""
    return findings_of(ast.parse(source), source, filename, *codes)


def findings_of(tree: ast.Module, source: str, filename: str = "case.py", *codes: str) -> list[Finding]:
    """What the plugin answers to a tree, whose text is `source`.

    Of the codes that are off by default, those that the text expects or that are named are on.
    """
    expected = (each.code for each in expectations(source))
    on = frozenset(each for each in (*codes, *expected) if each.startswith("SIS1"))
    return list(analyse(tree, source.splitlines(keepends=True), filename, Settings(codes=on)))


@functools.lru_cache(maxsize=64)
def answer(path: Path) -> tuple[Finding, ...]:
    """What the plugin answers to a case as it is on disk, when nothing is known before.

    Several tests compare with it; those of one case run one after the other (see `each_case` in `test_cases.py`).
    """
    forget()
    return tuple(findings_in(read(path), str(path)))


@functools.cache
def expectations(source: str) -> list[Expected]:
    """The expectations of a case, in the order of its lines; a malformed one raises ValueError."""
    return [each for line, comment in comments(source) for each in _expectations_in(comment, line)]


def comments(source: str) -> Iterator[tuple[int, str]]:
    """Each comment with its line; what only looks like one inside a text is none."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def _expectations_in(comment: str, line: int) -> Iterator[Expected]:
    found = list(EXPECTATION.finditer(comment))
    if len(found) != len(MENTION.findall(comment)):
        raise ValueError(f'line {line}: {comment!r} is not of the form # error: 4, SIS001, "piece of text"')
    for each in found:
        yield Expected(line, int(each["column"]), each["code"], each["text"] or "")


@functools.cache
def case_functions(source: str) -> list[CaseFunction]:
    """The functions of a case that state a truth, in the order of their lines."""
    said = dict(comments(source))
    functions: list[CaseFunction] = []
    for node in ast.parse(source).body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and TRUTH.search(node.name):
            behind = functions[-1].last_line if functions else 0
            functions.append(_case_function(node, behind + 1, said))
    return functions


def kinds_of_cases() -> Counter[str]:
    """How many functions of the cases are of each kind."""
    return Counter(each.kind for path in case_files() for each in case_functions(read(path)))


def _case_function(
    node: ast.FunctionDef | ast.AsyncFunctionDef, first_line: int, said: dict[int, str],
) -> CaseFunction:
    head = min([node.lineno, *(each.lineno for each in node.decorator_list)])
    parameters = tuple(each.arg for each in node.args.args)
    remarks = dict(_remarks_above(head, said))
    return CaseFunction(node.name, parameters, first_line, node.end_lineno or head, remarks)


def _remarks_above(line: int, said: dict[int, str]) -> Iterator[tuple[str, str]]:
    while (line := line - 1) in said:
        if found := REMARK.match(said[line]):
            yield found["kind"], found["reason"]


def check(path: Path) -> None:
    """Fail, and show the difference, if the plugin's answer to a case is not what its comments say."""
    source = read(path)
    difference = list(differences(expectations(source), answer(path)))
    assert not difference, "\n".join([f"{name_of(path)}:", *difference])


def differences(expected: Iterable[Expected], found: Iterable[Finding]) -> Iterator[str]:
    """A line for each expectation without a finding, and for each finding without an expectation."""
    surplus = list(found)
    for each in expected:
        match = next((finding for finding in surplus if agrees(each, finding)), None)
        if match is None:
            yield f"  missing  {each}"
        else:
            surplus.remove(match)
    for finding in surplus:
        yield f"  surplus  line {finding.line}: {finding.column}, {finding.code}  {finding.text}"


def agrees(expected: Expected, finding: Finding) -> bool:
    """Whether a finding is the expected one."""
    place = (finding.line, finding.column, finding.code)
    return place == (expected.line, expected.column, expected.code) and expected.text in finding.text
