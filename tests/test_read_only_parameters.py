"""Which parameters are only read: their mutable defaults need no look at the bodies that get them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from flake8_session_isolation.linking.program import linked
from flake8_session_isolation.linking.read_only_parameters import is_only_read
from flake8_session_isolation.settings import Settings
from flake8_session_isolation.slicing.call_persistent_state import kept_defaults

READ = {
    "iterated over": "    for tag in tags:\n        print(tag)",
    "tested and measured": "    if tags and len(tags) > 1:\n        return name",
    "copied": "    own = list(tags)\n    own.append(name)\n    return own",
    "added to another": "    return [name] + tags",
    "looked up": "    return tags[0] if name in tags else tags.count(name)",
    "unpacked": "    return max(*tags, name)",
    "read in a nested function": "    return sorted([name], key=lambda each: each in tags)",
    "passed to who reads it": "    return first(tags)",
    "passed round in a circle": "    return again(name, tags)",
}
KEPT = {
    "grown": "    tags.append(name)",
    "grown by an operator": "    tags += [name]",
    "changed by an item": "    tags[0] = name",
    "changed in a nested function": "    def put():\n        tags.append(name)\n    put()",
    "given back": "    return tags",
    "given back by an operator": "    return tags or [name]",
    "called by another name": "    own = tags\n    own.append(name)",
    "put into a container": "    return {'tags': tags}",
    "stored": "    name.tags = tags",
    "passed to who changes it": "    put(tags)",
    "passed by keyword to who changes it": "    put(into=tags)",
    "passed to a library": "    lib.run(tags)",
    "default of a nested function": "    def put(into=tags):\n        into.append(name)\n    put()",
    "yielded": "    yield tags",
}
PROGRAM = """\
import lib


def first(items):
    return items[0]


def put(into):
    into.append(1)


def again(name, tags):
    return again(tags[0], tags) if tags else name


def label(name, tags=[]):
{}
"""


DEFAULTS = {
    "empty": ("[]", False),
    "constants": ("{'size': 1}", False),
    "made by a call": ("dict()", False),
    "with a list in it": ("{'tags': []}", True),
    "with an object in it": ("[lib.Tag()]", True),
}
"""Defaults of a function that only reads its parameter, and whether what is in them may be changed."""


def reads_only(folder: Path, body: str) -> bool:
    """Whether `label` only reads its `tags`."""
    text = PROGRAM.format(body)
    view = linked(ast.parse(text), text, str(folder / "labels.py"), Settings())
    return is_only_read(view.module.scope.functions["label"], "tags", view)


@pytest.mark.parametrize("body", READ.values(), ids=READ)
def test_what_only_reads_changes_nothing(tmp_path: Path, body: str) -> None:
    assert reads_only(tmp_path, body)


@pytest.mark.parametrize("body", KEPT.values(), ids=KEPT)
def test_what_changes_or_keeps_it_is_more_than_reading(tmp_path: Path, body: str) -> None:
    assert not reads_only(tmp_path, body)


@pytest.mark.parametrize(("default", "expected"), DEFAULTS.values(), ids=DEFAULTS)
def test_what_is_in_a_default_may_be_changed_by_who_reads_it(tmp_path: Path, default: str, expected: bool) -> None:
    text = PROGRAM.format("    for each in tags:\n        each.append(name)").replace("tags=[]", f"tags={default}")
    view = linked(ast.parse(text), text, str(tmp_path / "labels.py"), Settings())
    assert bool(kept_defaults(view.module.scope.functions["label"], view)) is expected
