"""Lists in YAML and JSON: the navigation of a site, with what may change places in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

#: A line of YAML with the marks of items in front of it.
_LINE = re.compile(r"(?P<blanks>[ \t]*)(?P<mark>-[ \t]+)?(?P<rest>[^\r\n]*)(?:\r\n|\r|\n|\Z)")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_SCRIPT = re.compile(r"\.[cm]?[jt]s\Z")
#: Strings and comments, in which brackets and commas mean nothing.
_APART_IN_SCRIPTS = re.compile(
    r"//[^\r\n]*|/\*.*?\*/|\"(?:[^\"\\\r\n]|\\.)*\"|'(?:[^'\\\r\n]|\\.)*'|`(?:[^`\\]|\\.)*`",
    re.DOTALL,
)
_APART_IN_YAML = re.compile(
    r"(?:(?<=\s)|(?<![^\r\n]))#[^\r\n]*|\"(?:[^\"\\\r\n]|\\.)*\"|(?<!\w)'(?:[^'\r\n]|'')*'"
)
_COMMENTS = ("#", "//", "/*")


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
    """The outermost lists of a file of YAML, JSON or JavaScript; others are ``inner``."""
    if path.endswith(".toml"):
        return _Arrays(text, _APART_IN_YAML).read()
    if path.endswith(".json"):
        return _Arrays(text, _STRING).read()
    if _SCRIPT.search(path):
        return _Arrays(text, _APART_IN_SCRIPTS).read()
    found = _blocks(text)
    for flow in _Arrays(text, _APART_IN_YAML).read():
        around = _lists_around(found, flow)
        around.append(flow)
        around.sort(key=lambda each: each.items[0].mark)
    return found


def _lists_around(found: list[MenuList], flow: MenuList) -> list[MenuList]:
    """The lists beside which one in brackets stands: those in the innermost item around it."""
    for each in found:
        for item in each.items:
            if item.start <= flow.items[0].mark < item.end:
                return _lists_around(item.inner, flow)
    return found


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
            each.items[-1].end = match.start("rest") + _length(match["rest"])
    return top


def _length(line: str) -> int:
    """How much of a line stands before a comment."""
    comments = (m.start() for m in _APART_IN_YAML.finditer(line) if m[0].startswith("#"))
    return len(line[: next(comments, None)].rstrip())


class _Arrays:
    """Reads what stands in brackets; what is no list gives whatever it looks like.

    ``apart`` are strings and comments.
    """

    def __init__(self, text: str, apart: re.Pattern[str]) -> None:
        self._text, self._apart = text, apart
        self._top: list[MenuList] = []
        #: What is open: an array, or ``None`` for an object.
        self._opened: list[MenuList | None] = []

    def read(self) -> list[MenuList]:
        at = 0
        while at < len(self._text):
            string = self._apart.match(self._text, at)
            end = string.end() if string else at + 1
            is_blank = self._text[at].isspace() or (string and string[0].startswith(_COMMENTS))
            if not is_blank:
                self._see(at, end)
            at = end
        return list(_with_items(self._top))

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


def _with_items(found: list[MenuList]) -> Iterator[MenuList]:
    """The lists that are not empty, with those in their items."""
    for each in found:
        for item in each.items:
            item.inner = list(_with_items(item.inner))
        if each.items:
            yield each
