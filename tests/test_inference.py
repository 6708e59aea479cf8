"""astroid's door: which class an object is of where names do not show it, the same whatever surrounds the process."""

from __future__ import annotations

import ast
import copy
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_session_isolation.linking.modules import displayed
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.program import forget, linked
from flake8_session_isolation.settings import Settings

SERVICE = '''
class Service:
    def __init__(self):
        self.user = None
'''
HANDLER = '''
async def handle(user):
    service.user = user
'''

ANSWERED = {
    "a table of classes": 'table = {"one": Service}\nservice = table["one"]()',
    "a class as an argument": "def build(cls):\n    return cls()\nservice = build(Service)",
    "the result of a decorated factory": (
        "def registered(function):\n    return function\n"
        "@registered\ndef make():\n    return Service()\nservice = make()"),
    "an alias by a condition": "made = Service if open else Service\nservice = made()",
    "one of several results": "def both():\n    return Service(), 1\nservice = both()[0].itself()",
    "what a lambda gives": "make = lambda: Service()\nservice = make()",
    "a property of what a factory of a table gives": (
        "class Office:\n    @property\n    def clerk(self):\n        return Service()\n"
        'table = {"one": Office}\nservice = table["one"]().clerk.itself()'),
    "a factory that is an object": (
        "class Factory:\n    def __call__(self):\n        return [Service][0]()\nservice = Factory()()"),
}

UNKNOWN = {
    "given by a descriptor": (
        "class Given:\n    def __get__(self, holder, cls):\n        return Service()\n"
        "class Holder:\n    made = Given()\nservice = Holder().made.itself()"),
    "of two classes": 'class Other:\n    pass\ntable = [Service, Other]\nservice = table[int(open)]()',
    "of a library's table": "from library import table, wrap\nservice = wrap(Service)()",
    "changed by a decorator that gives something else": (
        "def other(function):\n    return lambda: 1\n@other\ndef make():\n    return Service()\nservice = make()"),
    "seen by a decorator of a library": (
        "from library import wrap\ndef build(cls):\n    return cls()\n"
        "@wrap\ndef make():\n    return build(Service)\nservice = make()"),
    "perhaps replaced by a library's": (
        "try:\n    from library import table\nexcept ImportError:\n    table = {1: Service}\nservice = table[1]()"),
    "a class of which there are two": (
        "if open:\n    class Twice:\n        pass\nelse:\n    class Twice:\n        pass\n"
        "table = {1: Twice}\nservice = table[1]()"),
}


def view(text: str, path: Path) -> Sharing:
    """The view of a file with this text, in a program of its own."""
    forget()
    return linked(ast.parse(text), text, str(path), Settings())


def class_of(name: str, found: Sharing) -> str | None:
    """The name of the one class of which a variable of the module holds an instance."""
    shapes = [getattr(each, "of", None) for each in found.variable(name, found.module.scope)]
    return displayed(shapes[0].name, found.module) if len(shapes) == 1 and shapes[0] is not None else None


@pytest.mark.parametrize("question", ANSWERED.values(), ids=list(ANSWERED))
def test_a_question_is_answered(question: str, tmp_path: Path) -> None:
    text = f"{SERVICE}\n    def itself(self):\n        return self\n{question}\n{HANDLER}"
    found = view(text, tmp_path / "main.py")
    assert (class_of("service", found), found.inference.asked.total() <= 1) == ("Service", True)


@pytest.mark.parametrize("question", UNKNOWN.values(), ids=list(UNKNOWN))
def test_what_may_be_something_else_is_unknown(question: str, tmp_path: Path) -> None:
    found = view(f"{SERVICE}\n{question}\n{HANDLER}", tmp_path / "main.py")
    assert class_of("service", found) is None


def test_the_way_leads_through_other_modules(tmp_path: Path) -> None:
    (tmp_path / "services.py").write_text(SERVICE, encoding="utf-8")
    (tmp_path / "table.py").write_text("from services import *\nTABLE = {1: Service}\n", encoding="utf-8")
    text = "import table as tables\nfrom table import TABLE\nservice = TABLE[1]()\nother = tables.TABLE[1]()\n"
    found = view(f"{text}{HANDLER}    other.user = user\n", tmp_path / "main.py")
    assert class_of("service", found) == class_of("other", found) == "services.Service"


def test_two_projects_have_modules_of_one_name(tmp_path: Path) -> None:
    answers = []
    for name in ("One", "Two"):
        folder = tmp_path / name
        folder.mkdir()
        table = f"TABLE = {{1: {name}}}\n"
        (folder / "utils.py").write_text(SERVICE.replace("Service", name) + table, encoding="utf-8")
        text = f"from utils import TABLE\nservice = TABLE[1]()\n{HANDLER}"
        answers.append(class_of("service", view(text, folder / "main.py")))
    assert answers == ["utils.One", "utils.Two"]


def test_the_text_at_hand_counts_and_no_text_that_was_there_before(tmp_path: Path) -> None:
    text = f"{SERVICE}{SERVICE.replace('Service', 'Other')}\nTABLE = {{1: Service}}\nservice = TABLE[1]()\n{HANDLER}"
    (tmp_path / "main.py").write_text(text, encoding="utf-8")
    assert class_of("service", view(text, tmp_path / "main.py")) == "Service"
    edited = text.replace("{1: Service}", "{1: Other}")
    assert class_of("service", view(edited, tmp_path / "main.py")) == "Other"


