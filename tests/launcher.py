"""flake8 with a plugin or without it, started by one and the same command: both sides of the benchmark.

`python -m tests.launcher ARGUMENTS...` is `python -m flake8 ARGUMENTS...`, but flake8 finds no plugin of the
distributions that the environment variable `FLAKE8_HIDES` names, with blanks between them: nothing of them is
imported, and their codes and options do not exist. Other plugins that are installed stay, on both sides.

flake8's search is replaced when this module is imported, not when it is run: a worker that starts from nothing
imports it too, and then looks for plugins again.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from configparser import RawConfigParser

from flake8.main.cli import main
from flake8.plugins import finder

HIDDEN = frozenset(os.environ.get("FLAKE8_HIDES", "").split())

find_all = finder.find_plugins


def find_others(cfg: RawConfigParser, opts: finder.PluginOptions) -> list[finder.Plugin]:
    """The plugins that flake8 finds, without those of the hidden distributions."""
    return [each for each in find_all(cfg, opts) if each.package not in HIDDEN]


finder.find_plugins = find_others


def wait_for_fork_server() -> None:
    """Let the process that starts the workers end before us, if there is one (by default from Python 3.14 on).

    The system adds a process's costs to those of the code that waits for its end. A pool waits for its workers, and
    so does the fork server for those that it starts; but for the server itself no process waits unasked.
    """
    if multiprocessing.get_start_method() == "forkserver":
        from multiprocessing.forkserver import _forkserver
        _forkserver._stop()  # type: ignore[attr-defined]  # not in typeshed


if __name__ == "__main__":
    status = main()
    wait_for_fork_server()
    sys.exit(status)
