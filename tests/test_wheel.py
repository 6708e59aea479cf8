"""The wheel in an environment of its own, far from this repository.

A subpackage that was forgotten, or a dependency that is not declared, passes in the repository and fails
everywhere else.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest

from flake8_session_isolation import __version__
from flake8_session_isolation.rules import RULES
from tests.check import CASES, expectations, read

ROOT = Path(__file__).parents[1]

FAULTY = """\
from flake8_session_isolation.frontend import quick_look


def worth_reading(tree, lines, filename):
    raise RuntimeError("provoked")


quick_look.worth_reading = worth_reading
"""


@pytest.fixture(autouse=True)
def one_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here alone, commands import what is installed; so no path leads back to the repository."""
    monkeypatch.delenv("PYTHONPATH", raising=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy: a build leaves files behind, and takes up those of an earlier one."""
    source = tmp_path_factory.mktemp("source")
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "flake8_session_isolation", source / "flake8_session_isolation")
    run([sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", "dist", "."], source)
    [built] = (source / "dist").iterdir()
    return built


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the commands of a fresh environment that has the wheel, what it needs, and no more."""
    environment = tmp_path_factory.mktemp("environment")
    run([sys.executable, "-m", "venv", "."], environment)
    folder = environment / ("Scripts" if sys.platform == "win32" else "bin")
    run([str(folder / "python"), "-m", "pip", "install", str(wheel)], environment)
    return folder


def run(command: Sequence[str], folder: Path) -> str:
    """What a command prints that must succeed."""
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_the_package_and_its_licence(wheel: Path) -> None:
    ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / "flake8_session_isolation").rglob("*.py")}
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    packed = {name for name in held if ".dist-info/" not in name}
    assert packed == ours | {"flake8_session_isolation/py.typed"}
    assert any(name.endswith("/LICENSE") for name in held)


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    description = metadata(wheel, "METADATA")
    assert description["Name"] == "flake8-session-isolation"
    assert description["Version"] == __version__
    assert description["License-Expression"] == "MIT"
    assert "Framework :: Flake8" in description.get_all("Classifier", [])
    required = [line for line in description.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert sorted(re.findall(r"^[\w-]+", line)[0] for line in required) == ["astroid", "flake8"]


def metadata(wheel: Path, name: str) -> Message:
    """One file of the wheel's own description."""
    with zipfile.ZipFile(wheel) as archive:
        [path] = [path for path in archive.namelist() if path.endswith(f".dist-info/{name}")]
        return Parser().parsestr(archive.read(path).decode())


def test_the_command_finds_every_code_from_another_folder(scripts: Path, folder: Path) -> None:
    """Of the cases of each rule, the optional ones too, one that expects it. SIS000 answers an internal error."""
    (folder / "cases").mkdir()
    for rule in RULES:
        cases = sorted((CASES / rule.NAME.replace("-", "_")).glob("*.py"))
        for path in [each for each in cases if expectations(read(each))][:1]:
            shutil.copy(path, folder / "cases" / f"{rule.CODE}.py")
    lines = flake8(scripts, folder, "--select=SIS,SIS1", "cases")
    assert {line.split()[1] for line in lines} == {rule.CODE for rule in RULES} - {"SIS000"}


def test_the_command_says_where_it_failed(
    scripts: Path, folder: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    (folder / "sitecustomize.py").write_text(FAULTY)
    (folder / "any.py").write_text("history = []\n")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    [line] = flake8(scripts, folder, "any.py")
    assert line.startswith("any.py:1:1: SIS000 ")


def flake8(scripts: Path, folder: Path, *arguments: str) -> list[str]:
    """The lines that the installed command prints of our codes."""
    command = [str(scripts / "flake8"), "--select=SIS", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout.splitlines()


def test_the_installed_package_explains_its_codes(scripts: Path, folder: Path) -> None:
    listed = run([str(scripts / "python"), "-m", "flake8_session_isolation"], folder)
    assert {line.split()[0] for line in listed.splitlines()} == {rule.CODE for rule in RULES}
