"""Looks in any text for words that name paths: a link, a pattern, an entry of a navigation."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple
from urllib.parse import quote, unquote

from ...edits.moves import is_within
from ...git.prefix import repository_prefix
from ...text.source import Span
from ...workspace.beyond import leaves_root
from ...workspace.lookup import Status
from ...workspace.repository_texts import RepositoryText
from ...workspace.tree import MARKDOWN_SUFFIXES, Tree

#: What a path is written in may begin and end with these.
_NO_PATH = r"\s\"'`<>()\[\]{}|;,=*?!#\\:"
_BEFORE = re.compile(rf"[^{_NO_PATH}]*\Z")
_AFTER = re.compile(rf"[^{_NO_PATH}]*")
#: The address of a file on a host of repositories, up to its path: `…/blob/main/`.
_HOSTED = re.compile(
    r".*?(?P<name>[^/]+/[^/]+)/(?:-/)?(?:blob|tree|raw|edit|blame)/[^/]+/"
    r"|.*//raw\.githubusercontent\.com/(?P<raw>[^/]+/[^/]+)/(?:refs/heads/)?[^/]+/"
)
_NUMBER = re.compile(r"[\d.,_-]+")
_SUFFIX = re.compile(r"\.\w")
_LONGEST_WORD = 1_000


class PathMention(NamedTuple):
    """A word that names ``path`` or something in it; ``name`` is where its last part stands.

    ``word`` is the whole of it, and ``leads_to`` what exists at the other end, if that is certain.
    """

    path: str
    name: Span
    word: Span
    leads_to: str | None


class PathSearch:
    """Searches texts for ``paths`` of ``tree``, all of them relative to the root.

    Where the repositories on GitHub that it is a copy of are known, they are ``own``: what an
    address shows in another one has only the same name.
    """

    def __init__(self, tree: Tree, paths: Iterable[str], own: frozenset[str] = frozenset()) -> None:
        self._tree, self._own = tree, own
        self._by_name: dict[str, list[str]] = {}
        self._only: dict[str, bool] = {}
        for path in paths:
            for name in _names(path):
                self._by_name.setdefault(name, []).append(path)

    def find(self, file: RepositoryText) -> Iterator[PathMention]:
        """What the text names, in order."""
        if not any(name in file.text for name in self._by_name):
            return
        for match in self._pattern.finditer(file.text):
            word = _word_around(file.text, *match.span())
            found = (
                self._named(file, path, Span(*match.span()), word)
                for path in self._by_name[match[0]]
            )
            yield from islice(filter(None, found), 1)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = sorted(self._by_name, key=len, reverse=True)
        return re.compile(rf"(?<![\w.%-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")

    def _named(self, file: RepositoryText, path: str, name: Span, word: Span) -> PathMention | None:
        """What a word says of ``path``, if it means that."""
        is_page = path.lower().endswith(MARKDOWN_SUFFIXES)
        if not is_page and _SUFFIX.match(file.text, name.end):
            return None
        before = unquote(file.text[word.start : name.start], errors="surrogateescape")
        if not self._is_meant(path, file.path, before, _is_telling(file.text[slice(*name)])):
            return None
        written = unquote(file.text[slice(*word)], errors="surrogateescape")
        return PathMention(path, name, word, self._destination(path, file.path, before, written))

    def _is_meant(self, path: str, source: str, before: str, is_telling: bool) -> bool:
        """Whether a word with ``before`` in front of the name means ``path``, not a namesake."""
        folder, _, name = path.rpartition("/")
        hosted = _HOSTED.match(before)
        if hosted is not None:
            seen = self._full(folder)
            repository = (hosted["name"] or hosted["raw"]).lower()
            if self._own and repository not in self._own:
                return False
            return before[hosted.end() :].strip("/") == ("" if seen == "." else seen)
        near = self._nearest(source, before + name)
        if near is not None:
            # A number alone is one of many things.
            return near == path and ("/" in before or not _NUMBER.fullmatch(name))
        parts = [part for part in before.split("/") if part not in {"", "."}]
        if not parts or ".." in parts:
            return is_telling and self._is_only_one(name)
        around = self._full(folder).split("/") if self._full(folder) != "." else []
        length = min(len(parts), len(around))
        if length > 0 and parts[-length:] == around[-length:]:
            return True
        # Pages of a unit tell learners what to call their own folders: `homework/week5`.
        return is_telling and is_within(source, path)

    def _destination(self, path: str, source: str, before: str, written: str) -> str | None:
        """The file or folder that the whole word leads to, from the one folder that it may."""
        names = (written.rstrip("/"), *(written + suffix for suffix in MARKDOWN_SUFFIXES))
        for name in names:
            near = self._nearest(source, name)
            if near is not None:
                return near
        parts = [part for part in before.split("/") if part not in {"", "."}]
        folder = path.split("/")[:-1]
        start = "/".join(folder[: len(folder) - len(parts)])
        if not parts or folder[len(folder) - len(parts) :] != parts:
            return None
        found = (posixpath.normpath(posixpath.join(start, name.lstrip("/"))) for name in names)
        there = next((each for each in found if self._is_there(each)), None)
        return there if there and self._is_only_one(there[len(start) :].strip("/")) else None

    def _nearest(self, source: str, written: str) -> str | None:
        """What exists at ``written``, seen from the file's folder or one around it."""
        folder = posixpath.dirname(self._full(source))
        while True:
            seen = posixpath.normpath(posixpath.join(folder, written.lstrip("/")))
            path = posixpath.relpath(f"/{seen}", f"/{self._prefix}")
            if not leaves_root(seen) and self._is_there(path):
                return path
            if not folder or written.startswith(".."):
                return None
            folder = posixpath.dirname(folder)

    def _is_there(self, path: str) -> bool:
        return self._tree.lookup(path).status is Status.FOUND

    def _is_only_one(self, path: str) -> bool:
        """Whether no more than one path of the curriculum ends like this."""
        if path not in self._only:
            ends = f"/{path}"
            self._only[path] = sum(f"/{e}".endswith(ends) for e in self._tree.entries) <= 1
        return self._only[path]

    def _full(self, path: str) -> str:
        """``path`` from the top of the repository."""
        return posixpath.normpath(posixpath.join(self._prefix, path))

    @cached_property
    def _prefix(self) -> str:
        return repository_prefix(self._tree.root) or ""


def _word_around(text: str, start: int, end: int) -> Span:
    """The word that the name from ``start`` to ``end`` is part of."""
    lead = _BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    rest = _AFTER.match(text, end, end + _LONGEST_WORD)
    return Span(lead.start() if lead else start, rest.end() if rest else end)


def _names(path: str) -> set[str]:
    """What the last part of ``path`` may be called: encoded, or without its suffix."""
    name = path.rpartition("/")[2]
    stem, suffix = posixpath.splitext(name)
    plain = {name, stem} if suffix.lower() in MARKDOWN_SUFFIXES else {name}
    return plain | {quote(each, errors="surrogateescape") for each in plain}


def _is_telling(name: str) -> bool:
    """Whether a name by itself, such as ``3_servers``, is surely that of a unit."""
    return any(char.isdigit() for char in name) and any(char.isalpha() for char in name)
