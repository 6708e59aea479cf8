"""The codes that are off by default, through the real flake8: what turns one on, what turns it off again."""

from __future__ import annotations

import ast
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flake8_session_isolation.interference import interference as understanding
from flake8_session_isolation.plugin import Plugin, settings_from
from flake8_session_isolation.rules import rules_on
from flake8_session_isolation.slicing import shared_classes
from tests.test_flake8 import START, places

Says = Callable[..., list[str]]

LIBRARY = '''\
current = None


def use(user):
    global current
    current = user


def in_use():
    return current


class Client:
    def __init__(self, connection):
        self.connection = connection
        self.user = self.token = None

    async def renew(self):
        self.token = await self.connection.renew(self.token)

    async def run(self, user):
        self.user = user
        await self.connection.rest()
        return self.user
'''
"""One finding of each of three codes, at the lines below; nothing for the codes that are on by default."""
LINES = {"SIS101": 6, "SIS103": 19, "SIS104": 22}
ALL = tuple(LINES)

SELECTIONS: list[tuple[str, tuple[str, ...]]] = [
    ("", ()),
    ("ignore = E203", ()),
    ("select = E,F,SIS", ()),
    ("select = SIS", ()),
    ("select = S", ()),
    ("extend-select = SIS", ()),
    ("select = SIS0", ()),
    ("extend-select = SIS103", ("SIS103",)),
    ("extend-select = SIS103\nignore = E203", ("SIS103",)),
    ("select = SIS103", ("SIS103",)),
    ("extend-select = SIS101,SIS104", ("SIS101", "SIS104")),
    ("extend-select = SIS1", ALL),
    ("select = E,F,SIS\nextend-select = SIS10", ALL),
    ("extend-select = SIS1\nextend-ignore = SIS103", ("SIS101", "SIS104")),
    ("extend-select = SIS1\nextend-ignore = SIS1", ()),
    ("extend-select = SIS103\nextend-ignore = SIS1", ("SIS103",)),
    ("extend-select = SIS1\nper-file-ignores = library.py:SIS103", ("SIS101", "SIS104")),
    ("extend-select = SIS1\nper-file-ignores = library.py:SIS1", ()),
    ("extend-select = SIS1\nper-file-ignores = other.py:SIS1", ALL),
]


@pytest.mark.parametrize("configuration, codes", SELECTIONS)
def test_a_configuration_turns_codes_on(
    folder: Path, flake8_says: Says, configuration: str, codes: tuple[str, ...],
) -> None:
    assert codes_shown(folder, flake8_says, configuration) == shown(codes)


@pytest.mark.parametrize("configuration, command_line, codes", [
    ("", "--select=SIS", ()),
    ("", "--select=SIS103", ("SIS103",)),
    ("", "--extend-select=SIS1", ALL),
    ("select = SIS1", "--select=SIS", ()),
    ("extend-select = SIS1", "--extend-select=SIS103", ("SIS103",)),
    ("extend-select = SIS1", "--select=SIS", ALL),
    ("extend-select = SIS1", "--ignore=SIS101", ("SIS103", "SIS104")),
    ("extend-select = SIS1\nextend-ignore = SIS1", "--extend-ignore=SIS101", ("SIS103", "SIS104")),
    ("extend-select = SIS1", "--isolated", ()),
])
def test_the_command_line_replaces_a_list_of_the_configuration(
    folder: Path, flake8_says: Says, configuration: str, command_line: str, codes: tuple[str, ...],
) -> None:
    assert codes_shown(folder, flake8_says, configuration, command_line) == shown(codes)


def codes_shown(folder: Path, flake8_says: Says, configuration: str, *arguments: str) -> list[str]:
    """The places that flake8 prints of a library that is in good style."""
    (folder / "library.py").write_text(LIBRARY)
    (folder / ".flake8").write_text(f"[flake8]\n{configuration}\n")
    return places(flake8_says(*arguments))


def shown(codes: tuple[str, ...]) -> list[str]:
    """The places of the codes as the command prints them."""
    return [f"./{place_of(code)}" for code in codes]


def place_of(code: str, name: str = "library") -> str:
    """Where a library has its one finding of a code, and the code."""
    column = 5 if code == "SIS101" else 9
    return f"{name}.py:{LINES[code]}:{column}: {code}"


