"""Errbot: one instance of each plugin answers all users, its commands in a pool of threads.

Source: errbot 6.2.1 (errbot/core.py, ErrBot.thread_pool and _execute_and_send; errbot/botplugin.py, callback_message).
"""

from flake8_session_isolation.facts import Handler, HandlerBase, Lifetime, Row, Serve, Served

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("errbot.botcmd", _SERVED),
    Handler("errbot.re_botcmd", _SERVED),
    Handler("errbot.arg_botcmd", _SERVED),
    Handler("errbot.botmatch", _SERVED),
    Handler("errbot.webhook", _SERVED),
    HandlerBase(
        "errbot.BotPlugin", ("callback_message", "callback_mention", "callback_botmessage"), _SERVED, Lifetime.SINGLETON
    ),
)
