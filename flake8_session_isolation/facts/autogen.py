"""AutoGen 0.2 and AG2: each agent keeps what it said and heard, by the agent it talked to.

Source: pyautogen 0.2.35 (autogen/agentchat/conversable_agent.py:688-1157), AG2 of the same names.
"""

from flake8_session_isolation.facts import Conversation, Row

_CHATS = (
    *("initiate_chat", "a_initiate_chat", "initiate_chats", "a_initiate_chats", "send", "a_send", "receive"),
    *("a_receive", "generate_reply", "a_generate_reply", "last_message", "run", "a_run"),
)
_FORGETS = ("reset", "clear_history")

ROWS: tuple[Row, ...] = (
    Conversation("autogen.*ConversableAgent", _CHATS, _FORGETS, ("chat_messages",)),
    Conversation("autogen.*AssistantAgent", _CHATS, _FORGETS, ("chat_messages",)),
    Conversation("autogen.*UserProxyAgent", _CHATS, _FORGETS, ("chat_messages",)),
    Conversation("autogen.*GroupChatManager", _CHATS, _FORGETS, ("chat_messages",)),
    Conversation("autogen.*GroupChat", ("append",), _FORGETS, ("messages",), ("groupchat",)),
)
