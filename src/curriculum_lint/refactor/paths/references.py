"""Everything in documents that names a path, found by what it names or by where it stands."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from ...model.curriculum import Curriculum, Page
from ...model.target import Outcome, Target
from ...text.source import Span
from ...workspace.entry import Entry, EntryKind
from ...workspace.lookup import Status
from .own_addresses import AddressLink, own_addresses

_LOCAL = frozenset(
    {
        *(Outcome.FOUND, Outcome.ANCHOR_CASE, Outcome.ANCHOR_MISSING),
        *(Outcome.WRONG_CASE, Outcome.MISSING),
    }
)


class NamedInText(NamedTuple):
    """A path in a code span or a folder in the text, as ``written`` at ``span``.

    It is relative to the folder ``around``, which is the document's own or the root, and leads to
    ``path``.
    """

    source: str
    span: Span
    written: str
    around: str
    path: str


class LinkTo(NamedTuple):
    """A link of the document ``source`` to something in the repository."""

    source: str
    target: Target


class References:
    """The references of one curriculum; asked for some paths, it does not look at all of them."""

    def __init__(self, curriculum: Curriculum) -> None:
        self.curriculum = curriculum

    def links(self, paths: Iterable[str], pages: Iterable[str]) -> Iterator[LinkTo]:
        """Links that lead to ``paths`` or stand in them, and those to anchors of ``pages``."""
        indexes = {index for path in paths for index in self._links_at.get(path, ())}
        indexes |= {index for page in pages for index in self._links_to_page.get(page, ())}
        return (self._links[index] for index in sorted(indexes))

    def named(self, paths: Iterable[str]) -> Iterator[NamedInText]:
        """What else names ``paths`` or stands in them."""
        indexes = {index for path in paths for index in self._named_at.get(path, ())}
        return (self._named[index] for index in sorted(indexes))

    @cached_property
    def addresses(self) -> tuple[AddressLink, ...]:
        """Links by the addresses of files on GitHub or GitLab."""
        return tuple(own_addresses(self.curriculum))

    def entries(self, path: str) -> Iterator[Entry]:
        """``path`` itself and, for a folder, everything in it."""
        tree = self.curriculum.tree
        entry = tree.entries.get(path)
        if entry is not None:
            yield entry
            if entry.kind is EntryKind.FOLDER:
                for child in tree.children(path):
                    yield from self.entries(child.path)

    @cached_property
    def symbolic_links(self) -> tuple[Entry, ...]:
        """Symbolic links that stay below the root."""
        entries = self.curriculum.tree.entries.values()
        return tuple(entry for entry in entries if entry.kind is EntryKind.LINK)

    @cached_property
    def _links(self) -> list[LinkTo]:
        return [
            LinkTo(source, target)
            for source, targets in self.curriculum.targets.items()
            for target in targets
            if target.outcome in _LOCAL
        ]

    @cached_property
    def _links_at(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, (source, target) in enumerate(self._links):
            for path in {*_around(source), *_around(target.path), *_around(_actual(target))}:
                found.setdefault(path, []).append(index)
        return found

    @cached_property
    def _links_to_page(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, (_, target) in enumerate(self._links):
            if target.page is not None and target.fragment:
                found.setdefault(target.page, []).append(index)
        return found

    @cached_property
    def _named(self) -> list[NamedInText]:
        pages = self.curriculum.pages.values()
        return [named for page in pages for named in self._named_in(page)]

    @cached_property
    def _named_at(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, named in enumerate(self._named):
            for path in {*_around(named.source), *_around(named.path)}:
                found.setdefault(path, []).append(index)
        return found

    def _named_in(self, page: Page) -> Iterator[NamedInText]:
        done: list[Span] = []
        for named in page.document.paths:
            length = len(named.path.rstrip("/"))
            span = Span(named.span.start, named.span.start + length)
            yield from self._resolved(page, span, named.path[:length])
            done.append(span)
        for folder in page.document.folders:
            end = folder.span.end - 1
            span = Span(end - len(folder.name), end)
            if not any(path.holds(span.start) for path in done):
                yield from self._resolved(page, span, folder.name)

    def _resolved(self, page: Page, span: Span, written: str) -> Iterator[NamedInText]:
        """Where a path leads, seen from the root or from the document's folder."""
        folder = posixpath.dirname(page.path) or "."
        for around in (folder,) if written.startswith(".") else (".", folder):
            path = posixpath.normpath(posixpath.join(around, written))
            if not path.startswith("..") and self._exists(path):
                yield NamedInText(page.path, span, written, around, path)
                return

    def _exists(self, path: str) -> bool:
        return self.curriculum.tree.lookup(path).status is Status.FOUND


def _actual(target: Target) -> str:
    return (target.actual if target.outcome is Outcome.WRONG_CASE else None) or ""


def _around(path: str) -> Iterator[str]:
    """``path`` and the folders around it."""
    while path:
        yield path
        path = path.rpartition("/")[0]
