"""What the plugin takes for single files: those of a folder that take most, each as if it were the only one.

In one process, with the engine loaded, but with nothing known of the program: what was read of other modules for one
file is dropped before the next. So a file pays for the modules that it imports, too.
"""

from __future__ import annotations

import gc
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests import growth
from tests.growth import Taken

NOT_READ = (OSError, SyntaxError, ValueError, RecursionError)
"""What reading and parsing a file can raise; flake8 would not show such a file to plugins either."""

HEADING = f"{'cpu s':>8}{'lines':>8}{'cpu s / 1,000 lines':>21}{'findings':>10}  file"
LEGEND = (
    "cpu s: seconds a processor spends in the plugin alone, from flake8's tree to the findings.\n"
    "findings: their number; none where the plugin has nothing to say, or gives the file up."
)


class Timed(NamedTuple):
    """A file with its length, and what the plugin took for it."""

    path: Path
    lines: int
    taken: Taken

    def __str__(self) -> str:
        """One line, as below `HEADING`."""
        seconds, findings = self.taken
        return f"{seconds:8.3f}{self.lines:8}{1000 * seconds / max(self.lines, 1):21.3f}{findings:10}  {self.path}"


def measured(paths: Iterable[Path], number: int, rounds: int) -> list[Timed]:
    """So many of the files, the slowest first; all are timed once, which also warms up, then those again in rounds."""
    options = growth.options_by_default()
    slowest = sorted(all_timed(paths, options), key=lambda each: each.taken.seconds, reverse=True)[:number]
    again = [list(all_timed((each.path for each in slowest), options)) for _ in range(rounds)]
    return sorted(map(middle, zip(*again)), key=lambda each: each.taken.seconds, reverse=True)


def middle(several: Sequence[Timed]) -> Timed:
    """One file, timed several times, as one."""
    return several[0]._replace(taken=growth.middle([each.taken for each in several]))


def all_timed(paths: Iterable[Path], options: Namespace) -> Iterator[Timed]:
    """Those of the files that can be read, each with what it takes."""
    # Loaded late, see `growth.taken_in_plugin`.
    from flake8_session_isolation.linking.program import forget
    for path in paths:
        forget()
        # Else the next file pays for what is dropped of this one.
        gc.collect()
        try:
            yield Timed(path, path.read_bytes().count(b"\n"), growth.taken_in_plugin(path, options))
        except NOT_READ:
            continue
