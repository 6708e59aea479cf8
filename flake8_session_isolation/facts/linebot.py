"""line-bot-sdk (LINE): a handler of webhooks calls what was added to it, in the thread that handles the request.

Source: line-bot-sdk 3.27.0 (linebot/v3/webhook.py:150-250, linebot/webhook.py:193-270).
"""

from flake8_session_isolation.facts import Handler, Row, Serve, Served

_SERVED = Served(None, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("linebot.WebhookHandler.add", _SERVED),
    Handler("linebot.WebhookHandler.default", _SERVED),
)
