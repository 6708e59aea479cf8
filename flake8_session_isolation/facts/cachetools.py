"""cachetools: decorators that keep results and give the same object again; none of them awaits.

Source: cachetools 5.5.0 (cachetools/__init__.py, cachetools/func.py).
"""

from flake8_session_isolation.facts import Cache, Row, Wrapper

ROWS: tuple[Row, ...] = (
    Cache("cachetools.cached"),
    Cache("cachetools.func.fifo_cache"),
    Cache("cachetools.func.lfu_cache"),
    Cache("cachetools.func.lru_cache"),
    Cache("cachetools.func.rr_cache"),
    Cache("cachetools.func.ttl_cache"),
    Wrapper("cachetools.*"),
)