LEGACY = """\
from flake8.api import legacy
guide = legacy.get_style_guide({options})
raise SystemExit(guide.check_files(["library.py"]).total_errors > 0)
"""


@pytest.mark.parametrize("options, codes", [
    ("", ()),
    ("select=['SIS']", ()),
    ("ignore=['E203']", ()),
    ("extend_select=['SIS103']", ("SIS103",)),
    ("select=['SIS1']", ALL),
])
def test_the_legacy_interface_sets_options_late(folder: Path, options: str, codes: tuple[str, ...]) -> None:
    """It changes them after they were parsed, so that only what a plugin is made with tells the truth."""
    (folder / "library.py").write_text(LIBRARY)
    command = [sys.executable, "-c", LEGACY.format(options=options)]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
    assert done.stderr == ""
    assert places(done.stdout.splitlines()) == [place_of(code) for code in codes]


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_workers_of_every_kind_know_which_codes_are_on(folder: Path, flake8_says: Says, method: str) -> None:
    for number in range(3):
        (folder / f"library_{number}.py").write_text(LIBRARY)
    found = flake8_says("-j2", "--extend-select=SIS103", python=("-c", START.format(method=method)))
    assert places(found) == [f"./{place_of('SIS103', f'library_{number}')}" for number in range(3)]
    assert flake8_says("-j2", "--select=SIS", python=("-c", START.format(method=method))) == []


def test_plain_functions_of_a_library_are_read_when_a_code_asks_for_them(folder: Path, flake8_says: Says) -> None:
    (folder / "library.py").write_text(LIBRARY.partition("\n\n\nclass")[0] + "\n")
    assert places(flake8_says("--select=SIS101")) == [f"./{place_of('SIS101')}"]
    assert flake8_says("--select=SIS") == []


OFFERING = {
    "its __init__.py imports it": ("from .library import Client, in_use, use\n", ""),
    "its __init__.py imports all": ("from .library import *\n", ""),
    "its __init__.py lists it": ('__all__ = ["Client", "in_use", "use"]\n', ""),
    "the module lists it": ("", '\n\n__all__ = ["Client", "in_use", "use"]\n'),
    "its __init__.py is empty": ("", ""),
    "its __init__.py imports only others' names": ("import os\nfrom logging import getLogger\n", ""),
    "its __init__.py tells its version": ("from .other import __version__\n", ""),
}


@pytest.mark.parametrize(("package", "listed"), OFFERING.values(), ids=OFFERING)
def test_what_a_package_offers_may_be_shared_by_others(
    folder: Path, flake8_says: Says, package: str, listed: str
) -> None:
    found = optional_of_a_package(folder, flake8_says, package, listed)
    assert places(found) == [place_of(code, "shop/library") for code in ALL]


def test_a_package_offers_functions_of_a_module_that_may_serve_nothing(folder: Path, flake8_says: Says) -> None:
    """Of such a module no import is followed to tell how its functions run."""
    (folder / "shop").mkdir()
    (folder / "shop" / "__init__.py").write_text("from .library import in_use, use\n")
    (folder / "shop" / "library.py").write_text(LIBRARY.partition("\n\n\nclass")[0] + "\n")
    assert places(flake8_says("--select=SIS1", "shop/library.py")) == [place_of("SIS101", "shop/library")]


KEEPING = {
    "its __init__.py imports others": ("from .library import in_use\n", ""),
    "its __init__.py has one of its own": ("from .other import *\n\n\nclass Client:\n    pass\n", ""),
    "the module lists others": ("from .library import *\n", '\n\n__all__ = ["in_use"]\n'),
}


@pytest.mark.parametrize(("package", "listed"), KEEPING.values(), ids=KEEPING)
def test_what_a_package_keeps_to_itself_is_not_supposed_to_be_shared(
    folder: Path, flake8_says: Says, package: str, listed: str
) -> None:
    assert optional_of_a_package(folder, flake8_says, package, listed) == []


def test_what_another_file_of_the_package_makes_for_each_call_is_not_shared(folder: Path, flake8_says: Says) -> None:
    maker = "from .library import Client\n\n\nasync def serve(c, user):\n    return await Client(c).run(user)\n"
    found = optional_of_a_package(folder, flake8_says, "from .library import *\n", "", maker)
    assert places(found) == [place_of("SIS101", "shop/library")]


