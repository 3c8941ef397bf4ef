"""Reads a page as a browser does, as far as the tests need it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

VOID = frozenset({"meta", "link", "input", "img", "br", "hr"})


@dataclass
class Element:
    """An element with its attributes and the text directly in it."""

    name: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class ReadPage(HTMLParser):
    """Every element of a page, in order; ``unclosed`` are those that are not closed properly."""

    page: str
    elements: list[Element] = field(default_factory=list)
    unclosed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []
        self.feed(self.page)
        self.close()
        self.unclosed += [each.name for each in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        assert len(element.attributes) == len(attrs), (tag, attrs)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1].name == tag:
            self._open.pop()
        else:
            self.unclosed.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1].text += data

    def all(self, name: str) -> list[Element]:
        """The elements of one name."""
        return [each for each in self.elements if each.name == name]

    def values(self, attribute: str) -> list[str]:
        """Every value of an attribute."""
        return [e.attributes[attribute] for e in self.elements if attribute in e.attributes]

    def texts(self) -> set[str]:
        """The texts of elements, with single blanks."""
        return {" ".join(each.text.split()) for each in self.elements}

    @property
    def data(self) -> dict[str, Any]:
        """What the script of the page knows."""
        [element] = [e for e in self.all("script") if e.attributes.get("id") == "page.data"]
        return json.loads(element.text)
