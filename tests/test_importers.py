"""A module that keeps state asks the files that import it who calls its functions; the finding stands at the write."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from flake8_session_isolation.analysis import check, explain
from flake8_session_isolation.frontend import importing_files
from flake8_session_isolation.frontend.importing_files import importing
from flake8_session_isolation.frontend.quick_look import changing_classes, keeps_state, worth_reading
from flake8_session_isolation.frontend.scopes import Module
from flake8_session_isolation.frontend.source_store import module_at
from flake8_session_isolation.linking.importers import Importers
from flake8_session_isolation.linking.modules import Modules
from flake8_session_isolation.linking.program import forget
from flake8_session_isolation.linking.project import Project
from flake8_session_isolation.settings import Settings
from flake8_session_isolation.slicing import importer_budget

COUNTER = """\
guest = None


def seat(name):
    global guest
    guest = name


def seated():
    return guest
"""
ARRIVALS = """\
from fastapi import FastAPI
import counter

app = FastAPI()


@app.post("/arrivals")
async def arrive(name):
    counter.seat(name)
"""
DEPARTURES = """\
from fastapi import APIRouter
from counter import seated

router = APIRouter()


@router.get("/departures")
async def depart():
    return seated()
"""

DESK = """\
import counter


def seat(name):
    counter.seat(name)


def seated():
    return counter.seated()
