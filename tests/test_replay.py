"""Replay of coroutines: what it sees, what it shows, what runs under it unmodified, and what it refuses."""

from __future__ import annotations

import asyncio
import itertools
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flake8_session_isolation.replay import (
    AlwaysFails, BoundReached, Bounds, NeverFinishes, NoFreshState, NotComparable, NotIsolated, NotRepeatable,
    OutsideTheLoop, ReplayError, Session, check_isolation,
)
from flake8_session_isolation.replay.choices import Schedule
from tests.check import CASES
from tests.replaying import NAME, check_program, maker, witness_in

SEED = CASES / "seed" / "current_context.py"

OVERWRITTEN = """
    import asyncio

    current = None

    async def handle(user, message):
        global current
        current = user
        await asyncio.sleep(0)
        return current
"""


def test_the_program_this_project_began_with_leaks_without_any_switch() -> None:
    with pytest.raises(NotIsolated) as met:
        check_isolation(factory=maker(SEED, "handle_message_bad"), modules=[NAME])
    witness = met.value.witness
    assert (witness.verdict.kind, str(witness.schedule)) == ("leak", "A2 B2")
    shown = str(met.value)
    assert shown.startswith("leak: session B (robert) got 'alice' at result")
    assert "current_context.append(message)" in shown
    assert "=> returned 'You said: alice-message, robert-message'" in shown
    assert "^ the token 'alice' at result" in shown


def test_a_witness_is_a_table_of_turns(tmp_path: Path) -> None:
    witness = witness_in(tmp_path, OVERWRITTEN, settings=["different sessions"])
    assert str(witness).splitlines() == [
        "leak: session A (alice) got 'robert' at result",
        "",
        "setting: different sessions, 2 sessions; found by schedule 3 of those tried, the shortest first",
        "schedule: A B2 A   (to run only this one again: schedule='A B2 A', settings=['different sessions'])",
        "",
        "turn  A: alice                               B: robert",
        "   1  program0.py:8  current = user",
        "      program0.py:9  await asyncio.sleep(0)",
        "   2                                         program0.py:8  current = user",
        "                                             program0.py:9  await asyncio.sleep(0)",
        "   3                                         program0.py:10  return current",
        "                                             => returned 'robert'",
        "   4  program0.py:10  return current",
        "      => returned 'robert'",
        "         ^ the token 'robert' at result",
        "",
        "one session after the other gives:",
        "  A returned 'alice'   B returned 'robert'",
    ]


def test_a_printed_schedule_gives_the_same_again(tmp_path: Path) -> None:
    first = witness_in(tmp_path, OVERWRITTEN)
    again = witness_in(tmp_path, OVERWRITTEN, schedule=str(first.schedule), settings=[first.setting])
    assert again.outcome == first.outcome
    assert [turn.session for turn in again.turns] == [turn.session for turn in first.turns]


def test_a_schedule_of_another_program_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotRepeatable, match="'A9 B'"):
        check_program(tmp_path, OVERWRITTEN, schedule="A9 B", settings=["one session"])
    with pytest.raises(ValueError, match="A2"):
        check_program(tmp_path, OVERWRITTEN, schedule="first A", settings=["one session"])


@pytest.mark.parametrize("text", ["A", "A2 B A", "B10 A2 -", ""])
def test_a_schedule_is_read_as_it_is_printed(text: str) -> None:
    assert str(Schedule.parse(text)) == text


def test_turns_of_one_session_are_a_setting_of_their_own(tmp_path: Path) -> None:
    keyed = """
        import asyncio
        from collections import defaultdict

        said = defaultdict(list)

        async def handle(user, message):
            said[user].append(message)
            await asyncio.sleep(0)
            said[user].append(f"answer to {message}")
    """
    assert check_program(tmp_path, keyed, settings=["different sessions"])
    witness = witness_in(tmp_path, keyed)
    assert (witness.setting, witness.verdict.kind) == ("one session", "interference")
    assert "what is left behind differs" in str(witness)
    assert "case.said is" in str(witness)


