"""ChatterBot: one default conversation per bot, and what one user says is learned as an answer for others.

Source: chatterbot 1.2.15 (chatterbot/chatterbot.py:60-66, 206-219, 261).
"""

from flake8_session_isolation.facts import Conversation, Row

ROWS: tuple[Row, ...] = (
    Conversation(
        "chatterbot.ChatBot",
        ("get_response", "learn_response"),
        per_session=("conversation",),
        unless=("read_only",),
    ),
)
