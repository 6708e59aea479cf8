"""How the work of the analysis grows with a program, counted in calls of functions: the same each time."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from types import FrameType

import pytest

from flake8_session_isolation.dataflow import summaries
from flake8_session_isolation.dataflow.effects import Summary
from flake8_session_isolation.dataflow.summaries import Node
from tests import growth
from tests.check import findings_in
from tests.growth import CURVES, TARGET, Curve, Files

LOCKED = '''

lock_here = asyncio.Lock()


async def change_here(user):
    async with lock_here:
        sessions["here"] = await load(sessions.get(user))
    return sessions["here"]
'''


def fixed_keys(number: int) -> Files:
    """One file with so many functions, each with an entry and a lock of its own."""
    return {"main.py": growth.START + growth.parts(LOCKED, number)}


DERIVED = '''

class Kept_here(Library):
    pass


kept_here = Kept_here()


async def tell_here(user):
    history.append(user)
    return kept_here.told(user), kept_here.first().last(), history
'''


def unknown_methods(number: int) -> Files:
    """One file with so many classes of a library's, of which methods are called that are not in sight."""
    return {"main.py": growth.START + "from library import Library\n" + growth.parts(DERIVED, number)}


def choices(number: int) -> Files:
    """One file with a test of ten times so many parts."""
    parts = " or ".join(f"message == {each}" for each in range(10 * number))
    told = f"\n\nasync def tell(message):\n    if {parts}:\n        history.append(message)\n"
    return {"main.py": growth.START + told}


def defaults(number: int) -> Files:
    """One file with a function of ten times so many parameters, each with a list of its own."""
    names = [f"list_{each}" for each in range(10 * number)]
    appended = "".join(f"    {each}.append(1)\n" for each in names)
    return {"main.py": growth.START + f"\n\nasync def add({', '.join(f'{each}=[]' for each in names)}):\n{appended}"}


SHAPES = (
    *CURVES, Curve("entries", fixed_keys, 50), Curve("unknown methods", unknown_methods, 50),
    Curve("choices", choices, 50), Curve("defaults", defaults, 50),
)


@pytest.mark.once
@pytest.mark.parametrize("curve", SHAPES, ids=[each.name for each in SHAPES])
def test_work_grows_with_the_program_and_not_with_its_square(
    curve: Curve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growth, "EDGES", 5)
    findings_in(growth.START)
    small, large = (calls_for(curve.program(number), tmp_path / str(number)) for number in (15, 60))
    assert large <= TARGET * small


def test_of_a_long_circle_all_summaries_are_put_together_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """And not for each of its functions; only long circles are not solved to a fixed point."""
    put_together: list[int] = []
    for_both = summaries._for_both

    def noted(known: dict[Node, Summary]) -> dict[Node, Summary]:
        put_together.append(len(known))
        return for_both(known)

    monkeypatch.setattr(summaries, "_for_both", noted)
    findings_in(growth.circle(80)["main.py"])
    assert put_together == [80, 80]


def calls_for(files: Files, folder: Path) -> int:
    """How many functions are called for the first of these files."""
    folder.mkdir()
    growth.write(files, folder)
    path = folder / next(iter(files))
    seen: Counter[str] = Counter()

    def note(frame: FrameType, event: str, argument: object) -> None:
        seen[event] += 1

    sys.setprofile(note)
    try:
        findings_in(path.read_text(), str(path))
    finally:
        sys.setprofile(None)
    return seen["call"]
