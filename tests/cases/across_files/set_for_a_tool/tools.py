"""A tool of an agent reads what a helper of this file sets; only another file's handlers call the helper."""
from langchain_core.tools import tool

owner = ""
limit = 1


def set_owner_bad(name):
    global owner
    owner = name  # error: 4, SIS001, "'owner'"


def set_limit_ok():
    global limit
    limit = 5


@tool
def orders_ok(kind):
    return f"{kind} of {owner}"


@tool
def most_ok(kind):
    return f"{limit} of {kind}"
