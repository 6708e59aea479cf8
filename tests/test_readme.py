"""What the README shows is what happens: programs, outputs, tables, options, configurations, rows and the picture.

`python -m tests.test_readme` renews its outputs and tables, and the generated module `rules.explanation.known_wrong`,
after a message, a rule or a case has changed.
"""

from __future__ import annotations

import ast
import configparser
import inspect
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import indent
from typing import NamedTuple

import pytest

from flake8_session_isolation import analysis, facts, rules
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.plugin import HELP
from flake8_session_isolation.replay import check_isolation
from flake8_session_isolation.rules import RULES, Rule
from flake8_session_isolation.rules.explanation.known_wrong import KnownWrong
from flake8_session_isolation.settings import Settings
from tests.check import CASES, CaseFunction, case_files, case_functions, name_of, read
from tests.test_layers import own_layers

Says = Callable[..., list[str]]

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CONTRIBUTING = ROOT / "tests" / "CONTRIBUTING.md"
MOST_BYTES = 16_000
PACKAGE = Path(rules.__file__).parents[1]
KNOWN_WRONG = PACKAGE / "rules" / "explanation" / "known_wrong.py"
LEAK = "chat.py"

TO_A_VENV = "python3 -m venv .venv && .venv/bin/python -m pip install "
MAIN_JOB = TO_A_VENV + ". && .venv/bin/flake8 --select=SIS tests/cases/seed"
TESTS = TO_A_VENV + '".[test]" && .venv/bin/python -m pytest -n auto'

RULE_TABLE = "| code | name | what it means |"

BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
OPTION = re.compile(r"(?<![\w-])sis-[a-z-]+")

IMPORTS = "from assistant import App, Memory, session, web\n\napp, seen = App(), {}\n"
REMEMBERED = "async def chat(message):\n{inside}    memory.remember(message)\n    return memory\n"
WAITS = "await app.rest()\n    return"
FILLED = "def {name}(message):\n    seen['last'] = message\n    return seen\n"

ROWS_AT_WORK = {
    "an object that all share grows": (f"memory = Memory()\n{REMEMBERED.format(inside='')}", ["SIS001"]),
    "an object of its own grows": (REMEMBERED.format(inside="    memory = Memory()\n"), []),
    "a plain handler": ("@app.command\n" + FILLED.format(name="chat"), ["SIS001"]),
    "a plain function": (FILLED.format(name="chat"), []),
    "a method of a base class": (
        "class Chat(web.Endpoint):\n" + indent(FILLED.format(name="answer").replace("(", "(self, "), "    "),
        ["SIS001"],
    ),
    "a coroutine function": ("async " + FILLED.format(name="chat").replace("return", WAITS), ["SIS001"]),
    "a function that runs once": ("@app.on_start\nasync " + FILLED.format(name="begin"), []),
    "a key of the session": ("async " + FILLED.format(name="chat").replace("'last'", "session.id"), []),
}
"""Programs that import the library of the page, and what is found in them by its rows."""


class Block(NamedTuple):
    """A fenced block: the word behind its fence, its lines, and where these are in the page."""

    kind: str
    text: str
    start: int
    end: int


class Output(NamedTuple):
    """What a command of the page is said to print: the command of an `sh` block, and the next block, a `text` one."""

    command: str
    block: Block


def page() -> str:
    """The README."""
    return README.read_text(encoding="utf-8")


def blocks(readme: str) -> list[Block]:
    """All fenced blocks, in their order."""
    return [Block(each["kind"], each["text"], *each.span("text")) for each in BLOCK.finditer(readme)]


def texts(kind: str, file: Path = README) -> list[str]:
    """The texts of the blocks of a kind in the README or another page, in their order."""
    return [each.text for each in blocks(file.read_text(encoding="utf-8")) if each.kind == kind]


def outputs(readme: str) -> list[Output]:
    """What is shown as printed, in the order of the page."""
    pairs = pairwise(blocks(readme))
    return [Output(before.text.strip(), each) for before, each in pairs if (before.kind, each.kind) == ("sh", "text")]


