"""Files → pages: remembered, or read anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple, Protocol

from ..model.curriculum import Page
from ..model.vocabulary import Vocabulary
from ..parse.document import Document
from ..readme_schema.schemas import load_schemas
from ..settings.errors import SettingsError
from ..settings.settings import Settings
from ..workspace.read import FileText, Unreadable
from .engine import Coded, check_page, internal_error
from .readmes import PageReader, Role
from .rule import Rule

Found = tuple[Page, list[Coded]]


class SourceFile(NamedTuple):
    """A file that could be read, and what it is in the curriculum."""

    path: str
    text: FileText
    role: Role


class PageStore(Protocol):
    """Remembers pages, and what the document rules found in them.

    ``valid_shapes`` are the shapes of readmes that satisfied their schemas, for `PageReader`.
    """

    valid_shapes: set[str]

    def get(self, path: str, text: FileText, role: Role, vocabulary: Vocabulary) -> Found | None:
        """What was put for the same path, text and role."""

    def put(self, text: FileText, role: Role, page: Page, findings: list[Coded]) -> None:
        """Remember a page."""


class DocumentReader:
    """Reads one file after the other, each by itself; what it needs is loaded for the first.

    ``valid_shapes`` are the shapes of readmes that satisfied their schemas so far; they grow.
    """

    def __init__(self, settings: Settings, rules: Sequence[Rule], valid_shapes: set[str]) -> None:
        self.settings, self.rules, self.valid_shapes = settings, rules, valid_shapes
        self.vocabulary = Vocabulary(settings.sections)

    def read(self, file: SourceFile) -> Found:
        """The page that a file is, and what the document rules find in it."""
        page = self._pages.read(self._parse(file), file.role)
        return page, check_page(page, self.rules)

    def _parse(self, file: SourceFile) -> Document:
        # Only here is the parser needed, and only where a file is new.
        from ..parse.parser import ParseLimits, parse_document

        limits = self.settings.limits
        reach = ParseLimits(limits.nesting, limits.block_characters, limits.line_characters)
        document = parse_document(file.path, file.text.text, reach)
        return replace(document, bom=True) if file.text.bom else document

    @cached_property
    def _pages(self) -> PageReader:
        return PageReader(self.vocabulary, load_schemas(self.settings), self.valid_shapes)


class Pages:
    """The pages of a curriculum, and what was found while they were read."""

    def __init__(self, reader: DocumentReader, store: PageStore | None) -> None:
        self._reader, self._store = reader, store
        self.pages: dict[str, Page] = {}
        self.unreadable: dict[str, Unreadable] = {}
        self.findings: list[Coded] = []

    def read_all(
        self,
        paths: Iterable[str],
        text_of: Callable[[str], FileText | Unreadable],
        role_of: Callable[[str], Role],
    ) -> None:
        """Read every document, in order."""
        for file in self._files(paths, text_of, role_of):
            self._add(file)

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

    def _add(self, file: SourceFile) -> None:
        try:
            page, findings = self._remembered(file) or self._read(file)
        except SettingsError:
            raise
        except Exception as error:
            # One file must not hide the findings of the others.
            self.findings.append(internal_error(file.path, "Reading this file", error))
        else:
            self.pages[file.path] = page
            self.findings += findings

    def _remembered(self, file: SourceFile) -> Found | None:
        return self._store.get(*file, self._reader.vocabulary) if self._store else None

    def _read(self, file: SourceFile) -> Found:
        page, findings = self._reader.read(file)
        if self._store:
            self._store.put(file.text, file.role, page, findings)
        return page, findings
