"""Lists in YAML and JSON: the navigation of a site, with what may change places in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

#: A line of YAML with the marks of items in front of it.
_LINE = re.compile(r"(?P<blanks>[ \t]*)(?P<mark>-[ \t]+)?(?P<rest>[^\r\n]*)(?:\r\n|\r|\n|\Z)")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_FLOW = re.compile(r"\[[^\[\]{}\r\n]*\]")
_FLOW_ITEM = re.compile(r"[^,\[\]]+")


@dataclass(slots=True)
class MenuItem:
    """An item from ``start`` to ``end``, behind its mark, which begins at ``mark`` in its line."""

    mark: int
    start: int
    end: int
    inner: list[MenuList] = field(default_factory=list)


@dataclass(slots=True)
class MenuList:
    """MenuList of one list, in order; ``indent`` is that of their marks."""

    indent: int
    items: list[MenuItem] = field(default_factory=list)


def read_items(path: str, text: str) -> list[MenuList]:
    """The outermost lists of a file of YAML or JSON; those in their items are ``inner``."""
    if path.endswith(".json"):
        return _Arrays(text).read()
    found = _blocks(text)
    return found or list(_flows(text))


def every_list(found: list[MenuList]) -> Iterator[MenuList]:
    """All lists, outer ones first."""
    for each in found:
        yield each
        for item in each.items:
            yield from every_list(item.inner)


def _blocks(text: str) -> list[MenuList]:
    """Lists with an item on a line."""
    top: list[MenuList] = []
    opened: list[MenuList] = []
    for match in _LINE.finditer(text):
        if (not match["rest"].strip() and not match["mark"]) or match["rest"].startswith("#"):
            continue
        indent, is_item = len(match["blanks"]), match["mark"] is not None
        while opened and (
            opened[-1].indent > indent or (opened[-1].indent == indent and not is_item)
        ):
            opened.pop()
        if is_item:
            if not opened or opened[-1].indent < indent:
                new = MenuList(indent)
                (opened[-1].items[-1].inner if opened else top).append(new)
                opened.append(new)
            opened[-1].items.append(MenuItem(match.start(), match.start("rest"), match.end("rest")))
        for each in opened:
            each.items[-1].end = match.start("rest") + len(match["rest"].rstrip())
    return top


def _flows(text: str) -> Iterator[MenuList]:
    """Lists in brackets on one line."""
    for match in _FLOW.finditer(text):
        found = MenuList(0)
        for part in _FLOW_ITEM.finditer(text, match.start() + 1, match.end() - 1):
            start = part.end() - len(part[0].lstrip())
            found.items.append(MenuItem(start, start, start + len(part[0].strip())))
        yield found


class _Arrays:
    """Reads the arrays of JSON; what is no JSON gives whatever it looks like."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._top: list[MenuList] = []
        #: What is open: an array, or ``None`` for an object.
        self._opened: list[MenuList | None] = []

    def read(self) -> list[MenuList]:
        at = 0
        while at < len(self._text):
            string = _STRING.match(self._text, at)
            end = string.end() if string else at + 1
            if not self._text[at].isspace():
                self._see(at, end)
            at = end
        return self._top

    def _see(self, at: int, end: int) -> None:
        char = self._text[at]
        if char in "]}" and self._opened:
            self._opened.pop()
        if char not in ",:":
            self._extend(at, end, begins=char not in "]}")
        if char in "[{":
            self._open(char)

    def _extend(self, at: int, end: int, *, begins: bool) -> None:
        """What stands there belongs to an item of each array that is open."""
        for each in filter(None, self._opened):
            is_innermost = each is self._opened[-1]
            if begins and is_innermost and self._is_behind_comma(each, at):
                each.items.append(MenuItem(at, at, end))
            if each.items:
                each.items[-1].end = end

    def _is_behind_comma(self, each: MenuList, at: int) -> bool:
        return not each.items or "," in self._text[each.items[-1].end : at]

    def _open(self, char: str) -> None:
        if char == "{":
            self._opened.append(None)
            return
        new, around = MenuList(0), next((e for e in reversed(self._opened) if e), None)
        (around.items[-1].inner if around and around.items else self._top).append(new)
        self._opened.append(new)
