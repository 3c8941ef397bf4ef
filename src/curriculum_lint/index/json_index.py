"""The index as JSON: the same curriculum gives the same bytes on every system."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import cache
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any

from ..text.utf_8 import writable
from .entries import CurriculumIndex


def json_index(index: CurriculumIndex) -> str:
    """The file ``curriculum.json``, which `schema/curriculum.schema.json` describes."""
    for known, text in _LAST:
        if known is index:
            return text
    # What is no character, because its file had bytes that are no UTF-8, cannot be written.
    _LAST[:] = [(index, writable(_written(index, "\n")) + "\n")]
    return _LAST[0][1]


#: It is compared with what is there, and asked for by all that is made from it.
_LAST: list[tuple[CurriculumIndex, str]] = []


def _written(value: Any, line: str) -> str:
    """What `json.dumps` writes with an indent, in a third of its time; ``line`` begins a line."""
    kind: Any = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind is tuple:
        return _listed(value, line)
    plain = _PLAIN.get(kind)
    if plain is not None:
        return plain(value)
    form, values_of = _form(kind, line)
    return form % tuple([_written(each, f"{line}  ") for each in values_of(value)])


_PLAIN: dict[type, Callable[[Any], str]] = {
    type(None): lambda _: "null",
    bool: lambda value: "true" if value else "false",
    int: str,
}


def _listed(values: Sequence[Any], line: str) -> str:
    inner = f"{line}  "
    items = f",{inner}".join([_written(each, inner) for each in values])
    return f"[{inner}{items}{line}]" if values else "[]"


@cache
def _form(kind: Any, line: str) -> tuple[str, Callable[[Any], tuple[Any, ...]]]:
    """A record with a gap for the value of each field, and what gives these values."""
    names = [each.name for each in fields(kind)]
    rows = ",".join(f'{line}  "{name}": %s' for name in names)
    return f"{{{rows}{line}}}", attrgetter(*names)
