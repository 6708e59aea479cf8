"""Stands in for chainlit: hooks give the function back, the user's session is a context's own."""
import asyncio
import functools
from contextvars import ContextVar


def _hook(function):
    return function


on_message = on_chat_start = on_chat_resume = on_chat_end = on_stop = on_settings_update = _hook
on_app_startup = on_app_shutdown = set_chat_profiles = set_starters = _hook


cache = functools.lru_cache(maxsize=None)


def step(*arguments, **named):
    return _hook


def action_callback(name):
    return _hook


_VALUES = ContextVar("_VALUES", default=())


class _UserSession:
    def set(self, key, value):
        _VALUES.set((*_VALUES.get(), (key, value)))

    def get(self, key, default=None):
        return dict(_VALUES.get()).get(key, default)


user_session = _UserSession()


class Message:
    def __init__(self, content="", **named):
        self.content = content

    async def send(self):
        await asyncio.sleep(0)
        return self
