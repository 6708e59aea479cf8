"""The settings: where they are, which values are refused, which optional codes are on, what can show."""

from __future__ import annotations

import ast
import copy
import pickle
import re
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from flake8.options.parse_args import parse_args
from flake8.style_guide import Decision, DecisionEngine

from flake8_session_isolation import analysis
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.plugin import Plugin, can_report, settings_from
from flake8_session_isolation.settings import MalformedOption, Settings, optional_codes

Says = Callable[..., list[str]]


def test_help_explains_the_five_options() -> None:
    text = subprocess.run([sys.executable, "-m", "flake8", "--help"], capture_output=True, text=True).stdout
    assert re.findall(r"(--sis-[a-z-]+) list\s+[A-Z]", text) == [
        "--sis-handler-decorators", "--sis-handler-bases", "--sis-run-once", "--sis-shared-on-purpose",
        "--sis-source-roots",
    ]


@pytest.mark.parametrize("place", ["setup.cfg", "tox.ini", ".flake8"])
@pytest.mark.parametrize("option", ["sis-shared-on-purpose", "sis_shared_on_purpose"])
def test_an_option_is_read_from_any_configuration_file(
    folder: Path, flake8_says: Says, leak: str, place: str, option: str,
) -> None:
    (folder / "leak.py").write_text(leak)
    name = name_shown(flake8_says())
    (folder / place).write_text(f"[flake8]\n{option} =\n    # all see it\n    board.*,\n    {name}\n")
    assert flake8_says() == []


def test_an_option_is_read_from_the_command_line(folder: Path, flake8_says: Says, leak: str) -> None:
    (folder / "leak.py").write_text(leak)
    assert flake8_says(f"--sis-shared-on-purpose=board.*,{name_shown(flake8_says())}") == []


def name_shown(lines: list[str]) -> str:
    """The shared place as the one message calls it; from there a user pastes it into the option."""
    [line] = lines
    [name] = re.findall(r"appends to '([\w.]+)'", line)
    return str(name)


@pytest.mark.parametrize("option, value, item", [
    ("sis-handler-decorators", "@bot.command", "@bot.command"),
    ("sis-handler-bases", "app.Handler()", "app.Handler()"),
    ("sis-run-once", "app.start, app.*.stop", "app.*.stop"),
    ("sis-shared-on-purpose", "app.board # all see it", "#"),
    ("sis-source-roots", "src # and nothing else", "#"),
])
def test_a_malformed_value_is_refused_in_one_line(
    folder: Path, flake8_says: Says, leak: str, option: str, value: str, item: str,
) -> None:
    (folder / "leak.py").write_text(leak)
    on_the_command_line = flake8_says(f"--{option}={value}")
    (folder / "tox.ini").write_text(f"[flake8]\n{option} = {value}\n")
    headline, reason = in_a_file = flake8_says()
    assert in_a_file == on_the_command_line
    assert headline == "There was a critical error during execution of Flake8:"
    assert reason.startswith(f"--{option}: {item!r} is not ")


@pytest.mark.parametrize("written", ["src", "./src", "src/", "{folder}/src"])
def test_a_source_root_is_found_from_below(
    folder: Path, monkeypatch: pytest.MonkeyPatch, written: str,
) -> None:
    """A root in a configuration file means the same wherever below it flake8 is started."""
    (folder / "src" / "app").mkdir(parents=True)
    (folder / ".flake8").write_text(f"[flake8]\nsis-source-roots = {written.format(folder=folder)}\n")
    monkeypatch.chdir(folder / "src" / "app")
    _, options = parse_args([])
    assert settings_from(options).source_roots == (str(folder / "src"),)


@pytest.mark.parametrize("name", ["main", "app.start", "app.db.*", "app.handle_*", "_private", "größe"])
def test_a_dotted_name_is_taken_as_it_is(name: str) -> None:
    assert Settings(run_once=(name,)).run_once == (name,)


@pytest.mark.parametrize("name", ["", "*", "a-b", "a..b", ".a", "a.", "a.*.b", "a**", "#", "a;b", "1st", 3])
def test_anything_else_is_refused(name: object) -> None:
    with pytest.raises(MalformedOption) as refusal:
        Settings(shared_on_purpose=("app.board", name))  # type: ignore[arg-type]  # a wrong type
    wanted = "a dotted name such as app.start or app.db.*"
    assert str(refusal.value) == f"--sis-shared-on-purpose: {name!r} is not {wanted}"


@pytest.mark.parametrize("root", ["src", "/opt/our code", ".", "..", "größe"])
def test_a_source_root_is_the_name_of_a_folder(root: str) -> None:
    assert Settings(source_roots=(root,)).source_roots == (root,)


@pytest.mark.parametrize("root", ["", "#", "#src", "src/*", "lib?", 3])
def test_a_pattern_or_a_comment_is_no_source_root(root: object) -> None:
    with pytest.raises(MalformedOption, match="^--sis-source-roots: .* is not the name of a folder$"):
        Settings(source_roots=(root,))  # type: ignore[arg-type]  # a wrong type


