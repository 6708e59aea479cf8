"""Whether what the rows name exists in the libraries that are installed here, and takes functions where they say.

`python -m tests.installed` prints how many names of how many libraries it found.  It fails if one is missing, and,
called with `--all` because everything of `tests/libraries.txt` is installed, if there were fewer than ever.
"""

from __future__ import annotations

import importlib
import inspect
import sys
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from flake8_session_isolation import facts
from flake8_session_isolation.facts import Container, Gives, Registers, Row, Runs
from tests.lookup import Instance, Missing, NotInstalled, OutOfSight, look_up

FILES = sorted(Path(facts.__file__).parent.glob("[!_]*.py"))
LIBRARIES = {path.stem for path in FILES} - {"python"} - sys.stdlib_module_names

FEWEST_NAMES = 1225
FEWEST_LIBRARIES = 53
"""What was found with all of `tests/libraries.txt`; more may be, fewer not."""

NOT_HERE = {
    "aiogram.Dispatcher.*_handler": "until aiogram 3",
    "blacksheep.Application.route": "until blacksheep 2",
    "blacksheep.Application.services.*": "of whichever container is given, of which a protocol tells less",
    "cherrypy.session": "bound when the first session begins",
    "dash.Dash.long_callback": "until dash 3",
    "discord.*Bot": "of py-cord",
    "discord.Bot.*": "of py-cord, which is imported by the same name as discord.py",
    "discord.SlashCommandGroup.*": "of py-cord",
    "discord.command": "of py-cord",
    "discord.*_command": "of py-cord",
    "discord.commands.slash_command": "of py-cord",
    "discord.ext.bridge.*": "of py-cord",
    "discord.ext.bridge.Bot.*": "of py-cord",
    "django.conf.urls.url": "until Django 4",
    "fastapi.FastAPI.add_event_handler": "until Starlette 1",
    "fastapi.FastAPI.route": "until Starlette 1",
    "fasthtml.common.rt": "our name for the second thing that fast_app gives",
    "fastmcp.FastMCP.sse_app": "of older fastmcps",
    "fastmcp.FastMCP.streamable_http_app": "of older fastmcps",
    "flask.Flask.before_first_request": "until Flask 2.3",
    "langchain.*AgentExecutor": "until langchain 1; then of langchain_classic",
    "langchain.*AgentExecutor.from_agent_and_tools": "until langchain 1; then of langchain_classic",
    "langchain.*AsyncIteratorCallbackHandler": "until langchain 1; then of langchain_classic",
    "langchain.*Chain": "until langchain 1; then of langchain_classic",
    "langchain.*Chain.from_llm": "until langchain 1; then of langchain_classic",
    "langchain.*ChatMessageHistory": "until langchain 1; then of langchain_community",
    "langchain.*Memory": "until langchain 1; then of langchain_classic",
    "langchain.*RetrievalQA.from_chain_type": "until langchain 1; then of langchain_classic",
    "langchain.*initialize_agent": "until langchain 1; then of langchain_classic",
    "langchain.*load_qa_chain": "until langchain 1; then of langchain_classic",
    "langchain.globals.*": "until langchain 1; then of langchain_core",
    "langfuse.callback.CallbackHandler": "until langfuse 3",
    "mcp.server.fastmcp.FastMCP": "until mcp 2",
    "mcp.server.fastmcp.FastMCP.*": "until mcp 2",
    "mcp.server.lowlevel.Server.*": "until mcp 2; then keywords of the constructor",
    "pydantic.BaseSettings": "until pydantic 2",
    "starlette.applications.Starlette.add_websocket_route": "until Starlette 1",
    "starlette.applications.Starlette.exception_handler": "until Starlette 1",
    "starlette.applications.Starlette.middleware": "until Starlette 1",
    "starlette.applications.Starlette.on_event": "until Starlette 1",
    "starlette.applications.Starlette.route": "until Starlette 1",
    "starlette.applications.Starlette.websocket_route": "until Starlette 1",
    "starlette.routing.Router.route": "until Starlette 1",
    "starlette.routing.Router.websocket_route": "until Starlette 1",
    "streamlit.experimental_*": "of older Streamlits",
}
"""Names that programs use and today's libraries do not have, and why; a star stays within one part of a name."""

NOT_BEFORE = {
    "asyncio.Runner.run": (3, 11),
    "asyncio.timeout": (3, 11),
    "contextlib.chdir": (3, 11),
}
"""Names that Python itself has since this version."""

APPS = ("contenttypes", "auth", "sessions", "messages", "admin")


class Answers(NamedTuple):
    """Names, by what came of looking for them."""

    found: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    known_to_be_missing: frozenset[str] = frozenset()
    out_of_sight: frozenset[str] = frozenset()
    of_any_class: frozenset[str] = frozenset()
    not_installed: frozenset[str] = frozenset()

    @property
    def libraries(self) -> frozenset[str]:
        """The libraries with a file of facts that have the found names; Python itself is none."""
        return frozenset(name.split(".")[0] for name in self.found) & LIBRARIES


def all_rows() -> list[Row]:
    """Every row of every file of facts."""
    modules = (importlib.import_module(f"{facts.__name__}.{path.stem}") for path in FILES)
    return [row for module in modules for row in module.ROWS]


