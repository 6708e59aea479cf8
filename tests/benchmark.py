"""What the plugin costs: flake8 without it and with it, on the same files, in turns.

    python -m tests.benchmark PATH... [--stdin FILE] [--pairs N] [--slowest N] [--growth]

Each PATH is checked as a tree, with `-j1` and with `-j auto`, and one file of it from standard input as an
editor does. All else is as flake8 has it by default, and no configuration is read (`--isolated`).

"Without" is the same interpreter and the same flake8, from which the plugin is hidden, so that it is neither
found nor imported. Both sides are one command, `tests.launcher`, and differ in one environment variable. They
take turns, without, with, without, with, so that whatever slows the machine slows both. The first pair compiles
modules and fills the system's caches; it is thrown away.

Below ours are its peers, where they are installed: other plugins of flake8, each alone in the place of ours, and
pylint, which replaces flake8 and is compared with flake8 without plugins. No peer is needed.

`--slowest` shows what the plugin takes for those files of each PATH that take most, see `tests.slowest`.
`--growth` shows how the plugin's own time grows with the size of a program, see `tests.growth`.

Times are printed for people to read, never asserted: they depend on what else the machine does. The processor's
time does so least.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple, TypeVar

from tests import growth, runner, slowest
from tests.runner import PLUGIN, PYLINT, Cost

T = TypeVar("T")

TYPICAL_LENGTH = 500
"""Lines of the file that stands for what an editor has open."""

MEASURES = ("cpu s", "wall s", "peak MB")
"""The fields of `Cost`, as the table calls them."""

HEADING = f"{'':10}{'without the plugin':28}{'with the plugin':28}with / without"
LEGEND = """\
cpu s    seconds of processor time, user and system, of flake8 and all its workers
wall s   seconds from start to end
peak MB  memory of the largest single process among them, in 2**20 bytes
Each is a median (lowest..highest); with / without is that of the single pairs' ratios.
Of a peer, "the plugin" is that peer; pylint is compared with flake8 without plugins."""


class Work(NamedTuple):
    """Something to do: its name in the table, flake8's arguments and pylint's, and the file on standard input."""

    name: str
    arguments: tuple[str, ...]
    pylint: tuple[str, ...]
    stdin: Path | None = None


class Spread(NamedTuple):
    """What several values of one thing come to."""

    median: float
    lowest: float
    highest: float

    def __str__(self) -> str:
        """As in the table."""
        return f"{self.median:.2f} ({self.lowest:.2f}..{self.highest:.2f})"


class Row(NamedTuple):
    """One measure of a work: on each side, and as with over without in each pair."""

    measure: str
    without: Spread
    plugin: Spread
    ratio: Spread

    def __str__(self) -> str:
        """One line, as below `HEADING`."""
        return f"{self.measure:10}{self.without!s:28}{self.plugin!s:28}{self.ratio!s}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what `arguments` ask for, print it, and give the exit status: 1 if flake8 failed."""
    asked = command_line().parse_args(arguments)
    todo = list(works(asked.paths, asked.stdin))
    if not todo and not asked.growth:
        command_line().error("nothing to measure: name a PATH, --stdin FILE or --growth")
    if asked.slowest and not asked.paths:
        command_line().error("--slowest wants a PATH")
    try:
        runner.ensure_sides_differ()
        if todo:
            print_works(todo, asked.pairs)
        for path in asked.paths if asked.slowest else ():
            print_slowest(path, asked.slowest, asked.pairs)
        if asked.growth:
            print_growth(asked.pairs)
    except runner.Flake8Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def command_line() -> argparse.ArgumentParser:
    """The reader of the arguments; it answers a wrong one with a line and exit status 2."""
    made = argparse.ArgumentParser(prog="python -m tests.benchmark", description="What the plugin costs flake8.")
    made.add_argument("paths", nargs="*", type=tree, metavar="PATH", help="a folder, or a file, to be checked")
    made.add_argument("--stdin", type=file, metavar="FILE", help=(
        f"what comes from standard input (default: of each PATH the file nearest to {TYPICAL_LENGTH} lines)"))
    made.add_argument("--pairs", type=positive, default=5, metavar="N", help="pairs that count (default: 5)")
    made.add_argument("--slowest", type=positive, default=0, metavar="N", help=(
        "show what the plugin takes for so many files of each PATH, those that take most"))
    made.add_argument("--growth", action="store_true", help="show how the plugin's time grows with a program")
    return made


def tree(text: str) -> Path:
    """The absolute path of something with a Python file in it, or of a file."""
    path = Path(text).resolve()
    if not python_files(path):
        raise argparse.ArgumentTypeError(f"no Python file there: {text!r}")
    return path


