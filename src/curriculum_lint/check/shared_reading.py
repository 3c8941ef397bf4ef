"""New documents, read by several processes: each page comes back as a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .document_reader import DocumentReader, Found, SourceFile
from .encoded import EncodedPage, encode_page
from .stored_page import decode_page
from .workers import Sent, read_shared


class SharedReading:
    """Reads ``files`` with ``reader``."""

    def __init__(self, reader: DocumentReader, files: Sequence[SourceFile]) -> None:
        self._reader, self._files = reader, files
        self._pages: dict[int, EncodedPage] = {}
        self._known = set(reader.valid_shapes)

    def read(self, jobs: int) -> Iterator[tuple[SourceFile, Found]]:
        """What ``jobs`` processes find in the files; those that cannot be read are left out."""
        self._reader.prepare()
        for index, sent in read_shared(len(self._files), jobs, self._read).items():
            self._pages[index] = sent.page
            self._reader.valid_shapes.update(sent.shapes)
        for index, page in sorted(self._pages.items()):
            file = self._files[index]
            vocabulary = self._reader.vocabulary
            yield file, decode_page(file.path, file.text, page, file.role.kind, vocabulary)

    def _read(self, index: int) -> Sent:
        page = self._pages[index] = encode_page(*self._reader.read(self._files[index]))
        return Sent(page, self._new_shapes())

    def _new_shapes(self) -> list[str]:
        shapes = self._reader.valid_shapes
        if len(shapes) == len(self._known):
            return []
        new = sorted(shapes - self._known)
        self._known.update(new)
        return new
