"""What was marked in the request at hand."""
from contextvars import ContextVar

own = ContextVar("own", default=None)


def begin():
    own.set({})


def add(mark):
    marked = own.get()
    if marked is None:
        marked = {}
        own.set(marked)
    if "all" not in marked:
        marked["all"] = [mark]
        return
    marked["all"] = [*marked["all"], mark]