def test_every_order_is_run_and_none_twice(tmp_path: Path) -> None:
    """Two sessions of three turns each: six over three orders; three sessions of two turns each: 6! / 2!³."""
    program = """
        import asyncio

        async def handle(user):
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            return user
    """
    checked = check_program(tmp_path, program, complete=True, settings=["different sessions"])
    assert str(checked) == "different sessions: all 20 schedules"
    checked = check_program(
        tmp_path, program.replace("            await asyncio.sleep(0)\n", "", 1), complete=True, sessions=3)
    assert str(checked) == "different sessions: all 90 schedules\none session: all 90 schedules"


NOT_CALLED_RIGHTLY = {
    "a model is wanted": ("async def handle(user, message):\n    said.append(message.text)\n",
                          r"handle\('alice', 'alice-message'\) it raised AttributeError.* at program0.py:4. Pass"),
    "a plain function": ("def handle(user):\n    return said.user[user]\n", r"handle\('alice'\) it raised Attr"),
    "always": ("async def handle():\n    raise ValueError('no')\n", r"handle\(\) it raised ValueError\('no'\) at"),
    "for one of them": ("async def handle(user):\n    return {'alice': 1}[user]\n",
                        "session B in every serial order.*raised KeyError.*may_raise=KeyError"),
}


@pytest.mark.parametrize(("program", "says"), NOT_CALLED_RIGHTLY.values(), ids=NOT_CALLED_RIGHTLY.keys())
def test_a_handler_that_always_raises_gets_no_verdict(tmp_path: Path, program: str, says: str) -> None:
    with pytest.raises(AlwaysFails, match=says):
        check_program(tmp_path, f"said = []\n\n{program}")


def test_an_error_that_the_caller_allows_is_an_answer(tmp_path: Path) -> None:
    program = "class Refused(LookupError):\n    pass\n\nasync def handle(user):\n    raise Refused(user)\n"
    assert check_program(tmp_path, program, may_raise=(ValueError, LookupError))
    with pytest.raises(AlwaysFails, match="may_raise=Refused"):
        check_program(tmp_path, program, may_raise=ValueError)


def test_an_error_in_some_orders_only_is_an_answer(tmp_path: Path) -> None:
    assert check_program(tmp_path, """
        taken = []

        async def handle(user):
            if taken:
                raise ValueError("only one is served")
            taken.append(1)
    """)


def test_a_handler_that_raises_may_leak_all_the_same(tmp_path: Path) -> None:
    witness = witness_in(
        tmp_path, "said = []\nasync def handle(user):\n    said.append(user)\n    raise ValueError(said)\n")
    assert witness.verdict.kind == "leak"


def test_parameters_are_given_by_position_or_by_name(tmp_path: Path) -> None:
    program = """
        async def handle(first, /, user, *more, text, tone="calm", **others):
            return first, user, text, tone, more, others
    """
    given: list[object] = []
    check_program(tmp_path, program, result=given.append, settings=["different sessions"], bounds=Bounds(schedules=0))
    assert given[0] == ("alice", "alice-user", "alice-text", "calm", (), {})
    given.clear()
    named = "async def handle(*, user, text):\n    return user, text\n"
    check_program(tmp_path, named, result=given.append)
    check_program(tmp_path, named, arguments=lambda session: {"user": session.user, "text": "hello"},
                  result=given.append)
    assert {("alice", "alice-text"), ("robert", "hello")} <= set(given)
    with pytest.raises(TypeError, match="a list of arguments or a mapping of named ones, not 'alice'"):
        check_program(tmp_path, named, arguments=lambda session: session.user)


UNMOVED = {
    "nothing given": ("async def handle(user):\n    pass\n", False),
    "a count": ("count = 0\nasync def handle(user):\n    global count\n    count += 1\n    return count\n", False),
    "a result": ("async def handle(user):\n    return user\n", True),
    "what is left": ("users = set()\nasync def handle(user):\n    users.add(user)\n", True),
    "a length": ("total = 0\nasync def handle(user):\n    global total\n    total += len(user)\n", True),
    "the last one": ("last = None\nasync def handle(user):\n    global last\n    last = user\n", True),
}


