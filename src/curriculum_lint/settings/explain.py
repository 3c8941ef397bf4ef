"""Says in a person's words what pydantic found wrong with a configuration.

Imports pydantic: only for configurations that are validated.
"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..text.suggest import closest
from .data import kebab
from .errors import Problem
from .key import Key, ValueType, keys_of, table_of
from .key_lines import KeyPath
from .read import RawConfiguration
from .settings import Settings
from .severity import Severity
from .toml_text import shorten, shown, toml_key, toml_value

#: More problems than this are never shown, and looking for what was meant takes time.
_MAX_EXPLAINED = 100

_EXPECTED = {
    "list_type": "a list of strings",
    "string_type": "a string",
    "int_type": "a whole number",
    "dict_type": "a table",
    "model_type": "a table",
}


def explain(error: ValidationError, raw: RawConfiguration) -> list[Problem]:
    """One problem for each error, at the line of its key."""
    details = error.errors(include_url=False)
    details.sort(key=lambda detail: raw.line_of(_written_at(detail)) or 0)
    counted = [
        Problem("is wrong too", raw.path, raw.line_of(_written_at(detail)))
        for detail in details[_MAX_EXPLAINED:]
    ]
    return [_problem(detail, raw) for detail in details[:_MAX_EXPLAINED]] + counted


def _problem(detail: ErrorDetails, raw: RawConfiguration) -> Problem:
    place, written_at = detail["loc"], _written_at(detail)
    # Where the key itself is wrong, the message names it.
    about = place if place == written_at else written_at[:-1]
    return Problem(_message(detail, about), raw.path, raw.line_of(written_at))


def _written_at(detail: ErrorDetails) -> KeyPath:
    place = detail["loc"]
    # A table in which any key is allowed is never deeper: its own key may be called "[key]".
    return place[:-1] if place[2:] == ("[key]",) else place


def _message(detail: ErrorDetails, place: KeyPath) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown_key(place)
    if kind == "value_error":
        return f"{_key(place)}: {context['error']}"
    if kind == "literal_error":
        return _not_one_of(place, detail["input"])
    if kind in ("greater_than_equal", "less_than_equal"):
        return _out_of_range(place, context, detail["input"])
    if kind == "too_short":
        return f"{_key(place)} must have at least one name; remove the key for the built-in names"
    return _wrong_type(place, _EXPECTED.get(kind, "something else"), detail["input"])


def _unknown_key(place: KeyPath) -> str:
    table = _table(place[0]) if len(place) > 1 else None
    known = list(_keys(table or Settings))
    meant = closest(str(place[-1]), known)
    advice = f'did you mean "{meant}"?' if meant else f"known are {', '.join(known)}"
    within = f" in [{_key(place[:-1])}]" if len(place) > 1 else ""
    return f"unknown key {shown(str(place[-1]))}{within}; {advice}"


def _wrong_type(place: KeyPath, expected: str, found: object) -> str:
    if place and isinstance(place[-1], int):
        item = f"item {place[-1] + 1} is {shown(found)}"
        return f"{_key(place)} must be a list of strings{_example(place)}; {item}"
    return f"{_key(place)} must be {expected}{_example(place)}, not {shown(found)}"


def _not_one_of(place: KeyPath, found: object) -> str:
    choices = _declared(place).choices
    assert choices is not None
    known = [each.value for each in choices]
    listed = f"{', '.join(map(shown, known[:-1]))} or {shown(known[-1])}"
    message = f"{_key(place)} must be {listed}, not {shown(found)}"
    if choices is Severity and found in ("off", "none", "ignore", False):
        return f"{message}; to switch a rule off, add it to ignore"
    meant = closest(found, known) if isinstance(found, str) else None
    return f'{message}; did you mean "{meant}"?' if meant else message


def _out_of_range(place: KeyPath, context: dict[str, Any], found: object) -> str:
    if "ge" in context:
        return f"{_key(place)} must be at least {context['ge']}, not {shown(found)}"
    return f"{_key(place)} must be at most {context['le']}, not {shown(found)}"


def _key(place: KeyPath) -> str:
    """The dotted key, without the index of an item."""
    return toml_key([shorten(part) for part in place if isinstance(part, str)])


def _example(place: KeyPath) -> str:
    """An example of the whole setting that ``place`` is in, as ``, e.g. key = value``."""
    depth = 2 if _table(place[0]) and len(place) > 1 else 1
    return f", e.g. {_key(place[:depth])} = {toml_value(_declared(place).example)}"


def _declared(place: KeyPath) -> Key:
    """The declaration of the key that ``place`` is in."""
    table = _table(place[0]) if len(place) > 1 else None
    return _keys(table)[str(place[1])] if table else _keys(Settings)[str(place[0])]


def _table(key: str | int) -> type | None:
    """The settings of ``key`` where it is a table of known keys."""
    is_table = _keys(Settings)[str(key)].of is ValueType.TABLE
    return table_of(Settings, str(key)) if is_table else None


def _keys(settings: type) -> dict[str, Key]:
    """The declarations by their keys in the file."""
    return {kebab(name): key for name, key in keys_of(settings)}
