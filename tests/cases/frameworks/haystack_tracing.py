"""Haystack: one tracer hears of all runs of all pipelines."""
import asyncio
import contextlib
from contextvars import ContextVar

from haystack.tracing import Tracer


class Stacking(Tracer):
    def __init__(self):
        self.stack = []

    @contextlib.contextmanager
    def trace(self, operation_name, tags=None, parent_span=None):
        parent = self.stack[-1] if self.stack else None
        self.stack.append(operation_name)  # error: 8, SIS004
        try:
            yield f"{operation_name} in {parent}"
        finally:
            self.stack.pop()


stacking = Stacking()


async def spans_of_others_bad(operation_name):
    with stacking.trace(operation_name) as span:
        await asyncio.sleep(0)
    return span


opened = ContextVar("opened", default=())


class PerContext(Tracer):
    @contextlib.contextmanager
    def trace(self, operation_name, tags=None, parent_span=None):
        token = opened.set((*opened.get(), operation_name))
        try:
            yield f"{operation_name} in {opened.get()}"
        finally:
            opened.reset(token)


per_context = PerContext()


async def spans_of_a_context_ok(operation_name):
    with per_context.trace(operation_name) as span:
        await asyncio.sleep(0)
    return span