def test_settings_are_values() -> None:
    """Equal where they say the same, in another process and in a copy of flake8's options, too."""
    made = Settings(run_once=("app.start",), codes=frozenset({"SIS101"}))
    for same in (
        Settings(run_once=("app.start",), codes=frozenset({"SIS101"})),
        pickle.loads(pickle.dumps(made)),
        copy.deepcopy(made),
    ):
        assert same == made and hash(same) == hash(made) and repr(same) == repr(made)
    assert len({made, Settings(), Settings(run_once=("app.start",)), Settings(shared_on_purpose=("app.start",))}) == 4


def test_all_files_of_a_run_get_the_same_settings(monkeypatch: pytest.MonkeyPatch, leak: str) -> None:
    """By this the engine knows that a run goes on, and that a file it has read is not to be looked at again."""
    got: list[Settings] = []

    def check(tree: ast.Module, lines: list[str], filename: str, settings: Settings) -> list[Finding]:
        got.append(settings)
        return []

    monkeypatch.setattr(analysis, "check", check)
    run, bare = parse_args(["--isolated"])[1], options()
    for given in (run, run, bare, bare, parse_args(["--isolated"])[1]):
        assert list(Plugin(ast.parse(leak), "leak.py", leak.splitlines(True), given).run()) == []
    assert [[each is one for each in got].index(True) for one in got] == [0, 0, 2, 2, 4]
    assert set(got) == {Settings()}


def test_another_call_of_the_interface_for_programs_is_another_run() -> None:
    """It keeps the options, and names the files in them; between two calls, files may have changed."""
    _, given = parse_args(["--isolated", "--sis-run-once=app.start", "first.py"])
    first = settings_from(given)
    given.filenames = ["first.py"]
    second = settings_from(given)
    assert second is not first and second == first
    given.sis_run_once.append("app.stop")
    assert settings_from(given).run_once == ("app.start", "app.stop")


@pytest.mark.parametrize("selected, on, off", [
    ([], [], ["SIS101"]),
    (["S", "SIS", "SIS0", "SIS001", "E"], [], ["SIS101", "SIS103"]),
    (["SIS1"], ["SIS101", "SIS103", "SIS199"], ["SIS001"]),
    (["SIS10"], ["SIS101", "SIS109"], ["SIS110"]),
    (["SIS103", "E"], ["SIS103"], ["SIS101", "SIS003"]),
])
def test_an_optional_code_is_on_when_its_own_family_is_selected(
    selected: list[str], on: list[str], off: list[str],
) -> None:
    codes = optional_codes(selected)
    assert codes.issuperset(on) and codes.isdisjoint(off)


@pytest.mark.parametrize("lists, codes", [
    ({"ignore": ["E203"]}, set()),  # it replaces flake8's default-ignore list, and turns nothing of ours on
    ({"select": ["SIS"], "ignore": ["W503"]}, set()),
    ({"extend_select": ["SIS103"]}, {"SIS103"}),
    ({"select": ["SIS103"], "ignore": ["E203"]}, {"SIS103"}),
])
def test_the_settings_hold_the_optional_codes(lists: dict[str, list[str]], codes: set[str]) -> None:
    assert settings_from(options(**lists)).codes == codes


PREFIXES = ("E", "S", "SIS", "SIS0", "SIS001", "SIS1", "SIS103")
CODES = [f"SIS00{digit}" for digit in range(10)]


def test_whatever_flake8_would_show_is_looked_for() -> None:
    """Every pair of four lists with one prefix or none, against flake8's own decision."""
    choices = [None, *([prefix] for prefix in PREFIXES)]
    for lists in product(choices, repeat=4):
        given = options(*lists)
        decide = DecisionEngine(given).decision_for
        codes = [*CODES, *settings_from(given).codes]
        shown = [code for code in codes if decide(code) is Decision.Selected]
        assert can_report(given) or not shown, f"{given} shows {shown}"


@pytest.mark.parametrize("lists", [
    {"select": ["E", "F"]},
    {"select": ["E9"], "extend_select": ["B"]},
    {"ignore": ["SIS"]},
    {"extend_ignore": ["SIS0"]},
    {"extend_ignore": ["S"], "extend_select": ["B"]},
])
def test_where_nothing_can_show_nothing_is_looked_for(lists: dict[str, list[str]]) -> None:
    assert not can_report(options(**lists))


def options(
    select: list[str] | None = None,
    extend_select: list[str] | None = None,
    ignore: list[str] | None = None,
    extend_ignore: list[str] | None = None,
) -> Namespace:
    """The part of flake8's options that concerns us, as flake8 fills it in for an installed plugin."""
    return Namespace(
        select=select, extend_select=extend_select, ignore=ignore, extend_ignore=extend_ignore,
        extended_default_select=["C90", "E", "F", "SIS", "W"], extended_default_ignore=["SIS1"],
        sis_handler_decorators=[], sis_handler_bases=[], sis_run_once=[], sis_shared_on_purpose=[],
        sis_source_roots=[],
    )


def test_a_place_may_be_pasted_with_its_key() -> None:
    assert Settings(shared_on_purpose=("app.carts[user]",)) == Settings(shared_on_purpose=("app.carts",))
    with pytest.raises(MalformedOption):
        Settings(shared_on_purpose=("[user]",))
