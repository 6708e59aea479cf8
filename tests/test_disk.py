"""Files of a project on disk: of any encoding, changed, cut off, gone or in the way.  Each is read as it is now."""

from __future__ import annotations

import ast
import os
import re
import tokenize
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flake8_session_isolation.analysis import check
from flake8_session_isolation.frontend import importing_files
from flake8_session_isolation.linking.program import forget
from flake8_session_isolation.settings import Settings
from tests.check import CASES

STORE = "from typing import Any\n\nhistory: Any = []\n\n\ndef add(message):\n    history.append(message)\n"
PAGE = "from store import add, history\n\n\nasync def page(message):\n    add(message)\n    return history\n"
FOUND = [("store.py", 7, "SIS001")]
"""The write stands in the store; the page alone shows that it is served."""

PLAIN = "\n\n\n\n\n\ndef add(message):\n    return message\n\n\nhistory = ()\n"

ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "byte order mark": lambda text: text.encode("utf-8-sig"),
    "lines of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "lines of old Macs": lambda text: text.replace("\n", "\r").encode(),
    "latin-1": lambda text: b"# coding: latin-1\n# \xe9\n" + text.encode("latin-1"),
    "form feeds": lambda text: text.replace("\n\n\n", "\n\f\n\n").encode(),
    "tabs": lambda text: text.replace("    ", "\t").encode(),
    "no end of line": lambda text: text.rstrip("\n").encode(),
    "lines that are none": lambda text: text.replace("\n\n", "\n# \x0b \x1c \x85 \u2028\n", 1).encode(),
}


def written(folder: Path, **texts: str | bytes) -> Path:
    """A folder with these modules."""
    for name, text in texts.items():
        (folder / f"{name}.py").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def found_in(folder: Path, *, settings: Settings | None = None) -> list[tuple[str, int, str]]:
    """File, line and code of what is found in the files of a folder that can be read, in one run."""
    shown, run = [], settings or Settings()
    for path in sorted(folder.rglob("*.py")):
        try:
            with tokenize.open(path) if path.is_file() else open(os.devnull, encoding="utf-8") as file:
                lines = file.readlines()
            tree = ast.parse("".join(lines))
        except (OSError, SyntaxError, ValueError):
            continue
        found = check(tree, lines, str(path), run)
        shown += [(path.relative_to(folder).as_posix(), each.line, each.code) for each in found]
    return shown


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
def test_files_of_any_encoding_say_the_same(tmp_path: Path, encode: Callable[[str], bytes]) -> None:
    """Cases in several files: what is imported, and who imports, is read from disk."""
    def copied(name: str, encoded: Callable[[str], bytes]) -> Path:
        for path in (CASES / "across_files").glob("[horv]*/*.py"):
            # Without its first text, a module begins with what it imports.
            text = re.sub(r'\A"""[^"]*"""\s*', "", path.read_text(encoding="utf-8"))
            copy = tmp_path / name / path.parent.name / path.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(encoded(text))
        return tmp_path / name

    found = found_in(copied("plain", str.encode))
    assert len(found) > 10
    further = encode("").count(b"\n")
    assert found_in(copied("encoded", encode)) == [(name, line + further, code) for name, line, code in found]


def gone(path: Path) -> None:
    path.unlink()


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def pipe_instead(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-12])


def no_text(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"# \xff\0")


def rewritten(path: Path) -> None:
    path.write_text(PLAIN, encoding="utf-8")


CHANGES = (gone, folder_instead, link_to_itself, pipe_instead, emptied, cut_off, no_text, rewritten)


def put_back(path: Path, text: str) -> None:
    """A file again, whatever has taken its place."""
    path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
@pytest.mark.parametrize("name", ["page.py", "store.py"])
@pytest.mark.parametrize("change", CHANGES)
def test_a_file_that_changes_between_runs_is_read_again(
    tmp_path: Path, name: str, change: Callable[[Path], None],
) -> None:
    path = written(tmp_path, page=PAGE, store=STORE) / name
    text = path.read_text(encoding="utf-8")
    for _ in range(2):
        assert found_in(tmp_path) == FOUND
        change(path)
        assert found_in(tmp_path) == []
        put_back(path, text)
    assert found_in(tmp_path) == FOUND


def test_files_that_vanish_during_a_run_are_no_error(tmp_path: Path) -> None:
    """flake8 has read the texts of its files; what these import is gone."""
    written(tmp_path, page=PAGE, store=STORE)
    run = Settings()
    assert found_in(tmp_path, settings=run) == FOUND
    for path in tmp_path.glob("*.py"):
        path.unlink()
    for name in ("page.py", "another.py"):
        check(ast.parse(PAGE), PAGE.splitlines(keepends=True), str(tmp_path / name), run)
    assert check(ast.parse(PAGE), PAGE.splitlines(keepends=True), str(tmp_path / "page.py"), Settings()) == []


@pytest.mark.parametrize("error", [FileNotFoundError, PermissionError, IsADirectoryError, TimeoutError])
def test_a_file_that_fails_behind_its_stamp_is_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError],
) -> None:
    """Deleted or locked between the look at it and the reading."""
    def refuse(path: object, *_: Any, **__: Any) -> Any:
        raise error(path)

    written(tmp_path, page=PAGE, store=STORE)
    run = Settings()
    with monkeypatch.context() as patched:
        patched.setattr(tokenize, "open", refuse)
        patched.setattr(importing_files, "open", refuse, raising=False)
        for name, text in (("page.py", PAGE), ("store.py", STORE)):
            forget()
            assert check(ast.parse(text), text.splitlines(keepends=True), str(tmp_path / name), run) == []
    assert found_in(tmp_path) == FOUND


def test_a_folder_that_is_named_like_a_file_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "page.py").mkdir()
    written(tmp_path / "page.py", page=PAGE, store=STORE)
    written(tmp_path, store=PLAIN)
    assert found_in(tmp_path) == [("page.py/store.py", 7, "SIS001")]
