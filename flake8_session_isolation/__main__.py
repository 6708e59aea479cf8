"""`python -m flake8_session_isolation`: explains a code, or shows what was understood of a file."""

from __future__ import annotations

import argparse
import ast
import inspect
import os
import sys
import tokenize
from collections.abc import Iterable, Sequence
from pathlib import Path

from flake8_session_isolation.analysis import explain
from flake8_session_isolation.rules import RULES
from flake8_session_isolation.settings import Settings

# What opening, decoding and parsing a text can raise; ValueError holds the errors of decoding.
UNREADABLE = (OSError, SyntaxError, ValueError, RecursionError, MemoryError)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what `arguments` ask for and give the exit status: 0, or 2 if there is nothing to print."""
    asked: str | None = parser().parse_args(arguments).asked
    pages = {rule.CODE: inspect.getdoc(rule) or "" for rule in RULES}
    if asked is None:
        print(listing(pages.values()))
    elif asked.upper() in pages:
        print(pages[asked.upper()])
    elif Path(asked).exists():
        return show(asked)
    else:
        print(f"no such code or file: {asked!r}; the codes are:", file=sys.stderr)
        print(listing(pages.values()), file=sys.stderr)
        return 2
    return 0


def parser() -> argparse.ArgumentParser:
    """The reader of the one argument."""
    made = argparse.ArgumentParser(
        prog="python -m flake8_session_isolation",
        description="Explain a code, or show what was understood of a file. Without either, list the codes.",
    )
    made.add_argument("asked", nargs="?", metavar="CODE | FILE", help="SIS001, or the name of a Python file")
    return made


def listing(pages: Iterable[str]) -> str:
    """The first line of each page: the code, its name and what it means."""
    return "\n".join(page.partition("\n")[0] for page in pages)


def show(filename: str) -> int:
    """Print what was understood of a file, or in one line why it cannot be read; give the exit status."""
    try:
        with tokenize.open(filename) as file:
            lines = file.readlines()
        tree = ast.parse("".join(lines), filename)
    except UNREADABLE as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        print(f"{filename}: not read: {reason}", file=sys.stderr)
        return 2
    print(explain(tree, lines, filename, Settings()))
    return 0


def run() -> int:
    """As the command: a reader that has seen enough, such as `head`, closes the pipe, and that is no error."""
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end, which must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


if __name__ == "__main__":
    sys.exit(run())
