"""What raw HTML adds to a document: links, anchors, headings and suppressions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from ..text.source import Span
from .attributes import addresses_in, decode_attribute
from .document import Anchor, Link, Suppression
from .html import Attribute, Comment, Tag, is_raw, raw_end, scan
from .suppressions import read_suppression

Locate = Callable[[int, int], Span]

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class HtmlHeading(NamedTuple):
    """``<h2>text</h2>``; ``content`` is what stands between its tags, ``text`` without them.

    As in GitHub's anchors, a line break adds nothing to ``text`` but indentation does.
    """

    level: int
    text: str
    span: Span
    content: Span


@dataclass(slots=True)
class _OpenHeading:
    name: str
    span: Span
    parts: list[str] = field(default_factory=list)


class HtmlFacts:
    """Collects facts from the pieces of HTML of one file, in order.

    A heading's tags may stand in different pieces, with Markdown between them.
    """

    def __init__(self) -> None:
        self.links: list[Link] = []
        self.anchors: list[Anchor] = []
        self.headings: list[HtmlHeading] = []
        self.suppressions: list[Suppression] = []
        self._heading: _OpenHeading | None = None
        #: The element that has begun and whose content is no markup.
        self._raw = ""

    @property
    def in_heading(self) -> bool:
        """Whether a heading has begun and not ended."""
        return self._heading is not None

    def end(self) -> None:
        """Forget what has begun and not ended."""
        self._heading, self._raw = None, ""

    def read(self, html: str, locate: Locate) -> None:
        """Read one piece; ``locate`` turns its offsets into spans of the file."""
        at = self._behind_raw(html)
        for found in scan(html, at):
            self.add_text(_unescaped(html[at : found.start]))
            at = found.end
            if isinstance(found, Comment):
                suppression = read_suppression(found, locate)
                self.suppressions.extend([suppression] if suppression else [])
            else:
                self._read_tag(found, html, locate)
                self._raw = found.name if is_raw(found) else ""
        self.add_text(_unescaped(html[at:]))

    def _behind_raw(self, html: str) -> int:
        """Where a script or the like ends that an earlier piece has begun."""
        if not self._raw:
            return 0
        end = raw_end(self._raw, html, 0)
        if end < len(html):
            self._raw = ""
        return end

    def add_text(self, text: str) -> None:
        """Text between tags: part of the open heading, if there is one."""
        if self._heading is not None and text:
            self._heading.parts.append(text)

    def _read_tag(self, tag: Tag, html: str, locate: Locate) -> None:
        if tag.name in _HEADINGS:
            self._read_heading(tag, locate(tag.start, tag.end))
        if tag.closing:
            return
        text = next((a.value for a in tag.attributes if a.name in ("alt", "title")), "")
        for attribute in tag.attributes:
            written = html[attribute.start : attribute.end]
            for kind, start, end in addresses_in(tag.name, attribute.name, written):
                destination = decode_attribute(written[start:end]).strip()
                span = locate(attribute.start + start, attribute.start + end)
                whole = locate(tag.start, tag.end)
                self.links.append(Link(kind, destination, whole, span, text))
            self._read_anchor(tag, attribute, locate)

    def _read_anchor(self, tag: Tag, attribute: Attribute, locate: Locate) -> None:
        name, value, start, end = attribute
        # GitHub replaces an id written on a heading by the heading's own anchor.
        if value and tag.name not in _HEADINGS and (name == "id" or _is_named(tag, name)):
            self.anchors.append(Anchor(value, locate(start, end)))

    def _read_heading(self, tag: Tag, span: Span) -> None:
        if not tag.closing:
            self._heading = _OpenHeading(tag.name, span)
        elif self._heading is not None and self._heading.name == tag.name:
            opened, self._heading = self._heading, None
            self.headings.append(
                HtmlHeading(
                    int(tag.name[1]),
                    "".join(opened.parts).replace("\n", ""),
                    Span(opened.span.start, span.end),
                    Span(opened.span.end, span.start),
                )
            )


def _is_named(tag: Tag, attribute: str) -> bool:
    return attribute == "name" and tag.name == "a"


def _unescaped(html: str) -> str:
    if "&" not in html:
        return html
    from html import unescape

    return unescape(html)
