"""What a schema looks at in an instance: readmes that differ in nothing else are equally valid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

#: What an author writes anew in each readme.
_WRITTEN = ("title", "texts", "number", "letter")
_COUNT = "items"
_TOLD = frozenset({"description", "$comment", "title", "examples"})
_UNCONSTRAINING = _TOLD | {"type", "items"}
#: Keywords that may look at a property without its name.
_SWEEPING = ("additionalProperties", "unevaluatedProperties", "patternProperties")


class Shape:
    """The shapes of instances, and of parts of them, in the eyes of one schema."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._schema = schema

    def of(self, data: object) -> object:
        """``data`` without what the schema does not look at; it stops counting where that does."""
        if isinstance(data, dict):
            return {key: self._value(key, value) for key, value in data.items()}
        return [self.of(each) for each in data] if isinstance(data, list) else data

    def _value(self, key: str, value: object) -> object:
        if key in self._free:
            # That it is there can be asked for.
            return None
        if key == _COUNT and isinstance(value, int) and self._most is not None:
            return min(value, self._most)
        return self.of(value)

    @cached_property
    def _free(self) -> frozenset[str]:
        if _is_sweeping(self._schema):
            return frozenset()
        return frozenset(
            name for name in _WRITTEN if not any(map(_constrains, _said_of(self._schema, name)))
        )

    @cached_property
    def _most(self) -> int | None:
        """The count from which on all counts are the same, where that can be told."""
        said = list(_said_of(self._schema, _COUNT))
        if _is_sweeping(self._schema) or not all(map(_is_minimum, said)):
            return None
        return max((each.get("minimum", 0) for each in said if isinstance(each, dict)), default=0)


def _said_of(schema: object, name: str) -> Iterator[object]:
    """What stands in ``schema`` of the property ``name``, wherever it is."""
    if isinstance(schema, dict):
        properties = schema.get("properties")
        if isinstance(properties, dict) and name in properties:
            yield properties[name]
    for child in _children(schema):
        yield from _said_of(child, name)


def _children(schema: object) -> Iterator[object]:
    if isinstance(schema, dict):
        yield from schema.values()
    elif isinstance(schema, list):
        yield from schema


def _constrains(schema: object) -> bool:
    """Whether it says more of a value than its type."""
    if isinstance(schema, dict):
        return bool(schema.keys() - _UNCONSTRAINING) or _constrains(schema.get("items"))
    return schema is False or isinstance(schema, list)


def _is_minimum(schema: object) -> bool:
    """Whether it asks for no more than that a number is not too small."""
    if not isinstance(schema, dict):
        return schema is True
    return not schema.keys() - _TOLD - {"type", "minimum"} and isinstance(
        schema.get("minimum", 0), int
    )


def _is_sweeping(schema: object) -> bool:
    """Whether it, or what it holds, compares whole objects, or properties without their names."""
    if isinstance(schema, dict):
        if any(isinstance(schema.get(keyword), dict) for keyword in _SWEEPING):
            return True
        literals = [schema.get("const"), *_listed(schema.get("enum"))]
        if schema.get("uniqueItems") or any(isinstance(each, dict | list) for each in literals):
            return True
    return any(map(_is_sweeping, _children(schema)))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