def answer(command: str, program: str) -> subprocess.CompletedProcess[str]:
    """Run the last part of a command of the README, here, or where `program` is under the name that it asks for."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with TemporaryDirectory() as folder:
        Path(folder, LEAK).write_text(program, encoding="utf-8")
        Path(folder, ".flake8").write_text("[flake8]\n", encoding="utf-8")
        place = folder if LEAK in command else ROOT
        return subprocess.run(arguments(command), cwd=place, env=environment, capture_output=True, encoding="utf-8")


def arguments(command: str) -> list[str]:
    """The last part of a command, run by this Python."""
    name, *others = shlex.split(command.rpartition("&&")[2])
    return [sys.executable, *{"flake8": ["-m", "flake8"], "python": []}[Path(name).name], *others]


def leak_in(readme: str) -> str:
    """The program with which the page begins."""
    return next(each.text for each in blocks(readme) if each.kind == "python")


def renewed(readme: str) -> str:
    """The page with outputs and tables as they should be."""
    for each in reversed(outputs(readme)):
        printed = answer(each.command, leak_in(readme)).stdout
        readme = readme[:each.block.start] + printed + readme[each.block.end:]
    for head, rows in TABLES.items():
        readme = with_rows(readme, head, rows())
    return readme


def rows_of(readme: str, head: str) -> list[str]:
    """The rows of the table with this head."""
    found = table(head).search(readme)
    return found[2].splitlines() if found else []


def with_rows(readme: str, head: str, rows: Iterable[str]) -> str:
    """The page with these rows in the table with this head."""
    return table(head).sub(lambda found: found[1] + "".join(f"{row}\n" for row in rows), readme)


def table(head: str) -> re.Pattern[str]:
    """Finds a table: its head with the line below, and its rows."""
    return re.compile(rf"({re.escape(head)}\n[-|]+\n)((?:\|.*\n)*)")


def rule_rows() -> list[str]:
    """A row for each rule, from the first line of its page."""
    return [f"| {rule.CODE} | [{rule.NAME}]({page_of(rule)}) | {meaning_of(rule)} |" for rule in RULES]


def page_of(rule: Rule) -> str:
    """The file that holds a rule's page, as a link from the README."""
    return f"{PACKAGE.name}/rules/{rule.NAME.replace('-', '_')}.py"


def meaning_of(rule: Rule) -> str:
    """What a code means, from the first line of its rule's page."""
    return (inspect.getdoc(rule) or "").partition("\n")[0].partition(": ")[2]


def known_wrong_module() -> str:
    """The module of known wrong answers, with a row for each case function whose name admits one."""
    rows = [row for path in case_files() for each in case_functions(read(path)) for row in wrong_answers(path, each)]
    head, _, _ = KNOWN_WRONG.read_text(encoding="utf-8").partition("ROWS: ")
    return f"{head}ROWS: tuple[KnownWrong, ...] = (\n{''.join(map(written, rows))})\n"


def written(row: KnownWrong) -> str:
    """A row as it is in the module."""
    values = "".join(f"        {json.dumps(each, ensure_ascii=False)},\n" for each in row)
    return f"    KnownWrong(\n{values}    ),\n"


def wrong_answers(path: Path, function: CaseFunction) -> list[KnownWrong]:
    """The wrong answers about a case function, from the comments above it."""
    kinds = [kind for kind in ("missed", "false alarm") if kind in function.remarks]
    return [KnownWrong(kind, f"{name_of(path)}.py", function.remarks[kind]) for kind in kinds]


TABLES = {RULE_TABLE: rule_rows}
"""The heads of the tables that are rewritten, and what their rows are made by."""


def test_it_begins_with_the_two_commands() -> None:
    commands = [each.strip() for each in texts("sh")]
    assert [each for each in commands if "venv" in each] == [MAIN_JOB, TESTS]


def test_it_is_read_in_a_few_minutes() -> None:
    assert len(page().encode()) < MOST_BYTES


def test_each_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)]+)\)", page())
    assert len(links) == len(RULES)
    assert [each for each in links if not (ROOT / each).is_file()] == []


def test_the_main_job_prints_what_is_shown_and_stops_ci() -> None:
    [shown] = [each.block.text for each in outputs(page()) if each.command == MAIN_JOB]
    done = answer(MAIN_JOB, leak_in(page()))
    assert (done.stdout, done.stderr, done.returncode) == (shown, "", 1)


@pytest.mark.parametrize("shown", outputs(page()), ids=lambda each: each.command)
def test_a_command_prints_what_is_shown(shown: Output) -> None:
    done = answer(shown.command, leak_in(page()))
    assert (done.stdout, done.stderr) == (shown.block.text, "")


def test_each_text_is_the_output_of_a_command() -> None:
    assert [each.block.text for each in outputs(page())] == texts("text")


def test_the_leak_gives_one_line_and_its_cure_none(folder: Path, flake8_says: Says) -> None:
    leak, cure, *_ = texts("python")
    (folder / LEAK).write_text(leak)
    [line] = flake8_says("--select=SIS", LEAK)
    assert line in texts("text")[0].splitlines()
    (folder / LEAK).write_text(cure)
    assert flake8_says("--select=SIS", LEAK) == []