def test_what_a_function_of_the_package_makes_for_its_callers_may_be_shared(folder: Path, flake8_says: Says) -> None:
    maker = "from .library import Client\n\n\nasync def connect(c, {}):\n    made = Client(c)\n    return made\n"
    found = optional_of_a_package(folder, flake8_says, "from .library import *\n", "", maker.format("timeout"))
    assert places(found) == [place_of(code, "shop/library") for code in ALL]
    (folder / "shop" / "other.py").write_text(maker.format("user_id"))
    assert places(flake8_says("--select=SIS1", "shop/library.py")) == [place_of("SIS101", "shop/library")]


def test_what_another_file_makes_for_an_attribute_is_a_part_of_who_has_that(folder: Path, flake8_says: Says) -> None:
    maker = (
        "from .library import Client\n\n\nclass Call:\n    async def serve(self, c, user):\n"
        "        self.client = Client(c)\n        return await self.client.run(user)\n")
    found = optional_of_a_package(folder, flake8_says, "from .library import *\n", "", maker)
    assert places(found) == [place_of("SIS101", "shop/library")]


def test_what_another_file_of_the_package_keeps_may_be_shared(folder: Path, flake8_says: Says) -> None:
    maker = "from .library import Client\n\nclient = Client(None)\n\n\nasync def get():\n    return client\n"
    found = optional_of_a_package(folder, flake8_says, "", "", maker)
    assert places(found) == [place_of(code, "shop/library") for code in ALL]


def test_where_a_package_hands_on_nothing_its_private_modules_are_its_own(folder: Path, flake8_says: Says) -> None:
    (folder / "shop").mkdir()
    for name, text in {"__init__": "", "_library": LIBRARY}.items():
        (folder / "shop" / f"{name}.py").write_text(text)
    assert flake8_says("--select=SIS1", "shop/_library.py") == []


def test_what_a_method_makes_for_its_callers_may_be_shared(folder: Path, flake8_says: Says) -> None:
    maker = "from .library import Client\n\n\nclass Shop:\n    async def made(self, url):\n        return Client({})\n"
    found = optional_of_a_package(folder, flake8_says, "from .library import *\n", "", maker.format("url"))
    assert places(found) == [place_of(code, "shop/library") for code in ALL]
    (folder / "shop" / "other.py").write_text(maker.format("self.line"))
    assert places(flake8_says("--select=SIS1", "shop/library.py")) == [place_of("SIS101", "shop/library")]


def test_what_is_made_as_a_part_of_what_stays_may_be_shared(folder: Path, flake8_says: Says) -> None:
    maker = (
        "from .library import Client\n\n\nclass Proxy:\n    def __init__(self, client):\n        self.client = client\n"
        "\n\nclass Shop:\n    async def mount(self, url, name):\n        {}\n")
    kept = maker.format("proxy = Proxy(Client(url))\n        self.mounted[name] = proxy")
    found = optional_of_a_package(folder, flake8_says, "from .library import *\n", "", kept)
    assert places(found) == [place_of(code, "shop/library") for code in ALL]
    (folder / "shop" / "other.py").write_text(maker.format("return Proxy(Client(url)).run()"))
    assert places(flake8_says("--select=SIS1", "shop/library.py")) == [place_of("SIS101", "shop/library")]


def test_what_a_file_puts_into_an_applications_storage_is_shared(folder: Path, flake8_says: Says) -> None:
    maker = (
        "from fastapi import FastAPI, Request\n\nfrom .library import Client\n\napp = FastAPI()\n\n\n"
        "async def client(request: Request):\n    {} = Client(None)\n")
    stored = maker.format("request.app.state.client")
    found = optional_of_a_package(folder, flake8_says, "from .library import *\n", "", stored)
    assert places(found) == [place_of(code, "shop/library") for code in ALL]
    (folder / "shop" / "other.py").write_text(maker.format("request.client"))
    assert places(flake8_says("--select=SIS1", "shop/library.py")) == [place_of("SIS101", "shop/library")]


MANAGER = """\
import asyncio


class Manager:
    def __init__(self):
        self.connections = {{}}

    async def connect(self, {0}, name):
        self.connections[name] = {0}

    async def broadcast(self, text):
        for each in {1}:
            await each.send(text)
"""


