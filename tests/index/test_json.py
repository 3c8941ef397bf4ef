"""The JSON file: valid, and the same for the same tree."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from curriculum_lint.index.json_index import json_index
from curriculum_lint.index.schema import index_model, index_schema
from tests.index.sample import FILES, index_of, write_sample
from tests.repository import write_files

SCHEMA = json.loads((Path(__file__).parents[2] / "schema/curriculum.schema.json").read_text())
HOSTILE = {
    "first_level/1_start/readme.md": '# </script> "x" `y` | \\ \u202e 😀 [a](b)\n\n]]> &amp; <b>\n',
    "first_level/2_\u2028/readme.md": "# \n\n## Exercises\n\n### 1) \t \n\n**Goal:**\n",
    "first_level/3_x/readme.md": "# " + "long " * 3_000 + "\n\n" + "word" * 3_000 + "\n",
}


def test_the_schema_in_the_repository_is_the_generated_one() -> None:
    assert index_schema() == SCHEMA
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("files", [FILES, HOSTILE, {}], ids=["sample", "hostile", "empty"])
def test_the_file_is_valid(tmp_path: Path, files: dict[str, str]) -> None:
    write_files(tmp_path, files)
    text = json_index(index_of(tmp_path))
    jsonschema.validate(json.loads(text), SCHEMA)
    index_model().model_validate_json(text)


def test_this_repository_is_valid() -> None:
    index = index_of(Path(__file__).parents[2])
    jsonschema.validate(json.loads(json_index(index)), SCHEMA)
    assert index.totals.exercises >= 180


def test_every_field_has_a_description() -> None:
    for name, definition in {**SCHEMA["$defs"], "root": SCHEMA}.items():
        for key, field in definition["properties"].items():
            assert field.get("description"), f"{name}.{key}"


def test_the_order_in_which_files_are_written_does_not_matter(tmp_path: Path) -> None:
    write_files(tmp_path / "one", FILES)
    write_files(tmp_path / "two", dict(reversed(FILES.items())))
    assert json_index(index_of(tmp_path / "one")) == json_index(index_of(tmp_path / "two"))


def test_the_schema_refuses_what_it_should(tmp_path: Path) -> None:
    data = json.loads(json_index(index_of(write_sample(tmp_path))))
    data["levels"][0]["modules"][0]["minutes"]["least"] = -1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)