"""


@pytest.fixture
def inn(tmp_path: Path) -> Path:
    """A project whose handlers stand in two files, and the state in a third."""
    for name, text in (("counter", COUNTER), ("arrivals", ARRIVALS), ("departures", DEPARTURES)):
        (tmp_path / f"{name}.py").write_text(text)
    forget()
    return tmp_path


def said(path: Path, text: str | None = None, settings: Settings | None = None) -> list[str]:
    """What the plugin says of a file, or of an unsaved text of it; each call is a run of its own."""
    text = path.read_text() if text is None else text
    lines = text.splitlines(keepends=True)
    found = check(ast.parse(text), lines, str(path), settings or Settings())
    return [f"{each.line} {each.code}" for each in found]


def test_the_write_is_reported_where_it_stands_and_nowhere_else(inn: Path) -> None:
    assert said(inn / "counter.py") == ["6 SIS001"]
    assert said(inn / "arrivals.py") == []
    assert said(inn / "departures.py") == []


def test_the_order_of_files_changes_nothing(inn: Path) -> None:
    settings = Settings()
    for names in (("counter", "arrivals", "departures"), ("departures", "arrivals", "counter")):
        forget()
        assert {each: said(inn / f"{each}.py", None, settings) for each in names} == {
            "counter": ["6 SIS001"], "arrivals": [], "departures": [],
        }


def test_optional_codes_change_nothing_of_what_is_claimed(inn: Path) -> None:
    settings = Settings(codes=frozenset({"SIS101", "SIS103", "SIS104", "SIS107"}))
    assert said(inn / "counter.py", None, settings) == ["6 SIS001"]


def test_a_caller_that_is_edited_is_asked_again(inn: Path) -> None:
    assert said(inn / "counter.py") == ["6 SIS001"]
    (inn / "departures.py").write_text(DEPARTURES.replace("return seated()", "return None"))
    assert said(inn / "counter.py") == []
    (inn / "lobby.py").write_text(DEPARTURES)
    assert said(inn / "counter.py") == ["6 SIS001"]


def test_an_unsaved_caller_counts_as_it_is_on_the_screen(inn: Path) -> None:
    (inn / "arrivals.py").write_text("")
    assert said(inn / "counter.py") == []
    assert said(inn / "arrivals.py", ARRIVALS) == []
    assert said(inn / "counter.py") == []


def test_a_file_that_imports_too_much_is_not_asked_and_named_on_the_page(
    inn: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (inn / "rooms.py").write_text("def clean(room):\n    return room\n" + "# " + "-" * 2_000 + "\n")
    text = ARRIVALS.replace("import counter", "import counter\nimport rooms")
    (inn / "arrivals.py").write_text(text)
    assert said(inn / "counter.py") == ["6 SIS001"]
    monkeypatch.setattr(importer_budget, "MOST_BYTES", 2_000)
    forget()
    assert said(inn / "counter.py") == []
    lines = COUNTER.splitlines(keepends=True)
    shown = explain(ast.parse(COUNTER), lines, str(inn / "counter.py"), Settings()).splitlines()
    assert "not asked about this file, since they import too much: arrivals" in shown


def test_the_order_of_files_does_not_change_who_can_be_asked(inn: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importer_budget, "MOST_BYTES", len(ARRIVALS))
    settings = Settings()
    for names in (("counter", "arrivals", "departures"), ("departures", "arrivals", "counter")):
        forget()
        assert not any(said(inn / f"{each}.py", None, settings) for each in names)


def test_who_imports_a_module_of_that_name_from_elsewhere_is_not_asked(inn: Path) -> None:
    for name in ("arrivals", "departures"):
        text = (inn / f"{name}.py").read_text().replace("import counter", "from shop import counter")
        (inn / f"{name}.py").write_text(text.replace("from counter", "from shop.counter"))
    assert said(inn / "counter.py") == []


def put_a_desk_between(inn: Path) -> None:
    """Let the handlers reach the state by way of a file that only hands on."""
    (inn / "desk.py").write_text(DESK)
    (inn / "arrivals.py").write_text(ARRIVALS.replace("counter", "desk"))
    (inn / "departures.py").write_text(DEPARTURES.replace("counter", "desk"))


def test_a_file_between_hands_the_question_on(inn: Path) -> None:
    put_a_desk_between(inn)
    found = importing(str(inn / "counter.py"), {})
    assert (found.serving, found.between) == ((), (str(inn / "desk.py"),))
    assert said(inn / "counter.py") == ["6 SIS001"]
    assert [said(inn / f"{each}.py") for each in ("desk", "arrivals", "departures")] == [[], [], []]


def test_only_what_leads_to_the_state_is_handed_on(inn: Path) -> None:
    put_a_desk_between(inn)
    desk = (inn / "desk.py").read_text().replace("return counter.seated()", "return None")
    (inn / "desk.py").write_text(desk)
    assert said(inn / "counter.py") == []


def test_a_file_between_is_none_that_no_server_imports(inn: Path) -> None:
    put_a_desk_between(inn)
    (inn / "arrivals.py").write_text("import desk\n")
    (inn / "departures.py").write_text("import desk\n")
    found = importing(str(inn / "counter.py"), {})
    assert (found.serving, found.between) == ((), ())


def test_callers_are_found_outwards_from_the_package_to_the_root(tmp_path: Path) -> None:
    for path in ("app/state/counter.py", "app/state/near.py", "app/api/far.py", "main.py", "docs/other.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("from app.state import counter\nasync def serve(): counter.seat(1)\n")
    for folder in ("app", "app/state", "app/api"):
        (tmp_path / folder / "__init__.py").touch()
    found = importing(str(tmp_path / "app/state/counter.py"), {}).serving
    assert [os.path.relpath(each, tmp_path) for each in found] == ["app/state/near.py", "app/api/far.py", "main.py"]
    (tmp_path / "pyproject.toml").touch()
    found = importing(str(tmp_path / "app/state/counter.py"), {}).serving
    assert os.path.relpath(found[-1], tmp_path) == "docs/other.py"


def test_what_else_an_importer_imports_is_not_parsed(tmp_path: Path) -> None:
    """Of a package each import of a part has the package's name in it, and another file may hand on a name of it."""
    package = tmp_path / "inn"
    package.mkdir()
    texts = {
        "__init__": COUNTER, "limits": "LIMIT = 3\n", "front": "from inn import seat\n",
        "web": ARRIVALS.replace("import counter", "from inn.limits import LIMIT\nfrom inn.front import seat"),
        "other": "from inn.limits import LIMIT\n\n\nasync def limit():\n    return LIMIT\n",
    }
    for name, text in texts.items():
        (package / f"{name}.py").write_text(text)
    modules = Modules(Project())
    module = modules.in_file(str(package / "__init__.py"))
    assert module is not None
    found = Importers(modules).of(module)
    assert [os.path.basename(each.path) for each in found] == ["web.py", "front.py"]
    assert "limits.py" not in [os.path.basename(each.path) for each in modules.loaded()]


