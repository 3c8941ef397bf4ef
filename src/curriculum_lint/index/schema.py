"""The JSON Schema of the index, from the descriptions that its fields carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from .entries import CurriculumIndex

_DESCRIPTION = (
    "A curriculum as `curriculum-lint index` writes it: times are in minutes, difficulties in "
    "steps of the curriculum's own scale, lines are 1-based, paths are relative to the root."
)


def index_model() -> type[BaseModel]:
    """The index as a pydantic model: validates the JSON file, and gives typed access to it."""
    return model_of(CurriculumIndex)


def index_schema() -> dict[str, Any]:
    """A draft 2020-12 schema of ``curriculum.json``."""
    return schema_of(CurriculumIndex, "Index of a curriculum", _DESCRIPTION)


def model_of(kind: type) -> type[BaseModel]:
    """A dataclass whose fields are `told` as a pydantic model, with all that is in it."""
    return _Models().of(kind)


def schema_of(kind: type, title: str, description: str) -> dict[str, Any]:
    """A draft 2020-12 schema of the same."""
    schema = model_of(kind).model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **{key: value for key, value in schema.items() if key != "title"},
        "description": description,
    }


class _Models:
    """Turns dataclasses into pydantic models, each once."""

    def __init__(self) -> None:
        self._known: dict[type, type[BaseModel]] = {}

    def of(self, kind: type) -> type[BaseModel]:
        """The model with the same fields, descriptions and bounds."""
        if kind not in self._known:
            hints = get_type_hints(kind)
            members: dict[str, Any] = {
                each.name: (self._type(hints[each.name]), _field(each.metadata))
                for each in fields(kind)
            }
            config = ConfigDict(extra="forbid", frozen=True, strict=True)
            # Whoever reads the schema knows no other units than those of the index.
            name = kind.__name__.removeprefix("Indexed")
            self._known[kind] = create_model(
                name, __config__=config, __doc__=kind.__doc__, **members
            )
        return self._known[kind]

    def _type(self, hint: Any) -> Any:
        if is_dataclass(hint):
            return self.of(hint)  # type: ignore[arg-type]
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            [inner] = [each for each in arguments if each is not NoneType]
            return self._type(inner) | None
        return list[self._type(arguments[0])] if origin is tuple else hint  # type: ignore[misc]


def _field(metadata: Mapping[str, Any]) -> Any:
    return Field(**{key: value for key, value in metadata.items() if value is not None})