@pytest.mark.parametrize("head", TABLES)
def test_a_table_holds_what_it_is_made_from(head: str) -> None:
    assert rows_of(page(), head) == TABLES[head]()


def test_each_known_wrong_answer_is_listed() -> None:
    assert KNOWN_WRONG.read_text(encoding="utf-8") == known_wrong_module()


def test_renewing_the_page_restores_outputs_and_tables() -> None:
    bare = page()
    for head in TABLES:
        bare = with_rows(bare, head, [])
    bare = re.sub(r"^```text\n.*?^```$", "```text\n```", bare, flags=re.MULTILINE | re.DOTALL)
    assert bare != page()
    assert renewed(bare) == page()


def test_the_options_are_those_of_the_plugin() -> None:
    options = {f"sis-{name.replace('_', '-')}" for name in HELP}
    assert set(OPTION.findall(page())) == options
    assert {key for text in texts("ini") for key in keys(text) if key.startswith("sis-")} == options


@pytest.mark.parametrize("place", ["setup.cfg", "tox.ini", ".flake8"])
def test_flake8_accepts_each_configuration(folder: Path, flake8_says: Says, place: str) -> None:
    (folder / "quiet.py").write_text("LIMIT = 3\n")
    for text in texts("ini"):
        (folder / place).write_text(text)
        assert flake8_says() == []


def test_flake8_knows_each_key_of_a_configuration() -> None:
    """An unknown one it would pass over in silence."""
    text = subprocess.run([sys.executable, "-m", "flake8", "--help"], capture_output=True, encoding="utf-8").stdout
    known = set(re.findall(r"--([a-z-]+)", text))
    assert {key for text in texts("ini") for key in keys(text)} <= known


def keys(configuration: str) -> set[str]:
    """The keys in the `[flake8]` section of a configuration."""
    parser = configparser.ConfigParser()
    parser.read_string(configuration)
    return set(parser["flake8"])


def test_the_settings_of_an_editor_can_be_read() -> None:
    assert [json.loads(text)["flake8.severity"] for text in texts("json")] == [{"SIS": "Warning"}]


def test_the_hook_is_the_one_we_offer() -> None:
    offered = re.findall(r"^- id: (.+)$", (ROOT / ".pre-commit-hooks.yaml").read_text(), re.MULTILINE)
    assert [re.findall(r"- id: (.+)", text) for text in texts("yaml")] == [offered, ["flake8"]]


def test_the_picture_shows_modules_that_exist_and_all_that_the_way_goes_through() -> None:
    [picture] = texts("")
    named = set(re.findall(r"\b\w+(?:\.py|/)", picture))
    assert {each for each in named if not list(PACKAGE.rglob(each))} == set()
    shown = {each.removesuffix(".py").removesuffix("/") for each in named}
    assert own_layers(PACKAGE / "analysis.py") <= shown
    assert {each.parent.name for each in PACKAGE.glob("*/__init__.py")} <= shown


def test_what_the_picture_shows_below_the_slice_is_not_loaded_with_the_rest() -> None:
    [picture] = texts("")
    before, _, after = picture.partition("what follows is loaded only if")
    program = f"import sys, {analysis.__name__}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8").stdout.split()
    ours = {each.removeprefix(f"{PACKAGE.name}.") for each in loaded if each.startswith(f"{PACKAGE.name}.")}
    loaded_layers = {each.partition(".")[0] for each in ours}
    later = set(re.findall(r"^  (\w+)/", after, re.MULTILINE)) - {"facts"}
    earlier = set(re.findall(r"^  (\w+)(?:/|\.py)", before, re.MULTILINE)) - {"plugin"}
    assert earlier == loaded_layers - {"facts", "finding"}
    assert {"dataflow", "rules"} <= later and not loaded_layers & later


def test_as_many_libraries_have_facts_as_is_said() -> None:
    assert "More than fifty libraries" in page()
    assert len(list((PACKAGE / "facts").glob("[!_]*.py"))) > 51, "fifty, and Python itself"


@pytest.mark.parametrize(("program", "expected"), ROWS_AT_WORK.values(), ids=ROWS_AT_WORK.keys())
def test_the_rows_of_a_library_do_what_is_said_of_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str, expected: list[str],
) -> None:
    [rows] = [text for text in texts("python", CONTRIBUTING) if "ROWS" in text]
    (tmp_path / "assistant.py").write_text(rows, encoding="utf-8")
    monkeypatch.setattr(facts, "__path__", [*facts.__path__, str(tmp_path)])
    monkeypatch.setattr(facts, "_FILES", facts._FILES | {"assistant"})
    monkeypatch.delitem(sys.modules, f"{facts.__name__}.assistant", raising=False)
    assert codes_of(IMPORTS + program) == expected


