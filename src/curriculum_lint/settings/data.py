"""Settings as JSON-like data in the words of the configuration file, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from .key import Key, ValueType, keys_of, table_of
from .settings import Settings

#: A table that was given replaces nothing but the keys it holds.
Data = dict[str, Any]


def kebab(name: str) -> str:
    """The key in the file for a field: ``module_pattern`` is ``module-pattern``."""
    return name.replace("_", "-")


def settings_to_data(settings: Settings) -> Data:
    """Lists, tables, strings and numbers only; the keys are those of the configuration file."""
    data = plain(settings)
    assert isinstance(data, dict)
    return data


def settings_from_data(data: Data) -> Settings:
    """The inverse of `settings_to_data`. The data is trusted: it came from there.

    Raises `ValueError` where a key is missing or unknown, or a value has another shape.
    """
    try:
        return _build(Settings, data)  # type: ignore[no-any-return]
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


def plain(value: object) -> object:
    """A value of settings as JSON-like data."""
    if is_dataclass(value):
        return {kebab(f.name): plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def _build(settings: type, data: Data) -> Any:
    keys = dict(keys_of(settings))
    named = {key.replace("-", "_"): value for key, value in data.items()}
    if named.keys() != {each.name for each in fields(settings)}:
        raise ValueError("keys are missing or unknown")
    return settings(
        **{name: _value(settings, name, keys.get(name), v) for name, v in named.items()}
    )


def _value(settings: type, name: str, key: Key | None, value: Any) -> Any:
    if key is not None and key.of is ValueType.TABLE:
        return _build(table_of(settings, name), value)
    if key is None or value is None:
        return value
    if key.names:
        return {name: _one_or_more(key, item) for name, item in value.items()}
    return _one_or_more(key, value)


def _one_or_more(key: Key, value: Any) -> Any:
    make = key.choices or (lambda each: each)
    return tuple(map(make, value)) if key.is_list else make(value)
