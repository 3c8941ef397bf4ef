"""What a page shows, as facts that can be compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Lines(NamedTuple):
    """The lines of the source, from 1 on, between which something stands."""

    first: int
    last: int


class PageLink(NamedTuple):
    """A link or an image that Markdown makes: where it leads, and what is seen or heard of it."""

    destination: str
    text: str
    lines: Lines


class PageHeading(NamedTuple):
    """A heading, with the anchor that GitHub gives it."""

    level: int
    text: str
    anchor: str


class PageCode(NamedTuple):
    """A block of code: its language, its lines without blanks, and its first line."""

    language: str
    content: str
    first: int


class PageItem(NamedTuple):
    """An item of a list."""

    first: int
    is_task: bool


@dataclass
class Page:
    """The facts of one page."""

    links: list[PageLink] = field(default_factory=list)
    images: list[PageLink] = field(default_factory=list)
    #: The addresses in raw HTML.
    addresses: list[str] = field(default_factory=list)
    headings: list[PageHeading] = field(default_factory=list)
    #: The lines of Markdown's headings.
    heading_lines: list[Lines] = field(default_factory=list)
    #: The places that raw HTML names.
    anchors: list[str] = field(default_factory=list)
    code_spans: list[str] = field(default_factory=list)
    code: list[PageCode] = field(default_factory=list)
    #: The last lines of tables.
    tables: list[int] = field(default_factory=list)
    items: list[PageItem] = field(default_factory=list)
    #: The footnotes that are shown, in their order.
    footnotes: list[str] = field(default_factory=list)
    #: Where each label leads that is defined.
    definitions: dict[str, str | None] = field(default_factory=dict)
    #: All text outside code, or the pieces of it that show brackets.
    text: str = ""
    #: Whether raw HTML that is left open has taken Markdown for its own.
    is_swallowed: bool = False
    #: Whether a heading's tag stands in a heading.
    nests_headings: bool = False
