"""The interface to flake8: options, quick look, error guard, findings. No other module imports flake8."""

from __future__ import annotations

import ast
import logging
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8.exceptions import ExecutionError, Flake8Exception

from flake8_session_isolation.frontend.quick_look import worth_reading
from flake8_session_isolation.settings import OPTIONAL, MalformedOption, Settings, claims_can_show, optional_codes

if TYPE_CHECKING:
    from flake8.options.manager import OptionManager

    from flake8_session_isolation.finding import Finding

# Below flake8's own logger: silent by default, because editors show what is on stderr; shown by `flake8 -v`.
LOG = logging.getLogger(f"flake8.{__name__}")

HELP: Mapping[str, str] = {
    "handler_decorators": "Decorators whose functions serve sessions, such as bot.command or app.on_*.",
    "handler_bases": "Base classes whose methods serve sessions, such as app.web.Endpoint.",
    "run_once": "Functions that never serve a session, such as app.start or scripts.*.",
    "shared_on_purpose": "Places that all sessions are meant to share, such as app.board or Room.members.",
    "source_roots": "Folders in which first-party modules start; found from the file's own place by default.",
}


class Plugin:
    """One file under flake8, which gives what parameters ask for by their names. The tree belongs to all plugins and is
    only read."""

    def __init__(self, tree: ast.Module, filename: str, lines: Sequence[str], options: Namespace) -> None:
        """Keep what is given: flake8 makes a plugin for each file, whatever is in it."""
        self.tree = tree
        self.filename = filename
        self.lines = lines
        self.options = options

    @staticmethod
    def add_options(manager: OptionManager) -> None:
        """Register our options, each a list in configuration files and on the command line alike."""
        for name, explanation in HELP.items():
            manager.add_option(
                f"--sis-{name.replace('_', '-')}",
                default="",
                metavar="list",
                help=explanation,
                parse_from_config=True,
                comma_separated_list=True,
                normalize_paths=name == "source_roots",
            )
        manager.extend_default_ignore([OPTIONAL])

    @staticmethod
    def parse_options(manager: OptionManager, options: Namespace, files: Sequence[str]) -> None:
        """Refuse a malformed value before the first file, and keep the settings with the options that plugins get."""
        try:
            settings_from(options)
        except MalformedOption as error:
            raise ExecutionError(str(error)) from error

    def run(self) -> Iterator[tuple[int, int, str, type[Plugin]]]:
        """Every finding of the file as flake8 wants it, or the one line that says it was not checked."""
        for line, column, text in self._answer():
            yield line, column, text, Plugin

    def _answer(self) -> Sequence[tuple[int, int, str]]:
        try:
            return [(finding.line, finding.column, str(finding)) for finding in self._findings()]
        # Out of here an exception would cost the findings of the whole run, and an exit would hang `-j`.
        except (Exception, SystemExit) as error:
            LOG.exception("not checked: %s", self.filename)
            kind = type(error).__name__
            return [(1, 0, f"SIS000 not checked: internal error ({kind}); please report it")]

    def _findings(self) -> Sequence[Finding]:
        if not can_report(self.options):
            return ()
        settings = settings_from(self.options)
        roots = settings.source_roots
        if not settings.concerns_any_file and not worth_reading(self.tree, self.lines, self.filename, roots):
            return ()
        # Most files end above; only the others pay for the engine.
        from flake8_session_isolation.frontend.collector import collector_at_rest

        with collector_at_rest():
            from flake8_session_isolation.analysis import check

            return check(self.tree, self.lines, self.filename, settings)


class UnusableConfiguration(ValueError):
    """flake8 stops at its configuration or command line; the text of the error is its own."""


class Configured(NamedTuple):
    """What flake8's configuration says about one file.

    `hidden` holds the codes that flake8 does not show there. `is_read` is false where the plugin ends after its quick
    look, because nothing in the file can serve sessions.
    """

    settings: Settings
    hidden: tuple[str, ...]
    is_read: bool


def configured(
    tree: ast.Module, lines: Sequence[str], filename: str, codes: Iterable[str], select: str | None = None,
) -> Configured:
    """What flake8 run in the current folder as `flake8 --select=... FILE` would apply to a file.

    It is read by flake8's own loader, from the same configuration files.  Raises UnusableConfiguration.
    """
    # Loads the formatters and other plugins, which only this command needs here.
    from flake8.formatting.default import Default
    from flake8.options.parse_args import parse_args
    from flake8.style_guide import Decision, StyleGuideManager

    chosen = [] if select is None else [f"--select={select}"]
    try:
        _, options = parse_args([*chosen, filename])
    except Flake8Exception as error:
        raise UnusableConfiguration(str(error)) from error
    if not hasattr(options, "sis_run_once"):
        raise UnusableConfiguration("this plugin is not installed beside the flake8 that is imported")
    settings = settings_from(options)
    decider = StyleGuideManager(options, Default(options)).style_guide_for(filename).decider
    hidden = tuple(code for code in codes if decider.decision_for(code) is Decision.Ignored)
    is_read = settings.concerns_any_file or worth_reading(tree, lines, filename, settings.source_roots)
    return Configured(settings, hidden, is_read)


def can_report(options: Namespace) -> bool:
    """Whether flake8 could print anything we say; flake8 runs a plugin whose codes are all off, too."""
    selected = _selected(options)
    ignored = (*(options.ignore or ()), *(options.extend_ignore or ()))
    by_default = options.select is None
    return bool(optional_codes(selected)) or claims_can_show(selected, ignored, by_default=by_default)


def settings_from(options: Namespace) -> Settings:
    """The settings of the run that `options` belong to: the same object for all its files, by which the engine knows
    that what it has read still holds.

    They are kept with the options, and made again where these have changed since they were parsed, or the files to be
    checked are others: flake8's interface for programs does both, each call of which is a run.  Raises MalformedOption.
    """
    files = getattr(options, "filenames", None)
    written = _written(options)
    kept: tuple[object, object, Settings] | None = getattr(options, "sis_settings", None)
    if kept is None or kept[0] is not files or kept[1] != written:
        kept = options.sis_settings = files, written, _made_of(*written)
    return kept[2]


def _written(options: Namespace) -> tuple[dict[str, tuple[Any, ...]], tuple[str, ...]]:
    """Our options, and what is selected, as it stands there now."""
    return {name: _items(getattr(options, f"sis_{name}")) for name in HELP}, _selected(options)


def _made_of(lists: Mapping[str, tuple[Any, ...]], selected: Sequence[str]) -> Settings:
    codes = optional_codes(selected)
    roots = Settings(**lists, codes=codes).source_roots
    return Settings(**{**lists, "source_roots": tuple(map(_anchored, roots))}, codes=codes)


def _selected(options: Namespace) -> tuple[str, ...]:
    """The prefixes that the user selected, as opposed to those that flake8 selects by default."""
    return (*(options.select or ()), *(options.extend_select or ()))


def _items(value: Any) -> tuple[Any, ...]:
    """The items of an option. A reader of TOML may hand over anything, which `Settings` then refuses."""
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


def _anchored(root: str) -> str:
    """A source root as an absolute path.

    flake8 resolves `./src` against the folder of the file it stands in, but leaves `src` alone and does not
    say where it stood: in the current folder or one above, for there flake8 looks for its configuration.
    """
    here = Path.cwd()
    return str(next((top / root for top in (here, *here.parents) if (top / root).is_dir()), here / root))
