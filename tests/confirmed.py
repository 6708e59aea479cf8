"""How many findings are confirmed by the test that the command prints for them: it fails, and passes after the cure.

    python -m tests.confirmed [-v] [PATH ...]

Without a path the cases are measured: each finding in a `..._bad` function, its printed test, and that test again
after the cure that the story shows, and with the `..._ok` function beside it.  A path is a program, or a folder with
`NAME_bad.py` and `NAME_ok.py`, or `NAME_bad/` and `NAME_ok/`: the printed test is run with both.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import functools
import io
import os
import re
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from flake8_session_isolation.analysis import generated_tests, stories
from flake8_session_isolation.linking.program import forget
from flake8_session_isolation.replay import NotIsolated
from flake8_session_isolation.settings import Settings
from tests.check import CaseFunction, case_files, case_functions, expectations, name_of, read
from tests.replaying import BOUNDS

PROGRAM = "program"
"""What the module of a case is called while its tests run."""

FAILS, PASSES = "fails", "passes"


class Measured(NamedTuple):
    """One finding: its code, what its test did, and what it did after the cure and with the neighbour, if there are
    any."""

    name: str
    code: str
    printed: str
    cured: str = ""
    neighbour: str = ""


def outcome(test: str, folder: Path) -> str:
    """Run a printed test in a folder: `fails` where sessions meet, `passes`, or the error that stops it."""
    before, path, finders, here = dict(sys.modules), list(sys.path), list(sys.meta_path), os.getcwd()
    namespace: dict[str, Any] = {"__name__": "test_printed", "__file__": str(folder / "test_printed.py")}
    try:
        os.chdir(folder)
        exec(compile(test, namespace["__file__"], "exec"), namespace)
        namespace["check_isolation"] = functools.partial(namespace["check_isolation"], bounds=BOUNDS)
        next(each for name, each in namespace.items() if name.startswith("test_"))()
    except NotIsolated:
        return FAILS
    except Exception as error:
        return f"{type(error).__name__}: {error}".partition("\n")[0][:300]
    finally:
        os.chdir(here)
        sys.path[:], sys.meta_path[:] = path, finders
        for name in set(sys.modules) - set(before):
            del sys.modules[name]
    return PASSES


def tests_of(path: Path, codes: Iterable[str], name: str) -> Iterator[tuple[Any, str]]:
    """The findings of a file, and for each the test or the reason why there is none."""
    forget()
    text = read(path)
    lines = text.splitlines(keepends=True)
    for finding, test in list(generated_tests(ast.parse(text), lines, str(path), Settings(codes=frozenset(codes)))):
        yield finding, test if isinstance(test, str) else f"not made: {test}"


def measured_case(path: Path) -> Iterator[Measured]:
    """All findings in the bad functions of one case."""
    text = read(path)
    functions = case_functions(text)
    codes = {each.code for each in expectations(text) if each.code.startswith("SIS1")}
    with TemporaryDirectory() as place:
        folder = Path(place)
        for each in path.parent.glob("*.py") if path.name == "main.py" else ():
            shutil.copy(each, folder)
        program = folder / f"{PROGRAM}.py"
        shutil.copy(path, program)
        for finding, test in tests_of(program, codes, PROGRAM):
            case = next((each for each in functions if each.first_line <= finding.line <= each.last_line), None)
            if case is None or not case.is_bad or "not executed" in case.remarks:
                continue
            name = f"{name_of(path)}:{finding.line} {case.name}"
            if test.startswith("not made"):
                yield Measured(name, finding.code, test)
                continue
            printed = outcome(test, folder)
            cured = _cured(program, finding, test, codes)
            yield Measured(name, finding.code, printed, cured, _neighbour(test, case, functions, folder))


def _cured(program: Path, finding: Any, test: str, codes: Iterable[str]) -> str:
    """What the test does after the cure that the story shows; empty where that is in words."""
    text = read(program)
    settings = Settings(codes=frozenset(codes))
    stories_found = stories(ast.parse(text), text.splitlines(keepends=True), str(program), settings, finding.line)
    cured = next((each.cure.text for each in stories_found if each.finding == finding), "")
    if not cured:
        return ""
    program.write_text(cured, encoding="utf-8")
    try:
        return outcome(test, program.parent)
    finally:
        program.write_text(text, encoding="utf-8")


def _neighbour(test: str, case: CaseFunction, functions: list[CaseFunction], folder: Path) -> str:
    """What the test does with the next right function of the same parameters; empty where it calls another one."""
    whole = f"{PROGRAM}.{case.name}("
    right = [each for each in functions if not each.is_bad and each.parameters == case.parameters]
    later = [each for each in right if each.first_line > case.first_line] or right
    usable = [each for each in later if not each.remarks]
    if whole not in test or not usable:
        return ""
    return outcome(test.replace(whole, f"{PROGRAM}.{usable[0].name}("), folder)


def measured_programs(root: Path) -> Iterator[Measured]:
    """The programs of a folder: of each bad one the findings, with the right one of its name as the cure."""
    every = sorted(root.rglob("*_bad*")) if root.is_dir() and not root.name.endswith("_bad") else [root]
    for program in (each for each in every if re.search(r"_bad(\.py)?$", each.name)):
        right = program.with_name(program.name.replace("_bad", "_ok"))
        with TemporaryDirectory() as place:
            bad = _copied(program, Path(place, "bad", "program"))
            cure = _copied(right, Path(place, "ok", "program")) if right.exists() else None
            found = [each for path in sorted(bad.rglob("*.py")) for each in tests_of(path, (), path.stem)]
            if not found:
                yield Measured(program.stem, "none", "not reported")
            for finding, test in found:
                if test.startswith("not made"):
                    yield Measured(f"{program.stem}:{finding.line}", finding.code, test)
                    continue
                cured = outcome(test.replace(str(bad.parent), str(cure.parent)), cure) if cure is not None else ""
                cured = "" if "has no attribute" in cured and "AttributeError(\"module" in cured else cured
                yield Measured(f"{program.stem}:{finding.line}", finding.code, outcome(test, bad), "", cured)


def _copied(program: Path, folder: Path) -> Path:
    """A program in a folder of its own; one of a single file under the same name, be it bad or not."""
    if program.is_dir():
        shutil.copytree(program, folder)
    else:
        folder.mkdir(parents=True)
        shutil.copy(program, folder / re.sub(r"_(bad|ok)\.py$", ".py", program.name))
    return folder


def report(found: list[Measured]) -> str:
    """A line for each code: how many tests were printed and failed, and of those how many pass after the cure."""
    by_code: dict[str, list[Measured]] = defaultdict(list)
    for each in found:
        by_code[each.code].append(each)
    heads = ("findings", "printed", "fail", "share", "cure passes", "neighbour passes")
    lines = [f"{'code':8}" + "".join(f"{head:>{max(len(head) + 2, 8)}}" for head in heads)]
    for code, every in [*sorted(by_code.items()), ("all", found)]:
        printed = [one for one in every if not one.printed.startswith("not")]
        failing = [one for one in printed if one.printed == FAILS]
        share = f"{100 * len(failing) // max(len(every), 1)}%"
        lines.append(
            f"{code:8}{len(every):10}{len(printed):9}{len(failing):8}{share:>8}"
            f"{_passing(one.cured for one in failing):>13}{_passing(one.neighbour for one in failing):>18}")
    return "\n".join(lines)


def _passing(outcomes: Iterable[str]) -> str:
    known = [each for each in outcomes if each]
    return f"{known.count(PASSES)} of {len(known)}"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("-v", action="store_true", dest="is_verbose", help="name each finding that is not confirmed")
    parser.add_argument("-k", default="", help="only cases whose names hold this")
    parser.add_argument("paths", nargs="*", type=Path)
    given = parser.parse_args()
    if not given.paths:
        sys.path.append(str(Path(__file__).with_name("stand_ins")))
    found: list[Measured] = []
    for path in given.paths or [each for each in case_files() if given.k in name_of(each)]:
        with contextlib.redirect_stderr(io.StringIO()):
            found += measured_programs(path) if given.paths else measured_case(path)
    if given.is_verbose:
        for each in found:
            if each.printed != FAILS or PASSES not in (each.cured or PASSES) or each.neighbour not in ("", PASSES):
                print(f"{each.code} {each.name}: {each.printed} | {each.cured} | {each.neighbour}")
        reasons = Counter(re.sub(r"'[^']*'", "'...'", each.printed) for each in found if each.printed.startswith("not"))
        print(*(f"{count:5} {reason}" for reason, count in reasons.most_common()), sep="\n")
    print(report(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
