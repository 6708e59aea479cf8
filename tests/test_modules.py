"""Other files of the project are found from the linted file's own place, and nothing else is followed."""

from __future__ import annotations

import ast
import gc
import logging
import os
import weakref
from pathlib import Path

import pytest

from flake8_session_isolation.analysis import check
from flake8_session_isolation.dataflow import summaries
from flake8_session_isolation.linking import program
from flake8_session_isolation.linking.program import forget
from flake8_session_isolation.settings import Settings
from flake8_session_isolation.slicing.bounds import LARGEST, MOST_WORK

STORE = "history = []\n\n\ndef add(message):\n    history.append(message)\n\n\ndef kept():\n    return history\n"

HANDLER = """
{imports}


async def chat(message):
    add(message)
    return kept()
"""


def codes(path: Path, *roots: str) -> list[str]:
    """The codes that are shown for a file, with these source roots."""
    text = path.read_text(encoding="utf-8")
    shown = check(ast.parse(text), text.splitlines(True), str(path), Settings(source_roots=roots))
    return [each.code for each in shown]


def codes_of_all(folder: Path) -> list[str]:
    """The codes that are shown for all files of a project: what one leads to in another is reported there."""
    return [code for each in sorted(folder.rglob("*.py")) for code in codes(each)]


def project(folder: Path, **files: str) -> Path:
    """A project on disk, `a__b` for `a/b.py` and `a__INIT` for `a/__init__.py`; gives its folder."""
    for name, text in files.items():
        path = folder.joinpath(*name.replace("INIT", "*init*").split("__")).with_suffix(".py")
        path = path.with_name(path.name.replace("*", "__"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def handler(imports: str) -> str:
    """A handler that gets its store by these imports."""
    return HANDLER.format(imports=imports)


LAYOUTS = {
    "a script beside": (
        "main.py", {"main": handler("from store import add, kept"), "store": STORE}),
    "a package, by its name": (
        "app/web.py", {"app__web": handler("from app.store import add, kept"), "app__INIT": "", "app__store": STORE}),
    "a package, relative": (
        "app/web.py", {"app__web": handler("from .store import add, kept"), "app__store": STORE}),
    "a package, from above": (
        "app/api/web.py", {"app__api__web": handler("from ..store import add, kept"), "app__store": STORE}),
    "src layout, from the tests' side": (
        "src/app/web.py", {"src__app__web": handler("from app.core.store import add, kept"),
                           "src__app__core__store": STORE}),
    "handed on by a package": (
        "main.py", {"main": handler("from app import add, kept"), "app__INIT": "from .store import add, kept\n",
                    "app__store": STORE}),
    "by a star": (
        "main.py", {"main": handler("from store import *"), "store": STORE}),
    "under a condition": (
        "main.py", {"main": handler("try:\n    from store import add, kept\nexcept ImportError:\n    kept = None"),
                    "store": STORE}),
    "in a circle": (
        "main.py", {"main": handler("from store import add, kept"), "store": f"import main\n\n{STORE}"}),
}


@pytest.mark.parametrize(("linted", "files"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_function_of_the_project_is_found(tmp_path: Path, linted: str, files: dict[str, str]) -> None:
    folder = project(tmp_path, **files)
    assert codes_of_all(folder) == ["SIS001"]
    (folder / linted).unlink()
    assert codes_of_all(folder) == []


PAGES = "latest = None\n\n\ndef show(name):\n    global latest\n    latest = name\n    return kept()\n\n\n" \
    "def kept():\n    return latest\n"
ROUTES = "import flask\n{imports}\n\napp = flask.Flask(__name__)\napp.add_url_rule('/', view_func={view})\n"


@pytest.mark.parametrize(("imports", "view"), [
    ("import pages", "pages.show"), ("from pages import show", "show"), ("from . import pages", "pages.show"),
    ("from pages import *", "show"),
])
def test_a_file_of_routes_alone_shows_what_its_pages_leave(tmp_path: Path, imports: str, view: str) -> None:
    routes = ROUTES.format(imports=imports, view=view)
    folder = project(tmp_path, pages=PAGES, routes=routes)
    assert codes(folder / "pages.py") == ["SIS001"]
    assert codes(folder / "routes.py") == []


def test_installed_packages_are_not_followed(tmp_path: Path) -> None:
    packages = project(tmp_path / "lib" / "site-packages", store=STORE)
    folder = project(packages / "app", web=handler("from store import add, kept"))
    assert codes(folder / "web.py") == []


def test_a_module_of_python_is_no_module_of_the_project(tmp_path: Path) -> None:
    folder = project(tmp_path, main=handler("from queue import add, kept"), queue=STORE)
    assert codes(folder / "main.py") == []


def test_a_source_root_leads_to_modules_elsewhere(tmp_path: Path) -> None:
    project(tmp_path / "libraries", store=STORE)
    linted = project(tmp_path / "services" / "chat", main=handler("from store import add, kept")) / "main.py"
    assert codes(linted) == []
    assert codes(linted, str(tmp_path / "libraries")) == ["SIS001"]


def test_the_file_at_hand_is_as_the_editor_shows_it(tmp_path: Path) -> None:
    """What other files import from it is the unsaved text, too."""
    store = "from main import history\n\n\ndef add(message):\n    history.append(message)\n"
    folder = project(tmp_path, main="", store=store)
    text = "from store import add\n\nhistory = []\n\n\nasync def chat(message):\n    add(message)\n    return history\n"
    shown = check(ast.parse(text), text.splitlines(True), str(folder / "main.py"), Settings())
    assert [(each.line, each.code) for each in shown] == [(7, "SIS001")]


def test_a_file_that_changed_on_disk_is_read_again(tmp_path: Path) -> None:
    folder = project(tmp_path, main=handler("from store import add, kept"), store=STORE)
    assert codes_of_all(folder) == ["SIS001"]
    project(tmp_path, store=STORE.replace("    history.append(message)", "    print(message)"))
    assert codes_of_all(folder) == []
    project(tmp_path, store=STORE)
    assert codes_of_all(folder) == ["SIS001"]


@pytest.mark.parametrize("text", ["def add(:\n", "\0", "'\\ud800'\n" * 10, "(" * 200])
def test_a_file_that_cannot_be_read_is_unknown(tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str) -> None:
    folder = project(tmp_path, main=handler("from store import add, kept"), store=text)
    with caplog.at_level(logging.INFO, logger="flake8"):
        assert codes(folder / "main.py") == []


def not_a_file(path: Path, kind: str) -> None:
    """Put something at a path that a read may never end, fail at, or come back from."""
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "endless device":
            path.symlink_to("/dev/zero")
        case "link to itself":
            path.symlink_to(path.name)
        case "link to nowhere":
            path.symlink_to("nowhere.py")
        case "folder":
            path.mkdir()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
@pytest.mark.parametrize("kind", ["pipe", "endless device", "link to itself", "link to nowhere", "folder"])
def test_what_is_no_file_is_not_opened(tmp_path: Path, kind: str) -> None:
    folder = project(tmp_path, main="import store\n" + handler("from store import add, kept"))
    not_a_file(folder / "store.py", kind)
    assert codes(folder / "main.py") == []


@pytest.mark.parametrize("written", [b"history = []\n\0", b"history = '\xff'\n", b"# coding: no-such\nhistory = []\n"])
def test_bytes_that_are_no_text_are_unknown(tmp_path: Path, written: bytes) -> None:
    folder = project(tmp_path, main=handler("from store import add, kept"))
    (folder / "store.py").write_bytes(written)
    assert codes(folder / "main.py") == []


def test_the_log_says_what_was_not_followed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = project(tmp_path, main=handler("from store import add, kept"), store="def add(:\n")
    with caplog.at_level(logging.INFO, logger="flake8"):
        codes(folder / "main.py")
    assert any(message.startswith("not followed") for message in caplog.messages)


@pytest.mark.parametrize(("length", "at"), [(1, "part1"), (2, "part2"), (3, "main"), (5, None)])
def test_state_is_reported_in_its_own_file_or_else_at_the_call(tmp_path: Path, length: int, at: str | None) -> None:
    """Each module hands the message to the next; the last one keeps it, and tells it to every caller."""
    hands_on = "from part{0} import add{0}, kept\n\n\ndef add{1}(message):\n    add{0}(message)\n"
    parts = {f"part{at}": hands_on.format(at + 1, at) for at in range(1, length)}
    parts[f"part{length}"] = STORE.replace("add", f"add{length}")
    start = handler("from part1 import add1, kept").replace("add(", "add1(")
    folder = project(tmp_path, main=start, **parts)
    found = {name: codes(folder / f"{name}.py") for name in ("main", *parts)}
    assert {name: each for name, each in found.items() if each} == ({at: ["SIS001"]} if at is not None else {})


def test_the_answer_does_not_hang_on_what_was_linted_before(tmp_path: Path) -> None:
    """Two projects with a module of one name do not know of each other."""
    one = project(tmp_path / "one", main=handler("from store import add, kept"), store=STORE)
    other = project(tmp_path / "two", main=handler("from store import add, kept"),
                    store="def add(message):\n    return None\n\n\ndef kept():\n    return []\n")
    assert [codes_of_all(one), codes_of_all(other), codes_of_all(one)] == [["SIS001"], [], ["SIS001"]]


def test_the_answer_does_not_hang_on_the_order_of_files(tmp_path: Path) -> None:
    """Modules that import each other, linted alone, forwards and backwards."""
    ring = {f"part{at}": f"{handler(f'from part{(at + 1) % 4} import add, kept')}\n" for at in range(3)}
    folder = project(tmp_path, **ring, part3=f"import part0\n\n{STORE}")
    files = sorted(folder.glob("*.py"))
    alone = []
    for each in files:
        forget()
        alone.append(codes(each))
    forget()
    forwards = [codes(each) for each in files]
    forget()
    backwards = [codes(each) for each in reversed(files)]
    assert alone == forwards == backwards[::-1]
    assert alone == [[], [], [], ["SIS001"]]


def test_no_tree_of_a_linted_file_is_kept(tmp_path: Path) -> None:
    routes = ROUTES.format(imports="import pages", view="pages.show")
    texts = (routes, handler("from store import add, kept"))
    trees = [ast.parse(text) for text in texts]
    folder = project(tmp_path, pages=PAGES, store=STORE)
    for tree, text in zip(trees, texts):
        assert check(tree, text.splitlines(keepends=True), str(folder / "main.py"), Settings())
    alive = [weakref.ref(each) for each in trees]
    del tree, trees
    gc.collect()
    assert [each() for each in alive] == [None, None]


def test_nothing_is_written_and_nothing_is_run(tmp_path: Path) -> None:
    trap = f"open({str(tmp_path / 'run')!r}, 'w').close()\n{STORE}"
    folder = project(tmp_path / "project", main=handler("from store import add, kept"), store=trap)
    before = sorted(os.listdir(folder))
    assert codes_of_all(folder) == ["SIS001"]
    assert sorted(os.listdir(folder)) == before
    assert not (tmp_path / "run").exists()


def test_many_calls_into_other_modules_are_followed_where_little_is_done(tmp_path: Path) -> None:
    """A large function is entered alone, and not beside many others; a small one always."""
    count = range(MOST_WORK // 100)
    body = "    value = [value]\n" * (LARGEST[-1] // 4 - 10)
    steps = "".join(f"\n\ndef step_{each}(value):\n{body}" for each in count)
    calls = "".join(f"    hub.step_{each}(message)\n" for each in count)
    alone = STORE.replace("    history.append", f"    value = message\n{body * 2}    history.append")
    few = handler("from hub import add, kept")
    many = few.replace("    add(", f"{calls}    add(") + "\nimport hub\n"
    for name, hub, text, expected in (
        ("small", STORE, many, ["SIS001"]), ("large", alone, many, []), ("alone", alone, few, ["SIS001"]),
    ):
        assert codes_of_all(project(tmp_path / name, web=text, hub=hub + steps)) == expected


def test_what_a_process_drops_on_the_way_changes_no_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "MOST_LINTED", 1)
    monkeypatch.setattr(summaries, "MOST_KEPT", 0)
    names = [f"web_{each}" for each in range(4)]
    folder = project(tmp_path, store=STORE, **{each: handler("from store import add, kept") for each in names})
    settings = Settings()
    for name in [*names, "store", *reversed(names), "store"]:
        text = (folder / f"{name}.py").read_text()
        found = check(ast.parse(text), text.splitlines(keepends=True), str(folder / f"{name}.py"), settings)
        assert [each.code for each in found] == (["SIS001"] if name == "store" else [])


def test_a_module_of_a_library_is_no_script_that_the_library_reruns(tmp_path: Path) -> None:
    """What stands in the package of a library uses it as its own modules; a script beside it is rerun."""
    runtime = (
        "class Runtime:\n    _instance = None\n\n    def __init__(self):\n        if Runtime._instance is not None:\n"
        "            raise RuntimeError\n        Runtime._instance = self\n"
    )
    library = "from streamlit import config\n\n\ndef run(path):\n    config.path = path\n    return config.path\n"
    start = "from streamlit.runtime import Runtime\n\nruntime = Runtime()\n\n\ndef title(text):\n    return text\n"
    page = "import streamlit as st\n\nimport store\n\nst.title('chat')\nstore.add(st.text_input('text'))\n"
    files = {"streamlit__INIT": start, "streamlit__runtime": runtime, "streamlit__cli": library,
             "streamlit__config": "path = None\n", "store": STORE}
    assert codes_of_all(project(tmp_path / "library", **files)) == []
    assert codes_of_all(project(tmp_path / "pages", page=page + "st.write(store.kept())\n", store=STORE)) == ["SIS001"]