@pytest.mark.parametrize(("program", "depends"), UNMOVED.values(), ids=UNMOVED.keys())
def test_a_handler_that_no_session_moves_is_reported_as_such(tmp_path: Path, program: str, depends: bool) -> None:
    checked = check_program(tmp_path, program)
    assert checked.depends_on_session == depends
    assert ("nothing that it gave or left behind depends on the session" in str(checked)) != depends


def test_a_bound_that_is_reached_says_how_far_it_went(tmp_path: Path) -> None:
    program = """
        import asyncio

        async def handle(user):
            for _ in range(6):
                await asyncio.sleep(0)
    """
    checked = check_program(tmp_path, program, bounds=Bounds(schedules=30, sample=5), settings=["different sessions"])
    explored = dict(checked.explored)["different sessions"]
    assert (explored.planned, explored.drawn, explored.complete) == (30, 5, False)
    with pytest.raises(BoundReached, match="30 schedules, the shortest first, and 5 chosen at random; at least"):
        check_program(tmp_path, program, bounds=Bounds(schedules=30, sample=5), complete=True)


def test_lots_find_what_lies_beyond_the_bound_and_are_the_same_each_time(tmp_path: Path) -> None:
    found = [witness_in(tmp_path, OVERWRITTEN, bounds=Bounds(schedules=1, sample=50, seed=4)) for _ in range(2)]
    assert found[0].schedule == found[1].schedule
    assert "chosen at random" in str(found[0])


ORDINARY = """
    import asyncio
    import contextvars
    from contextlib import asynccontextmanager

    who = contextvars.ContextVar("who", default="nobody")
    lock, busy = asyncio.Lock(), asyncio.Condition()
    locks = {}

    async def count(to):
        for number in range(to):
            await asyncio.sleep(0.1)
            yield number

    @asynccontextmanager
    async def turn():
        async with lock:
            yield

    async def fill(queue, done):
        async for number in count(2):
            await queue.put(number)
        done.set()

    async def handle(user, message):
        who.set(user)
        queue, done = asyncio.Queue(1), asyncio.Event()
        task = asyncio.create_task(fill(queue, done))
        got = [await queue.get(), await queue.get()]
        await done.wait()
        await task
        got += await asyncio.gather(asyncio.to_thread(who.get), asyncio.sleep(1, message))
        try:
            await asyncio.wait_for(asyncio.Event().wait(), 5)
        except asyncio.TimeoutError:
            got.append("late")
        async with turn(), busy:
            got.append(await asyncio.wait_for(asyncio.shield(asyncio.sleep(2, who.get())), 3))
        return got
"""


def test_ordinary_code_runs_unmodified(tmp_path: Path) -> None:
    given: set[tuple[object, ...]] = set()

    def result(got: list[object]) -> list[object]:
        given.add(tuple(got))
        return got

    check_program(tmp_path, ORDINARY, bounds=Bounds(schedules=40, sample=10), result=result)
    said = [("alice", "alice-message"), ("robert", "robert-message"),
            ("alice", "alice-message-first"), ("alice", "alice-message-second")]
    assert given == {(0, 1, user, message, "late", user) for user, message in said}


def test_a_stream_of_answers_is_one_answer(tmp_path: Path) -> None:
    assert check_program(tmp_path, """
        import asyncio

        async def handle(user, message):
            yield user
            await asyncio.sleep(1)
            yield message
    """)


def test_a_limit_does_not_run_out_while_others_can_go_on(tmp_path: Path) -> None:
    assert check_program(tmp_path, """
        import asyncio

        lock = asyncio.Lock()

        async def handle(user):
            await asyncio.wait_for(lock.acquire(), 1)
            await asyncio.sleep(60)
            lock.release()
    """, complete=True)


def test_a_deadlock_of_tasks_is_seen(tmp_path: Path) -> None:
    witness = witness_in(tmp_path, """
        import asyncio

        locks = [asyncio.Lock(), asyncio.Lock()]

        async def handle(user):
            first, second = locks if user == "alice" else reversed(locks)
            async with first:
                await asyncio.sleep(0)
                async with second:
                    return "done"
    """)
    assert witness.verdict.kind == "deadlock"
    assert str(witness).count("=> waits forever") == 2


