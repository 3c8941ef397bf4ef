"""What the built-in schemas find is what jsonschema finds with them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.readme_schema.plain_errors import NotPlainError, plain_errors
from curriculum_lint.readme_schema.readme_schema import ReadmeSchema
from curriculum_lint.readme_schema.schema_error import SchemaError
from curriculum_lint.readme_schema.schemas import load_schemas
from curriculum_lint.settings.settings import Settings

SCHEMAS = load_schemas(Settings(root=""))
FORMS = ["empty", "text", "bullet", "ordered", "task"]
SECTION = st.fixed_dictionaries(
    {
        "form": st.sampled_from(FORMS),
        "items": st.integers(0, 3),
        "texts": st.lists(st.just("Read it"), max_size=2),
    }
)
KEYS_OF_EXERCISE = ["goal", "steps", "acceptance_criteria", "hints", "own"]
KEYS = ["outcomes", "concepts", "best_practices", "resources", "own"]


def with_sections(keys: list[str], **own: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(own, optional=dict.fromkeys(keys, SECTION))


EXERCISE = with_sections(KEYS_OF_EXERCISE, title=st.just("Copy"), number=st.just("4a.1"))
README = with_sections(
    KEYS,
    kind=st.sampled_from(["module", "subsection", "level"]),
    title=st.just("Files"),
    number=st.integers(0, 3),
    exercises=st.lists(EXERCISE, max_size=3),
)


def once(errors: list[SchemaError]) -> list[SchemaError]:
    """Each thing once, as a readme is told: jsonschema repeats what is missing for each key."""
    found = [each._replace(told="") for each in errors]
    return [each for at, each in enumerate(found) if each not in found[:at]]


@pytest.mark.parametrize("kind", sorted(SCHEMAS))
@given(readme=README)
def test_the_same_is_found(kind: str, readme: dict[str, Any]) -> None:
    schema = SCHEMAS[kind]
    assert schema.is_ours
    with_library = ReadmeSchema(schema.path, schema.schema)
    assert once(schema.errors(readme)) == once(with_library.errors(readme))
    plain_errors(schema.schema, readme)


@pytest.mark.parametrize(
    "schema",
    [
        {"anyOf": [{}]},
        {"$ref": "#/properties/a"},
        {"$ref": "#/$defs/nowhere"},
        {"type": "array"},
        {"type": ["object"]},
        {"properties": {"a": {"type": "integer"}}},
    ],
)
def test_anything_else_is_left_to_jsonschema(schema: dict[str, Any]) -> None:
    with pytest.raises(NotPlainError):
        plain_errors(schema, {"a": True})
