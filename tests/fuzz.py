"""Programs made from the cases at random: statements copied, moved, dropped, nested, and expressions exchanged.

    python -m tests.fuzz [--programs N] [--seed N]

Each program is grammatical, and mostly nonsense.  The analysis must come to an end with findings or without; the
program of which it fails is printed.  The exit status is 1 if there is one.
"""

from __future__ import annotations

import argparse
import ast
import copy
import random
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from flake8_session_isolation.frontend.quick_look import worth_reading
from tests.check import case_files, findings_in, read

Bodies: TypeAlias = "list[list[ast.stmt]]"
BLOCKS = ("body", "orelse", "finalbody")
MOST_CHANGES = 12
VALUES = (ast.Call, ast.Attribute, ast.Subscript, ast.Lambda)


def main(arguments: Sequence[str] | None = None) -> int:
    """Make programs, look at each, print the first of which the analysis fails, and give the exit status."""
    made = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Look for internal errors in any program.")
    made.add_argument("--programs", type=int, default=1_000, metavar="N", help="so many (default: 1,000)")
    made.add_argument("--seed", type=int, default=0, metavar="N", help="the first one's number (default: 0)")
    asked = made.parse_args(arguments)
    found = 0
    for text in programs(asked.programs, asked.seed):
        try:
            found += len(answers(text))
        except Exception:
            print(text)
            raise
    print(f"{asked.programs} programs, {found} findings, no error")
    return 0


def answers(text: str) -> list[object]:
    """The findings of a program, by the quick look and the analysis."""
    worth_reading(ast.parse(text), text.splitlines(keepends=True))
    return list(findings_in(text))


def programs(number: int, seed: int) -> Iterator[str]:
    """So many texts; the same for the same seed."""
    trees = [ast.parse(read(each)) for each in case_files()]
    made = 0
    for at in range(seed, sys.maxsize):
        chance = random.Random(at)
        tree = copy.deepcopy(chance.choice(trees))
        other = chance.choice(trees)
        for _ in range(chance.randint(1, MOST_CHANGES)):
            chance.choice(CHANGES)(tree, other, chance)
        text = grammatical(tree)
        if text is not None:
            yield text
            made += 1
        if made == number:
            return


def grammatical(tree: ast.Module) -> str | None:
    """The text of a tree; None where Python would not compile it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            text = ast.unparse(ast.fix_missing_locations(tree))
            compile(text, "fuzz.py", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError):
            return None
    return text


def bodies(tree: ast.AST) -> Bodies:
    """The blocks of a program that are not empty."""
    every = (getattr(node, name, None) for node in ast.walk(tree) for name in BLOCKS)
    return [each for each in every if isinstance(each, list) and each]


def copied(tree: ast.Module, other: ast.Module, chance: random.Random) -> None:
    """A statement of another program, anywhere."""
    body = chance.choice(bodies(tree))
    body.insert(chance.randint(0, len(body)), copy.deepcopy(chance.choice(chance.choice(bodies(other)))))


def dropped(tree: ast.Module, other: ast.Module, chance: random.Random) -> None:
    """A statement is missing."""
    body = chance.choice(bodies(tree))
    at = chance.randrange(len(body))
    body[at:at + 1] = [ast.Pass()]


def shuffled(tree: ast.Module, other: ast.Module, chance: random.Random) -> None:
    """The statements of a block in another order."""
    chance.shuffle(chance.choice(bodies(tree)))


def nested(tree: ast.Module, other: ast.Module, chance: random.Random) -> None:
    """A block inside a loop, a branch, a `with` or a `try`."""
    body = chance.choice(bodies(tree))
    inside = list(body)
    name = ast.Name(chance.choice(names(tree)), ast.Load())
    body[:] = [chance.choice((
        ast.While(name, inside, []),
        ast.If(name, inside, [ast.Pass()]),
        ast.With([ast.withitem(name, None)], inside),
        ast.Try(inside, [], [], [ast.Expr(name)]),
        ast.For(ast.Name(name.id, ast.Store()), name, inside, []),
    ))]


def renamed(tree: ast.Module, other: ast.Module, chance: random.Random) -> None:
    """One name stands for another, which may lead a name, a class or a function to itself."""
    every = names(tree)
    old, new = chance.choice(every), chance.choice(every)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == old:
            node.id = new


def exchanged(tree: ast.Module, other: ast.Module, chance: random.Random) -> None:
    """An expression of another program in the place of a value."""
    holders = [each for each in ast.walk(tree) if isinstance(getattr(each, "value", None), ast.expr)]
    values = [each for each in ast.walk(other) if isinstance(each, VALUES)]
    loaded = [each for each in values if isinstance(getattr(each, "ctx", ast.Load()), ast.Load)]
    if holders and loaded:
        setattr(chance.choice(holders), "value", copy.deepcopy(chance.choice(loaded)))


def names(tree: ast.AST) -> list[str]:
    """The names that a program mentions."""
    return sorted({each.id for each in ast.walk(tree) if isinstance(each, ast.Name)}) or ["none"]


Change: TypeAlias = "Callable[[ast.Module, ast.Module, random.Random], None]"
CHANGES: tuple[Change, ...] = (copied, dropped, shuffled, nested, renamed, exchanged)


if __name__ == "__main__":
    sys.exit(main())
