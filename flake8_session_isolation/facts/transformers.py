"""transformers: the conversation of a pipeline, as it was before 4.42.

Source: its pull request 31165, which removed it.
"""

from flake8_session_isolation.facts import Conversation, Row

ROWS: tuple[Row, ...] = (
    Conversation(
        "transformers.Conversation",
        ("add_user_input", "append_response", "mark_processed", "add_message"),
    ),
)
