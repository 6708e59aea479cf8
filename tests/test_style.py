"""Our own text by our own measures: strict mypy, and flake8 with this plugin in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = ("flake8_session_isolation", "tests")


@pytest.mark.parametrize("tool", [
    ("mypy",),
    ("flake8", "--require-plugins=flake8-session-isolation", "--extend-select=SIS1", *OURS),
], ids=["mypy", "flake8"])
def test_there_is_nothing_to_remark(tool: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-m", *tool], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
