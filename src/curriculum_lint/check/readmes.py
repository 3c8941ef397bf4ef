"""One document → its page: the outline of a readme, and what it lacks by its schema."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from ..model.curriculum import Kind, Page, Skeleton, Unmet
from ..model.exercise_file_reader import read_exercise_file
from ..model.exercise_files import number_of
from ..model.outline_reader import read_outline
from ..model.progression import with_progression
from ..model.template import NameParts
from ..model.vocabulary import Vocabulary
from ..parse.document import Document
from ..readme_schema.readme_data import readme_data
from ..readme_schema.readme_schema import ReadmeSchema
from ..readme_schema.requirements import unmet_requirements
from ..readme_schema.schema_error import SchemaError
from ..text.digest import blake2b
from ..text.late_pattern import late_pattern
from ..text.utf_8 import utf_8

_RESERVED = late_pattern(
    r"\b(?:reserved|to be (?:expanded|written|added|announced|done)|coming (?:soon|later)|planned|"
    r"under construction|work in progress|in preparation|not (?:yet )?written|will come)\b",
    re.IGNORECASE,
)
_DEFAULT_EXERCISE_KEYS = frozenset({"goal", "steps", "acceptance_criteria", "hints"})


class Role(NamedTuple):
    """What a document is: its kind, and the name of the unit whose readme it is."""

    kind: Kind
    name: NameParts


#: What any other document is.
PAGE_ROLE = Role(Kind.PAGE, NameParts())


def find_roles(skeleton: Skeleton) -> dict[str, Role]:
    """What every readme is, and every file of exercises, by path."""
    roles = {path: exercise_role(path) for unit in skeleton.units() for path in unit.exercises}
    roles |= {unit.readme: Role(unit.kind, unit.name) for unit in skeleton.units() if unit.readme}
    if skeleton.root_readme is not None and skeleton.root_readme not in roles:
        roles[skeleton.root_readme] = Role(Kind.ROOT, NameParts())
    return roles


def role_in(roles: Mapping[str, Role], path: str) -> Role:
    """What a document is, where ``roles`` are all of `find_roles`."""
    return roles.get(path, PAGE_ROLE)


def exercise_role(path: str) -> Role:
    """The role of a file of exercises."""
    return Role(Kind.EXERCISE, NameParts(number_of(path)))


class PageReader:
    """Gives every document its place. ``schemas`` are keyed by kind.

    ``valid`` remembers the shapes of readmes that satisfied their schemas: most readmes have one
    that another, or an earlier version of them, has had.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        schemas: Mapping[str, ReadmeSchema],
        valid: set[str] | None = None,
    ) -> None:
        self._vocabulary = vocabulary
        self._schemas = schemas
        self._valid = set() if valid is None else valid

    def read(self, document: Document, role: Role) -> Page:
        """The page that ``document`` is."""
        schema = self._schemas.get(role.kind)
        keys = frozenset(schema.exercise_keys) if schema else _DEFAULT_EXERCISE_KEYS
        if role.kind is Kind.EXERCISE:
            outline = read_exercise_file(document, self._vocabulary, keys, role.name.number)
        else:
            outline = read_outline(document, self._vocabulary, keys)
        if role.kind is not Kind.PAGE:
            outline = with_progression(document, outline, self._vocabulary)
        unmet: tuple[Unmet, ...] = ()
        if schema is not None:
            errors = self._errors(schema, readme_data(role.kind, role.name, outline))
            unmet = unmet_requirements(
                document, outline, schema, role.kind, errors, self._vocabulary
            )
        is_reserved = role.kind is Kind.LEVEL and _RESERVED.search(document.text) is not None
        return Page(document, role.kind, outline, self._vocabulary, unmet, is_reserved)

    def _errors(self, schema: ReadmeSchema, instance: dict[str, Any]) -> list[SchemaError]:
        shape = json.dumps(schema.shape.of(instance))
        key = blake2b(utf_8(f"{schema.path}\0{shape}")).hexdigest()[:24]
        if key in self._valid:
            return []
        errors = schema.errors(instance)
        if not errors:
            self._valid.add(key)
        return errors
