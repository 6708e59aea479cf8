"""Context variables whose defaults are one dict for all."""
from contextvars import ContextVar

begun = ContextVar("begun", default={})
copied = ContextVar("copied", default={})
