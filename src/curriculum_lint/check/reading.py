"""Files → pages: remembered, or read anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Protocol

from ..model.curriculum import Page
from ..model.vocabulary import Vocabulary
from ..settings.errors import SettingsError
from ..workspace.read import FileText, Unreadable
from .document_reader import DocumentReader, Found, SourceFile
from .encoded import encode_page
from .engine import Coded, internal_error
from .readmes import Role
from .shared_reading import SharedReading
from .stored_page import decode_page
from .workers import count_jobs

#: As records, so many pages take a quarter of the memory; making records takes time.
_MANY = 1_000


def _are_many(documents: int) -> bool:
    """Whether several processes are worth while for new documents, or memory needs care."""
    return documents >= _MANY or count_jobs(documents) > 1


def _hold_packed(files: Sequence[SourceFile]) -> None:
    """Pack the text of the last file; with the first of many, those of all before it as well."""
    if len(files) > _MANY:
        for file in files if len(files) == _MANY + 1 else files[-1:]:
            file.text.pack()


class PageStore(Protocol):
    """Remembers pages, and what the document rules found in them.

    ``valid_shapes`` are the shapes of readmes that satisfied their schemas, for `PageReader`.
    """

    valid_shapes: set[str]

    def get(self, path: str, text: FileText, role: Role, vocabulary: Vocabulary) -> Found | None:
        """What was put for the same path, text and role."""

    def put(self, text: FileText, role: Role, page: Page, findings: list[Coded]) -> None:
        """Remember a page."""


class Pages:
    """The pages of a curriculum, and what was found while they were read."""

    def __init__(self, reader: DocumentReader, store: PageStore | None) -> None:
        self._reader, self._store, self._reread = reader, store, 0
        self.pages: dict[str, Page] = {}
        self.unreadable: dict[str, Unreadable] = {}
        self.findings: list[Coded] = []

    def read_all(
        self,
        paths: Sequence[str],
        text_of: Callable[[str], FileText | Unreadable],
        role_of: Callable[[str], Role],
    ) -> None:
        """Read every document, in order; many new ones in several processes."""
        files: Iterable[SourceFile] = self._files(paths, text_of, role_of)
        ahead: Mapping[str, Found] = {}
        if _are_many(len(paths)):
            files, ahead = self._read_ahead(files)
        for file in files:
            self._add(file, ahead.get(file.path))

    def _files(
        self,
        paths: Iterable[str],
        text_of: Callable[[str], FileText | Unreadable],
        role_of: Callable[[str], Role],
    ) -> Iterator[SourceFile]:
        for path in paths:
            text = text_of(path)
            if isinstance(text, FileText):
                yield SourceFile(path, text, role_of(path))
            else:
                self.unreadable[path] = text

    def _read_ahead(self, files: Iterable[SourceFile]) -> tuple[list[SourceFile], dict[str, Found]]:
        """The files, and what is remembered of them or found by several processes.

        What fails is left out: it will fail again.
        """
        known: list[SourceFile] = []
        found: dict[str, Found] = {}
        new: list[SourceFile] = []
        for file in files:
            known.append(file)
            with suppress(Exception):
                remembered = self._known(file)
                if remembered is None:
                    new.append(file)
                    _hold_packed(new)
                else:
                    found[file.path] = remembered
        if _are_many(len(new)):
            for file, page in SharedReading(self._reader, new).read(count_jobs(len(new))):
                found[file.path] = self._put(file, page)
        return known, found

    def _add(self, file: SourceFile, ahead: Found | None) -> None:
        try:
            page, findings = ahead or self._known(file) or self._read(file)
        except SettingsError:
            raise
        except Exception as error:
            # One file must not hide the findings of the others.
            self.findings.append(internal_error(file.path, "Reading this file", error))
        else:
            self.pages[file.path] = page
            self.findings += findings

    def _known(self, file: SourceFile) -> Found | None:
        """What needs no parsing: a page that is remembered, or one with other links only."""
        vocabulary = self._reader.vocabulary
        found = self._store.get(*file, vocabulary) if self._store else None
        if found is not None or (found := self._reader.reread(file)) is None:
            return found
        self._reread += 1
        if self._reread > _MANY:
            found = decode_page(
                file.path, file.text, encode_page(*found), file.role.kind, vocabulary
            )
        return self._put(file, found)

    def _read(self, file: SourceFile) -> Found:
        return self._put(file, self._reader.read(file))

    def _put(self, file: SourceFile, found: Found) -> Found:
        if self._store:
            self._store.put(file.text, file.role, *found)
        return found
