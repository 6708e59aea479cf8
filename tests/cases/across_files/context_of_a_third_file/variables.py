"""A context variable whose default is one dict for all."""
from contextvars import ContextVar

texts: ContextVar[dict] = ContextVar("texts", default={})
