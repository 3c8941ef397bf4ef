"""Suppress what is found in a curriculum: comments are added to a draft, and checked in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from ..check.diagnostic import INTERNAL_ERROR, Diagnostic
from ..check.result import Result
from ..edits.edit import Fix, Safety, Write
from ..fix.repair import Repair
from ..parse.parser import parse_document
from ..text.conflicts import find_conflicts
from ..workspace.draft import Draft
from ..workspace.read import FileText
from ..workspace.tree import MARKDOWN_SUFFIXES
from ..workspace.workspace import Workspace
from .insert import Wanted, with_comment_on_top, with_comments

_TITLE = "Suppress it"


def add_suppressions(
    draft: Draft,
    check: Callable[[Workspace], Result],
    reason: str | None,
) -> Repair:
    """Add comments to ``draft`` for all that ``check`` finds in it, and check it again.

    What a comment at its line does not hide gets one on top of its file. Some cannot be hidden:
    the tool's own faults, what is said about files that no comment can be written in, and what is
    said about comments. They are in the check of the result.
    """
    found = check(draft).diagnostics
    draft.apply([Fix(_TITLE, Safety.SAFE, writes=tuple(_at_lines(draft, found, reason)))])
    run = check(draft)
    on_top = tuple(_on_top(draft, run.diagnostics, reason))
    if on_top:
        draft.apply([Fix(_TITLE, Safety.SAFE, writes=on_top)])
        run = check(draft)
    hidden = len(found) - len(run.diagnostics)
    return Repair(draft, draft.plan(), run, max(0, hidden), ())


def _at_lines(draft: Draft, found: Iterable[Diagnostic], reason: str | None) -> Iterator[Write]:
    for path, text, diagnostics in _by_file(draft, found):
        lines = [
            Wanted(line, {each.code: each.name for each in group})
            for line, group in groupby(diagnostics, key=lambda each: each.place.start.line)
        ]
        yield Write(path, with_comments(text, lines, reason))


def _on_top(draft: Draft, left: Iterable[Diagnostic], reason: str | None) -> Iterator[Write]:
    for path, text, diagnostics in _by_file(draft, left):
        codes = sorted({each.code for each in diagnostics})
        yield Write(path, with_comment_on_top(text, codes, reason))


def _by_file(
    draft: Draft, found: Iterable[Diagnostic]
) -> Iterator[tuple[str, str, list[Diagnostic]]]:
    """Each file that comments can be written in, its text, and what is found there."""
    ordered = sorted(found, key=lambda each: each.order)
    for path, group in groupby(ordered, key=lambda each: each.place.path):
        if not path.lower().endswith(MARKDOWN_SUFFIXES):
            continue
        read = draft.read(path)
        if not isinstance(read, FileText) or find_conflicts(read.text):
            continue
        about = list(_about_text(path, read.text, group))
        if about:
            yield path, read.text, about


def _about_text(path: str, text: str, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Those of the diagnostics that are about no suppression, and no fault of the tool."""
    document = parse_document(path, text)
    spans = [tuple(map(document.position, each.span)) for each in document.suppressions]
    for each in found:
        at = each.place.start
        if each.code != INTERNAL_ERROR and not any(start <= at < end for start, end in spans):
            yield each
