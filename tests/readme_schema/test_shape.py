"""Readmes of equal shape are equally valid, whatever schema is asked."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.readme_schema.readme_schema import ReadmeSchema
from curriculum_lint.readme_schema.shape import Shape

_COUNTS = st.integers(0, 5)
_SECTIONS = st.fixed_dictionaries(
    {
        "form": st.sampled_from(["text", "ordered"]),
        "items": _COUNTS,
        "texts": st.lists(st.sampled_from(["a", "bb", "ccc"]), max_size=3),
    }
)
_EXERCISES = st.fixed_dictionaries(
    {"title": st.sampled_from(["", "A", "Beta"])},
    optional={"number": st.sampled_from(["1", "1.1"]), "steps": _SECTIONS},
)
_READMES = st.fixed_dictionaries(
    {"kind": st.just("module"), "title": st.sampled_from(["", "A", "Beta"])},
    optional={
        "number": st.integers(0, 3),
        "goal": _SECTIONS,
        "exercises": st.lists(_EXERCISES, max_size=3),
    },
)

_OF_NUMBER = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["integer", "string"]),
        "minimum": _COUNTS,
        "maximum": _COUNTS,
        "exclusiveMinimum": _COUNTS,
        "const": _COUNTS,
        "enum": st.lists(_COUNTS, min_size=1, max_size=2),
        "not": st.fixed_dictionaries({"minimum": _COUNTS}),
        "description": st.just("A number."),
    },
)
_OF_TEXT = st.fixed_dictionaries(
    {}, optional={"type": st.just("string"), "minLength": _COUNTS, "title": st.just("The title")}
)
_OF_TEXTS = st.fixed_dictionaries(
    {}, optional={"type": st.just("array"), "items": _OF_TEXT, "minItems": _COUNTS}
)
_OF_SECTION = st.fixed_dictionaries(
    {},
    optional={
        "properties": st.fixed_dictionaries({}, optional={"items": _OF_NUMBER, "texts": _OF_TEXTS}),
        "additionalProperties": st.one_of(st.booleans(), _OF_NUMBER),
        "required": st.just(["texts"]),
        "enum": st.just([{"form": "text", "items": 2, "texts": []}]),
    },
)
_OF_EXERCISES = st.fixed_dictionaries(
    {},
    optional={
        "uniqueItems": st.booleans(),
        "minItems": _COUNTS,
        "items": st.fixed_dictionaries(
            {},
            optional={
                "required": st.lists(st.sampled_from(["number", "steps"]), max_size=2, unique=True),
                "properties": st.fixed_dictionaries(
                    {}, optional={"title": _OF_TEXT, "number": _OF_TEXT, "steps": _OF_SECTION}
                ),
            },
        ),
    },
)
_SCHEMAS = st.fixed_dictionaries(
    {
        "properties": st.fixed_dictionaries(
            {},
            optional={
                "title": _OF_TEXT,
                "number": _OF_NUMBER,
                "goal": _OF_SECTION,
                "exercises": _OF_EXERCISES,
            },
        )
    },
    optional={"required": st.lists(st.sampled_from(["number", "goal"]), max_size=2, unique=True)},
)


def shape_of(schema: dict[str, Any], instance: dict[str, Any]) -> str:
    return json.dumps(Shape(schema).of(instance))


@given(_SCHEMAS, st.lists(_READMES, min_size=2, max_size=12))
def test_readmes_of_equal_shape_are_equally_valid(
    schema: dict[str, Any], readmes: list[dict[str, Any]]
) -> None:
    verdicts: dict[str, bool] = {}
    for readme in readmes:
        # One that remembers nothing: what is remembered is what is tested.
        is_valid = not ReadmeSchema("s.json", schema).errors(readme)
        assert verdicts.setdefault(shape_of(schema, readme), is_valid) is is_valid


def test_what_is_written_anew_in_each_readme_makes_no_difference() -> None:
    steps = {"properties": {"items": {"type": "integer", "minimum": 2}}}
    schema = {"properties": {"title": {"type": "string"}, "goal": steps}}

    def readme(title: str, count: int) -> dict[str, Any]:
        section = {"form": "text", "items": count, "texts": ["x"] * count}
        return {"title": title, "number": count, "goal": section}

    first = shape_of(schema, readme("One", 2))
    assert shape_of(schema, readme("Two", 7)) == first
    assert shape_of(schema, readme("Two", 1)) != first