def test_the_rows_in_the_table_exist() -> None:
    names = [row.split("`")[1] for row in rows_of(CONTRIBUTING.read_text(encoding="utf-8"), "| row | what it says |")]
    assert names
    assert all(issubclass(getattr(facts, each), facts.Row) for each in names)


@pytest.mark.parametrize(("case", "leaks"), [("current_context", True), ("keyed_with_lock", False)])
def test_the_test_of_a_handler_fails_for_the_leak_and_passes_for_its_cure(
    tmp_path: Path, case: str, leaks: bool,
) -> None:
    [shown] = [text for text in texts("python") if "check_isolation" in text]
    program = (CASES / "seed" / f"{case}.py").read_text(encoding="utf-8")
    (tmp_path / LEAK).write_text(re.sub(r"\bhandle_message_(bad|ok)\b", "handle_message", program), encoding="utf-8")
    (tmp_path / "test_chat.py").write_text(shown, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir=.", "test_chat.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert done.returncode == leaks, done.stdout
    assert ("NotIsolated: leak: " in done.stdout) == leaks


@pytest.mark.parametrize(("program", "leaks"), [(0, True), (1, False)], ids=["leak", "cure"])
def test_the_printed_test_fails_for_the_leak_and_passes_for_its_cure(
    tmp_path: Path, program: int, leaks: bool,
) -> None:
    assert "`--test chat.py:7`" in page()
    printed = answer("python -m flake8_session_isolation --test chat.py:7", leak_in(page())).stdout
    (tmp_path / "test_chat.py").write_text(printed, encoding="utf-8")
    (tmp_path / LEAK).write_text(texts("python")[program], encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir=.", "test_chat.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert done.returncode == leaks, done.stdout
    assert ("NotIsolated: leak: " in done.stdout) == leaks


APPLICATION = """\
import json
history = []
async def app(scope, receive, send):
    assert scope["type"] == "http" and scope["path"] == "/chat"
    HISTORY
    history.append(json.loads((await receive())["body"])["text"])
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"application/json")]})
    await send({"type": "http.response.body", "body": json.dumps({"history": history}).encode()})
"""


@pytest.mark.parametrize(("line", "leaks"), [("pass", True), ("history = []", False)])
def test_the_test_of_an_application_prints_what_is_shown(tmp_path: Path, line: str, leaks: bool) -> None:
    [shown] = [text for text in texts("python") if "check_application" in text]
    [printed] = re.findall(r"`(leak: [^`]+)`", page())
    (tmp_path / LEAK).write_text(APPLICATION.replace("HISTORY", line), encoding="utf-8")
    (tmp_path / "test_chat.py").write_text(shown, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir=.", "test_chat.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert done.returncode == leaks, done.stdout
    assert (f"NotIsolated: {printed}\n" in done.stdout) == leaks


def test_replay_takes_what_is_said_of_it() -> None:
    section = page().partition("## Test your own handlers\n")[2].partition("\n## ")[0]
    keywords = set(re.findall(r"`(\w+)=", section))
    assert "factory" in keywords
    assert keywords <= set(inspect.signature(check_isolation).parameters)


@pytest.mark.parametrize(("made", "name"), [
    ("from app import bot", "app.bot.command"), ("import lib\nbot = lib.Bot()", "lib.Bot.command"),
    ("bot = made()", "bot.command"),
])
def test_a_decorator_of_an_option_has_the_name_that_is_said(made: str, name: str) -> None:
    program = f"{made}\nseen = {{}}\n@bot.command\n{FILLED.format(name='chat')}"
    assert name in page()
    assert codes_of(program) == []
    assert codes_of(program, Settings(handler_decorators=(name,))) == ["SIS001"]


def test_a_function_that_runs_once_may_be_named_with_its_module(folder: Path, flake8_says: Says, leak: str) -> None:
    (folder / "app.py").write_text(leak)
    assert flake8_says("--select=SIS", "--sis-run-once=app.chat", "app.py") == []
    assert flake8_says("--select=SIS", "--sis-shared-on-purpose=app.history", "app.py") == []
    assert flake8_says("--select=SIS", "app.py") != []


def codes_of(program: str, settings: Settings = Settings()) -> list[str]:
    """The codes of what is found in a program."""
    found: list[Finding] = analysis.check(ast.parse(program), program.splitlines(True), LEAK, settings)
    return [each.code for each in found]


if __name__ == "__main__":
    README.write_text(renewed(page()), encoding="utf-8")
    KNOWN_WRONG.write_text(known_wrong_module(), encoding="utf-8")