def names_of(row: Row) -> Iterator[str]:
    """The names that a row speaks of: its own, its methods', those of the classes that it tells of."""
    yield row.name
    if isinstance(row, Container):
        yield from (f"{row.name}.{method.name}" for method in row.methods)
    if isinstance(row, Gives):
        yield from row.parts


def ask(names: Iterable[str]) -> Answers:
    """Look for each of these names."""
    answers: dict[str, set[str]] = defaultdict(set)
    for name in names:
        answers[answer(name)].add(name)
    return Answers(**{kind: frozenset(names) for kind, names in answers.items()})


def answer(name: str) -> str:
    """What comes of looking for a name: a field of `Answers`."""
    first, *others = name.split(".")
    if not others or not first.isidentifier():
        return "of_any_class"
    try:
        look_up(name)
    except NotInstalled:
        return "not_installed"
    except OutOfSight:
        return "out_of_sight"
    except Missing:
        return "known_to_be_missing" if reason_for(name) else "missing"
    return "found"


def reason_for(name: str) -> str:
    """Why a name is missing; empty if unknown."""
    if sys.version_info < NOT_BEFORE.get(name, (3,)):
        return "not yet in this Python"
    return next((why for pattern, why in NOT_HERE.items() if fits(name, pattern)), "")


def fits(name: str, pattern: str) -> bool:
    """Whether each part of a name fits its part of a pattern."""
    parts, patterns = name.split("."), pattern.split(".")
    return len(parts) == len(patterns) and all(map(fnmatchcase, parts, patterns))


def misplaced(rows: Iterable[Row]) -> Iterator[str]:
    """A line for each row whose functions are not taken where it tells: by a keyword, and at a position if it has one.

    Where a row has several positions, a function may be at any of them, and each keyword at one.
    """
    for row in rows:
        if not isinstance(row, (Registers, Runs)) or "*" in row.name or answer(row.name) != "found":
            continue
        keywords = row.keywords if isinstance(row, Registers) else (row.keyword,)
        positions = row.position if isinstance(row.position, tuple) else (row.position,)
        taken = parameters(row.name)
        for keyword in keywords:
            if keyword and taken and not any(takes(taken, keyword, each) for each in positions):
                yield f"{row}: {keyword!r} is not at {row.position} in ({', '.join(taken)})"


def parameters(name: str) -> tuple[str, ...]:
    """The parameters of a call, as they are given; empty if they cannot be found out."""
    thing = look_up(name)
    owner = look_up(name.rpartition(".")[0])
    if isinstance(thing, Instance):
        return ()
    try:
        known = list(inspect.signature(thing).parameters.values())  # type: ignore[arg-type]  # raises else
    except (TypeError, ValueError):
        return ()
    is_method = isinstance(owner, (type, Instance)) and inspect.isfunction(thing)
    return tuple(str(each).partition(":")[0].partition("=")[0] for each in known[is_method:])


def takes(taken: tuple[str, ...], keyword: str, position: int | None) -> bool:
    """Whether a function may be given by the keyword, and is at the position if there is one."""
    gathered = next((index for index, each in enumerate(taken) if each.startswith("*")), len(taken))
    if keyword not in taken:
        return taken[-1].startswith("**")
    return position is None or position >= gathered or taken.index(keyword) == position


def prepare() -> None:
    """Let Django's modules be imported: they want settings, whatever these say."""
    try:
        django = importlib.import_module("django")
    except ImportError:
        return
    apps = [f"django.contrib.{name}" for name in APPS]
    importlib.import_module("django.conf").settings.configure(INSTALLED_APPS=apps, TEMPLATES=[])
    django.setup()


def report(answers: Answers) -> str:
    """The count for a reader of the log."""
    others = (f"{len(names)} {kind.replace('_', ' ')}" for kind, names in zip(answers._fields[1:], answers[1:]))
    first = f"{len(answers.found)} names of {len(answers.libraries)} libraries and of Python itself exist"
    return f"{first}; {', '.join(others)}"


def complaints(answers: Answers, is_all_installed: bool) -> list[str]:
    """What must not be."""
    found = [f"there is no {name}" for name in sorted(answers.missing)] + list(misplaced(all_rows()))
    return found + list(fallen(answers)) if is_all_installed else found


def fallen(answers: Answers) -> Iterator[str]:
    """What is worse than it was, or was said of names that are there again."""
    if len(answers.found) < FEWEST_NAMES or len(answers.libraries) < FEWEST_LIBRARIES:
        yield f"at least {FEWEST_NAMES} names of {FEWEST_LIBRARIES} libraries were found before"
    yield from (f"{name} exists; NOT_HERE tells otherwise" for name in sorted(answers.found) if reason_for(name))


def main(arguments: list[str]) -> int:
    """Look up all, print what came of it, and give the exit status."""
    warnings.simplefilter("ignore")
    prepare()
    answers = ask(name for row in all_rows() for name in names_of(row))
    print(report(answers))
    found = complaints(answers, "--all" in arguments)
    print("".join(f"{each}\n" for each in found), end="")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
