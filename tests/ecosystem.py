"""What the plugin says of packages from PyPI that were not written for it, held against verdicts of people.

    python -m tests.ecosystem [--cache FOLDER] [--jobs N] [PACKAGE...]

`ecosystem.txt` pins the packages, `ecosystem.tsv` has a line for each finding on them: package, path, code, function,
verdict and reason.  A verdict is `true` (the reason tells what of one session another gets), `false` or `debatable`,
by someone who read the code.  A finding is identified by its function, so that a shifted line changes nothing.

Printed are the findings that the table does not have and the lines of it that nothing says any more, and the counts of
each package.  The exit status is 1 if a finding has no verdict.  Nothing of a package is executed.
"""

from __future__ import annotations

import argparse
import ast
import csv
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

PACKAGES = Path(__file__).with_name("ecosystem.txt")
VERDICTS = Path(__file__).with_name("ecosystem.tsv")
KINDS = ("true", "debatable", "false")


class Said(NamedTuple):
    """A finding, wherever in its function it is."""

    package: str
    path: str
    code: str
    function: str


class Verdict(NamedTuple):
    """What someone who read the code says of a finding."""

    said: Said
    kind: str
    reason: str


def packages() -> list[str]:
    """The packages with their versions, as pip takes them."""
    lines = (each.partition("#")[0].strip() for each in PACKAGES.read_text(encoding="utf-8").splitlines())
    return [each for each in lines if each]


def verdicts() -> list[Verdict]:
    """The lines of the table."""
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    return [Verdict(Said(*row[:4]), *row[4:]) for row in rows[1:]]


def unpacked(package: str, cache: Path) -> Path:
    """The folder of a package's files, downloaded if it is not there yet."""
    folder = cache / package.replace("==", "-")
    if not folder.exists():
        with tempfile.TemporaryDirectory() as download:
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", download, package]
            subprocess.run(command, check=True)
            archive = next(Path(download).iterdir())
            if archive.suffix == ".whl":
                zipfile.ZipFile(archive).extractall(folder)
            else:
                tarfile.open(archive).extractall(folder, filter="data")
    return folder


def findings(package: str, cache: Path) -> list[Said]:
    """What flake8 with the plugin says of a package."""
    folder = unpacked(package, cache)
    command = [sys.executable, "-m", "flake8", "--isolated", "--select=SIS", "--disable-noqa", "-j1", "--exit-zero"]
    shown = "--format=%(path)s\t%(row)d\t%(code)s"
    done = subprocess.run([*command, shown, "."], cwd=folder, check=True, capture_output=True, text=True)
    name = package.partition("==")[0]
    return [_said(name, folder, *line.split("\t")) for line in done.stdout.splitlines()]


def _said(package: str, folder: Path, path: str, row: str, code: str) -> Said:
    text = (folder / path).read_text(encoding="utf-8")
    return Said(package, Path(path).as_posix(), code, function_at(ast.parse(text), int(row)))


def function_at(tree: ast.AST, line: int) -> str:
    """The dotted name of the innermost function or class around a line; `<module>` for none."""
    names: list[str] = []
    found: Iterable[ast.AST] = [tree]
    while found:
        inner = (each for node in found for each in _definitions(node))
        around = next((each for each in inner if each.lineno <= line <= (each.end_lineno or 0)), None)
        names += [around.name] if around is not None else []
        found = [around] if around is not None else []
    return ".".join(names) or "<module>"


def _definitions(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """The functions and classes in a node that are in no other one."""
    for each in ast.iter_child_nodes(node):
        if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield each
        else:
            yield from _definitions(each)


def report(said: Iterable[Said], asked: Iterable[str]) -> Iterator[str]:
    """The lines to print: what is new or gone, and how each package is."""
    known = {each.said: each for each in verdicts()}
    found, names = set(said), [each.partition("==")[0] for each in asked]
    for each in sorted(found - set(known)):
        yield f"new, without a verdict: {' '.join(each)}"
    for each in sorted(one for one in set(known) - found if one.package in names):
        yield f"no longer said ({known[each].kind}): {' '.join(each)}"
    counts = {name: Counter(known[each].kind for each in found & set(known) if each.package == name) for name in names}
    yield from (f"{name:24}" + "".join(f"{each[kind]:4} {kind}" for kind in KINDS) for name, each in counts.items())
    total = sum(counts.values(), Counter[str]())
    decided = total["true"] + total["false"]
    yield f"{total['true']} of {decided} that are decided are true; {total['debatable']} are debatable"


def main(arguments: list[str] | None = None) -> int:
    """The whole way; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "flake8-session-isolation")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("packages", nargs="*", metavar="PACKAGE")
    given = parser.parse_args(arguments)
    asked = [each for each in packages() if not given.packages or each.partition("==")[0] in given.packages]
    with ThreadPoolExecutor(given.jobs) as pool:
        said = [one for each in pool.map(lambda package: findings(package, given.cache), asked) for one in each]
    print("\n".join(report(said, asked)))
    return int(bool(set(said) - {each.said for each in verdicts()}))


if __name__ == "__main__":
    sys.exit(main())
