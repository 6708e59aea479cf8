"""Hypercorn: a server that a program runs for its application.

Source: Hypercorn documentation (API usage: hypercorn.asyncio.serve).
"""

from flake8_session_isolation.facts import BeginsServing, Row

ROWS: tuple[Row, ...] = (
    BeginsServing("hypercorn.asyncio.serve"),
    BeginsServing("hypercorn.trio.serve"),
)