def test_an_error_that_no_serial_order_raises_is_seen(tmp_path: Path) -> None:
    witness = witness_in(tmp_path, """
        import asyncio

        users = {}

        async def handle(user):
            users[user] = 1
            for _ in users:
                await asyncio.sleep(0)
            del users[user]
    """)
    assert witness.verdict.kind == "exception"
    assert "dictionary changed size during iteration" in witness.verdict.reason


@pytest.mark.parametrize("kept", [
    "f'for {who}'", "who.encode()", "[{'x': (who,)}]", "{who: 1}", "{who}", "Note(who)", "Slotted(who)",
    "who.upper()", "RuntimeError(who)", "SimpleNamespace(a=[who])", "deque([who])", "bytearray(who, 'ascii')",
])
def test_a_token_is_found_wherever_it_hides(tmp_path: Path, kept: str) -> None:
    witness = witness_in(tmp_path, f"""
        from collections import deque
        from dataclasses import dataclass
        from types import SimpleNamespace

        @dataclass(frozen=True)
        class Note:
            text: str

        class Slotted:
            __slots__ = ("text",)

            def __init__(self, text):
                self.text = text

        left = []

        async def handle(who):
            left.append({kept})
            return left[0]
    """)
    assert witness.verdict.kind == "leak"


def test_shared_state_is_observed_and_put_back(tmp_path: Path) -> None:
    """The last one to set it wins, in no serial order otherwise; nothing of it is left for the next run."""
    program = """
        import asyncio
        import http.client
        import os
        import sys

        async def handle(user):
            first = os.environ.get("SEEN"), getattr(http.client, "seen", None), type(sys.stdout).__name__
            os.environ["SEEN"] = http.client.seen = "yes"
            sys.stdout = sys.stderr
            return first[0] is None or first
    """
    before, stream = dict(__import__("os").environ), sys.stdout
    assert check_program(tmp_path, program)
    assert dict(__import__("os").environ) == before
    assert sys.stdout is stream
    assert not hasattr(__import__("http.client").client, "seen")


def test_what_the_caller_names_is_observed_too(tmp_path: Path) -> None:
    books: list[str] = []

    def make() -> Callable[..., Any]:
        books.clear()

        async def handle(user: str) -> None:
            books.append(user)
            await asyncio.sleep(0)
            books.append(user)  # noqa: SIS003, which is what the test is about
        return handle

    assert check_isolation(factory=make)
    with pytest.raises(NotIsolated, match="interference: what the sessions left behind"):
        check_isolation(factory=make, observe=lambda: books)


def test_chance_clocks_sets_and_identities_make_no_difference(tmp_path: Path) -> None:
    assert check_program(tmp_path, """
        import asyncio, datetime, random, secrets, time, uuid

        class Thing:
            pass

        async def handle(user):
            things = {Thing() for _ in range(20)}
            drawn = [uuid.uuid4(), uuid.uuid1(), random.random(), secrets.token_hex(8), time.time(), time.monotonic()]
            await asyncio.sleep(3)
            drawn += [uuid.uuid4(), random.choice(range(999)), datetime.datetime.now(), time.perf_counter()]
            return drawn, [id(thing) for thing in things], repr(Thing())
    """, complete=True)


def test_what_differs_by_itself_gets_no_verdict() -> None:
    numbers = itertools.count()

    def make() -> Callable[..., Any]:
        async def handle(user: str) -> int:
            return next(numbers)
        return handle

    with pytest.raises(NotRepeatable, match="two runs of schedule 'A B' differ: one gives returned 0"):
        check_isolation(factory=make)


def test_real_input_and_output_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(OutsideTheLoop, match=r"program0.py:6 awaits real input or output \(loop.create_connection\)"):
        check_program(tmp_path, """
            import asyncio

            async def handle(user):
                try:
                    await asyncio.open_connection("localhost", 8888)
                except Exception:
                    return "no answer"
        """)


def test_a_waiting_that_nothing_ends_is_named(tmp_path: Path) -> None:
    with pytest.raises(NeverFinishes, match="even with one session after the other, at A: .*program0.py:5"):
        check_program(tmp_path, """
            import asyncio

            async def handle(user):
                await asyncio.get_running_loop().create_future()
        """)


