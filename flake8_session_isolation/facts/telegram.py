"""python-telegram-bot: handlers run one at a time, coroutines since v20, plain functions before.

Source: python-telegram-bot v22.8 snapshot (2026-08-16) (telegram/ext/_application.py:1221-1229).
"""

from flake8_session_isolation.facts import (
    HandlerBase,
    Lifetime,
    Registers,
    Row,
    RunsOnce,
    Serve,
    Served,
    SharedStorage,
    SideBySide,
)

_SERVED = Served(Serve.SERIAL, Serve.SERIAL)
_BESIDE = "block=False"

ROWS: tuple[Row, ...] = (
    Registers("telegram.ext.CommandHandler", _SERVED, position=1, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.MessageHandler", _SERVED, position=1, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.TypeHandler", _SERVED, position=1, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.StringCommandHandler", _SERVED, position=1, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.StringRegexHandler", _SERVED, position=1, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.PrefixHandler", _SERVED, position=2, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.CallbackQueryHandler", _SERVED, position=0, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.InlineQueryHandler", _SERVED, position=0, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.ChosenInlineResultHandler", _SERVED, position=0, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.ChatMemberHandler", _SERVED, position=0, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.ChatJoinRequestHandler", _SERVED, position=0, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.ChatBoostHandler", _SERVED, position=0, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.PollHandler", _SERVED, position=0, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.PollAnswerHandler", _SERVED, position=0, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.PreCheckoutQueryHandler", _SERVED, position=0, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.ShippingQueryHandler", _SERVED, position=0, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.MessageReactionHandler", _SERVED, position=0, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.PaidMediaPurchasedHandler", _SERVED, position=0, keywords=("callback",), overlaps=_BESIDE),
    Registers("telegram.ext.BusinessConnectionHandler", _SERVED, position=0, keywords=("callback",), overlaps=_BESIDE),
    Registers(
        "telegram.ext.BusinessMessagesDeletedHandler", _SERVED, position=0, keywords=("callback",), overlaps=_BESIDE
    ),
    Registers("telegram.ext.Application.add_error_handler", _SERVED, position=0, keywords=("callback",)),
    Registers("telegram.ext.Application.add_handler", _SERVED, position=0, keywords=("handler",)),
    Registers("telegram.ext.ConversationHandler", _SERVED, keywords=("entry_points", "states", "fallbacks")),
    Registers("telegram.ext.JobQueue.run_once", _SERVED, position=0, keywords=("callback",)),
    Registers("telegram.ext.JobQueue.run_repeating", _SERVED, position=0, keywords=("callback",)),
    Registers("telegram.ext.JobQueue.run_daily", _SERVED, position=0, keywords=("callback",)),
    Registers("telegram.ext.JobQueue.run_monthly", _SERVED, position=0, keywords=("callback",)),
    Registers("telegram.ext.JobQueue.run_custom", _SERVED, position=0, keywords=("callback",)),
    HandlerBase("telegram.ext.filters.MessageFilter", ("filter",), _SERVED, Lifetime.SINGLETON),
    HandlerBase("telegram.ext.filters.UpdateFilter", ("filter",), _SERVED, Lifetime.SINGLETON),
    RunsOnce("telegram.ext.ApplicationBuilder.post_init"),
    RunsOnce("telegram.ext.ApplicationBuilder.post_stop"),
    RunsOnce("telegram.ext.ApplicationBuilder.post_shutdown"),
    RunsOnce(".post_init"),
    RunsOnce(".post_stop"),
    RunsOnce(".post_shutdown"),
    SideBySide("telegram.ext.ApplicationBuilder.concurrent_updates"),
    SideBySide(".concurrent_updates"),
    SharedStorage(".bot_data"),
    SharedStorage(".application"),
    SharedStorage(".bot"),
)
