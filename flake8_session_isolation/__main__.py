"""The command `python -m flake8_session_isolation`: pages about codes, files, findings and known libraries.

Each action is one function that gives a page as text.  `main` prints the pages and turns errors into one line each.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import io
import os
import re
import sys
import tokenize
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from flake8_session_isolation import __version__
from flake8_session_isolation.analysis import explain, explain_line, generated_tests, stories
from flake8_session_isolation.plugin import Configured, UnusableConfiguration, configured
from flake8_session_isolation.rules import RULES, Rule
from flake8_session_isolation.rules.explanation.known_wrong import known_wrong
from flake8_session_isolation.rules.explanation.libraries import libraries
from flake8_session_isolation.rules.explanation.table import as_text
from flake8_session_isolation.settings import Settings

# What opening, decoding and parsing a file can raise; ValueError includes the errors of decoding.
UNREADABLE = (OSError, SyntaxError, ValueError, RecursionError, MemoryError)

BY_NAME: Mapping[str, Rule] = {name: rule for rule in RULES for name in (rule.CODE.lower(), rule.NAME)}
"""Each rule by its code in small letters, and by its name."""


LINE = re.compile(r"(?P<file>.+?):(?P<line>\d+)(:\d+)?:?")
"""A line of a file, as flake8 prints it."""


class NoAnswer(Exception):
    """There is no page for an argument; the text is printed to stderr."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the pages that `arguments` ask for and give the exit status: 2 if there is no page for one of them."""
    printed: set[str] = set()
    status = 0
    for page in pages(parser().parse_args(arguments)):
        if isinstance(page, NoAnswer):
            print(page, file=sys.stderr)
            status = 2
        elif page not in printed:
            print(f"\n{page}" if printed else page)
            printed.add(page)
    return status


def parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    made = argparse.ArgumentParser(
        prog="python -m flake8_session_isolation",
        description="Explain a code, or show what the plugin understood of a file. Without arguments, list the codes.",
    )
    made.add_argument(
        "asked", nargs="*", metavar="CODE | NAME | FILE | FILE:LINE",
        help="a code such as SIS001, a rule's name such as missing-lock, a Python file, or a line of it, whose finding "
        "is explained as the turns of two sessions",
    )
    made.add_argument("--all", action="store_true", help="for files: explain the findings only")
    made.add_argument("--test", action="store_true", help="for a line: print a pytest file that replays its finding")
    made.add_argument(
        "--select", metavar="CODES", help="for files: the codes to select, such as SIS,SIS1",
    )
    made.add_argument("--libraries", action="store_true", help="list the libraries that the plugin knows")
    made.add_argument("--known-wrong", action="store_true", help="list programs for which the plugin's answer is wrong")
    made.add_argument("--version", action="version", version=f"flake8-session-isolation {__version__}")
    return made


def pages(given: argparse.Namespace) -> Iterator[str | NoAnswer]:
    """Each page that is asked for; in place of a missing page the reason."""
    if given.libraries:
        yield libraries()
    if given.known_wrong:
        yield known_wrong()
    if not given.asked and not given.libraries and not given.known_wrong:
        yield listing()
    for asked in given.asked:
        try:
            yield page_of(asked, given)
        except NoAnswer as reason:
            yield reason


def page_of(asked: str, given: argparse.Namespace) -> str:
    """The page of one argument; raises NoAnswer."""
    if rule := BY_NAME.get(asked.lower()):
        return inspect.getdoc(rule) or ""
    if Path(asked).exists():
        if given.test:
            raise NoAnswer(f"{asked}: which finding? --test replays one: {asked}:LINE")
        read = file_read(asked, given.select)
        page = "\n\n".join(map(as_text, stories(*read.arguments))) if given.all else file_page(read)
        return f"{asked}\n\n{page}" if len(given.asked) > 1 or not page else page
    if (place := LINE.fullmatch(asked)) and Path(place["file"]).exists():
        read, line = file_read(place["file"], given.select), int(place["line"])
        return test_page(read, line) if given.test else line_page(read, line)
    raise NoAnswer(f"no such code, rule name or file: {asked!r}; the codes are:\n{listing()}")


def listing() -> str:
    """The first line of each rule's page: its code, its name and what it finds."""
    return "\n".join((inspect.getdoc(rule) or "").partition("\n")[0] for rule in RULES)


class Read(NamedTuple):
    """A file, with the configuration that flake8 finds for it."""

    tree: ast.Module
    lines: list[str]
    filename: str
    found: Configured

    @property
    def arguments(self) -> tuple[ast.Module, list[str], str, Settings]:
        """What `analysis` is called with."""
        return self.tree, self.lines, self.filename, self.found.settings


def file_read(filename: str, select: str | None = None) -> Read:
    """A file as flake8 would check it; raises NoAnswer."""
    try:
        with tokenize.open(filename) as file:
            lines = file.readlines()
        tree = ast.parse("".join(lines), filename)
    except UNREADABLE as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise NoAnswer(f"{filename}: not read: {reason}") from error
    try:
        found = configured(tree, lines, filename, [rule.CODE for rule in RULES], select)
    except UnusableConfiguration as error:
        raise NoAnswer(f"flake8's configuration: {error}") from error
    return Read(tree, lines, filename, found)


def file_page(read: Read) -> str:
    """What the plugin understood of a file, then the story of each finding that flake8 shows."""
    page = explain(*read.arguments)
    shown = (each for each in stories(*read.arguments) if each.finding.code not in read.found.hidden)
    return "\n\n".join(("\n".join((page, *remarks(page, read.found))), *map(as_text, shown)))


def line_page(read: Read, line: int) -> str:
    """The stories of the findings on a line; without a finding, what the line touches and why that is silent."""
    return "\n\n".join(map(as_text, stories(*read.arguments, line))) or explain_line(*read.arguments, line)


def test_page(read: Read, line: int) -> str:
    """A test that replays the first finding of a line; raises NoAnswer where none can be made."""
    made = next((test for _, test in generated_tests(*read.arguments, line)), None)
    if isinstance(made, str):
        return made.rstrip("\n")
    raise NoAnswer(f"{read.filename}:{line}: no test: {made or 'nothing is found on this line'}")


def remarks(page: str, found: Configured) -> Iterator[str]:
    """Why flake8 would not show what the page reports."""
    if not found.is_read:
        yield "flake8 skips this file: nothing in it can serve sessions, and no option names handlers"
    hidden = [code for code in found.hidden if f" {code} at " in page]
    if hidden:
        yield f"not shown by flake8, because of its options: {', '.join(hidden)}"


def run() -> int:
    """The command. A reader that closes the pipe, such as `head`, is no error."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A name that the terminal's encoding cannot show must not end the page.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        try:
            return main()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more when it ends, which must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(run())
