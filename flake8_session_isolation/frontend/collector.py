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
    """Switch the garbage collector off during an analysis."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def keep() -> None:
    """Exempt all present objects from garbage collection until `release` (`gc.freeze`)."""
    gc.freeze()


def release() -> None:
    """Collect exempted objects that are no longer used, if there are any."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
