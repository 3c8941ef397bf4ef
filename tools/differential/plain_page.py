"""The facts that Markdown alone makes: a rendered page without raw HTML → `Page`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from .html_tokens import Tag, Text, tokens_of
from .page import Lines, Page, PageCode, PageItem, PageLink

_BLANKS = re.compile(r"\s+")
#: What containers may have put between the characters of code.
_NOT_CODE = re.compile(r"[\s>\\]+")
_EMPTY = frozenset({"br", "hr", "img", "input"})
#: The grammar tells the lines of these wrong where a paragraph stands right above the table.
_CELLS = frozenset({"tr", "th", "td"})
_PLACE = re.compile(r"(\d+):\d+-(\d+):\d+")


def squeezed(text: str) -> str:
    """``text`` in one line."""
    return _BLANKS.sub(" ", text).strip()


def squashed_code(text: str) -> str:
    """Code without what containers may have put into it."""
    return _NOT_CODE.sub("", text)


@dataclass
class _Element:
    tag: Tag
    lines: Lines | None
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.parts)


class PlainPage:
    """Reads HTML whose tags are balanced; the result is ``page``."""

    def __init__(self, html: str) -> None:
        self.page = Page()
        self._open: list[_Element] = []
        self._shown: list[str] = []
        self._endings: dict[str, Callable[[_Element], None]] = {
            "a": self._end_link,
            "code": self._end_code,
            "table": self._end_table,
        }
        for token in tokens_of(html):
            if isinstance(token, Text):
                self._add_text(token.data)
            elif token.closing:
                self._end()
            else:
                self._begin(token)
        self.page.text = squeezed("".join(self._shown))

    def _add_text(self, text: str) -> None:
        if not any(each.tag.name == "code" for each in self._open):
            self._shown.append(text)
        # The number of a footnote is no part of a link's text.
        if not any("footnote-ref" in each.tag.attributes.get("class", "") for each in self._open):
            for each in self._open:
                each.parts.append(text)

    def _begin(self, tag: Tag) -> None:
        element = _Element(tag, None if tag.name in _CELLS else _place(tag))
        if tag.name in _EMPTY:
            self._read_empty(element)
            return
        self._open.append(element)
        if tag.name == "li":
            self._begin_item(element)
        elif re.fullmatch("h[1-6]", tag.name):
            self.page.heading_lines.append(self._lines(element))

    def _begin_item(self, item: _Element) -> None:
        if item.lines:
            self.page.items.append(PageItem(item.lines.first, is_task=False))
        else:
            self.page.footnotes.append(item.tag.attributes["id"].removeprefix("fn-"))

    def _read_empty(self, element: _Element) -> None:
        if element.tag.name == "img":
            self._read_image(element)
        elif element.tag.name == "input":
            self.page.items[-1] = self.page.items[-1]._replace(is_task=True)
        else:
            self._add_text("\n")

    def _read_image(self, element: _Element) -> None:
        attributes = element.tag.attributes
        text = attributes.get("alt", "")
        link = PageLink(attributes["src"], squeezed(text), self._lines(element))
        self.page.images.append(link)
        for each in self._open:
            if each.tag.name == "a":
                each.parts.append(text)

    def _end(self) -> None:
        element = self._open.pop()
        if ending := self._endings.get(element.tag.name):
            ending(element)

    def _end_link(self, element: _Element) -> None:
        attributes = element.tag.attributes
        if not attributes.keys() & {"data-footnote-ref", "data-footnote-backref"}:
            text = squeezed(element.text)
            self.page.links.append(PageLink(attributes["href"], text, self._lines(element)))

    def _end_code(self, element: _Element) -> None:
        block = self._open[-1] if self._open and self._open[-1].tag.name == "pre" else None
        content = squashed_code(element.text)
        if block is None:
            self.page.code_spans.append(content)
        else:
            language = block.tag.attributes.get("lang", "")
            self.page.code.append(PageCode(language, content, self._lines(block).first))

    def _end_table(self, element: _Element) -> None:
        self.page.tables.append(self._lines(element).last)

    def _lines(self, element: _Element) -> Lines:
        """The lines of the element, or of the innermost around it that says them."""
        around = (each.lines for each in reversed(self._open) if each.lines)
        return element.lines or next(around, Lines(1, 1_000_000))


def _place(tag: Tag) -> Lines | None:
    place = _PLACE.fullmatch(tag.attributes.get("data-sourcepos", ""))
    return Lines(int(place[1]), int(place[2])) if place and place[1] != "0" else None