def file(text: str) -> Path:
    """The absolute path of a file."""
    path = Path(text).resolve()
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"no such file: {text!r}")
    return path


def positive(text: str) -> int:
    """A whole number from 1 on."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"no whole number from 1 on: {text!r}")
    return int(text)


def works(paths: Sequence[Path], stdin: Path | None) -> Iterator[Work]:
    """Each path as a tree, then from standard input the file that is given, or a typical one of each path."""
    for path in paths:
        yield Work(f"{path.name} -j1", ("-j1", str(path)), ("--recursive=y", "-j1", str(path)))
        yield Work(f"{path.name} -j auto", ("-j", "auto", str(path)), ("--recursive=y", "-j0", str(path)))
    for one in [stdin] if stdin else map(typical, paths):
        yield Work(
            f"{one.name} from stdin", ("--stdin-display-name", str(one), "-"), ("--from-stdin", str(one)), one)


def typical(path: Path) -> Path:
    """The file below a path whose length is nearest to the typical one."""
    return min(python_files(path), key=lambda each: abs(length(each) - TYPICAL_LENGTH))


def python_files(path: Path) -> list[Path]:
    """The Python files of a folder, in the order of their names; a file is its own."""
    return [path] if path.is_file() else sorted(each for each in path.rglob("*.py") if each.is_file())


def length(path: Path) -> int:
    """Lines of a file."""
    return path.read_bytes().count(b"\n")


def print_works(todo: Sequence[Work], pairs: int) -> None:
    """The table of the works, with the peers below each; each row as soon as it is known."""
    print(f"Medians of {pairs} pairs.\n\n{HEADING}", flush=True)
    for work in todo:
        print(work.name, *rows(measured(work, pairs)), sep="\n", flush=True)
        for peer in runner.PEERS:
            print(*lines_of_peer(work, peer, pairs), sep="\n", flush=True)
    print(f"\n{LEGEND}")


def lines_of_peer(work: Work, peer: str, pairs: int) -> Iterator[str | Row]:
    """A heading with the rows of one work by a peer, or one line that says why there are none."""
    heading = f"{work.name}, {peer}"
    if not runner.is_installed(peer):
        return iter([f"{heading}: not installed"])
    try:
        return iter([heading, *rows(measured(work, pairs, peer))])
    except runner.Flake8Failed as failure:
        return iter([f"{heading}: {str(failure).splitlines()[0]}"])


def print_slowest(path: Path, number: int, rounds: int) -> None:
    """The table of those files of a path that take most."""
    print(f"\nThe slowest files of {path}, medians of {rounds} rounds.\n\n{slowest.HEADING}", flush=True)
    print(*slowest.measured(python_files(path), number, rounds), sep="\n", flush=True)
    print(f"\n{slowest.LEGEND}")


def print_growth(rounds: int) -> None:
    """The table of growth, each row as soon as it is known."""
    print(f"\nMedians of {rounds} rounds.\n\n{growth.HEADING}", flush=True)
    for curve in growth.CURVES:
        print(growth.measured(curve, rounds), flush=True)
    print(f"\n{growth.LEGEND}")


def measured(work: Work, pairs: int, tool: str = PLUGIN) -> list[tuple[Cost, Cost]]:
    """What a work costs without any plugin and with ours, or by a peer, so many times."""
    return in_turns(partial(cost, work, None), partial(cost, work, tool), pairs)


def cost(work: Work, tool: str | None) -> Cost:
    """What a work costs once, with that plugin, without one, or by pylint."""
    if tool == PYLINT:
        return runner.run_pylint(work.pylint, work.stdin).cost
    return runner.run(("--isolated", *work.arguments), plugin=tool, stdin=work.stdin).cost


def in_turns(one: Callable[[], T], other: Callable[[], T], pairs: int) -> list[tuple[T, T]]:
    """What the two give when they are called in turns, so many times; the pair before the first is dropped."""
    return [(one(), other()) for _ in range(pairs + 1)][1:]


def rows(pairs: Sequence[tuple[Cost, Cost]]) -> Iterator[Row]:
    """The rows of one work."""
    for number, measure in enumerate(MEASURES):
        without, plugin = zip(*((before[number], after[number]) for before, after in pairs))
        ratios = [after / before for before, after in zip(without, plugin)]
        yield Row(measure, spread(without), spread(plugin), spread(ratios))


def spread(values: Sequence[float]) -> Spread:
    """The median of values, and how far they lie apart."""
    return Spread(median(values), min(values), max(values))


if __name__ == "__main__":
    sys.exit(main())
