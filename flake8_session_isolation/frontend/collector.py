"""Settings of the garbage collector: nearly all objects of the analysis live until the end of the run.

Looking through it for the little that does not would cost a third of an analysis, and a fifth of flake8's own work on
the files that follow.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


_are_kept = False
"""Whether this run looks at several files, so that results of one file are kept for the next."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Switch the garbage collector off during an analysis. What it has made is exempted before the collector is
    switched on, which would look through all of it at once."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if _are_kept:
            gc.freeze()
        if was_on:
            gc.enable()


def keep() -> None:
    """Exempt all present objects, and those of this run's further files, from garbage collection until `release`
    (`gc.freeze`)."""
    global _are_kept
    _are_kept = True
    gc.freeze()


def begin_run() -> None:
    """Exempt nothing more until `keep`: in a process that lives long, what a run leaves is collected."""
    global _are_kept
    _are_kept = False


def release() -> None:
    """Collect exempted objects that are no longer used, if there are any."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
