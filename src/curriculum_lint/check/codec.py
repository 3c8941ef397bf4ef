"""JSON rows → the named tuples they were written from. Writing needs no code: a tuple is a list.

The decoder of a type is built once, from its annotations.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Decoder = Callable[[Any], Any]


def to_json(data: object) -> str:
    """Rows as JSON."""
    return json.dumps(data, separators=(",", ":"))


def _same(value: Any) -> Any:
    return value


@cache
def decoder(hint: Any) -> Decoder:
    """A function that turns a row into a value of the annotated type.

    Handles named tuples, enumerations, ``tuple[X, ...]``, ``X | None``, and what JSON itself has.
    Another sequence, and a named tuple that has others in it, is left as it is where it stands in
    the rows already.
    The rows are trusted to have the right shape; a wrong one raises ``TypeError``,
    ``ValueError`` or ``LookupError``, if it is noticed at all.
    """
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _optional(hint)
    if origin is tuple:
        return _many(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        # A look-up in a dictionary: calling the class takes ten times as long.
        return {member.value: member for member in hint}.__getitem__
    if isinstance(hint, type) and hasattr(hint, "_fields"):
        return _row(hint)
    return _same


def _optional(hint: Any) -> Decoder:
    (inner,) = [decoder(each) for each in get_args(hint) if each is not NoneType]
    if inner is _same:
        return _same
    return lambda value: None if value is None else inner(value)


def _many(arguments: tuple[Any, ...]) -> Decoder:
    inner = decoder(arguments[0])
    if len(arguments) != 2 or arguments[1] is not Ellipsis:
        raise TypeError("only tuples of one type can be stored")
    return tuple if inner is _same else lambda rows: tuple(map(inner, rows))


def _row(kind: Any) -> Decoder:
    hints = get_type_hints(kind)
    decoders = [decoder(hints[name]) for name in kind._fields]
    # Without the checks of `_make`, which would take most of the time: rows are trusted.
    make = partial(tuple.__new__, kind)
    special = [(index, each) for index, each in enumerate(decoders) if each is not _same]
    if not special:
        return make

    def decode(row: list[Any]) -> Any:
        if type(row) is kind:
            return row
        for index, each in special:
            row[index] = each(row[index])
        return make(row)

    return decode
