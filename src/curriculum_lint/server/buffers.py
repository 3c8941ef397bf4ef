"""The documents that are open in the editor, as they are there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lsprotocol.types import (
    PositionEncodingKind,
    TextDocumentContentChangeEvent,
    TextDocumentContentChangePartial,
    TextDocumentItem,
)

from ..edits.digest import digest
from ..edits.plan import BOM
from ..workspace.read import FileText
from .lines import EditorLines

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


class Buffer(NamedTuple):
    """One document that is open. ``written`` is what the editor says that it holds."""

    uri: str
    version: int
    language: str
    written: str

    @property
    def has_mark(self) -> bool:
        """Whether the editor takes a byte-order mark for a part of the text."""
        return self.written.startswith(_MARK)

    @property
    def text(self) -> str:
        """The text without a byte-order mark."""
        return self.written.removeprefix(_MARK)

    def file_text(self, *, bom: bool = False) -> FileText:
        """The text as a file that holds it; ``bom`` is whether the file has a mark on disk."""
        mark = self.has_mark or bom
        data = (BOM if mark else b"") + self.text.encode("utf-8", "surrogatepass")
        return FileText(self.text, mark, digest(data))


class Buffers:
    """All open documents, by the address that the editor gives them."""

    def __init__(self) -> None:
        self.encoding: PositionEncodingKind | str = PositionEncodingKind.Utf16
        self._open: dict[str, Buffer] = {}

    def all(self) -> dict[str, Buffer]:
        """Every open document as it is at this moment."""
        return dict(self._open)

    def open(self, item: TextDocumentItem) -> None:
        """A document is open from now on, whatever was known of it."""
        self._open[item.uri] = Buffer(item.uri, item.version, item.language_id, item.text)

    def change(
        self, uri: str, version: int, changes: Iterable[TextDocumentContentChangeEvent]
    ) -> bool:
        """Make ``changes``, one after the other; false for a document that is not open."""
        buffer = self._open.get(uri)
        if buffer is None:
            return False
        written = buffer.written
        for change in changes:
            written = self._changed(written, change)
        self._open[uri] = buffer._replace(version=version, written=written)
        return True

    def _changed(self, written: str, change: TextDocumentContentChangeEvent) -> str:
        if not isinstance(change, TextDocumentContentChangePartial):
            return change.text
        start, end = EditorLines(written, self.encoding).span(change.range)
        return written[:start] + change.text + written[end:]

    def close(self, uri: str) -> bool:
        """A document is not open any more; false where it was not."""
        return self._open.pop(uri, None) is not None
