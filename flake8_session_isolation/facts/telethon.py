"""Telethon (Telegram): event handlers are coroutines, tasks of one event loop.

Source: Telethon 1.45.0 (telethon/client/updates.py:112-185, 284-290, 556-600, telethon/events/__init__.py:43-90).
"""

from flake8_session_isolation.facts import Handler, Registers, Row, Serve, Served

_SERVED = Served(Serve.TASKS, None)

ROWS: tuple[Row, ...] = (
    Handler("telethon.TelegramClient.on", _SERVED),
    Handler("telethon.events.register", _SERVED),
    Registers("telethon.TelegramClient.add_event_handler", _SERVED, position=0, keywords=("callback",)),
)
