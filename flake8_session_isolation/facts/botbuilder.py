"""Bot Framework SDK (botbuilder): coroutine handlers are tasks of one event loop, plain functions are not accepted.

Source: botbuilder-python 4.16.2 snapshot (2025-12-29) (botbuilder-core/botbuilder/core/activity_handler.py).
"""

from flake8_session_isolation.facts import Around, HandlerBase, Lifetime, Registers, Row, Serve, Served

_SERVED = Served(Serve.TASKS, None)

ROWS: tuple[Row, ...] = (
    Registers("botbuilder.core.BotFrameworkAdapter.process_activity", _SERVED, position=2, keywords=("logic",)),
    Registers("botbuilder.dialogs.DialogSet.add", _SERVED, position=0, keywords=("dialog",)),
    Registers("botbuilder.dialogs.WaterfallDialog", _SERVED, position=1, keywords=("steps",)),
    HandlerBase(
        "botbuilder.core.ActivityHandler",
        (
            "on_turn",
            "on_message_activity",
            "on_members_added_activity",
            "on_event_activity",
            "on_conversation_update_activity",
            "on_message_reaction_activity",
            "on_invoke_activity",
            "on_typing_activity",
            "on_end_of_conversation_activity",
        ),
        _SERVED,
        Lifetime.SINGLETON,
    ),
    HandlerBase("botbuilder.core.teams.TeamsActivityHandler", ("on_*",), _SERVED, Lifetime.SINGLETON),
    HandlerBase(
        "botbuilder.dialogs.ComponentDialog", ("on_begin_dialog", "on_continue_dialog"), _SERVED, Lifetime.SINGLETON
    ),
    HandlerBase(
        "botbuilder.dialogs.Dialog", ("begin_dialog", "continue_dialog", "resume_dialog"), _SERVED, Lifetime.SINGLETON
    ),
    HandlerBase("botbuilder.dialogs.WaterfallDialog", ("steps",), _SERVED, Lifetime.SINGLETON),
    Around("botbuilder.core.Middleware"),
    HandlerBase("botbuilder.core.Middleware", ("on_turn",), _SERVED, Lifetime.SINGLETON),
)
