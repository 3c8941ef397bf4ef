"""Asks a schema that uses few keywords, as the built-in ones do, without jsonschema.

To load jsonschema takes a seventh of a first check, and almost every curriculum has a readme that
lacks something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .schema_error import SchemaError

Path = tuple[str | int, ...]
_Ask = Callable[[Mapping[str, Any], Any, Path], Iterator[SchemaError]]

_SILENT = frozenset({"$schema", "$defs", "title", "description"})
_TYPES: dict[str, type] = {"object": dict, "array": list, "string": str, "integer": int}
_DEFINITION = "#/$defs/"


class NotPlainError(Exception):
    """Only jsonschema knows what is to be said."""


def plain_errors(schema: Mapping[str, Any], instance: Mapping[str, Any]) -> list[SchemaError]:
    """What jsonschema finds, in its order; the schema's own words are its descriptions.

    Raises ``NotPlainError`` for any other keyword, and where a readme is no such data at all.
    """

    def ask(part: Mapping[str, Any], value: Any, path: Path) -> Iterator[SchemaError]:
        for keyword, expected in part.items():
            if keyword == "$ref":
                yield from ask(_definition(schema, expected), value, path)
            elif keyword in _HOLDING:
                yield from _HOLDING[keyword](ask, expected, value, path)
            elif keyword not in _SILENT:
                yield from _fault(keyword, part, value, path)

    return [*ask(schema, instance, ())]


def _definition(schema: Mapping[str, Any], reference: str) -> Mapping[str, Any]:
    found = schema.get("$defs", {}).get(reference.removeprefix(_DEFINITION))
    if not reference.startswith(_DEFINITION) or not isinstance(found, dict):
        raise NotPlainError
    return found


def _of_properties(ask: _Ask, expected: Any, value: Any, path: Path) -> Iterator[SchemaError]:
    for name, part in expected.items():
        if name in value:
            yield from ask(part, value[name], (*path, name))


def _of_items(ask: _Ask, expected: Any, value: Any, path: Path) -> Iterator[SchemaError]:
    for index, item in enumerate(value):
        yield from ask(expected, item, (*path, index))


_HOLDING = {"properties": _of_properties, "items": _of_items}


def _fault(keyword: str, part: Mapping[str, Any], value: Any, path: Path) -> Iterator[SchemaError]:
    expected, told = part[keyword], part.get("description", "")
    if keyword not in _FINDS:
        raise NotPlainError
    found = _FINDS[keyword](expected, value)
    if found is not None:
        kept = None if keyword == "required" else expected
        yield SchemaError(path, keyword, kept, found, told)


def _without(expected: Any, value: Any) -> list[str] | None:
    return [key for key in expected if key not in value] or None


def _refuse_type(expected: Any, value: Any) -> None:
    """Readmes are read into the right types: the other keywords rely on that."""
    kind = _TYPES.get(expected) if isinstance(expected, str) else None
    if kind is None or not isinstance(value, kind) or isinstance(value, bool):
        raise NotPlainError


#: What is found that is not as expected; ``None`` where all is well.
_FINDS: dict[str, Callable[[Any, Any], Any]] = {
    "type": _refuse_type,
    "required": _without,
    "enum": lambda expected, value: None if value in expected else value,
    "const": lambda expected, value: None if value == expected else value,
    "minimum": lambda expected, value: value if value < expected else None,
    "minItems": lambda expected, value: len(value) if len(value) < expected else None,
}
