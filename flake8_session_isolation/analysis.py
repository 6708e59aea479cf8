"""The complete analysis in one function, from flake8's tree to findings. Start reading here.

    tree -> module -> view of the program -> relevant functions -> summaries, contexts -> meetings -> rules -> findings

Each arrow is a value that can be printed.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from flake8_session_isolation.finding import Finding, one_per_line, one_per_place
from flake8_session_isolation.frontend.quick_look import is_generated, worth_reading
from flake8_session_isolation.linking.program import forget, linked, one_at_a_time
from flake8_session_isolation.settings import Settings
from flake8_session_isolation.slicing.callers_elsewhere import Callers
from flake8_session_isolation.slicing.reachability import Slice, slice_of, whole, with_callers
from flake8_session_isolation.slicing.readers_beside import asked_elsewhere

if TYPE_CHECKING:
    from flake8_session_isolation.interference.interference import Understanding
    from flake8_session_isolation.linking.object_types import Sharing
    from flake8_session_isolation.replay.generated_test import CannotReplay
    from flake8_session_isolation.rules.explanation.story import Story


class Reported(NamedTuple):
    """The findings of one file, columns in bytes, and the meetings in which they were found."""

    findings: tuple[Finding, ...] = ()
    understood: Understanding | None = None


def check(tree: ast.Module, lines: Sequence[str], filename: str, settings: Settings) -> list[Finding]:
    """All findings of one file, sorted, each once; columns in characters."""
    if is_generated(lines):
        return []
    with one_at_a_time:
        found = _reported(tree, lines, filename, settings).findings
        return sorted(_in_characters(each, lines) for each in found)


def _reported(tree: ast.Module, lines: Sequence[str], filename: str, settings: Settings) -> Reported:
    try:
        view = linked(tree, "".join(lines), filename, settings)
        callers = asked_elsewhere(view)
        # With optional codes every file is read, and more of it; the other codes must not learn anything from that.
        is_claimed = (
            not settings.supposes
            or settings.names_handlers
            or worth_reading(tree, lines, filename, settings.source_roots)
        )
        claimed = _judged(_slice_for(view, callers, False), callers, ()) if is_claimed else Reported()
        if not settings.supposes:
            return claimed
        supposed = _judged(_slice_for(view, callers, True), callers, settings.codes)
        return _both(claimed, supposed)
    except BaseException:
        # What is known of the program may be half made; the next file must not build on it.
        forget()
        raise


def _slice_for(view: Sharing, callers: tuple[Callers, ...], supposing: bool) -> Slice | None:
    part = slice_of(view, supposing, called=any(each.home is None for each in callers))
    return with_callers(part, view) if callers else part


def _judged(part: Slice | None, callers: tuple[Callers, ...], codes: Collection[str]) -> Reported:
    """The findings of the rules that are on by default; or those of the optional `codes`, if there are some."""
    if part is None:
        return Reported()
    # Most files have no slice; only the others load what interprets bodies.
    from flake8_session_isolation.interference.callers import where_sessions_enter
    from flake8_session_isolation.interference.interference import understand

    # Most files have no finding; only the others need what other files do outside of sessions.
    first = callers if codes else tuple(map(where_sessions_enter, callers))
    reported = _found(understand(part, bool(codes), first), codes)
    return _found(understand(part, False, callers), ()) if reported.findings and first != callers else reported


def _found(understood: Understanding, codes: Collection[str]) -> Reported:
    if not understood.meetings and not understood.supposed:
        return Reported()
    return Reported(tuple(_findings(understood, codes)), understood)


def _findings(understood: Understanding, codes: Collection[str]) -> Iterator[Finding]:
    """The findings of the codes that are on by default, or of the optional ones, each once; columns in bytes."""
    from flake8_session_isolation.rules import rules_on

    rules = [each for each in rules_on(codes) if not codes or each.CODE in codes]
    found = {each for rule in rules for each in rule.find(understood.meetings_for(rule.CODE))}
    return one_per_line(one_per_place(found))


def _both(claimed: Reported, supposed: Reported) -> Reported:
    """What is found by default and by optional codes, with all meetings."""
    if supposed.understood is None:
        return claimed
    found = one_per_place({*claimed.findings, *supposed.findings})
    meetings = claimed.understood.meetings if claimed.understood is not None else []
    return Reported(tuple(found), supposed.understood._replace(meetings=meetings))


def explain(tree: ast.Module, lines: Sequence[str], filename: str, settings: Settings) -> str:
    """The page of one file: how each function runs, and what is reported at each shared place or why it is silent."""
    if is_generated(lines):
        return "not checked: the file is generated"
    from flake8_session_isolation.rules.explanation import page

    with one_at_a_time:
        return page(_understood(tree, lines, filename, settings), settings.codes)


def explain_line(tree: ast.Module, lines: Sequence[str], filename: str, settings: Settings, line: int) -> str:
    """The shared places that a line touches, with what is reported there or why it is silent."""
    from flake8_session_isolation.rules.explanation import page_of_line

    with one_at_a_time:
        return page_of_line(_understood(tree, lines, filename, settings), settings.codes, line)


def _understood(tree: ast.Module, lines: Sequence[str], filename: str, settings: Settings) -> Understanding:
    """What is known of all functions of a file, and not only of those that findings need."""
    from flake8_session_isolation.interference.interference import understand

    view = linked(tree, "".join(lines), filename, settings)
    return understand(whole(view), settings.supposes, asked_elsewhere(view))


def stories(
    tree: ast.Module, lines: Sequence[str], filename: str, settings: Settings, line: int | None = None
) -> list[Story]:
    """The stories of one file's findings, or of those on one line, in their order.

    The diff of a cure is kept where the cured file has fewer findings, and not the one that it cures.
    """
    if is_generated(lines):
        return []
    with one_at_a_time:
        every, understood = _reported(tree, lines, filename, settings)
        if understood is None:
            return []
        from flake8_session_isolation.rules.explanation.stories import stories_of

        asked = [each for each in every if line in (None, each.line)]
        found = stories_of(understood, asked, settings.codes, filename)
        shown = [each._replace(finding=_in_characters(each.finding, lines)) for each in found]
        return [each if _is_cured(each, len(every), settings) else each.without_diff() for each in shown]


def generated_tests(
    tree: ast.Module, lines: Sequence[str], filename: str, settings: Settings, line: int | None = None
) -> Iterator[tuple[Finding, str | CannotReplay]]:
    """For each finding of one file, or of one line, a test that replays it, or why there is none."""
    if is_generated(lines):
        return
    with one_at_a_time:
        every, understood = _reported(tree, lines, filename, settings)
        if understood is None:
            return
        from flake8_session_isolation.rules.explanation.claims import claims_of
        from flake8_session_isolation.rules.explanation.replays import test_of

        asked = [each for each in every if line in (None, each.line)]
        for claim in claims_of(understood, asked, settings.codes):
            yield _in_characters(claim.finding, lines), test_of(claim, understood.sharing, filename)


def _is_cured(story: Story, most: int, settings: Settings) -> bool:
    """Whether fewer findings are left in the cured file, and not the one that the story explains."""
    text = story.cure.text
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return False
    left = check(tree, text.splitlines(keepends=True), story.filename, settings)
    return len(left) < most and not any(_says(each) == _says(story.finding) for each in left)


def _says(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.text


def _in_characters(finding: Finding, lines: Sequence[str]) -> Finding:
    return finding._replace(column=_characters(lines, finding.line, finding.column))


def _characters(lines: Sequence[str], line: int, column: int) -> int:
    """A column in characters for one in UTF-8 bytes."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    return (
        len(text.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "replace")) if not text.isascii() else column
    )
