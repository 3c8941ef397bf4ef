"""Headings in which something else is rewritten: a link's text, or a path in code."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...edits.edit import Edit
from ...model.curriculum import Curriculum, Page
from ...parse.document import Heading
from ..labels.written_links import text_start
from .new_headings import CannotRewriteError, NewHeading, new_anchors

#: For each readme, headings that are rewritten themselves.
Own = Mapping[str, Mapping[Heading, NewHeading]]


def changed_anchors(
    curriculum: Curriculum, own: Own, edits: Iterable[Edit]
) -> dict[str, dict[str, str]]:
    """For each document, the anchors that change by ``own`` and by other ``edits`` of texts.

    Edits of destinations are none of texts. Raises ``CannotRewriteError``.
    """
    inner: dict[str, list[Edit]] = {path: [] for path in own}
    for edit in edits:
        inner.setdefault(edit.path, []).append(edit)
    found: dict[str, dict[str, str]] = {}
    for path, within in inner.items():
        page = curriculum.pages[path]
        headings = dict(own.get(path, {}))
        headings |= dict(_rewritten(curriculum, page, headings, sorted(within)))
        if headings:
            found[path] = new_anchors(page, headings)
    return found


def _rewritten(
    curriculum: Curriculum, page: Page, own: Mapping[Heading, NewHeading], edits: Sequence[Edit]
) -> Iterator[tuple[Heading, NewHeading]]:
    """The headings of a page with what ``edits``, which are sorted, make of their texts."""
    if not edits:
        return
    starts = [edit.start for edit in edits]
    parts = dict(_parts(curriculum, page))
    for heading in page.document.headings:
        first, last = (bisect_left(starts, offset) for offset in heading.content)
        if first == last:
            continue
        text = page.document.text
        changes = {_offset(heading, edit, parts, text): edit for edit in edits[first:last]}
        kept = own.get(heading)
        if kept is not None:
            changes[kept.edit.start - heading.content.start] = kept.edit
        changed = heading.text
        for at, edit in sorted(changes.items(), reverse=True):
            changed = changed[:at] + edit.text + changed[at + edit.end - edit.start :]
        yield heading, NewHeading(kept.edit if kept else edits[first], changed)


def _parts(curriculum: Curriculum, page: Page) -> Iterator[tuple[int, str]]:
    """The texts of links and the paths in code, by where they stand in the file."""
    for path in page.document.paths:
        yield path.span.start, path.path
    for target in curriculum.targets.get(page.path, ()):
        start = text_start(target.link, page.document)
        if start >= 0:
            yield start, target.link.text


def _offset(heading: Heading, edit: Edit, parts: Mapping[int, str], text: str) -> int:
    """Where an edit begins in the heading's text, which is without markup."""
    if heading.text.startswith(text[heading.content.start : edit.end]):
        return edit.start - heading.content.start
    for start in range(edit.start, heading.content.start - 1, -1):
        part = parts.get(start, "")
        if start + len(part) >= edit.end and heading.text.count(part) == 1:
            return heading.text.index(part) + edit.start - start
    raise CannotRewriteError(
        f"{edit.path} the heading “{heading.text}” names what changes in markup: write it plainly."
    )
