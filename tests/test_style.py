"""Our own text by our own measures: strict mypy, and flake8 with this plugin in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "flake8_session_isolation"
FOLDERS = [*sorted(each.parent for each in PACKAGE.glob("*/__init__.py")), ROOT / "tests"]
FLAKE8 = ("flake8", "--require-plugins=flake8-session-isolation", "--extend-select=SIS1", "--jobs=1")


def remarks(*tool: str) -> str:
    """What a tool has to remark; it is silent where there is nothing."""
    done = subprocess.run([sys.executable, "-m", *tool], cwd=ROOT, capture_output=True, encoding="utf-8")
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_mypy_has_nothing_to_remark() -> None:
    assert not remarks("mypy")


@pytest.mark.once
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_flake8_has_nothing_to_remark_in_a_folder(folder: Path) -> None:
    assert not remarks(*FLAKE8, str(folder))


@pytest.mark.once
def test_flake8_has_nothing_to_remark_above_them() -> None:
    assert not remarks(*FLAKE8, *sorted(map(str, PACKAGE.glob("*.py"))))
