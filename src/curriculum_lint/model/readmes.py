"""One document → its page: the outline of a readme, and what it lacks by its schema."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from ..parse.document import Document
from .curriculum import Kind, Page
from .outline_reader import read_outline
from .readme_schema import ReadmeSchema
from .requirements import unmet_requirements
from .template import UnitName
from .vocabulary import Vocabulary

_RESERVED = re.compile(
    r"\b(?:reserved|to be (?:expanded|written|added|announced|done)|coming (?:soon|later)|planned|"
    r"under construction|work in progress|in preparation|not (?:yet )?written|will come)\b",
    re.IGNORECASE,
)
_DEFAULT_EXERCISE_KEYS = frozenset({"goal", "steps", "acceptance_criteria", "hints"})


class Role(NamedTuple):
    """What a document is: its kind, and the name of the unit whose readme it is."""

    kind: Kind
    name: UnitName


class PageReader:
    """Gives every document its place. ``schemas`` are keyed by kind."""

    def __init__(self, vocabulary: Vocabulary, schemas: Mapping[str, ReadmeSchema]) -> None:
        self._vocabulary = vocabulary
        self._schemas = schemas

    def read(self, document: Document, role: Role) -> Page:
        """The page that ``document`` is."""
        schema = self._schemas.get(role.kind)
        keys = frozenset(schema.exercise_keys) if schema else _DEFAULT_EXERCISE_KEYS
        outline = read_outline(document, self._vocabulary, keys)
        unmet = (
            unmet_requirements(document, outline, schema, role.kind, role.name) if schema else ()
        )
        is_reserved = role.kind is Kind.LEVEL and _RESERVED.search(document.text) is not None
        return Page(document, role.kind, outline, self._vocabulary, unmet, is_reserved)
