"""Names in the rows exist: those of Python itself everywhere, those of libraries where these are installed.

How names are looked up is shown with a library of a few lines.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flake8_session_isolation.facts import Action, Container, Handler, How, Method, Registers, Row, Runs
from tests import installed, lookup
from tests.installed import Answers, all_rows, ask, fallen, fits, misplaced, names_of, reason_for
from tests.lookup import Missing, NotInstalled, OutOfSight, look_up

LIBRARY = '''
from __future__ import annotations

from functools import cached_property

import parlour.events


class Bot:
    errors = None
    limit: int

    def __init__(self, name):
        self.name = name
        self.message = self.inbox = Observer()
        self.errors = parlour.events.Signal()
        self.client: Observer = name

    @property
    def signals(self) -> parlour.events.Signal:
        return self.errors

    @cached_property
    def storage(self):
        return {}

    def add(self, path, handler, *others):
        """Serve a path."""

    def listen(self, *handlers, **options):
        """Serve by any keyword."""


class Observer:
    def register(self, function):
        """Serve what is observed."""


class Proxy:
    @property
    def user(self):
        raise RuntimeError("nobody is served")


proxy = Proxy()
current: Bot = Proxy()
hidden: BotOfTypeCheckers = Proxy()


def __getattr__(name):
    if name == "Once":
        raise NotImplementedError("it has gone")
    raise AttributeError(name)
'''

SIGNALS = '''
class Signal(list):
    def connect(self, function):
        """Serve what is signalled."""
'''


@pytest.fixture(autouse=True)
def parlour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The library `parlour`, for as long as a test lasts."""
    folder = tmp_path / "parlour"
    folder.mkdir()
    (folder / "__init__.py").write_text(LIBRARY)
    (folder / "events.py").write_text(SIGNALS)
    (folder / "tools.py").write_text("import nothing_of_this_name\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for name in [each for each in sys.modules if each.partition(".")[0] == "parlour"]:
        monkeypatch.delitem(sys.modules, name)
    lookup.module_of.cache_clear()


@pytest.mark.parametrize("name", [
    "parlour.Bot", "parlour.events", "parlour.events.Signal.connect", "parlour.proxy",
    "parlour.Bot.add", "parlour.Bot.name", "parlour.Bot.limit", "parlour.Bot.storage", "parlour.proxy.user",
    "parlour.Bot.message.register", "parlour.Bot.inbox.register", "parlour.Bot.client.register",
    "parlour.Bot.errors.connect", "parlour.Bot.signals.append",
    "parlour.events.*.connect", "parlour.Bot.*.register", "parlour.B*.a*",
    "parlour.current.limit", "parlour.current.signals.append",
    "builtins.list.append", "collections.deque.appendleft", "asyncio.locks.Lock", "os.environ",
])
def test_a_name_is_found(name: str) -> None:
    look_up(name)


@pytest.mark.parametrize(("name", "there_is"), [
    ("parlour.Cog", "parlour"), ("parlour.Once", "parlour"), ("parlour.tools", "parlour"),
    ("parlour.Bot.command", "parlour.Bot"), ("parlour.Bot.message.connect", "parlour.Bot.message"),
    ("parlour.Bot.signals.emit", "parlour.Bot.signals"), ("parlour.*.emit", "parlour"),
    ("parlour.proxy.session", "parlour.proxy"),
    ("parlour.current.command", "parlour.current"), ("builtins.list.appendleft", "builtins.list"),
])
def test_a_name_is_missing(name: str, there_is: str) -> None:
    with pytest.raises(Missing, match=f"^{there_is.replace('*', '.')}$"):
        look_up(name)


@pytest.mark.parametrize("name", ["parlour.Bot.name.upper", "parlour.Bot.storage.get", "parlour.proxy.user.name",
                                  "parlour.hidden.limit"])
def test_a_name_goes_on_out_of_sight(name: str) -> None:
    with pytest.raises(OutOfSight):
        look_up(name)


def test_a_library_is_not_installed() -> None:
    with pytest.raises(NotInstalled, match="^a_library_of_nobody$"):
        look_up("a_library_of_nobody.App.get")


def test_each_name_has_one_answer() -> None:
    names = {
        "parlour.Bot.add": "found", "parlour.Bot.ad": "missing", "parlour.Bot.name.upper": "out_of_sight",
        "a_library_of_nobody.App": "not_installed", ".submit": "of_any_class", "main": "of_any_class",
    }
    answers = ask(names)._asdict()
    assert {name: [kind for kind in answers if name in answers[kind]] for name in names} == {
        name: [kind] for name, kind in names.items()
    }


def test_a_row_speaks_of_methods_and_parts_too() -> None:
    row = Container("parlour.Box", (Method("put", Action.GROW), Method("take", Action.TAKE)))
    assert list(names_of(row)) == ["parlour.Box", "parlour.Box.put", "parlour.Box.take"]


@pytest.mark.parametrize("row", [
    Registers("parlour.Bot.add", position=1, keywords=("handler",)),
    Registers("parlour.Bot.add", position=4, keywords=("handler",)),
    Registers("parlour.Bot.listen", position=0, keywords=("anything",)),
    Registers("parlour.Bot.*", position=7, keywords=("handler",)),
    Runs("asyncio.to_thread", How.THREAD, position=0, keyword="func"),
    Handler("parlour.Bot.add"),
])
def test_a_function_is_taken_where_a_row_says(row: Row) -> None:
    assert list(misplaced([row])) == []


@pytest.mark.parametrize("row", [
    Registers("parlour.Bot.add", position=0, keywords=("handler",)),
    Registers("parlour.Bot.add", position=1, keywords=("function",)),
    Runs("threading.Timer", How.THREAD, position=0, keyword="function"),
])
def test_a_function_is_not_taken_where_a_row_says(row: Row) -> None:
    [line] = misplaced([row])
    assert row.name in line


@pytest.mark.parametrize(("name", "pattern", "expected"), [
    ("lib.App.get", "lib.App.get", True), ("lib.App.get", "lib.App.*", True), ("lib.App.on.get", "lib.App.*", False),
    ("lib.App", "lib.App.*", False), ("lib.slash_command", "lib.*_command", True),
    ("lib.command", "lib.*_command", False),
])
def test_a_star_stays_within_its_part(name: str, pattern: str, expected: bool) -> None:
    assert fits(name, pattern) is expected


def test_names_may_not_become_fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ask(["parlour.Bot.add", "parlour.Bot.name"])
    monkeypatch.setattr(installed, "LIBRARIES", {"parlour"})
    monkeypatch.setattr(installed, "FEWEST_LIBRARIES", 1)
    for fewest, complaints in ((1, 0), (2, 0), (3, 1)):
        monkeypatch.setattr(installed, "FEWEST_NAMES", fewest)
        assert len(list(fallen(answers))) == complaints
    monkeypatch.setattr(installed, "FEWEST_LIBRARIES", 2)
    assert len(list(fallen(answers))) == 1


def test_what_is_said_to_be_missing_may_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "NOT_HERE", {"parlour.Bot.*": "until parlour 2"})
    assert reason_for("parlour.Bot.command")
    answers = Answers(frozenset({"parlour.Bot.add"}))
    assert "parlour.Bot.add exists; NOT_HERE tells otherwise" in list(fallen(answers))


def test_pythons_own_names_exist() -> None:
    names = {name for row in all_rows() for name in names_of(row)}
    own = {name for name in names if name.partition(".")[0] in sys.stdlib_module_names}
    answers = ask(own)
    assert sorted(answers.missing | answers.out_of_sight | answers.not_installed) == []
    assert len(answers.found) > 200


def test_names_of_what_is_installed_exist() -> None:
    """In a process of its own, because it imports whatever there is."""
    done = subprocess.run([sys.executable, "-m", "tests.installed"], cwd=Path(__file__).parents[1],
                          capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.split()[0]) > 200
