"""Replay of plain functions: real threads of which one runs at a time, switched between lines."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flake8_session_isolation.replay import Bounds, NeverFinishes, OutsideTheLoop, check_isolation
from flake8_session_isolation.replay.isolation import is_asynchronous
from flake8_session_isolation.replay.threads import Lock
from tests.replaying import check_program, witness_in

COUNTED = """
    visits = 0

    def handle(user):
        global visits
        before = visits
        visits = before + 1
        return user
"""


def test_a_lost_update_is_seen_between_two_lines(tmp_path: Path) -> None:
    witness = witness_in(tmp_path, COUNTED)
    assert (witness.verdict.kind, str(witness.schedule)) == ("interference", "A B3 A2")
    assert "case.visits is 1" in str(witness)
    again = witness_in(tmp_path, COUNTED, schedule=str(witness.schedule), settings=[witness.setting])
    assert again.outcome == witness.outcome


@pytest.mark.parametrize("lock", ["Lock()", "RLock()", "Semaphore(1)", "BoundedSemaphore(1)", "Condition()"])
def test_a_lock_keeps_the_others_out(tmp_path: Path, lock: str) -> None:
    assert check_program(tmp_path, f"""
        import threading

        lock = threading.{lock}
        visits = 0

        def handle(user):
            global visits
            with lock:
                before = visits
                visits = before + 1
            return user
    """, complete=True)


def test_a_deadlock_of_threads_is_seen(tmp_path: Path) -> None:
    witness = witness_in(tmp_path, """
        import threading

        locks = [threading.Lock(), threading.Lock()]

        def handle(user):
            first, second = locks if user == "alice" else reversed(locks)
            with first:
                with second:
                    return "done"
    """, settings=["different sessions"])
    assert witness.verdict.kind == "deadlock"


def test_the_standard_library_of_threads_runs_unmodified(tmp_path: Path) -> None:
    assert check_program(tmp_path, """
        import queue
        import threading
        import time
        from concurrent.futures import ThreadPoolExecutor

        def handle(user, message):
            answers, done = queue.Queue(), threading.Event()

            def work():
                time.sleep(5)
                answers.put((threading.current_thread().name, message))
                done.set()

            worker = threading.Thread(target=work, name=user)
            worker.start()
            timely = done.wait(60)
            worker.join()
            with ThreadPoolExecutor(1) as pool:
                doubled = list(pool.map(lambda text: text * 2, [user, message]))
            return timely, answers.get(timeout=1), worker.is_alive(), doubled
    """, bounds=Bounds(schedules=40, sample=10), result=lambda got: got if got[0] and not got[2] else 1 / 0)


def test_a_loop_inside_of_a_thread_runs_too(tmp_path: Path) -> None:
    assert check_program(tmp_path, """
        import asyncio

        async def answer(message):
            task = asyncio.create_task(asyncio.sleep(30, message))
            return await asyncio.wait_for(task, 60)

        def handle(user, message):
            return asyncio.run(answer(message))
    """, bounds=Bounds(schedules=40, sample=10))


def test_threads_of_a_coroutine_meet_those_of_another(tmp_path: Path) -> None:
    awaited = COUNTED.replace("def handle", "def count") + """
    import asyncio

    async def handle(user):
        return await asyncio.to_thread(count, user)
"""
    assert witness_in(tmp_path, awaited).verdict.kind == "interference"


def test_a_coroutine_may_block_on_a_thread(tmp_path: Path) -> None:
    assert check_program(tmp_path, """
        from concurrent.futures import ThreadPoolExecutor

        async def handle(user):
            with ThreadPoolExecutor(2) as pool:
                return pool.submit(len, user).result()
    """)


def test_a_switch_inside_of_a_line_lies_outside_of_the_bound(tmp_path: Path) -> None:
    assert check_program(tmp_path, "n = 0\n\ndef handle(user):\n    global n\n    n += 1\n", complete=True)


def test_waiting_forever_is_named(tmp_path: Path) -> None:
    with pytest.raises(NeverFinishes, match="program0.py:5"):
        check_program(tmp_path, """
            import threading

            def handle(user):
                threading.Event().wait()
        """)


def test_a_lock_from_before_the_run_is_named() -> None:
    """Nothing of ours can wait for it; so the step that does not come back is given up, in real time."""
    lock = threading.Lock()

    def make() -> Callable[..., Any]:
        def handle(user: str) -> str:
            with lock:
                return user
        return handle

    lock.acquire()
    with pytest.raises(OutsideTheLoop, match=r"test_replay_threads.py:\d+ in 0.2 s: .* made before replay began"):
        check_isolation(factory=make, bounds=Bounds(seconds=0.2))
    lock.release()


@pytest.mark.parametrize("kind", ["def", "async def"])
def test_a_handler_may_end_with_any_error(tmp_path: Path, kind: str) -> None:
    checked = check_program(tmp_path, f"{kind} handle(user):\n    raise SystemExit('no')\n", may_raise=SystemExit)
    assert dict(checked.explored)["one session"].complete


def test_a_coroutine_that_blocks_on_a_thread_without_end_is_named(tmp_path: Path) -> None:
    with pytest.raises(NeverFinishes, match="no end after 200 turns"):
        check_program(tmp_path, """
            import threading
            import time

            def tick():
                while True:
                    time.sleep(1)

            async def handle(user):
                thread = threading.Thread(target=tick)
                thread.start()
                thread.join()
        """, bounds=Bounds(turns=200))


def test_a_handler_is_known_by_its_kind() -> None:
    class Handler:
        async def __call__(self, user: str) -> None:
            """Serves."""

        def plain(self, user: str) -> None:
            """Serves, too."""

    assert is_asynchronous(Handler())
    assert not is_asynchronous(Handler().plain)


def test_the_replayed_lock_is_a_lock_for_other_code() -> None:
    lock = Lock()
    with lock:
        assert lock.locked()
        assert not lock.acquire(blocking=False)
        assert not lock.acquire(timeout=0.001)
    assert not lock.locked()
