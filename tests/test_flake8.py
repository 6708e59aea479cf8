"""The flake8 command with the plugin in it, as a user, an editor or a CI job runs it."""

from __future__ import annotations

import ast
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from flake8_session_isolation.plugin import Plugin

Says = Callable[..., list[str]]


def places(lines: Sequence[str]) -> list[str]:
    """`file:line:column: code` of each printed line."""
    return [" ".join(line.split()[:2]) for line in lines]


def test_a_leak_is_shown_and_its_cure_is_not(folder: Path, flake8_says: Says, leak: str, cure: str) -> None:
    (folder / "leak.py").write_text(leak)
    (folder / "cure.py").write_text(cure)
    assert places(flake8_says()) == ["./leak.py:7:5: SIS001"]


@pytest.mark.parametrize("arguments, shown", [
    ("--select=SIS", True),
    ("--select=S", True),
    ("--select=SIS001", True),
    ("--select=SIS002", False),
    ("--select=SIS1", False),
    ("--select=E,F", False),
    ("--select=E,F --extend-select=SIS0", True),
    ("--ignore=E203", True),
    ("--ignore=SIS", False),
    ("--extend-ignore=S", False),
    ("--extend-ignore=SIS0", False),
    ("--extend-ignore=SIS002", True),
    ("--select=SIS --extend-ignore=SIS001", False),
    ("--select=SIS001 --extend-ignore=SIS", True),
    ("--per-file-ignores=leak.py:SIS001", False),
    ("--per-file-ignores=leak.py:S", False),
    ("--per-file-ignores=other.py:SIS001", True),
])
def test_a_code_is_selected_and_ignored_like_any_other(
    folder: Path, flake8_says: Says, leak: str, arguments: str, shown: bool,
) -> None:
    (folder / "leak.py").write_text(leak)
    assert bool(flake8_says(*arguments.split())) is shown


@pytest.mark.parametrize("comment, shown", [
    ("# noqa", False),
    ("# noqa: SIS001", False),
    ("# noqa: SIS0", False),
    ("# noqa: E501,SIS001 one board for all", False),
    ("# noqa: SIS002", True),
])
def test_a_comment_silences_its_line(
    folder: Path, flake8_says: Says, leak: str, comment: str, shown: bool,
) -> None:
    (folder / "leak.py").write_text(leak.replace("append(message)", f"append(message)  {comment}"))
    assert bool(flake8_says()) is shown
    assert flake8_says("--disable-noqa")


@pytest.mark.parametrize("before", ["", "print('plain'); ", "print('😀 é 漢'); ", "größe = '🎈' * 3; "])
def test_a_column_counts_characters(folder: Path, flake8_says: Says, leak: str, before: str) -> None:
    program = leak.replace("history.append", before + "history.append")
    (folder / "leak.py").write_text(program, encoding="utf-8")
    assert places(flake8_says("--select=SIS")) == [f"./leak.py:7:{5 + len(before)}: SIS001"]


@pytest.mark.parametrize("encoding, change, place", [
    ("utf-8", ("\n", "\r\n"), "7:5"),
    ("utf-8-sig", ("", ""), "7:5"),
    ("utf-8", ("    ", "\t"), "7:2"),
    ("utf-8", ("\nhistory", "\f\nhistory"), "7:5"),
    ("latin-1", ("history = []", "# coding: latin-1\nhistory = ['Jürgen']"), "8:5"),
], ids=["CRLF", "byte order mark", "tabs", "form feed", "latin-1"])
def test_a_file_is_read_as_flake8_reads_it(
    folder: Path, flake8_says: Says, leak: str, encoding: str, change: tuple[str, str], place: str,
) -> None:
    (folder / "leak.py").write_bytes(leak.replace(*change).encode(encoding))
    assert places(flake8_says("--select=SIS")) == [f"./leak.py:{place}: SIS001"]


def test_findings_come_in_order_and_once(leak: str) -> None:
    """flake8 sorts by line and column alone, and prints twice what it is given twice."""
    both_ways = (
        "\n\ndef note(message):\n    history.append(message); history.append(message)\n"
        "\n\nasync def one(message):\n    note(message)\n"
        "\n\nasync def two(message):\n    note(message)\n"
    )
    program = leak + both_ways
    found = list(plugin_on(program).run())
    assert [line for line, *_ in found if line == 7]
    assert found == sorted(set(found), key=lambda each: each[:3])


def test_the_tree_that_all_plugins_share_is_only_read(leak: str) -> None:
    checked = plugin_on(leak)
    before = all_that_the_tree_holds(checked)
    assert list(checked.run())
    assert all_that_the_tree_holds(checked) == before


def all_that_the_tree_holds(checked: Plugin) -> list[str]:
    """Each node with whatever it has, a note that other code hung on it included."""
    nodes = ast.walk(checked.tree)
    return [f"{ast.dump(node, include_attributes=True)} {sorted(vars(node))}" for node in nodes]


def test_any_number_of_processes_says_the_same(
    folder: Path, flake8_says: Says, leak: str, cure: str,
) -> None:
    """Workers of every kind, those too that start from nothing, know the options and find the same."""
    for number in range(6):
        (folder / f"leak_{number}.py").write_text(leak.replace("history", f"history_{number}"))
        (folder / f"cure_{number}.py").write_text(cure)
    option = "--sis-shared-on-purpose=history_3"
    alone = flake8_says("-j1", option)
    assert places(alone) == [f"./leak_{number}.py:7:5: SIS001" for number in (0, 1, 2, 4, 5)]
    assert flake8_says("-j4", option) == alone
    for method in ("spawn", "forkserver"):
        assert flake8_says("-j2", option, python=("-c", START.format(method=method))) == alone


START = """\
import multiprocessing
from flake8.main.cli import main
multiprocessing.set_start_method({method!r})
raise SystemExit(main())
"""


@pytest.mark.parametrize("name", ["leak.py", "below/leak.py", "{folder}/leak.py", "/no/such/leak.py"])
def test_standard_input_wins_over_the_disk(
    folder: Path, flake8_says: Says, leak: str, cure: str, name: str,
) -> None:
    """An editor sends the text as it is on the screen, under a name of any form."""
    name = name.format(folder=folder)
    (folder / "leak.py").write_text(cure)
    assert places(flake8_says("--stdin-display-name", name, "-", text=leak)) == [f"{name}:7:5: SIS001"]
    assert flake8_says("--stdin-display-name", name, "-", text=cure) == []


def test_standard_input_needs_no_name(flake8_says: Says, leak: str) -> None:
    assert places(flake8_says("-", text=leak)) == ["stdin:7:5: SIS001"]


def plugin_on(program: str) -> Plugin:
    """The plugin as flake8 makes it for a file with this text, where the user set nothing."""
    lists = ("select", "extend_select", "ignore", "extend_ignore")
    names = ("handler_decorators", "handler_bases", "run_once", "shared_on_purpose", "source_roots")
    options = Namespace(**{each: None for each in lists}, **{f"sis_{each}": [] for each in names})
    return Plugin(ast.parse(program), "leak.py", program.splitlines(keepends=True), options)
