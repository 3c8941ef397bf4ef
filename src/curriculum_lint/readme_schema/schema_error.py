"""What a schema finds in a readme."""

from __future__ import annotations

from typing import Any, NamedTuple


class SchemaError(NamedTuple):
    """One difference between an instance and its schema, as plain data.

    ``path`` leads to the place in the instance, ``keyword`` is the schema's keyword that is not
    satisfied and ``expected`` its value. ``found`` is what is there: the missing keys, a count,
    a form. ``told`` says it in the schema's own words.
    """

    path: tuple[str | int, ...]
    keyword: str
    expected: Any
    found: Any
    told: str
