"""A context variable whose default is one list for all, and the function that fills it."""
from contextvars import ContextVar

tags: ContextVar[list] = ContextVar("tags", default=[])


def tag(name):
    tags.get().append(name)  # error: 4, SIS005, "'tags'"


def told():
    return list(tags.get())
