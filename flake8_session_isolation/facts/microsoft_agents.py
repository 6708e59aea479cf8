"""Microsoft 365 Agents SDK: coroutine handlers are tasks of one event loop, plain functions are not accepted.

Source: Agents-for-python v1.4.0 snapshot (2026-08-21)
(microsoft_agents/hosting/core/app/agent_application.py:943-956).
"""

from flake8_session_isolation.facts import (
    Application,
    Around,
    Handler,
    HandlerBase,
    Lifetime,
    Registers,
    Row,
    Serve,
    Served,
    UsuallyOnce,
)

_SERVED = Served(Serve.TASKS, None)

ROWS: tuple[Row, ...] = (
    Handler("microsoft_agents.hosting.core.AgentApplication.activity", _SERVED),
    Handler("microsoft_agents.hosting.core.AgentApplication.message", _SERVED),
    Handler("microsoft_agents.hosting.core.AgentApplication.conversation_update", _SERVED),
    Handler("microsoft_agents.hosting.core.AgentApplication.message_reaction", _SERVED),
    Handler("microsoft_agents.hosting.core.AgentApplication.message_update", _SERVED),
    Handler("microsoft_agents.hosting.core.AgentApplication.handoff", _SERVED),
    Handler("microsoft_agents.hosting.core.AgentApplication.on_sign_in_success", _SERVED),
    Handler("microsoft_agents.hosting.core.AgentApplication.on_sign_in_failure", _SERVED),
    Handler("microsoft_agents.hosting.core.AgentApplication.error", _SERVED),
    Around("microsoft_agents.hosting.core.AgentApplication.*_turn"),
    Handler("microsoft_agents.hosting.core.AgentApplication.before_turn", _SERVED),
    Handler("microsoft_agents.hosting.core.AgentApplication.after_turn", _SERVED),
    Registers("microsoft_agents.hosting.core.AgentApplication.add_route", _SERVED, position=1, keywords=("handler",)),
    HandlerBase(
        "microsoft_agents.hosting.core.ActivityHandler",
        (
            "on_message_activity",
            "on_members_added_activity",
            "on_event_activity",
            "on_invoke_activity",
            "on_conversation_update_activity",
        ),
        _SERVED,
        Lifetime.SINGLETON,
    ),
    UsuallyOnce("start_server"),
    Application("microsoft_agents.hosting.core.AgentApplication"),
)
