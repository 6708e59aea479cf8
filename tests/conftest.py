"""What the tests of the command share: a folder, a program that leaks, its cure, and flake8 run over them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

import flake8_session_isolation
from tests.check import kinds_of_cases

# A case imports libraries by their names; last in the way, so that one that is installed comes first.
sys.path.append(str(Path(__file__).with_name("stand_ins")))

REPLAYED = (
    "fastapi", "starlette", "litestar", "quart", "flask", "django", "aiohttp", "python-telegram-bot", "aiogram",
    "discord.py")
"""Distributions whose applications and handlers are replayed in `test_replay_libraries.py`."""


def is_installed(distribution: str) -> bool:
    """Whether pip has installed a library; a stand-in does not count."""
    try:
        return bool(version(distribution))
    except PackageNotFoundError:
        return False


collect_ignore = [] if all(map(is_installed, REPLAYED)) else ["test_replay_libraries.py"]
"""Beside the libraries `.ci/run` names that file, which fails where it is left out."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print our own figures: a change that cures a wrong answer must rename its function."""
    terminalreporter.write_line("cases: " + ", ".join(f"{n} {kind}" for kind, n in sorted(kinds_of_cases().items())))


@pytest.fixture(autouse=True)
def one_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each command that a test starts import the package from where the test itself got it.

    `python -m pytest` in the repository imports the text there, while the `flake8` command would import what
    is installed, perhaps yesterday's.
    """
    monkeypatch.setenv("PYTHONPATH", str(Path(flake8_session_isolation.__file__).parents[1]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder, with an empty configuration: else flake8 goes on to look in the folders above."""
    (tmp_path / ".flake8").write_text("[flake8]\n")
    return tmp_path


@pytest.fixture
def leak() -> str:
    """A program with one leak, in line 7 at column 5 as flake8 counts, and nothing else to remark."""
    return (
        "from agent import answer\n"
        "\n"
        "history = []\n"
        "\n"
        "\n"
        "async def chat(message):\n"
        "    history.append(message)\n"
        "    return await answer(history)\n"
    )


@pytest.fixture
def cure() -> str:
    """The same program with a list of its own for each call."""
    return (
        "from agent import answer\n"
        "\n"
        "\n"
        "async def chat(message):\n"
        "    history = []\n"
        "    history.append(message)\n"
        "    return await answer(history)\n"
    )


@pytest.fixture
def flake8_says(folder: Path) -> Callable[..., list[str]]:
    """The flake8 command in `folder`: takes its arguments, gives the lines it prints.

    `text` is its standard input, `python` the way it is started. Nothing may appear on stderr, and the exit
    status must be 1 if a line is printed and 0 otherwise.
    """
    def says(*arguments: str, text: str = "", python: Sequence[str] = ("-m", "flake8")) -> list[str]:
        command = [sys.executable, *python, *arguments]
        done = subprocess.run(command, cwd=folder, input=text, capture_output=True, encoding="utf-8")
        assert done.stderr == ""
        assert done.returncode == bool(done.stdout)
        return done.stdout.splitlines()
    return says
