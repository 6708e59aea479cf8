"""async_lru: a decorator that keeps what coroutines give.

Source: async_lru 2.0.4 (async_lru/__init__.py).
"""

from flake8_session_isolation.facts import Cache, Row, Wrapper

ROWS: tuple[Row, ...] = (
    Cache("async_lru.alru_cache", awaits=True),
    Wrapper("async_lru.alru_cache"),
)
