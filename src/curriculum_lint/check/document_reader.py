"""One file → its page, and what the document rules find in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..model.curriculum import Page
from ..model.vocabulary import Vocabulary
from ..parse.document import Document
from ..readme_schema.schemas import load_schemas
from ..settings.settings import Settings
from ..workspace.read import FileText
from .engine import Coded, check_page
from .readmes import PageReader, Role
from .rule import Rule

if TYPE_CHECKING:
    from ..parse.parser import ParseLimits

Found = tuple[Page, list[Coded]]
#: The page that a file was before something was changed, if it was one.
Former = Callable[[str], Page | None]


class SourceFile(NamedTuple):
    """A file that could be read, and what it is in the curriculum."""

    path: str
    text: FileText
    role: Role


class DocumentReader:
    """Reads one file after the other, each by itself; what it needs is loaded for the first.

    ``valid_shapes`` are the shapes of readmes that satisfied their schemas so far; they grow.
    ``former`` gives the page that a file was.
    """

    def __init__(
        self,
        settings: Settings,
        rules: Sequence[Rule],
        valid_shapes: set[str],
        former: Former | None = None,
    ) -> None:
        self.settings, self.rules, self.valid_shapes = settings, rules, valid_shapes
        self._former = former
        self.vocabulary = Vocabulary(settings.sections, settings.exercises.forms)

    def read(self, file: SourceFile) -> Found:
        """The page that a file is, and what the document rules find in it."""
        return self._found(self._parse(file), file.role)

    def reread(self, file: SourceFile) -> Found | None:
        """The same without parsing, where only links lead elsewhere than in the former page."""
        was = self._former(file.path) if self._former else None
        if was is None or was.document.bom != file.text.bom:
            return None
        from ..parse.readdressed import readdressed

        document = readdressed(was.document, file.path, file.text.text, self._limits)
        return None if document is None else self._found(document, file.role)

    def _found(self, document: Document, role: Role) -> Found:
        page = self._pages.read(document, role)
        return page, check_page(page, self.rules)

    def prepare(self) -> None:
        """Load what is needed, before other processes go on with a copy of it."""
        from ..parse import parser

        del parser
        _ = self._pages

    def _parse(self, file: SourceFile) -> Document:
        # Only here is the parser needed, and only where a file is new.
        from ..parse.parser import parse_document

        document = parse_document(file.path, file.text.text, self._limits)
        return replace(document, bom=True) if file.text.bom else document

    @property
    def _limits(self) -> ParseLimits:
        from ..parse.parser import ParseLimits

        limits = self.settings.limits
        return ParseLimits(limits.nesting, limits.block_characters, limits.line_characters)

    @cached_property
    def _pages(self) -> PageReader:
        return PageReader(self.vocabulary, load_schemas(self.settings), self.valid_shapes)