def test_a_handler_without_end_is_named(tmp_path: Path) -> None:
    with pytest.raises(NeverFinishes, match=r"no end after 300 turns, at A: .*:6.*bounds=Bounds\(turns="):
        check_program(tmp_path, """
            import asyncio

            async def handle(user):
                while True:
                    await asyncio.sleep(1)
        """, bounds=Bounds(turns=300))


def test_a_task_that_never_ends_does_not_keep_its_session(tmp_path: Path) -> None:
    assert check_program(tmp_path, """
        import asyncio

        kept = set()

        async def tick():
            while True:
                await asyncio.sleep(1)

        async def handle(user):
            kept.add(asyncio.create_task(tick()))
            return user
    """, bounds=Bounds(schedules=50))


def test_results_that_cannot_be_compared_are_refused(tmp_path: Path) -> None:
    program = "async def handle(user):\n    return [user, (letter for letter in user)]\n"
    with pytest.raises(NotComparable, match=r"holds at result\[1\] a generator"):
        check_program(tmp_path, program)
    assert check_program(tmp_path, program, result=lambda got: got[0])
    with pytest.raises(ZeroDivisionError):
        check_program(tmp_path, program, result=lambda got: 1 / 0)


def test_a_handler_without_a_place_needs_a_factory() -> None:
    async def handle(user: str) -> str:
        return user

    with pytest.raises(NoFreshState, match="pass factory="):
        check_isolation(handle)
    with pytest.raises(NoFreshState, match="pass a handler"):
        check_isolation()


def test_a_module_is_imported_again_for_each_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "__init__.py").write_text("")
    (tmp_path / "shop" / "store.py").write_text("sold = []\n")
    (tmp_path / "shop" / "handlers.py").write_text(
        "from shop import store\n\nasync def sell(user):\n    store.sold.append(user)\n    return store.sold\n")
    monkeypatch.syspath_prepend(tmp_path)
    from shop import handlers, store  # type: ignore[import-not-found]  # made by the test
    with pytest.raises(NotRepeatable, match="modules="):
        check_isolation(handlers.sell)
    store.sold.clear()
    with pytest.raises(NotIsolated, match="leak: session B"):
        check_isolation(handlers.sell, modules=["shop"])
    assert store.sold == []
    assert (sys.modules["shop.handlers"], sys.modules["shop"].store) == (handlers, store)


def test_arguments_are_the_callers_if_wished(tmp_path: Path) -> None:
    def arguments(session: Session) -> list[object]:
        return [{"user": session.user, "text": session.says("question")}]

    witness = witness_in(
        tmp_path, "last = []\nasync def handle(request):\n    last.append(request['text'])\n    return last\n",
        arguments=arguments)
    assert witness.outcome.got[1].shown == "['alice-question', 'robert-question']"


def test_only_the_named_verdicts_count(tmp_path: Path) -> None:
    board = "board = []\nasync def handle(user):\n    board.append(user)\n    return board\n"
    assert check_program(tmp_path, board, verdicts=["interference"])
    assert witness_in(tmp_path, board).verdict.kind == "leak"


def test_three_sessions_have_three_columns(tmp_path: Path) -> None:
    witness = witness_in(tmp_path, OVERWRITTEN, sessions=3)
    assert "A: alice" in str(witness)
    assert "C: caroline" in str(witness)


def test_it_is_called_from_a_plain_function() -> None:
    async def call() -> None:
        check_isolation(factory=maker(SEED, "handle_message_bad"))

    with pytest.raises(ReplayError, match="from a plain test function"):
        asyncio.run(call())


def test_wrong_settings_are_refused() -> None:
    with pytest.raises(ValueError, match="'different sessions' and 'one session', not 'none'"):
        check_isolation(factory=maker(SEED, "handle_message_bad"), settings=["none"])
    with pytest.raises(ValueError, match="sessions=1"):
        check_isolation(factory=maker(SEED, "handle_message_bad"), sessions=1)


def test_importing_it_imports_nothing_of_the_plugin() -> None:
    program = (
        "import sys, flake8_session_isolation.replay\n"
        "print(*sorted(name for name in sys.modules if name.split('.')[0] in ('flake8', 'astroid', 'pytest')\n"
        "      or name.startswith('flake8_session_isolation.') and '.replay' not in name))\n")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == ""
