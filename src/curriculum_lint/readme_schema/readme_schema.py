"""The JSON Schemas that say what a readme must contain: read, checked, and asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from ..settings.errors import SettingsError
from .bounded_validator import TooMuchWorkError, bounded_validator
from .plain_errors import NotPlainError, plain_errors
from .schema_error import SchemaError
from .shape import Shape

#: The sections of an exercise where a schema says nothing about exercises.
_DEFAULT_EXERCISE_KEYS = ("goal", "steps", "acceptance_criteria", "hints")
#: Keywords that run a regular expression: one from a configuration could take forever.
_REFUSED = frozenset({"pattern", "patternProperties"})
_MAX_DEPTH = 60
_COUNTS = frozenset({"minItems", "maxItems", "minimum", "maximum"})
#: Keywords whose value messages show.
_KEPT = _COUNTS | {"enum", "const"}
_PLAIN_KEYS = frozenset({"number", "title", "letter", "kind"})


@dataclass(frozen=True)
class ReadmeSchema:
    """The schema of one kind of readme. ``path`` is how messages call it.

    One that ``is_ours`` is known to be a JSON Schema.
    """

    path: str
    schema: Mapping[str, Any]
    is_ours: bool = False

    @cached_property
    def readme_keys(self) -> tuple[str, ...]:
        """The properties of a readme, in the order of the schema."""
        return tuple(_table(self.schema.get("properties")))

    @cached_property
    def exercise_keys(self) -> tuple[str, ...]:
        """The sections of an exercise, in the order of the schema."""
        keys = tuple(_table(self._exercise.get("properties")))
        return tuple(k for k in keys if k not in _PLAIN_KEYS) or _DEFAULT_EXERCISE_KEYS

    @property
    def keeps_order(self) -> bool:
        """Whether the sections must stand in the order of the schema's properties."""
        return self.schema.get("x-order") != "any"

    @cached_property
    def required_of_readme(self) -> frozenset[str]:
        """The sections that a readme must have."""
        return _names(self.schema.get("required"))

    @cached_property
    def required_of_exercise(self) -> frozenset[str]:
        """The sections that an exercise must have."""
        return _names(self._exercise.get("required"))

    def section(self, key: str, *, of_exercise: bool) -> Mapping[str, Any]:
        """What the schema says of one section of an exercise, or of the readme."""
        schema = self._exercise if of_exercise else self.schema
        return self._resolved(_table(schema.get("properties")).get(key))

    @cached_property
    def _exercise(self) -> Mapping[str, Any]:
        exercises = self._resolved(_table(self.schema.get("properties")).get("exercises"))
        return self._resolved(exercises.get("items"))

    def _resolved(self, schema: object) -> Mapping[str, Any]:
        """The schema that a reference of this file leads to."""
        for _ in range(_MAX_DEPTH):
            if not isinstance(schema, Mapping):
                return {}
            reference = schema.get("$ref")
            if not isinstance(reference, str) or not reference.startswith("#/"):
                return schema
            schema = self._at(reference)
        return {}

    def _at(self, reference: str) -> object:
        found: object = self.schema
        for part in reference[2:].split("/"):
            name = part.replace("~1", "/").replace("~0", "~")
            found = found.get(name) if isinstance(found, Mapping) else None
        return found

    def errors(self, instance: Mapping[str, Any]) -> list[SchemaError]:
        """Where ``instance`` differs from the schema, in the order of the readme."""
        try:
            found = plain_errors(self.schema, instance) if self.is_ours else None
        except NotPlainError:
            found = None
        if found is None:
            found = self._errors(instance)
        return sorted(found, key=lambda each: [str(part).zfill(6) for part in each.path])

    def _errors(self, instance: Mapping[str, Any]) -> list[SchemaError]:
        """What jsonschema finds."""
        from referencing.exceptions import Unresolvable

        try:
            return [_plain(error) for error in self._validator(instance)]
        except RecursionError:
            raise self._unusable("its references lead in a circle") from None
        except TooMuchWorkError:
            raise self._unusable("its references and branches multiply beyond all bounds") from None
        except Unresolvable as error:
            raise self._unusable(f"it refers to {error.ref}, which is not in the file") from None

    @cached_property
    def _validator(self) -> Callable[[object], Iterable[Any]]:
        if not self.is_ours:
            _check(self.path, dict(self.schema))
        return bounded_validator(self.schema, self.shape.of)

    @cached_property
    def shape(self) -> Shape:
        """What the schema looks at in an instance."""
        return Shape(self.schema)

    def _unusable(self, why: str) -> SettingsError:
        return SettingsError.single(f"this JSON Schema cannot be used: {why}", self.path)


def _table(value: object) -> Mapping[str, Any]:
    """``value`` if it can be what the schema should have there: it is checked later."""
    return value if isinstance(value, Mapping) else {}


def _names(value: object) -> frozenset[str]:
    names = value if isinstance(value, list) else []
    return frozenset(name for name in names if isinstance(name, str))


@lru_cache(maxsize=8)
def parse_schema(path: str, text: str, *, is_ours: bool = False) -> ReadmeSchema:
    """The schema in ``text``. Raises `SettingsError` where it cannot be used.

    Rounds of fixes, and the base of a change, have the same one: its validator is dear to build.
    """
    try:
        schema = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise SettingsError.single(f"this is not JSON: {error}", path, line) from None
    if not isinstance(schema, dict):
        raise SettingsError.single("a schema of a readme is a JSON object", path)
    _refuse_patterns(path, schema, 0)
    return ReadmeSchema(path, schema, is_ours)


def _plain(error: Any) -> SchemaError:
    described = error.schema.get("description") if isinstance(error.schema, dict) else None
    told = str(described or error.message)[:300]
    found: Any = ""
    if error.validator == "required":
        found = [key for key in error.validator_value if key not in error.instance]
    elif error.validator in _COUNTS:
        found = error.instance if isinstance(error.instance, int) else len(error.instance)
    elif isinstance(error.instance, str):
        found = error.instance
    expected = error.validator_value if error.validator in _KEPT else None
    return SchemaError(tuple(error.absolute_path), str(error.validator), expected, found, told)


def _refuse_patterns(path: str, schema: object, depth: int) -> None:
    if depth > _MAX_DEPTH:
        raise SettingsError.single(f"it is nested more than {_MAX_DEPTH} deep", path)
    if isinstance(schema, dict):
        for keyword in _REFUSED & schema.keys():
            if not isinstance(schema[keyword], dict) or keyword == "patternProperties":
                raise SettingsError.single(
                    f'the keyword "{keyword}" is refused: a regular expression from a '
                    "configuration is never run on the text of a repository",
                    path,
                )
    for child in _children(schema):
        _refuse_patterns(path, child, depth + 1)


def _children(schema: object) -> Iterable[object]:
    if isinstance(schema, dict):
        return schema.values()
    return schema if isinstance(schema, list) else ()


def _check(path: str, schema: dict[str, Any]) -> None:
    from jsonschema import Draft202012Validator, exceptions

    try:
        Draft202012Validator.check_schema(schema)
    except exceptions.SchemaError as error:
        where = "/".join(str(part) for part in error.absolute_path) or "the top"
        message = f"this is not a JSON Schema: at {where}, {error.message[:200]}"
        raise SettingsError.single(message, path) from None
