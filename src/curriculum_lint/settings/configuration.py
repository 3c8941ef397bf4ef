"""The configuration file as a pydantic model, derived from the declarations of its keys.

Slow to import: only `validate` and the generator of ``schema/config.schema.json`` do.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, create_model

from .data import kebab, plain
from .key import Key, ValueType, keys_of, table_of
from .settings import Settings
from .values import CHECKS, PATTERNS


class Table(BaseModel):
    """Unknown keys and other types than the stated ones are errors."""

    model_config = ConfigDict(extra="forbid", strict=True)


def model_of(settings: type, name: str, description: str) -> type[Table]:
    """The model of a table whose keys are those of ``settings``, a class of settings."""
    defaults = {each.name: each for each in fields(settings)}
    made: dict[str, Any] = {
        # Names of pydantic's own, such as "json", must not be hidden.
        f"{field}_": (_type_of(settings, field, key), _field(field, key, defaults[field].default))
        for field, key in keys_of(settings)
    }
    return create_model(name, __base__=Table, __doc__=description, **made)


def _type_of(settings: type, name: str, key: Key) -> Any:
    if key.of is ValueType.TABLE:
        table = table_of(settings, name)
        return model_of(table, f"{name.capitalize()}Table", key.description)
    value = _single(key)
    if key.is_list:
        value = list.__class_getitem__(value)
        value = Annotated[value, Field(min_length=key.least)] if key.least else value
    return dict.__class_getitem__((_checked(key.names), value)) if key.names else value


def _single(key: Key) -> Any:
    if key.choices is not None:
        return Literal[tuple(each.value for each in key.choices)]
    if key.of is ValueType.NUMBER:
        return Annotated[int, Field(ge=key.least, le=key.most)]
    return _checked(key.of)


def _checked(of: ValueType) -> Any:
    pattern = PATTERNS.get(of)
    schema: dict[str, Any] = {"pattern": pattern} if pattern else {"minLength": 1}
    return Annotated[str, AfterValidator(CHECKS[of]), Field(json_schema_extra=schema)]


def _field(name: str, key: Key, default: Any) -> Any:
    more: dict[str, Any] = {"description": key.description, "examples": [key.example]}
    if key.names in PATTERNS:
        more["json_schema_extra"] = {"additionalProperties": False}
    if key.names or key.of is ValueType.TABLE:
        return Field(alias=kebab(name), default_factory=dict, **more)
    if default is None:
        return Field(alias=kebab(name), default_factory=_not_given, **more)
    return Field(alias=kebab(name), default=plain(default), **more)


def _not_given() -> None:
    """The default of a setting that has none; no file can write it."""


Configuration = model_of(
    Settings,
    "Configuration",
    "curriculum-lint.toml, or the table [tool.curriculum-lint] of pyproject.toml.",
)
