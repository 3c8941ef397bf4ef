"""The lines of files that a report quotes."""

from __future__ import annotations

from ..text.source import Position, line_starts, normalise_line_ends, position
from ..workspace.read import FileText
from ..workspace.workspace import Workspace


class Sources:
    """The lines of the files in ``workspace``, whose text is as it was checked."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lines: dict[str, list[str]] = {}
        self._starts: dict[str, tuple[int, ...]] = {}

    def line(self, path: str, number: int) -> str | None:
        """The text of a 1-based line, or ``None`` where there is no such line or file."""
        text = self._text(path)
        if text is None:
            return None
        if path not in self._lines:
            self._lines[path] = normalise_line_ends(text).split("\n")
        lines = self._lines[path]
        return lines[number - 1] if 0 < number <= len(lines) else None

    def position(self, path: str, offset: int) -> Position:
        """The line and column of an offset."""
        if path not in self._starts:
            self._starts[path] = line_starts(self._text(path) or "")
        return position(self._starts[path], offset)

    def _text(self, path: str) -> str | None:
        read = self._workspace.read(path)
        return read.text if isinstance(read, FileText) else None
