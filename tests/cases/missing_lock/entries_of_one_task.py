"""An entry under the identity of the task is one task's own, whatever stands for `no task`."""
import asyncio
from contextvars import ContextVar


async def rest():
    await asyncio.sleep(0)


def task_key():
    try:
        return id(asyncio.current_task())
    except RuntimeError:
        return 0


stacks = {}


async def grown_under_the_own_task_ok(name):
    stacks.setdefault(task_key(), []).append(name)
    await rest()
    stacks[task_key()].append(name)
    return "".join(stacks.pop(task_key()))


def team_key(name):
    try:
        return name[:1]
    except TypeError:
        return 0


teams = {}


async def grown_under_a_key_of_several_bad(name):
    teams.setdefault(team_key(name), []).append(name)
    await rest()
    teams[team_key(name)].append(name)  # error: 4, SIS003
    return "".join(teams[team_key(name)])


first_task = ContextVar("first_task", default=None)
traces = {}


def first_task_key():
    known = first_task.get()
    if known is not None:
        return known
    return id(asyncio.current_task())


async def grown_under_the_task_that_the_context_keeps_ok(name):
    trace = traces.setdefault(first_task_key(), [])
    trace.append(name)
    await rest()
    traces[first_task_key()].append(name)
    return "".join(traces.pop(first_task_key()))
