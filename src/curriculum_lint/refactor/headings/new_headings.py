"""Headings written anew, and the links to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...edits.edit import Edit
from ...model.curriculum import Curriculum, Page
from ...model.outline import Exercise
from ...model.target import Outcome, Target
from ...parse.anchors import AnchorNames, slug
from ...parse.document import Heading
from ...text.source import Span

_USER_CONTENT = "user-content-"
_LED_TO = (Outcome.FOUND, Outcome.ANCHOR_CASE)


class NewHeading(NamedTuple):
    """How a heading becomes another one, and the text that it then has."""

    edit: Edit
    text: str


class CannotRewriteError(Exception):
    """Something is written in a way that cannot be rewritten for certain: a sentence says what."""


def heading_edits(
    curriculum: Curriculum, page: Page, headings: Mapping[Heading, NewHeading]
) -> tuple[Edit, ...]:
    """The edits that rewrite ``headings`` of ``page``, and the links whose anchors change.

    Raises ``CannotRewriteError``.
    """
    anchors = new_anchors(page, headings)
    links = list(_link_edits(curriculum, page.path, anchors))
    return tuple(sorted([*(heading.edit for heading in headings.values()), *links]))


def offset_in_heading(heading: Heading, part: str, span: Span) -> int:
    """Where ``part``, which stands at ``span`` in the file, stands in the heading's text.

    Raises ``CannotRewriteError`` where markup makes the two differ.
    """
    at = heading.text.find(part)
    is_exact = span.end - span.start == len(part)
    if heading.html or not is_exact or span.start - heading.content.start != at:
        raise _in_markup(heading)
    return at


def with_number(page: Page, exercise: Exercise, new: str) -> NewHeading:
    """What opens an exercise, with another number. Raises ``CannotRewriteError``."""
    heading, span = exercise.heading, exercise.number_span
    if heading.level:
        at = offset_in_heading(heading, exercise.number, span)
        return with_replaced(page, heading, at, exercise.number, new)
    if page.document.text[slice(*span)] == exercise.number:
        return NewHeading(Edit(page.path, *span, new), heading.text)
    line = page.document.line(heading.span.start)
    raise CannotRewriteError(
        f"{page.path}:{line} {exercise.name} has the number that its list shows: change the list "
        "by hand."
    )


def _in_markup(heading: Heading) -> CannotRewriteError:
    return CannotRewriteError(
        f"The heading “{heading.text}” has its number in markup: write it as plain text."
    )


def with_replaced(page: Page, heading: Heading, at: int, old: str, new: str) -> NewHeading:
    """The heading with ``new`` for ``old`` at the offset ``at`` of its text.

    Raises ``CannotRewriteError`` where something else stands there in the file.
    """
    start = heading.content.start + at
    if not page.document.text.startswith(old, start):
        raise _in_markup(heading)
    edit = Edit(page.path, start, start + len(old), new)
    return NewHeading(edit, heading.text[:at] + new + heading.text[at + len(old) :])


def new_anchors(page: Page, headings: Mapping[Heading, NewHeading]) -> dict[str, str]:
    """The anchors that change, and what they become: equal headings are numbered anew.

    Raises ``CannotRewriteError``.
    """
    before, after = AnchorNames(), AnchorNames()
    changed: dict[str, str] = {}
    for heading in page.document.headings:
        if not heading.anchor:
            continue
        edges = _edges(heading, before)
        new_text = headings[heading].text if heading in headings else heading.text
        if edges is None:
            # Markup in it says more than its text: the anchor is as it was, if the text is.
            if new_text != heading.text:
                line = page.document.line(heading.span.start)
                raise CannotRewriteError(
                    f"{page.path}:{line} the heading “{heading.text}” has the anchor "
                    f"`#{heading.anchor}`, which does not follow from its words: take the markup "
                    "out of it, or change it by hand."
                )
            before.take_slug(heading.anchor)
            after.take_slug(heading.anchor)
            continue
        old = before.take_slug(edges[0] + slug(heading.text) + edges[1])
        new = after.take_slug(edges[0] + slug(new_text) + edges[1])
        if old != new:
            changed[old] = new
    kept = {anchor.name for anchor in page.document.anchors} - {
        heading.anchor for heading in page.document.headings
    }
    return {old: new for old, new in changed.items() if old not in kept}


def _edges(heading: Heading, before: AnchorNames) -> tuple[str, str] | None:
    """The dashes around the words of an anchor, which pictures at the ends of a heading leave.

    ``None`` where the anchor does not follow from the words.
    """
    words = slug(heading.text)
    for edges in (("", ""), ("", "-"), ("-", ""), ("-", "-")):
        if before.next(edges[0] + words + edges[1]) == heading.anchor:
            return edges
    return None


def _link_edits(curriculum: Curriculum, path: str, anchors: Mapping[str, str]) -> Iterator[Edit]:
    for source, targets in curriculum.targets.items():
        for target in targets:
            if target.page == path and target.outcome in _LED_TO and target.fragment:
                yield from _link_edit(source, target, anchors)


def _link_edit(source: str, target: Target, anchors: Mapping[str, str]) -> Iterator[Edit]:
    actual = target.actual if target.outcome is Outcome.ANCHOR_CASE else target.fragment
    new = anchors.get((actual or "").removeprefix(_USER_CONTENT))
    if new is None:
        return
    span, written = target.link.target, target.link.destination
    if span is None or span.end - span.start != len(written) or "#" not in written:
        raise CannotRewriteError(
            f"The link “{target.link.text}” in {source} has its destination in markup that cannot "
            "be rewritten: write it as `[text](path)`."
        )
    start = span.start + written.index("#") + 1
    yield Edit(source, start, span.end, new)
