"""Settings as JSON-like data in the words of the configuration file, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from .settings import (
    AbsoluteLinks,
    GraphOf,
    IndexDepth,
    IndexField,
    IndexSettings,
    Limits,
    LinkSettings,
    Settings,
)
from .severity import Severity

#: A table that was given replaces nothing but the keys it holds.
Data = dict[str, Any]


def kebab(name: str) -> str:
    """The key in the file for a field: ``module_pattern`` is ``module-pattern``."""
    return name.replace("_", "-")


def settings_to_data(settings: Settings) -> Data:
    """Lists, tables, strings and numbers only; the keys are those of the configuration file."""
    data = _plain(settings)
    assert isinstance(data, dict)
    return data


def settings_from_data(data: Data) -> Settings:
    """The inverse of `settings_to_data`. The data is trusted: it came from there.

    Raises `ValueError` where a key is missing or unknown, or a value has another shape.
    """
    try:
        return _build(data)
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"not the data of settings: {error}") from error


def leaves(data: Data) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every key path of ``data`` with its value; a table is a value only where it is empty."""
    for key, value in data.items():
        if isinstance(value, Mapping) and value:
            for below, leaf in leaves(dict(value)):
                yield (key, *below), leaf
        else:
            yield (key,), value


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {kebab(f.name): _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def _build(data: Data) -> Settings:
    named = {key.replace("-", "_"): _frozen(value) for key, value in data.items()}
    named["severity"] = {rule: Severity(name) for rule, name in data["severity"].items()}
    links, index, limits = (_fields(data[key]) for key in ("links", "index", "limits"))
    links["absolute"] = AbsoluteLinks(links["absolute"])
    named["links"] = LinkSettings(**links)
    index["depth"] = IndexDepth(index["depth"])
    index["fields"] = tuple(map(IndexField, index["fields"]))
    index["graph"] = GraphOf(index["graph"])
    named["index"] = IndexSettings(**index)
    named["limits"] = Limits(**limits)
    return Settings(**named)


def _fields(table: Data) -> Data:
    return {key.replace("-", "_"): _frozen(value) for key, value in table.items()}


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value
