"""Accepts a table in which nothing is wrong, so that pydantic is loaded only to say what is.

It is derived from the same declarations as the model, and a test holds the two together.
"""

from __future__ import annotations

from typing import Any

from .data import Data, kebab
from .key import Key, ValueType, keys_of, table_of
from .settings import Settings
from .values import CHECKS


def accepted(table: Data) -> Data | None:
    """The settings that ``table`` gives, in their final form; ``None`` where something is wrong."""
    try:
        return _table(Settings, table)
    except (KeyError, ValueError):
        return None


def _table(settings: type, table: object) -> Data:
    declared = {kebab(name): (name, key) for name, key in keys_of(settings)}
    return {
        name: _value(settings, *declared[name], value) for name, value in _of(dict, table).items()
    }


def _value(settings: type, name: str, key: Key, value: object) -> Any:
    if key.of is ValueType.TABLE:
        return _table(table_of(settings, name), value)
    if key.names:
        check = CHECKS[key.names]
        items = _of(dict, value).items()
        return {check(_of(str, each)): _one_or_more(key, item) for each, item in items}
    return _one_or_more(key, value)


def _one_or_more(key: Key, value: object) -> Any:
    if not key.is_list:
        return _one(key, value)
    items = [_one(key, each) for each in _of(list, value)]
    return _within(items, len(items) >= key.least)


def _one(key: Key, value: object) -> Any:
    if key.of is ValueType.NUMBER:
        number = _of(int, value)
        return _within(number, key.least <= number <= key.most)
    text = _of(str, value)
    if key.choices is not None:
        return _within(text, text in {each.value for each in key.choices})
    return CHECKS[key.of](text)


def _of(kind: type, value: object) -> Any:
    """``value`` if it is exactly of that kind: a truth value is no number."""
    return _within(value, type(value) is kind)


def _within(value: Any, is_allowed: bool) -> Any:
    if not is_allowed:
        raise ValueError(value)
    return value
