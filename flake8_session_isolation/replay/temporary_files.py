"""Temporary files and folders that have the same names in every run."""

from __future__ import annotations

import atexit
import collections
import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache

from flake8_session_isolation.replay.sessions import SERVING, letter
from flake8_session_isolation.replay.standins import Standin


class TemporaryFiles:
    """The temporary files of one run, in a folder of this process."""

    def __init__(self) -> None:
        self._names = _Names()

    def standins(self) -> list[Standin]:
        """Replacements for what `tempfile` takes names and folder from."""
        return [Standin(tempfile, "tempdir", _folder()), Standin(tempfile, "_name_sequence", self._names)]

    def remove(self) -> None:
        """Remove what the run has left, so that the next one finds the names free."""
        if self._names.asked:
            for name in os.listdir(_folder()):
                path = os.path.join(_folder(), name)
                if os.path.isdir(path) and not os.path.islink(path):
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    os.unlink(path)


class _Names(Iterator[str]):
    """Names for each session: `A1`, `A2`, whatever others ask for in between."""

    def __init__(self) -> None:
        self.asked: collections.Counter[int] = collections.Counter()

    def __next__(self) -> str:
        session = SERVING.get()
        self.asked[session] += 1
        return f"{letter(session)}{self.asked[session]}"


@cache
def _folder() -> str:
    made = tempfile.mkdtemp(prefix="replay-")
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made
