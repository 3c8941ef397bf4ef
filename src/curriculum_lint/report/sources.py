"""The lines of files that a report quotes, read again when they are needed."""

from __future__ import annotations

from collections.abc import Mapping

from ..settings.settings import Settings
from ..text.source import Position, line_starts, normalise_line_ends, position
from ..workspace.read import FileText, read_text


class Sources:
    """Reads each file once. ``texts`` stand in the place of files that a fix has changed."""

    def __init__(self, settings: Settings, texts: Mapping[str, str] | None = None) -> None:
        self._settings = settings
        self._texts: dict[str, str | None] = dict(texts or {})
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
        if path not in self._texts:
            read = read_text(self._settings.root, path, self._settings.limits)
            self._texts[path] = read.text if isinstance(read, FileText) else None
        return self._texts[path]
