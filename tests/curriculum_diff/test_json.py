"""The JSON of ``changes`` keeps to its schema, whatever a change holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import referencing
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.curriculum_diff.as_json import json_changes
from curriculum_lint.curriculum_diff.item import CurriculumItem, ItemKind, change_of
from curriculum_lint.curriculum_diff.model import ChangesModel, changes_schema
from tests.changed.history import git, repository
from tests.checkout import ROOT
from tests.command import invoke
from tests.curricula import FIRST, SECOND, THIRD, clean_files, readme
from tests.repository import write_files

VALIDATOR = jsonschema.Draft202012Validator(changes_schema(), registry=referencing.Registry())
COMMIT = "0123456789abcdef" * 2 + "01234567"


def assert_described(written: str) -> dict[str, Any]:
    """Schema and model say the same as the text, and leave nothing out."""
    data = json.loads(written)
    assert isinstance(data, dict)
    VALIDATOR.validate(data)
    assert ChangesModel.model_validate_json(written).model_dump(mode="json") == data
    return data


def test_the_schema_is_a_valid_schema_that_describes_every_field() -> None:
    schema = changes_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for name, definition in {"Changes": schema, **schema["$defs"]}.items():
        assert "description" in definition, name
        for key, field in definition.get("properties", {}).items():
            assert "description" in field or "$ref" in field, f"{name}.{key}"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("GITHUB_BASE_REF", raising=False)
    return repository(tmp_path / "repository", clean_files())


def changes(root: Path) -> dict[str, Any]:
    done = invoke("changes", "--root", str(root), "--output-format", "json")
    assert done.exit_code == 0, done
    return assert_described(done.stdout)


def test_every_kind_of_change_is_described(root: Path) -> None:
    timed = readme("Start").replace("# Start\n", "# Start\n\n**Time:** 1–2 h\n")
    (root / FIRST).write_text(timed.replace("prints `Start:2`", "writes `Start:2`"))
    (root / THIRD).unlink()
    (root / THIRD).parent.rmdir()
    (root / SECOND).write_text((root / SECOND).read_text().replace("# Files\n", "# The files\n"))
    (root / SECOND).parent.rename(root / "first_level/4_storage")
    write_files(root, {"first_level/3_streams/readme.md": readme("Pipes")})
    write_files(root, {"first_level/5_empty/notes.md": "# Notes\n"})
    found = {kind for each in changes(root)["changes"] for kind in each["changes"]}
    assert {"added", "removed", "renumbered", "renamed", "retitled", "criteria", "time"} <= found


def test_no_change_and_no_commit_are_described(root: Path, tmp_path: Path) -> None:
    assert changes(root)["changes"] == []
    write_files(tmp_path / "new", clean_files())
    git(tmp_path / "new", "init", "-qb", "main")
    assert changes(tmp_path / "new")["base"]["commit"] is None


TEXT = st.text(max_size=8)
MINUTES = st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99))
ITEMS = st.builds(
    CurriculumItem,
    st.sampled_from(ItemKind),
    *([TEXT] * 5),
    criteria=st.lists(TEXT, max_size=2).map(tuple),
    minutes=MINUTES,
)


@given(st.lists(st.tuples(ITEMS, st.none() | ITEMS), max_size=3), TEXT)
def test_any_text_is_described(
    pairs: list[tuple[CurriculumItem, CurriculumItem | None]], base: str
) -> None:
    found = [change_of(*pair) for pair in pairs]
    found = [each for each in found if each.changes]
    data = assert_described("".join(json_changes(found, f"{base}\udc80", COMMIT)))
    assert len(data["changes"]) == len(found)


def test_the_example_of_the_documentation_is_described() -> None:
    page = (ROOT / "docs/changed.md").read_text()
    shown = page.partition("```json\n")[2].partition("```")[0]
    assert assert_described(shown)["changes"]
