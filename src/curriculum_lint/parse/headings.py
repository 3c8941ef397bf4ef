"""The headings of a file, Markdown's and HTML's, and the anchors that GitHub gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..text.source import Span
from .anchors import AnchorNames
from .document import Anchor, Heading
from .html_facts import HtmlHeading


class MarkdownHeading(NamedTuple):
    """A Markdown heading before it has an anchor, which is made of ``name``: see `Heading`."""

    level: int
    text: str
    name: str
    span: Span
    content: Span
    nested: bool


def named_headings(
    markdown: Iterable[MarkdownHeading],
    html: Iterable[HtmlHeading],
    order: Callable[[int], int | None],
) -> list[Heading]:
    """All headings that are shown, with the anchors that they get in the order of the page.

    ``order`` says of an offset in which footnote it is.
    """
    raw = [(heading, False) for heading in markdown]
    raw += [(_as_markdown(heading), True) for heading in html]
    placed = [
        (place, h, is_html) for h, is_html in raw if (place := order(h.span.start)) is not None
    ]
    placed.sort(key=lambda each: (each[0], each[1].span))
    names = AnchorNames()
    named = [
        Heading(
            h.level,
            h.text.strip(),
            names.take(h.name) if h.name else "",
            h.span,
            h.content,
            h.nested,
            is_html,
        )
        for _, h, is_html in placed
    ]
    return sorted(named, key=lambda heading: heading.span)


def _as_markdown(heading: HtmlHeading) -> MarkdownHeading:
    level, text, span, content = heading.level, heading.text, heading.span, heading.content
    return MarkdownHeading(level, text, text, span, content, False)


def heading_anchors(headings: Iterable[Heading]) -> list[Anchor]:
    """The anchors of headings, then other spellings of some of them.

    Whether GitHub keeps the dashes that an indentation of HTML makes has changed over time, and a
    row of a table that is underlined was not meant as a heading: anchors without the dashes at
    their ends are accepted as well.
    """
    named = [h for h in headings if h.anchor]
    return [Anchor(h.anchor, h.content) for h in named] + [
        Anchor(h.anchor.strip("-"), h.content)
        for h in named
        if (h.html or h.text.startswith("|")) and h.anchor.strip("-") not in ("", h.anchor)
    ]
