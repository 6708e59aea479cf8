"""What stands under TYPE_CHECKING never runs."""
from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    history: list[str] = []

    async def remember(user_id: str, message: str) -> Sequence[str]:
        history.append(message)
        await asyncio.sleep(0)
        return history


async def answer_ok(user_id, message):
    history: Sequence[str] = [message]
    await asyncio.sleep(0)
    return history
