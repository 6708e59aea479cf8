"""`python -m flake8_session_isolation`: the pages of the codes, and what was understood of a file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flake8_session_isolation.rules import RULES

CODES = [rule.CODE for rule in RULES]


def explain(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command run with `arguments`."""
    command = [sys.executable, "-m", "flake8_session_isolation", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8")


@pytest.mark.parametrize("asked", [*CODES, "sis001"])
def test_a_code_is_answered_with_its_page(asked: str) -> None:
    [rule] = [rule for rule in RULES if rule.CODE == asked.upper()]
    answer = explain(asked)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith(f"{rule.CODE} {rule.NAME}: ")
    assert answer.stdout.split() == str(rule.__doc__).split()


def test_without_an_argument_the_codes_are_listed() -> None:
    answer = explain()
    assert (answer.returncode, answer.stderr) == (0, "")
    assert [line.split()[:2] for line in answer.stdout.splitlines()] == [
        [rule.CODE, f"{rule.NAME}:"] for rule in RULES]


@pytest.mark.parametrize("asked", ["SIS999", "E501", "SIS", "no_such_file.py"])
def test_what_is_neither_code_nor_file_is_answered_with_the_list(asked: str) -> None:
    answer = explain(asked)
    assert (answer.returncode, answer.stdout) == (2, "")
    headline, *listed = answer.stderr.splitlines()
    assert headline == f"no such code or file: {asked!r}; the codes are:"
    assert listed == explain().stdout.splitlines()


def test_a_file_is_answered_with_what_was_understood_of_it(folder: Path, leak: str) -> None:
    (folder / "leak.py").write_text(leak)
    answer = explain(str(folder / "leak.py"))
    assert (answer.returncode, answer.stderr) == (0, "")
    function, _, places = answer.stdout.partition("\n\n")
    assert function.startswith("chat: served") and "because" in function
    assert places.startswith("history:") and "line 7: chat appends to history, no lock" in places


@pytest.mark.parametrize("written", [
    b"async def chat(message:\n",
    b"name = 'J\xfcrgen'\n",
    b"# coding: no-such-encoding\n",
    b"name = '\x00'\n",
    b"value = " + b"(" * 9000 + b")" * 9000,
], ids=["syntax", "bytes that are no UTF-8", "an unknown encoding", "a null byte", "too deep"])
def test_a_file_that_cannot_be_read_is_answered_in_one_line(folder: Path, written: bytes) -> None:
    (folder / "broken.py").write_bytes(written)
    assert_not_read(folder / "broken.py")


def test_a_reader_that_has_seen_enough_is_no_error(folder: Path, leak: str) -> None:
    (folder / "long.py").write_text(leak + "".join(f"\n\ndef function_{each}():\n    pass\n" for each in range(9_000)))
    command = [sys.executable, "-m", "flake8_session_isolation", str(folder / "long.py")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stdout is not None and running.stderr is not None
        assert running.stdout.readline().startswith("chat: served")
        running.stdout.close()
        assert running.stderr.read() == ""
    assert running.returncode == 0


def test_a_folder_is_no_file(folder: Path) -> None:
    assert_not_read(folder)


def assert_not_read(path: Path) -> None:
    """The answer is exit status 2, and a line that names the path and a reason."""
    answer = explain(str(path))
    assert (answer.returncode, answer.stdout) == (2, "")
    [reason] = answer.stderr.splitlines()
    assert reason.startswith(f"{path}: not read: ") and reason.split(": not read: ")[1]
