"""`python -m flake8_session_isolation`: the pages of the codes, and what was understood of a file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flake8_session_isolation import __version__
from flake8_session_isolation.rules import RULES
from flake8_session_isolation.rules.explanation.known_wrong import ROWS

CODES = [rule.CODE for rule in RULES]


def explain(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command run with `arguments`."""
    return explain_in(Path.cwd(), *arguments)


def explain_in(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command run in `folder` with `arguments`."""
    command = [sys.executable, "-m", "flake8_session_isolation", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")


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
def test_an_unknown_argument_is_answered_with_the_list(asked: str) -> None:
    answer = explain(asked)
    assert (answer.returncode, answer.stdout) == (2, "")
    headline, *listed = answer.stderr.splitlines()
    assert headline == f"no such code, rule name or file: {asked!r}; the codes are:"
    assert listed == explain().stdout.splitlines()


def test_a_rule_name_has_the_page_of_its_code() -> None:
    assert explain("Missing-Lock").stdout == explain("SIS003").stdout


def test_several_arguments_give_one_page_each(folder: Path, leak: str) -> None:
    (folder / "leak.py").write_text(leak)
    answer = explain_in(folder, "SIS001", "leak.py", "sis001", "missing-lock", "leak.py")
    assert (answer.returncode, answer.stderr) == (0, "")
    headlines = [line for line in answer.stdout.splitlines() if line.startswith("SIS") or line == "leak.py"]
    assert [line.split(":")[0] for line in headlines[:3]] == [
        "SIS001 module-state-written", "leak.py", "SIS003 missing-lock"]
    assert answer.stdout.count("line 7: chat appends to history") == 1


def test_an_unknown_argument_does_not_hide_the_others() -> None:
    answer = explain("SIS999", "SIS002")
    assert answer.returncode == 2
    assert answer.stdout.startswith("SIS002 class-attribute-shared: ")
    assert answer.stderr.startswith("no such code, rule name or file: 'SIS999'")


def test_the_version_is_that_of_the_package() -> None:
    assert explain("--version").stdout == f"flake8-session-isolation {__version__}\n"


def test_the_page_of_libraries_has_a_line_for_each_file_of_facts() -> None:
    table = explain("--libraries").stdout.partition("\n\n")[2]
    listed = [line.split()[0] for line in table.splitlines()[1:]]
    files = (Path(__file__).parents[1] / "flake8_session_isolation" / "facts").glob("[!_]*.py")
    assert listed == sorted({path.stem for path in files} - {"python"})
    assert "flask" in listed
    assert not [line for line in table.splitlines() if line.split()[1:] == ["-"] * 4], "nothing is said of them"


def test_the_page_of_known_wrong_answers_has_each_row() -> None:
    shown = explain("--known-wrong").stdout
    assert ROWS
    assert all(f"{each.kind}: {each.why}\n    tests/cases/{each.case}\n" in shown for each in ROWS)


PLAIN = "history = []\n\n\ndef chat(text):\n    history.append(text)\n    return history\n"
"""A program in which nothing shows that `chat` is served."""


def test_the_page_of_a_file_honours_the_options(folder: Path) -> None:
    (folder / "plain.py").write_text("from app import bot\n" + PLAIN.replace("def chat", "@bot.command\ndef chat"))
    assert "SIS001" not in explain_in(folder, "plain.py").stdout
    assert explain_in(folder, "plain.py").stdout.endswith(
        "\nflake8 skips this file: nothing in it can serve sessions, and no option names handlers\n")
    (folder / ".flake8").write_text("[flake8]\nsis-handler-decorators = app.bot.command\n")
    answer = explain_in(folder, "plain.py").stdout
    assert "history: SIS001 at 7" in answer and "flake8 skips" not in answer


def test_the_page_of_a_file_honours_the_selected_codes(folder: Path) -> None:
    (folder / "plain.py").write_text(PLAIN)
    assert "SIS101" not in explain_in(folder, "plain.py").stdout
    assert "history: SIS101 at 5" in explain_in(folder, "--select=SIS1", "plain.py").stdout


@pytest.mark.parametrize("option", ["extend-ignore = SIS001", "select = E", "per-file-ignores = leak.py: S"])
def test_the_page_of_a_file_tells_which_codes_flake8_hides(folder: Path, leak: str, option: str) -> None:
    (folder / "leak.py").write_text(leak)
    remark = "not shown by flake8, because of its options: SIS001"
    assert remark not in explain_in(folder, "leak.py").stdout
    (folder / ".flake8").write_text(f"[flake8]\n{option}\n")
    answer = explain_in(folder, "leak.py").stdout
    assert "history: SIS001 at 7" in answer and answer.splitlines()[-1] == remark


def test_a_refused_configuration_is_reported_in_one_line(folder: Path, leak: str) -> None:
    (folder / "leak.py").write_text(leak)
    (folder / ".flake8").write_text("[flake8]\nsis-run-once = 1.start\n")
    answer = explain_in(folder, "leak.py")
    assert (answer.returncode, answer.stdout) == (2, "")
    [line] = answer.stderr.splitlines()
    assert line.startswith("flake8's configuration: ") and "--sis-run-once: '1.start'" in line


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


@pytest.mark.parametrize("asked", ["--version", "--help", "--libraries"])
def test_a_pipe_that_is_closed_at_once_is_no_error(asked: str) -> None:
    command = [sys.executable, "-m", "flake8_session_isolation", asked]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == ""
    assert running.returncode == 0


def test_a_pipe_that_is_closed_after_a_line_is_no_error(folder: Path, leak: str) -> None:
    (folder / "long.py").write_text(leak + "".join(f"\n\ndef function_{each}():\n    pass\n" for each in range(9_000)))
    command = [sys.executable, "-m", "flake8_session_isolation", str(folder / "long.py")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stdout is not None and running.stderr is not None
        assert running.stdout.readline().startswith("chat: served")
        running.stdout.close()
        assert running.stderr.read() == ""
    assert running.returncode == 0


def test_a_folder_is_not_read(folder: Path) -> None:
    assert_not_read(folder)


def assert_not_read(path: Path) -> None:
    """The answer is exit status 2, and a line that names the path and a reason."""
    answer = explain(str(path))
    assert (answer.returncode, answer.stdout) == (2, "")
    [reason] = answer.stderr.splitlines()
    assert reason.startswith(f"{path}: not read: ") and reason.split(": not read: ")[1]
