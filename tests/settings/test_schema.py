"""The JSON Schema of the configuration says what the tool says."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import pytest
from jsonschema import Draft7Validator

from curriculum_lint.settings.data import settings_to_data
from curriculum_lint.settings.schema import configuration_schema
from curriculum_lint.settings.settings import Settings

from .test_validate import EVERYTHING

SCHEMA = configuration_schema()


def settings_of(schema: dict) -> Iterator[tuple[str, dict]]:
    """Every setting with its schema, of the tables too."""
    for part in (schema, *schema["$defs"].values()):
        yield from part["properties"].items()


def errors(text: str) -> list[str]:
    return [e.json_path for e in Draft7Validator(SCHEMA).iter_errors(tomllib.loads(text))]


def test_is_a_schema_of_the_stated_draft():
    assert SCHEMA["$schema"] == Draft7Validator.META_SCHEMA["$id"]
    # A name, because no address is ours: nobody asks the web for it.
    assert SCHEMA["$id"].startswith("urn:")
    Draft7Validator.check_schema(SCHEMA)


def test_describes_every_setting_and_no_other():
    assert set(SCHEMA["properties"]) == set(settings_to_data(Settings(root=""))) - {"root"}


@pytest.mark.parametrize(("name", "setting"), list(settings_of(SCHEMA)))
def test_every_setting_has_a_description_and_examples_that_are_valid(name, setting):
    target = SCHEMA["$defs"][setting["$ref"].rpartition("/")[2]] if "$ref" in setting else setting
    assert target["description"].endswith(".")
    validator = Draft7Validator({**SCHEMA, **setting, "$defs": SCHEMA["$defs"]}).evolve(
        schema={**target, "$defs": SCHEMA["$defs"]}
    )
    assert [list(validator.iter_errors(example)) for example in setting["examples"]] == [[]]


def test_defaults_are_those_of_the_settings():
    data = settings_to_data(Settings(root=""))
    for name, setting in SCHEMA["properties"].items():
        if "default" in setting:
            assert setting["default"] == data[name]
    for table in ("links", "index", "limits"):
        definition = SCHEMA["$defs"][f"{table.capitalize()}Table"]["properties"]
        given = {key: value["default"] for key, value in definition.items() if "default" in value}
        assert given == {key: value for key, value in data[table].items() if value is not None}


def test_accepts_a_configuration_with_everything():
    assert errors(EVERYTHING) == []


@pytest.mark.parametrize(
    "text",
    [
        "levls = []",
        "levels = 'x'",
        "levels = ['']",
        "links.absolut = 'x'",
        "links.absolute = 'x'",
        "severity.CL1 = 'off'",
        "severity.'C L' = 'info'",
        "ignore = ['C L']",
        "module-pattern = 'module'",
        "subsection-pattern = '{number}'",
        "sections.Goal = ['x']",
        "sections.goal = []",
        "schemas.Module = 'x'",
        "limits.nesting = 1",
        "limits.nesting = '60'",
    ],
)
def test_refuses_what_the_tool_refuses(text):
    assert errors(text)
