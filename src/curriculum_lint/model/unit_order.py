"""The files that a list names, in its order: a readme, a book's summary, a site's navigation."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from ..text.hosted import hosted_path
from ..text.late_pattern import late_pattern
from ..text.percent import decode_percent
from ..text.source import Span
from ..workspace.tree import MARKDOWN_SUFFIXES, EntryKind, Tree

#: Where a link leads: in brackets, in a definition, in HTML.
_LINK = late_pattern(
    r"\]\(\s*(?:<([^<>\n]+)>|([^()\s<>]+(?:\([^()\s]*\)[^()\s<>]*)?))|"
    r"""^[ ]{0,3}\[[^\]\n]+\]:\s*<?([^\s<>]+)|\bhref\s*=\s*["']([^"'\n]+)""",
    re.MULTILINE,
)
#: The links of one item of a list, and how far it is indented.
_ITEM = late_pattern(r"^([ \t]*)(?:[-*+]|\d{1,9}[.)])?[ \t]*(.*)$", re.MULTILINE)
#: A value in YAML, TOML or JSON that can be a path: quoted, or what a line ends with.
_VALUE = late_pattern(
    r"""["']([^"'\n]{1,200})["']|(?<=[\[,])[ \t]*([^\s"',:\[\]{}]{1,200})(?=[ \t]*[,\]])|"""
    r"""(?:^[ \t]*-[ \t]+|:[ \t]+)([^\s"'#{}\[\]](?:(?!: )[^\n#]){0,200}?)[ \t]*(?:[ \t]#.*)?$""",
    re.MULTILINE,
)
_LONGEST = 300
_COMMENT = late_pattern(r"^[ \t]*(?:#|//).*$", re.MULTILINE)
#: A key of a menu that names pages by its keys.
_KEY = late_pattern(r"""(?:^|[{,])[ \t]*["']?([\w./-]{1,200})["']?[ \t]*:""", re.MULTILINE)
_MENU = "_meta."
#: The menu of a site by docsify: its routes begin at its own folder, ``/loops`` or ``#/loops``.
_SIDEBAR = "_sidebar.md"
_SUFFIXES = ("", ".md", ".mdx", ".markdown", "/index.md", "/README.md")
#: Folders that a site's navigation counts from.
_SOURCES = (
    *("", "docs", "src", "content", "episodes", "_episodes", "book", "src/content/docs"),
    *("content/docs", "pages", "modules", "lessons"),
)


#: So many values must be names of what is beside each other, and so many of those be named.
_FEWEST_NAMES = 3
_MOST_NAMES = 0.6


