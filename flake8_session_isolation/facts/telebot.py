"""pyTelegramBotAPI (telebot): coroutine handlers are tasks of one event loop, plain ones run in worker threads.

Source: pyTelegramBotAPI 4.36.1 (telebot/__init__.py:166-170, 295-297, 1373-1375).
"""

from flake8_session_isolation.facts import (
    Application,
    Handler,
    HandlerBase,
    Lifetime,
    Registers,
    Row,
    Serve,
    Served,
    SessionProxy,
)

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("telebot.TeleBot.message_handler", _SERVED),
    Handler("telebot.TeleBot.edited_message_handler", _SERVED),
    Handler("telebot.TeleBot.channel_post_handler", _SERVED),
    Handler("telebot.TeleBot.edited_channel_post_handler", _SERVED),
    Handler("telebot.TeleBot.callback_query_handler", _SERVED),
    Handler("telebot.TeleBot.inline_handler", _SERVED),
    Handler("telebot.TeleBot.chosen_inline_handler", _SERVED),
    Handler("telebot.TeleBot.message_reaction_handler", _SERVED),
    Handler("telebot.TeleBot.message_reaction_count_handler", _SERVED),
    Handler("telebot.TeleBot.shipping_query_handler", _SERVED),
    Handler("telebot.TeleBot.pre_checkout_query_handler", _SERVED),
    Handler("telebot.TeleBot.poll_handler", _SERVED),
    Handler("telebot.TeleBot.poll_answer_handler", _SERVED),
    Handler("telebot.TeleBot.my_chat_member_handler", _SERVED),
    Handler("telebot.TeleBot.chat_member_handler", _SERVED),
    Handler("telebot.TeleBot.chat_join_request_handler", _SERVED),
    Handler("telebot.TeleBot.chat_boost_handler", _SERVED),
    Handler("telebot.TeleBot.removed_chat_boost_handler", _SERVED),
    Handler("telebot.TeleBot.business_connection_handler", _SERVED),
    Handler("telebot.TeleBot.business_message_handler", _SERVED),
    Handler("telebot.TeleBot.purchased_paid_media_handler", _SERVED),
    Handler("telebot.TeleBot.middleware_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.message_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.callback_query_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.inline_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.edited_message_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.channel_post_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.edited_channel_post_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.chosen_inline_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.message_reaction_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.message_reaction_count_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.shipping_query_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.pre_checkout_query_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.poll_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.poll_answer_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.my_chat_member_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.chat_member_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.chat_join_request_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.chat_boost_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.removed_chat_boost_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.business_connection_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.business_message_handler", _SERVED),
    Handler("telebot.async_telebot.AsyncTeleBot.purchased_paid_media_handler", _SERVED),
    Registers("telebot.TeleBot.register_*_handler", _SERVED, position=0, keywords=("callback",)),
    Registers("telebot.async_telebot.AsyncTeleBot.register_*_handler", _SERVED, position=0, keywords=("callback",)),
    Registers("telebot.TeleBot.register_next_step_handler", _SERVED, position=1, keywords=("callback",)),
    Registers("telebot.TeleBot.register_next_step_handler_by_chat_id", _SERVED, position=1, keywords=("callback",)),
    Registers("telebot.TeleBot.register_for_reply", _SERVED, position=1, keywords=("callback",)),
    Registers("telebot.TeleBot.set_update_listener", _SERVED, position=0, keywords=("listener",)),
    Registers("telebot.TeleBot.setup_middleware", _SERVED, position=0, keywords=("middleware",)),
    HandlerBase(
        "telebot.handler_backends.BaseMiddleware", ("pre_process", "post_process"), _SERVED, Lifetime.SINGLETON
    ),
    HandlerBase(
        "telebot.asyncio_handler_backends.BaseMiddleware", ("pre_process", "post_process"), _SERVED, Lifetime.SINGLETON
    ),
    SessionProxy("telebot.states.sync.StateContext"),
    SessionProxy("telebot.states.asyncio.StateContext"),
    Application("telebot.TeleBot", "bot"),
    Application("telebot.async_telebot.AsyncTeleBot", "bot"),
)
