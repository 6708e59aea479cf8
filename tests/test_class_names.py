"""What the text of a file shows of classes, before it is parsed, is never less than what is there."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from flake8_session_isolation.analysis import check
from flake8_session_isolation.frontend.class_names import class_names
from flake8_session_isolation.frontend.lowering import lower
from flake8_session_isolation.linking.program import forget
from flake8_session_isolation.settings import Settings
from tests.check import case_files, read


def test_every_class_and_import_of_the_cases_is_seen() -> None:
    for path in case_files():
        text = read(path)
        scope = lower(ast.parse(text), "case").scope
        names = class_names(text)
        assert [each for each in (*scope.classes, *scope.imports) if not names.may_have(each)] == [], path
        assert names.is_open or not scope.star_imports, path


@pytest.mark.parametrize("text", [
    "import os; from b import it\n", "from b import (  # all, of them; (here)\n    one,  # it's\n    it,\n)\n",
    "if a: import b as it\n", "from b import one, \\\n    it\n", "from b import (one as\n it)\n", "from b import *\n",
    "class \\\n    it: pass\n", "# a class\nclass it: pass\n", "try: pass\nfinally:\n    class it(a, b): pass\n",
])
def test_what_may_be_a_class_is_seen(text: str) -> None:
    ast.parse(text)
    assert class_names(text).may_have("it")


def test_a_function_is_no_class() -> None:
    assert not class_names("import os\n\n\ndef it():\n    return os\n\n\nit()\n").may_have("it")


LEAK = """\
from kinds import make

kept = make()


async def handle(user, text):
    kept.add(text)
    return kept.all
"""
CLASS = """\
class make:
    def __init__(self):
        self.all = []

    def add(self, text):
        self.all.append(text)
"""
FUNCTION = "def make():\n    return unknown()\n"


def found(path: Path) -> int:
    return len(check(ast.parse(LEAK), LEAK.splitlines(True), str(path), Settings()))


def test_a_function_that_becomes_a_class_is_noticed(tmp_path: Path) -> None:
    forget()
    main, kinds = tmp_path / "main.py", tmp_path / "kinds.py"
    main.write_text(LEAK)
    kinds.write_text(FUNCTION)
    before = found(main)
    kinds.write_text(CLASS)
    os.utime(kinds, ns=(1, 1))
    assert (before, found(main)) == (0, 1)
