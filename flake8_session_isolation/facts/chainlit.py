"""Chainlit: coroutine handlers are tasks of one event loop, plain ones called on the loop itself.

Source: chainlit 2.11.1 (backend/chainlit/callbacks.py:21-205).
"""

from flake8_session_isolation.facts import Cache, Handler, Row, RunsOnce, Serve, Served, SessionProxy

_SERVED = Served(Serve.TASKS, Serve.TASKS)

ROWS: tuple[Row, ...] = (
    Handler("chainlit.on_message", _SERVED),
    Handler("chainlit.on_chat_start", _SERVED),
    Handler("chainlit.on_chat_resume", _SERVED),
    Handler("chainlit.on_chat_end", _SERVED),
    Handler("chainlit.on_stop", _SERVED),
    Handler("chainlit.on_logout", _SERVED),
    Handler("chainlit.on_audio_start", _SERVED),
    Handler("chainlit.on_audio_chunk", _SERVED),
    Handler("chainlit.on_audio_end", _SERVED),
    Handler("chainlit.on_settings_update", _SERVED),
    Handler("chainlit.on_settings_edit", _SERVED),
    Handler("chainlit.on_window_message", _SERVED),
    Handler("chainlit.on_mcp_connect", _SERVED),
    Handler("chainlit.on_mcp_disconnect", _SERVED),
    Handler("chainlit.on_feedback", _SERVED),
    Handler("chainlit.on_slack_reaction_added", _SERVED),
    Handler("chainlit.on_shared_thread_view", _SERVED),
    Handler("chainlit.action_callback", _SERVED),
    Handler("chainlit.author_rename", _SERVED),
    Handler("chainlit.set_chat_profiles", _SERVED),
    Handler("chainlit.set_starters", _SERVED),
    Handler("chainlit.set_starter_categories", _SERVED),
    Handler("chainlit.password_auth_callback", _SERVED),
    Handler("chainlit.header_auth_callback", _SERVED),
    Handler("chainlit.oauth_callback", _SERVED),
    Handler("chainlit.step", _SERVED),
    RunsOnce("chainlit.on_app_startup"),
    RunsOnce("chainlit.on_app_shutdown"),
    RunsOnce("chainlit.data_layer"),
    SessionProxy("chainlit.user_session"),
    SessionProxy("chainlit.chat_context"),
    SessionProxy("chainlit.context.session"),
    Cache("chainlit.cache"),
)
