"""A variable of another module is one place for all, whichever import leads to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check import findings_in

WAYS = {
    "import shop.store": "shop.store.notes",
    "import shop.store as store": "store.notes",
    "from shop import store": "store.notes",
    "from . import store": "store.notes",
    "from .store import notes": "notes",
}
HANDLER = "\n\nasync def chat(message):\n    {notes}.append(message)\n    await message.sent()\n    return {notes}\n"


@pytest.mark.parametrize(("line", "notes"), WAYS.items(), ids=WAYS.keys())
def test_a_list_that_only_its_importer_changes_is_found(tmp_path: Path, line: str, notes: str) -> None:
    package = tmp_path / "shop"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "store.py").write_text("notes = []\n", encoding="utf-8")
    found = findings_in(line + HANDLER.format(notes=notes), str(package / "views.py"))
    assert [each.code for each in found] == ["SIS001"]


@pytest.mark.parametrize("other", ["store", "views"])
def test_a_name_that_modules_take_from_each_other_ends(tmp_path: Path, other: str) -> None:
    (tmp_path / "store.py").write_text("import views\n\nKind = views.Kind\n", encoding="utf-8")
    text = f"import {other} as library\n\nKind = library.Kind\nnotes = []\n" + HANDLER.format(notes="notes")
    text = text.replace("message.sent()", "Kind(message)")
    (tmp_path / "views.py").write_text(text, encoding="utf-8")
    found = findings_in(text, str(tmp_path / "views.py"))
    assert [each.code for each in found] == ["SIS001"]
