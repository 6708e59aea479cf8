"""Replay: run handlers for several sessions in every order of turns, and check that the sessions stay apart.

    from flake8_session_isolation.replay import check_isolation

    def test_users_stay_apart():
        check_isolation(handle_message)

A load test finds by luck what appears only under concurrent load; this finds it by enumeration, without sleeping
and without a network, and shows the shortest order of turns in which it happens. Importing this imports nothing
but the standard library. Open `isolation` first.
"""

from __future__ import annotations

from flake8_session_isolation.replay.absent import absent
from flake8_session_isolation.replay.applications import check_application
from flake8_session_isolation.replay.errors import (
    AlwaysFails,
    BoundReached,
    NeverFinishes,
    NoFreshState,
    NotComparable,
    NotRepeatable,
    OutsideTheLoop,
    ReplayError,
)
from flake8_session_isolation.replay.exchanges import Conversation, Request, Response, WebSocket
from flake8_session_isolation.replay.isolation import Checked, check_isolation
from flake8_session_isolation.replay.outside import Outside, inner
from flake8_session_isolation.replay.report import NotIsolated, Witness
from flake8_session_isolation.replay.schedules import Bounds
from flake8_session_isolation.replay.sessions import Given, Session

__all__ = [
    "AlwaysFails", "BoundReached", "Bounds", "Checked", "Conversation", "Given", "NeverFinishes", "NoFreshState",
    "NotComparable", "NotIsolated", "NotRepeatable", "Outside", "OutsideTheLoop", "ReplayError", "Request", "Response",
    "Session", "WebSocket", "Witness", "absent", "check_application", "check_isolation", "inner",
]
