"""Pyrogram (Telegram): coroutine handlers are tasks of one event loop, plain ones run in worker threads.

Source: Pyrogram 2.0.106 (pyrogram/dispatcher.py:147-247, pyrogram/methods/decorators/on_message.py:26-62,
pyrogram/methods/decorators/on_disconnect.py).
"""

from flake8_session_isolation.facts import Handler, Registers, Row, RunsOnce, Serve, Served

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("pyrogram.Client.on_callback_query", _SERVED),
    Handler("pyrogram.Client.on_chat_join_request", _SERVED),
    Handler("pyrogram.Client.on_chat_member_updated", _SERVED),
    Handler("pyrogram.Client.on_chosen_inline_result", _SERVED),
    Handler("pyrogram.Client.on_deleted_messages", _SERVED),
    Handler("pyrogram.Client.on_edited_message", _SERVED),
    Handler("pyrogram.Client.on_inline_query", _SERVED),
    Handler("pyrogram.Client.on_message", _SERVED),
    Handler("pyrogram.Client.on_poll", _SERVED),
    Handler("pyrogram.Client.on_raw_update", _SERVED),
    Handler("pyrogram.Client.on_user_status", _SERVED),
    RunsOnce("pyrogram.Client.on_disconnect"),
    Registers("pyrogram.handlers.DisconnectHandler"),
    Registers("pyrogram.handlers.*Handler", _SERVED, position=0, keywords=("callback",)),
)
