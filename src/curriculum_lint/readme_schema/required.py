"""What a section must be like that a schema requires, for whoever writes one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..model.outline import Form
from .readme_schema import ReadmeSchema

_MOST_ITEMS = 20
_LISTS = frozenset({Form.BULLET, Form.ORDERED, Form.TASK})


class Required(NamedTuple):
    """A section to write: its form, and how many items its list has at least."""

    key: str
    form: Form = Form.TEXT
    items: int = 1


def required_section(schema: ReadmeSchema, key: str, *, of_exercise: bool) -> Required:
    """What the schema asks of one section; plain text where it allows that."""
    properties = schema.section(key, of_exercise=of_exercise).get("properties")
    if not isinstance(properties, Mapping):
        return Required(key)
    form = _form(properties.get("form"))
    items = properties.get("items")
    least = items.get("minimum") if isinstance(items, Mapping) else None
    number = least if isinstance(least, int) and form in _LISTS else 1
    return Required(key, form, max(1, min(number, _MOST_ITEMS)))


def required_sections(schema: ReadmeSchema, *, of_exercise: bool) -> tuple[Required, ...]:
    """The sections that an exercise, or a readme, must have, in the order of the schema."""
    keys = schema.exercise_keys if of_exercise else schema.readme_keys
    required = schema.required_of_exercise if of_exercise else schema.required_of_readme
    return tuple(
        required_section(schema, key, of_exercise=of_exercise) for key in keys if key in required
    )


def _form(schema: Any) -> Form:
    table = schema if isinstance(schema, Mapping) else {}
    allowed = [table["const"]] if "const" in table else table.get("enum")
    known = [Form(each) for each in allowed if each in _FORMS] if isinstance(allowed, list) else []
    return known[0] if known else Form.TEXT


_FORMS = frozenset(str(form) for form in Form) - {str(Form.EMPTY)}
