"""AG2: each agent keeps what it said and heard, by the agent it talked to.

Source: names only; AG2 is also imported as autogen, which see.
"""

from flake8_session_isolation.facts import Conversation, Row

_CHATS = (
    *("initiate_chat", "a_initiate_chat", "initiate_chats", "a_initiate_chats", "send", "a_send", "receive"),
    *("a_receive", "generate_reply", "a_generate_reply", "last_message", "run", "a_run"),
)
_FORGETS = ("reset", "clear_history")

ROWS: tuple[Row, ...] = (
    Conversation("ag2.*ConversableAgent", _CHATS, _FORGETS, ("chat_messages",)),
    Conversation("ag2.*AssistantAgent", _CHATS, _FORGETS, ("chat_messages",)),
    Conversation("ag2.*UserProxyAgent", _CHATS, _FORGETS, ("chat_messages",)),
    Conversation("ag2.*GroupChatManager", _CHATS, _FORGETS, ("chat_messages",)),
    Conversation("ag2.*GroupChat", ("append",), _FORGETS, ("messages",), ("groupchat",)),
)
