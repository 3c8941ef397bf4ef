"""One file → its page, and what the document rules find in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from ..model.curriculum import Page
from ..model.vocabulary import Vocabulary
from ..parse.document import Document
from ..readme_schema.schemas import load_schemas
from ..settings.settings import Settings
from ..workspace.read import FileText
from .engine import Coded, check_page
from .readmes import PageReader, Role
from .rule import Rule

Found = tuple[Page, list[Coded]]


class SourceFile(NamedTuple):
    """A file that could be read, and what it is in the curriculum."""

    path: str
    text: FileText
    role: Role


class DocumentReader:
    """Reads one file after the other, each by itself; what it needs is loaded for the first.

    ``valid_shapes`` are the shapes of readmes that satisfied their schemas so far; they grow.
    """

    def __init__(self, settings: Settings, rules: Sequence[Rule], valid_shapes: set[str]) -> None:
        self.settings, self.rules, self.valid_shapes = settings, rules, valid_shapes
        self.vocabulary = Vocabulary(settings.sections, settings.exercises.forms)

    def read(self, file: SourceFile) -> Found:
        """The page that a file is, and what the document rules find in it."""
        page = self._pages.read(self._parse(file), file.role)
        return page, check_page(page, self.rules)

    def prepare(self) -> None:
        """Load what is needed, before other processes go on with a copy of it."""
        from ..parse import parser

        del parser
        _ = self._pages

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