@pytest.mark.parametrize("given", ["websocket", "user", "client_id", "new_user"])
def test_to_connect_one_of_many_starts_no_program(folder: Path, flake8_says: Says, given: str) -> None:
    (folder / "managers.py").write_text(MANAGER.format(given, "self.connections.values()"))
    assert places(flake8_says("--select=SIS1")) == ["./managers.py:12:9: SIS103"]
    (folder / "managers.py").write_text(MANAGER.format(given, "list(self.connections.values())"))
    assert flake8_says("--select=SIS1") == []


@pytest.mark.parametrize("given", ["url", "node", "timeout"])
def test_to_connect_to_something_may_start_a_program(folder: Path, flake8_says: Says, given: str) -> None:
    (folder / "managers.py").write_text(MANAGER.format(given, "self.connections.values()"))
    assert flake8_says("--select=SIS1") == []


POOL = """\
import asyncio


class {}Session:
    def __init__(self, connection, options):
        self.connection = connection
        self.limit = options.{}
        self.token = None

    async def renew(self):
        self.token = await self.connection.renew(self.token)
"""


def test_a_session_with_a_pool_may_be_shared_and_one_of_a_database_not(folder: Path, flake8_says: Says) -> None:
    for name, part in {"http": ("HTTP", "pool_size"), "sql": ("Sql", "timeout")}.items():
        (folder / f"{name}.py").write_text(POOL.format(*part))
    assert places(flake8_says("--select=SIS1")) == ["./http.py:11:9: SIS103"]


def optional_of_a_package(
    folder: Path, flake8_says: Says, package: str, listed: str, other: str = ""
) -> list[str]:
    """What the optional codes say of the library as a module of a package, beside another one."""
    (folder / "shop").mkdir()
    (folder / "shop" / "__init__.py").write_text(package)
    (folder / "shop" / "library.py").write_text(LIBRARY + listed)
    (folder / "shop" / "other.py").write_text(other)
    return flake8_says("--select=SIS1", "shop/library.py")


KEEPING_ONE = """\
from contextvars import ContextVar

order = ContextVar("order", default=None)


def current():
    found = order.get()
    if found is None:
        found = {}
        order.set(found)
    return found
"""
CHANGING_IT = """\
from .state import current


class Tool:
    def add(self, dish):
        held = current()
        note(held, dish)
        return len(held)


def note(held, dish):
    held["dish"] = dish
"""


def test_what_only_they_follow_is_not_claimed(folder: Path, flake8_says: Says) -> None:
    """Nothing serves the tool, so that the file it imports is read for the optional codes alone."""
    (folder / "shop").mkdir()
    for name, text in {"__init__": "", "state": KEEPING_ONE, "tools": CHANGING_IT}.items():
        (folder / "shop" / f"{name}.py").write_text(text)
    assert flake8_says("--select=SIS", "shop/tools.py") == []
    assert [each for each in flake8_says("--select=SIS,SIS1", "shop/tools.py") if " SIS0" in each] == []


def test_what_is_off_is_not_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is supposed, and the rule does not run."""
    assert not {rule.CODE for rule in rules_on(frozenset({"SIS103"}))} & {"SIS101", "SIS104", "SIS107"}
    asked: list[object] = []
    shareable = shared_classes.shareable_classes

    def noted(*given: Any) -> Any:
        asked.append(given)
        return shareable(*given)

    monkeypatch.setattr(understanding, "shareable_classes", noted)
    assert list(plugin_with(extend_select=[]).run()) == []
    assert asked == []
    list(plugin_with(extend_select=["SIS103"]).run())
    assert asked != []


def plugin_with(**selection: list[str]) -> Plugin:
    """The plugin as flake8 makes it for the library."""
    lists = ("select", "extend_select", "ignore", "extend_ignore")
    names = ("handler_decorators", "handler_bases", "run_once", "shared_on_purpose", "source_roots")
    options = Namespace(**{**{each: None for each in lists}, **selection}, **{f"sis_{each}": [] for each in names})
    assert settings_from(options).supposes == bool(optional_ones(selection))
    return Plugin(ast.parse(LIBRARY), "library.py", LIBRARY.splitlines(keepends=True), options)


def optional_ones(selection: dict[str, list[str]]) -> list[str]:
    """The selected codes that are off by default."""
    return [each for lists in selection.values() for each in lists if each.startswith("SIS1")]
