"""The headings of a file, Markdown's and HTML's, and the anchors that GitHub gives them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..text.source import Span
from .anchors import AnchorNames
from .document import Anchor, Heading
from .html_facts import HtmlHeading


class MarkdownHeading(NamedTuple):
    """A Markdown heading before it has an anchor: see `Heading`."""

    level: int
    text: str
    span: Span
    content: Span
    nested: bool


def named_headings(
    markdown: Iterable[MarkdownHeading], html: Iterable[HtmlHeading]
) -> list[Heading]:
    """All headings in order, with their anchors."""
    names = AnchorNames()
    raw = [(*heading, False) for heading in markdown]
    raw += [(*heading, False, True) for heading in html]
    return [
        Heading(
            level, text.strip(), names.take(text) if text else "", span, content, nested, is_html
        )
        for level, text, span, content, nested, is_html in sorted(raw, key=lambda each: each[2])
    ]


def heading_anchors(headings: Iterable[Heading]) -> list[Anchor]:
    """The anchors of headings, then other spellings of those of indented HTML headings.

    Whether GitHub keeps the dashes that an indentation makes has changed over time, so an anchor
    without them is accepted as well.
    """
    named = [h for h in headings if h.anchor]
    return [Anchor(h.anchor, h.content) for h in named] + [
        Anchor(h.anchor.strip("-"), h.content)
        for h in named
        if h.html and h.anchor.strip("-") not in ("", h.anchor)
    ]