def test_only_regular_files_are_read(inn: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(inn / "pipe.py")
    (inn / "link.py").symlink_to(inn / "pipe.py")
    (inn / "folder.py").mkdir()
    monkeypatch.setattr(importing_files, "MOST_BYTES", len(DEPARTURES) - 1)
    assert importing(str(inn / "counter.py"), {}).serving == (str(inn / "arrivals.py"),)


def test_a_file_that_is_too_large_counts_neither_before_nor_after_it_is_linted(
    inn: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing_files, "MOST_BYTES", len(DEPARTURES) - 1)
    settings = Settings()
    for names in (("counter", "departures"), ("departures", "counter")):
        forget()
        assert {each: said(inn / f"{each}.py", None, settings) for each in names} == {"counter": [], "departures": []}


def test_a_file_whose_state_no_server_imports_is_not_read(inn: Path) -> None:
    def is_read(name: str) -> bool:
        text = (inn / name).read_text()
        return worth_reading(ast.parse(text), text.splitlines(keepends=True), str(inn / name))

    assert is_read("counter.py")
    for name in ("arrivals", "departures"):
        (inn / f"{name}.py").write_text("import counter\n\n\ndef seat(name):\n    counter.seat(name)\n")
    assert not is_read("counter.py")


KEEPING = {
    "global": "last = None\ndef keep(x):\n    global last\n    last = x\n",
    "list": "seen = []\ndef keep(x):\n    seen.append(x)\n",
    "table": "seen: dict[str, int] = dict()\ndef keep(x):\n    if x: seen[x] = 1\n",
    "object": "class Desk:\n    def keep(self, x): self.x = x\ndesk = Desk()\n",
    "class": "class Desk:\n    last = None\ndef keep(x):\n    Desk.last = x\n",
    "part of an object": "client = lib.Client()\ndef keep(x):\n    client.headers['User'] = x\n",
    "class method": "class Desk:\n    last = None\n    @classmethod\n    def keep(cls, x):\n        cls.last = x\n",
}
NOT_KEEPING = {
    "table that is read": "SIZES = {'small': 1}\ndef size(name):\n    return SIZES[name] == 1\n",
    "filled at import": "SIZES = {}\nSIZES['small'] = 1\n",
    "class": "class Desk:\n    def keep(self, x):\n        self.x = x\n",
    "method of an object": "client = lib.Client()\ndef keep(x):\n    return client.add(x)\n",
    "logger": "log = logging.getLogger()\ndef tell(x):\n    log.info(x)\n",
}


@pytest.mark.parametrize("text", KEEPING.values(), ids=KEEPING.keys())
def test_state_is_seen_in_a_text(text: str) -> None:
    assert keeps_state(text)


@pytest.mark.parametrize("text", NOT_KEEPING.values(), ids=NOT_KEEPING.keys())
def test_a_text_without_state_is_none(text: str) -> None:
    assert not keeps_state(text)


CHANGING = {
    "attribute": "    def keep(self, x):\n        self.x = x\n",
    "list": "    def keep(self, x):\n        return self.all.append(x)\n",
    "part": "    async def keep(self, x):\n        self.all.of[x] += 1\n",
    "after all": "    def __init__(self):\n        self.x = 1\n    def keep(self, x):\n        self.x = x\n",
}
NOT_CHANGING = {
    "constructor": "    def __init__(self):\n        self.x = 1\n",
    "comparison": "    def is_kept(self, x):\n        return self.x == x\n",
    "call": "    def ask(self, x):\n        return self.x.ask(x)\n",
}


@pytest.mark.parametrize("methods", CHANGING.values(), ids=CHANGING.keys())
def test_a_class_that_changes_its_object_is_seen_in_a_text(methods: str) -> None:
    assert changing_classes(f"class Desk:\n{methods}") == {"Desk"}


@pytest.mark.parametrize("methods", NOT_CHANGING.values(), ids=NOT_CHANGING.keys())
def test_a_class_that_keeps_its_object_as_it_was_made_is_none(methods: str) -> None:
    assert not changing_classes(f"class Desk:\n{methods}")


def test_a_class_is_read_if_a_server_creates_an_object_of_it(inn: Path) -> None:
    desk = "class Desk:\n    def seat(self, name):\n        self.guest = name\n"
    desk += "\n    def seated(self):\n        return self.guest\n"
    (inn / "counter.py").write_text(desk)
    lines = desk.splitlines(keepends=True)
    assert not worth_reading(ast.parse(desk), lines, str(inn / "counter.py"))
    kept = ARRIVALS.replace("async ", "").replace("counter.seat", "desk.seat")
    kept = kept.replace("app = ", "desk = counter.Desk()\napp = ")
    (inn / "arrivals.py").write_text(kept + "    return desk.seated()\n")
    assert worth_reading(ast.parse(desk), lines, str(inn / "counter.py"))
    assert said(inn / "counter.py") == ["3 SIS004"]
    assert said(inn / "arrivals.py") == []


def test_an_object_that_a_third_file_gives_is_judged_where_its_class_stands(tmp_path: Path) -> None:
    shelf = f"class Shelf:\n    def __init__(self):\n        self.parcels = []\n\n{PUT.format('put')}\n"
    given = "from functools import lru_cache\nfrom inn import Shelf\n\n\n@lru_cache\ndef shelf():\n    return Shelf()\n"
    texts = {
        "inn": shelf,
        "given": given,
        "main": HANDLER.format(
            "from fastapi import Depends\nfrom given import shelf", ", at=Depends(shelf)", "at.put(text)"
        ),
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.py").write_text(text)
    assert [said(tmp_path / f"{each}.py") for each in texts] == [["6 SIS004"], [], []]


def test_what_other_files_read_of_an_object_counts_where_its_class_stands(tmp_path: Path) -> None:
    texts = {
        "inn": """\
class Shelf:
    def __init__(self):
        self.parcels = []

    def put(self, text):
        self.parcels.append(text)

    def all(self):
        return self.parcels
""",
        "prompt": "from inn import Shelf\n\n\ndef prompt(text, at: Shelf):\n    return [*at.all(), text]\n",
        "reply": "from prompt import prompt\n\n\ndef reply(text, at):\n    return prompt(text, at)\n",
        "main": HANDLER.format(
            "from inn import Shelf\nfrom reply import reply\n\nshelf = Shelf()",
            "",
            "shelf.put(text) or reply(text, shelf)",
        ),
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.py").write_text(text)
    assert [said(tmp_path / f"{each}.py") for each in texts] == [["6 SIS004"], [], [], []]


BOARD = "notices = []\n\n\ndef pin(text):\n    notices.append(text)\n    return notices\n"
SHELF = "class Shelf:\n    def __init__(self):\n        self.parcels = []\n\n{}\n\n\nshelf = Shelf()\n"
PUT = "    def {}(self, text):\n        self.parcels.append(text)\n        return self.parcels"
HANDLER = """\
{}
from fastapi import FastAPI

app = FastAPI()


@app.post("/")
async def post(text{}):
    return {}
"""
CHANGED_FROM_ELSEWHERE = {
    "by its name": (BOARD, HANDLER.format("from inn import pin", "", "pin(text)")),
    "by another name": (f"{BOARD}\n\nput = pin\n", HANDLER.format("from inn import put", "", "put(text)")),
    "by a table": (f"{BOARD}\n\nBY_NAME = {{'a': pin}}\n", HANDLER.format("import inn", "", "inn.pin(text)")),
    "by all names": (BOARD, HANDLER.format("from inn import *", "", "pin(text)")),
    "by a method": (SHELF.format(PUT.format("put")), HANDLER.format("from inn import shelf", "", "shelf.put(text)")),
    "by a call of an object": (
        SHELF.format(PUT.format("__call__")), HANDLER.format("from inn import shelf", "", "shelf(text)")),
    "by an object that a function gives": (
        f"{SHELF.format(PUT.format('__call__'))}\n\ndef place():\n    return shelf\n",
        HANDLER.format("from inn import place", "", "place()(text)")),
    "by itself": (BOARD, HANDLER.format("import inn", "", "inn.notices.append(text) or inn.notices")),
    "by an object of its class": (
        SHELF.format(PUT.format("put")), HANDLER.format("import inn\n\nown = inn.Shelf()", "", "own.put(text)")),
    "by injection": (
        BOARD, HANDLER.format("from fastapi import Depends\nfrom inn import pin", ", pinned=Depends(pin)", "pinned")),
}
"""A module that keeps state, and one that serves: however its handler names what changes the state, it is found."""


@pytest.mark.parametrize("texts", CHANGED_FROM_ELSEWHERE.values(), ids=CHANGED_FROM_ELSEWHERE)
def test_a_change_is_found_by_whichever_name_it_is_called(tmp_path: Path, texts: tuple[str, str]) -> None:
    (tmp_path / "inn.py").write_text(texts[0])
    (tmp_path / "main.py").write_text(texts[1])
    assert said(tmp_path / "inn.py") or said(tmp_path / "main.py")


def test_who_only_reads_what_is_filled_at_start_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget()
    read = []

    def noted(path: str, *others: str) -> Module | None:
        read.append(os.path.basename(path))
        return module_at(path, *others)

    monkeypatch.setattr("flake8_session_isolation.linking.modules.module_at", noted)
    (tmp_path / "inn.py").write_text(f"{BOARD}\n\npin('open')\n")
    (tmp_path / "main.py").write_text(HANDLER.format("import far\nfrom inn import notices", "", "far.told(notices)"))
    (tmp_path / "far.py").write_text("def told(what):\n    return what\n")
    assert not said(tmp_path / "inn.py")
    assert "far.py" not in read
