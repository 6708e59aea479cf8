"""Slack Bolt (sync App and AsyncApp): coroutine handlers are tasks of one event loop, plain ones run in worker
threads.

Source: slack-bolt 1.30.0 (slack-bolt 1.30.0 slack_bolt/app/app.py:353-354, 1378-1398).
"""

from flake8_session_isolation.facts import Handler, HandlerBase, Lifetime, Registers, Row, Serve, Served

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("slack_bolt.App.event", _SERVED),
    Handler("slack_bolt.App.message", _SERVED),
    Handler("slack_bolt.App.command", _SERVED),
    Handler("slack_bolt.App.shortcut", _SERVED),
    Handler("slack_bolt.App.global_shortcut", _SERVED),
    Handler("slack_bolt.App.message_shortcut", _SERVED),
    Handler("slack_bolt.App.action", _SERVED),
    Handler("slack_bolt.App.block_action", _SERVED),
    Handler("slack_bolt.App.attachment_action", _SERVED),
    Handler("slack_bolt.App.dialog_submission", _SERVED),
    Handler("slack_bolt.App.dialog_cancellation", _SERVED),
    Handler("slack_bolt.App.view", _SERVED),
    Handler("slack_bolt.App.view_submission", _SERVED),
    Handler("slack_bolt.App.view_closed", _SERVED),
    Handler("slack_bolt.App.options", _SERVED),
    Handler("slack_bolt.App.block_suggestion", _SERVED),
    Handler("slack_bolt.App.dialog_suggestion", _SERVED),
    Handler("slack_bolt.App.function", _SERVED),
    Handler("slack_bolt.App.step", _SERVED),
    Handler("slack_bolt.App.error", _SERVED),
    Handler("slack_bolt.App.middleware", _SERVED),
    Handler("slack_bolt.App.use", _SERVED),
    Handler("slack_bolt.async_app.AsyncApp.event", _SERVED),
    Handler("slack_bolt.async_app.AsyncApp.message", _SERVED),
    Handler("slack_bolt.async_app.AsyncApp.command", _SERVED),
    Handler("slack_bolt.async_app.AsyncApp.shortcut", _SERVED),
    Handler("slack_bolt.async_app.AsyncApp.action", _SERVED),
    Handler("slack_bolt.async_app.AsyncApp.view", _SERVED),
    Handler("slack_bolt.async_app.AsyncApp.options", _SERVED),
    Handler("slack_bolt.async_app.AsyncApp.function", _SERVED),
    Handler("slack_bolt.async_app.AsyncApp.error", _SERVED),
    Handler("slack_bolt.async_app.AsyncApp.middleware", _SERVED),
    Handler("slack_bolt.Assistant.thread_started", _SERVED),
    Handler("slack_bolt.Assistant.user_message", _SERVED),
    Handler("slack_bolt.Assistant.thread_context_changed", _SERVED),
    Handler("slack_bolt.Assistant.bot_message", _SERVED),
    Registers("slack_bolt.App.assistant", _SERVED, position=0, keywords=("assistant",)),
    HandlerBase("slack_bolt.middleware.Middleware", ("process",), _SERVED, Lifetime.SINGLETON),
    HandlerBase(
        "slack_bolt.middleware.async_middleware.AsyncMiddleware", ("async_process",), _SERVED, Lifetime.SINGLETON
    ),
    HandlerBase("slack_bolt.Assistant", ("",), _SERVED, Lifetime.SINGLETON),
)