def test_installed_packages_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library on `sys.path` would tell what `wrap` gives; without it nothing is known, so no caller is to know."""
    text = f"{SERVICE}\nfrom library import wrap\nservice = wrap(Service)()\n{HANDLER}"
    (tmp_path / "project").mkdir()
    installed = tmp_path / "installed"
    installed.mkdir()
    (installed / "library.py").write_text("def wrap(cls):\n    return cls\n", encoding="utf-8")
    before = class_of("service", view(text, tmp_path / "project" / "main.py"))
    monkeypatch.syspath_prepend(installed)
    after = class_of("service", view(text, tmp_path / "project" / "main.py"))
    assert (before, after) == (None, None)


def test_the_order_of_questions_changes_nothing(tmp_path: Path) -> None:
    lines = "".join(f'{name} = {question}\n' for name, question in (
        ("one", "TABLE[1]()"), ("two", "build(Service)"), ("three", "TABLE[2]()"), ("four", "build(Other)")))
    text = (f"{SERVICE}{SERVICE.replace('Service', 'Other')}\nTABLE = {{1: Service, 2: Other}}\n"
            f"def build(cls):\n    return cls()\n{lines}")
    names = ["one", "two", "three", "four"]
    answers = []
    for order in (names, names[::-1]):
        found = view(text, tmp_path / "main.py")
        classes = {name: found.inference.class_of(name, found.module.scope) for name in order}
        answers.append([displayed(str(classes[name]), found.module) for name in names])
    assert answers == [["<class Service>", "<class Service>", "<class Other>", "<class Other>"]] * 2


def test_nothing_is_imported_or_run(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    (tmp_path / "loud.py").write_text(
        f"open({str(trace)!r}, 'w').close()\n{SERVICE}\nTABLE = {{1: Service}}\n", encoding="utf-8")
    found = view(f"import loud\nservice = loud.TABLE[1]()\n{HANDLER}", tmp_path / "main.py")
    assert class_of("service", found) == "loud.Service"
    assert "loud" not in sys.modules and not trace.exists()


def test_other_users_of_astroid_notice_nothing(tmp_path: Path) -> None:
    from astroid import context
    from astroid.builder import AstroidBuilder
    from astroid.manager import AstroidManager

    theirs = AstroidBuilder(AstroidManager()).string_build("value = 1", "theirs")
    list(theirs.locals["value"][0].infer())
    AstroidManager().max_inferable_values = 7
    try:
        state, cached = dict(AstroidManager.brain), dict(AstroidManager.brain["astroid_cache"])
        results = dict(context._INFERENCE_CACHE)
        found = view(f"{SERVICE}\nTABLE = {{1: Service}}\nservice = TABLE[1]()\n{HANDLER}", tmp_path / "main.py")
        assert class_of("service", found) == "Service"
        assert AstroidManager.brain == state and AstroidManager.brain["astroid_cache"] == cached
        assert AstroidManager.brain["astroid_cache"] is state["astroid_cache"]
        assert context._INFERENCE_CACHE == results
    finally:
        AstroidManager().max_inferable_values = 100


@pytest.mark.parametrize("error", [RecursionError, AttributeError, KeyError, MemoryError])
def test_an_error_in_there_is_unknown(
    error: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from astroid.nodes import AssignName

    def fail(*given: object, **named: object) -> None:
        raise error("as it happens")

    monkeypatch.setattr(AssignName, "infer", fail)
    caplog.set_level("INFO", "flake8")
    text = f"{SERVICE}\nTABLE = {{1: Service}}\nservice = TABLE[1]()\n{HANDLER}"
    found = view(text, tmp_path / "main.py")
    assert class_of("service", found) is None
    assert f"not inferred: service ({error.__name__}: " in caplog.text


def test_too_long_a_sum_is_unknown(tmp_path: Path) -> None:
    text = f"{SERVICE}\nTABLE = {{1: Service}}\nservice = TABLE[{' + '.join('1' * 700)}]()\n{HANDLER}"
    assert class_of("service", view(text, tmp_path / "main.py")) is None


def test_the_tree_stays_as_it_is(tmp_path: Path) -> None:
    tree = ast.parse(f"import x\n{SERVICE}\nTABLE = {{1: Service}}\nservice = TABLE[1]()\n{HANDLER}")
    before = ast.dump(copy.deepcopy(tree), include_attributes=True)
    found = linked(tree, ast.unparse(tree), str(tmp_path / "main.py"), Settings())
    assert class_of("service", found) == "Service"
    assert ast.dump(tree, include_attributes=True) == before


@pytest.mark.parametrize(("line", "asked"), [
    ("service = Service()", False),
    ("def make():\n    return Service()\nservice = make()", False),
    ("import library\nservice = library.make()", False),
    ("import library\ndef make():\n    return library.make()\nservice = make()", False),
    ("TABLE = {1: Service}\nother = TABLE[1]()\nservice = None", False),
    ("TABLE = {1: Service}\nservice = TABLE[1]()", True),
])
def test_astroid_is_imported_only_for_a_question(line: str, asked: bool, tmp_path: Path) -> None:
    path = tmp_path / "main.py"
    path.write_text(f"{SERVICE}\n{line}\n{HANDLER}", encoding="utf-8")
    program = (
        "import sys\nfrom flake8_session_isolation.__main__ import main\n"
        f"main([{str(path)!r}])\nprint('astroid' in sys.modules)")
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert answer.stdout.splitlines()[-2:] == [f"questions to astroid: {int(asked)}", str(asked)]
