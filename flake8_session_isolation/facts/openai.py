"""OpenAI: threads and conversations that the service keeps; the object is their name, the client keeps nothing.

Source: openai 1 and 2, by their reference pages.
"""

from flake8_session_isolation.facts import Begins, Conversation, Row

ROWS: tuple[Row, ...] = (
    Conversation("openai.types.beta.Thread", parts=("id",), handed_as=("thread_id",)),
    Begins("*.beta.threads.create", "openai.types.beta.Thread"),
    Conversation("openai.types.conversations.Conversation", parts=("id",), handed_as=("conversation",)),
    Begins("*.conversations.create", "openai.types.conversations.Conversation"),
)
