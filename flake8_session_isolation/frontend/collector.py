"""Settings of the garbage collector: nearly all objects of the analysis live until the end of the run.

Looking through it for the little that does not would cost a third of an analysis, and a fifth of flake8's own work on
the files that follow.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Collect no garbage during an analysis."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def keep() -> None:
    """Have the collector leave alone what there is now, until `release` (`gc.freeze`)."""
    gc.freeze()


def release() -> None:
    """Collect what was kept and is used no longer; nothing where nothing was kept."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
