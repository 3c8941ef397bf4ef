"""A curriculum as one request sees it, and the addresses and ranges that it is answered with."""

from __future__ import annotations

import os
from collections.abc import Mapping

from lsprotocol.types import Location, PositionEncodingKind, Range

from ..check.diagnostic import Place
from ..model.curriculum import Curriculum, Page
from ..text.source import Span
from ..workspace.read import FileText
from .buffers import Buffer
from .lines import EditorLines
from .project import Project
from .snapshot import Snapshot
from .uris import uri_of


class CurriculumView:
    """One curriculum. ``open`` holds its open documents by path.

    ``root`` is its root as the editor knows it, which may be a symbolic link.
    """

    def __init__(
        self,
        curriculum: Curriculum,
        open_: Mapping[str, Buffer],
        encoding: PositionEncodingKind | str,
        root: str,
    ) -> None:
        self.curriculum, self.open, self.root = curriculum, open_, root
        self._encoding = encoding
        self._lines: dict[str, EditorLines] = {}

    def page(self, path: str) -> Page | None:
        """The document at ``path``."""
        return self.curriculum.pages.get(path)

    def uri(self, path: str) -> str:
        """The address of what is at ``path``, relative to the root."""
        if path in self.open:
            return self.open[path].uri
        return uri_of(self.root if path == "." else os.path.join(self.root, path))

    def version(self, path: str) -> int | None:
        """The version of the document at ``path``, if it is open."""
        return self.open[path].version if path in self.open else None

    def lines(self, path: str) -> EditorLines:
        """The lines of the file at ``path``; none where it cannot be read."""
        if path not in self._lines:
            has_mark = path in self.open and self.open[path].has_mark
            self._lines[path] = EditorLines(self._text(path), self._encoding, has_mark=has_mark)
        return self._lines[path]

    def _text(self, path: str) -> str:
        page = self.page(path) or self.curriculum.neighbours.get(path)
        return page.document.text if page else ""

    def location(self, path: str, span: Span) -> Location:
        """Where ``span`` of the file at ``path`` is."""
        return Location(self.uri(path), self.lines(path).range(span))

    def range_of(self, place: Place) -> Range:
        """The range of a place whose lines and columns are counted from 1."""
        lines = self.lines(place.path)
        start, end = (lines.start_of(each.line) + each.column - 1 for each in place[1:])
        return lines.range(Span(start, end))


class ProjectView(CurriculumView):
    """A curriculum with all of its files, at the moment of ``snapshot``."""

    def __init__(
        self,
        project: Project,
        snapshot: Snapshot,
        open_: Mapping[str, Buffer],
        encoding: PositionEncodingKind | str,
        root: str,
    ) -> None:
        super().__init__(snapshot.curriculum, open_, encoding, root)
        self.project, self.snapshot = project, snapshot

    def _text(self, path: str) -> str:
        known = super()._text(path)
        if known or path not in self.curriculum.tree.entries:
            return known
        read = self.snapshot.workspace.read(path)
        return read.text if isinstance(read, FileText) else ""
