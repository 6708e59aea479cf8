"""Every Python file of the standard library, of the installed packages and of given folders: no internal error, no end.

    python -m tests.sweep [PATH...] [--every N] [--longest SECONDS] [--slowest N]

Without a PATH it takes the standard library with its tests, and all that is installed beside it.  A file that flake8
would not show to plugins, since it cannot be read or parsed, does not count.  It prints each file of which the analysis
fails or takes longer than allowed, with the reason; then the sums, the time for 1,000 lines, and the slowest files.
The exit status is 1 if there was such a file.

The files of one folder are looked at in one process and one program, as in a run of flake8.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import gc
import signal
import sys
import sysconfig
import time
import tokenize
import traceback
import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from flake8_session_isolation.analysis import check
from flake8_session_isolation.frontend.quick_look import worth_reading
from flake8_session_isolation.linking.program import forget
from flake8_session_isolation.settings import Settings

NOT_READ = (OSError, SyntaxError, ValueError, RecursionError, MemoryError)
"""What reading and parsing a file can raise."""
INSTALLED = frozenset({"site-packages", "dist-packages"})


class Swept(NamedTuple):
    """One file, the seconds of processor time that it took, its findings, and what went wrong."""

    path: Path
    lines: int
    seconds: float = 0.0
    findings: int = 0
    fault: str = ""

    def __str__(self) -> str:
        """One line of the table of the slowest."""
        return f"{self.seconds:8.2f} s {self.lines:7} lines {self.findings:4} findings  {self.path}"


class TooLong(Exception):
    """A file took more time than is allowed."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Look at what `arguments` name, print the result, and give the exit status."""
    asked = command_line().parse_args(arguments)
    every = [each for folder in asked.paths or default_folders() for each in swept(
        python_files(folder)[::asked.every], asked.longest)]
    for each in every:
        if each.fault:
            print(f"{each.path}: {each.fault}")
    print(summary(every))
    print(*sorted(every, key=lambda each: each.seconds, reverse=True)[:asked.slowest], sep="\n")
    return int(any(each.fault for each in every))


def command_line() -> argparse.ArgumentParser:
    """The reader of the arguments."""
    made = argparse.ArgumentParser(prog="python -m tests.sweep", description="Look for internal errors in any file.")
    made.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="a folder, or a file")
    made.add_argument("--every", type=int, default=1, metavar="N", help="take each Nth file only")
    made.add_argument("--longest", type=float, default=60, metavar="SECONDS", help="allowed for one file (default: 60)")
    made.add_argument("--slowest", type=int, default=20, metavar="N", help="show so many files (default: 20)")
    return made


def default_folders() -> list[Path]:
    """The standard library, then each installed package."""
    installed = {Path(sysconfig.get_path(each)) for each in ("purelib", "platlib")}
    return [standard_library(), *(each for folder in sorted(installed) for each in sorted(folder.iterdir()))]


def standard_library() -> Path:
    """The folder of the standard library."""
    return Path(sysconfig.get_path("stdlib"))


def python_files(path: Path) -> list[Path]:
    """The Python files below a folder but for what is installed in it; a file is its own."""
    if path.is_file():
        return [path] if path.suffix == ".py" else []
    found = (each for each in path.rglob("*.py") if INSTALLED.isdisjoint(each.relative_to(path).parts))
    return sorted(each for each in found if each.is_file())


def swept(paths: Iterable[Path], longest: float) -> Iterator[Swept]:
    """What the analysis says of each file that can be read; of one program."""
    forget()
    settings = Settings()
    for each in paths:
        try:
            with tokenize.open(each) as file, warnings.catch_warnings():
                warnings.simplefilter("ignore")
                lines = file.readlines()
                tree = ast.parse("".join(lines))
        except NOT_READ:
            continue
        yield looked_at(each, tree, lines, settings, longest)
    forget()
    gc.collect()


def looked_at(path: Path, tree: ast.Module, lines: Sequence[str], settings: Settings, longest: float) -> Swept:
    """What the analysis says of one file."""
    started = time.process_time()
    found, fault = 0, ""
    try:
        with at_most(longest):
            found = len(check(tree, lines, str(path), settings)) if worth_reading(tree, lines) else 0
    except TooLong:
        fault = f"longer than {longest:g} seconds"
    except Exception as error:
        fault = f"{type(error).__name__}: {error} in {traceback.extract_tb(error.__traceback__)[-1]}"
    return Swept(path, len(lines), time.process_time() - started, found, fault)


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TooLong where a block takes more processor time; systems without such signals wait."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def summary(every: Sequence[Swept]) -> str:
    """The sums, in one line."""
    lines, seconds = sum(each.lines for each in every), sum(each.seconds for each in every)
    faults, findings = sum(bool(each.fault) for each in every), sum(each.findings for each in every)
    speed = 1_000 * seconds / max(lines, 1)
    return (
        f"{len(every)} files, {lines} lines, {findings} findings, {faults} faults; "
        f"{seconds:.1f} s, {speed:.4f} s for 1,000 lines")


if __name__ == "__main__":
    sys.exit(main())