class ListedPaths:
    """Reads lists of files of one tree."""

    def __init__(self, tree: Tree) -> None:
        self._entries = tree.entries

    def of(self, path: str, text: str) -> dict[str, int]:
        """The files and folders that the list at ``path`` names, with their places in it.

        A menu may name them by their titles: ``BABY STEPS`` is the folder ``baby_steps``.
        """
        folder = posixpath.dirname(path)
        if path.lower().endswith(MARKDOWN_SUFFIXES):
            links = _links(text)
            if posixpath.basename(path).casefold() == _SIDEBAR:
                links = (each.removeprefix("#").lstrip("/") for each in links)
            return self._found(links, [folder])
        values = [text[slice(*span)] for span in _values(path, text)]
        found = self._found(values, _places_from(folder))
        return max(found, self._titled(values, folder), key=len)

    def mentions(self, path: str, text: str) -> Iterator[tuple[str, Span]]:
        """What the list in YAML, TOML, JSON or a script at ``path`` names, with each place."""
        folder = posixpath.dirname(path)
        spans = list(_values(path, text))
        values = [text[slice(*span)] for span in spans]
        around = _places_from(folder)
        by_path = [self._target(value, around) for value in values]
        titled = self._titled(values, folder)
        if len(titled) > len({*by_path} - {None}):
            names = {letters_of(posixpath.basename(each)): each for each in titled}
            by_path = [names.get(letters_of(value)) for value in values]
        for target, span in zip(by_path, spans, strict=True):
            if target is not None:
                yield target, span

    def outermost(self, path: str, text: str) -> dict[str, int]:
        """What the outermost entries of a list in Markdown name: the chapters of a book."""
        items = [(len(match[1].expandtabs(4)), match[2]) for match in _ITEM.finditer(text)]
        linked = [(indent, each) for indent, rest in items for each in _links(rest)]
        least = min((indent for indent, _ in linked), default=0)
        outer = (each for indent, each in linked if indent == least)
        return self._found(outer, [posixpath.dirname(path)])

    def _found(self, written: Iterator[str] | Sequence[str], around: list[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for destination in written:
            target = self._target(destination, around)
            if target is not None:
                found.setdefault(target, len(found))
        return found

    def _titled(self, values: Sequence[str], folder: str) -> dict[str, int]:
        """The entries beside each other that ``values`` name as titles do."""
        wanted = {letters_of(value): at for at, value in reversed(list(enumerate(values)))}
        inside = f"{folder}/" if folder else ""
        lists: list[dict[str, str]] = []
        for around, names in self._names.items():
            found = {name: path for name, path in names.items() if name in wanted}
            is_list = len(found) >= max(_FEWEST_NAMES, _MOST_NAMES * len(names))
            if is_list and f"{around}/".startswith(inside):
                lists.append(found)
        # Solutions in folders of the same names are not meant.
        taken: dict[str, str] = {}
        for found in sorted(lists, key=len, reverse=True):
            if 2 * len(found.keys() & taken.keys()) <= len(found):
                taken = found | taken
        ordered = sorted(taken, key=wanted.__getitem__)
        return {taken[name]: at for at, name in enumerate(ordered)}

    @cached_property
    def _names(self) -> Mapping[str, Mapping[str, str]]:
        """The folders in each folder, by the letters and digits of their names."""
        found: dict[str, dict[str, str]] = {}
        for path, entry in self._entries.items():
            is_folder = entry.kind is EntryKind.FOLDER and path != "."
            if is_folder and (name := letters_of(entry.name)):
                found.setdefault(posixpath.dirname(path), {})[name] = path
        return found

    def _target(self, destination: str, around: list[str]) -> str | None:
        name = decode_percent(re.split("[#?]", destination, maxsplit=1)[0]).strip()
        hosted = hosted_path(destination)
        if hosted:
            # A file of this repository, by its address: one that is not here is in another one.
            name = f"/{hosted}"
        if not name or len(name) > _LONGEST:
            return None
        # Only the menu of a site has several places to begin at, and routes from any of them.
        places = [""] if name.startswith("/") and len(around) == 1 else around
        name = name.removesuffix(".html") if len(around) > 1 else name
        for place in places:
            path = posixpath.normpath(posixpath.join(place, name.strip("/")))
            for suffix in _SUFFIXES:
                if path + suffix in self._entries and path != ".":
                    return path + suffix
        return None


def _links(text: str) -> Iterator[str]:
    for match in _LINK.finditer(text):
        yield match[1] or match[2] or match[3] or match[4]


def _places_from(folder: str) -> list[str]:
    """Where paths may begin that a file of data in ``folder`` names."""
    return [*(posixpath.join(folder, each) for each in _SOURCES), *_SOURCES]


def _values(path: str, text: str) -> Iterator[Span]:
    """Where the file at ``path`` has values that can be paths."""
    pattern = _KEY if posixpath.basename(path).startswith(_MENU) else _VALUE
    text = _COMMENT.sub(lambda match: " " * len(match[0]), text)
    for match in pattern.finditer(text):
        at = next(at for at, value in enumerate(match.groups(), 1) if value)
        yield Span(match.start(at), match.start(at) + len(match[at].rstrip()))


def letters_of(title: str) -> str:
    """The letters and digits of a title or a name, as they are compared."""
    return "".join(filter(str.isalnum, title.casefold()))
