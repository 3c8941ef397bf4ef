"""The formats as they look, and what holds for any curriculum.

UPDATE_GOLDEN=1 writes the files anew: look at the difference.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import jsonschema
import pytest
from markdown_it import MarkdownIt

from curriculum_lint.index.schema import model_of
from curriculum_lint.stats.entries import CurriculumStats
from curriculum_lint.stats.json_stats import json_stats
from curriculum_lint.stats.markdown import markdown_stats
from curriculum_lint.stats.schema import stats_schema
from curriculum_lint.stats.screen import Screen
from curriculum_lint.stats.text import text_stats
from curriculum_lint.text.width import text_width
from tests.checkout import ROOT
from tests.stats.sample import HOSTILE, RICH, stats_of

GOLDEN = Path(__file__).parent / "golden"
SCHEMA = json.loads((ROOT / "schema/stats.schema.json").read_text(encoding="utf-8"))
LESSONS = {
    f"first_level/{n}_x/readme.md": f"# Lesson {n}\n\n**Time:** {n * 10} min\n" for n in (1, 2, 3)
}
CURRICULA = {"rich": RICH, "hostile": HOSTILE, "lessons": LESSONS, "empty": {}}

Written = Callable[[CurriculumStats], Iterator[str]]

each_curriculum = pytest.mark.parametrize("files", CURRICULA.values(), ids=CURRICULA)


@pytest.mark.parametrize("name", CURRICULA)
@pytest.mark.parametrize(
    ("ending", "written"),
    [
        (".txt", partial(text_stats, screen=Screen())),
        (".ascii.txt", partial(text_stats, screen=Screen(60, "ascii"))),
        (".md", markdown_stats),
    ],
    ids=["text", "ascii", "markdown"],
)
def test_what_is_written(name: str, ending: str, written: Written, tmp_path: Path) -> None:
    text = "".join(written(stats_of(tmp_path, CURRICULA[name])))
    golden = GOLDEN / f"{name}{ending}"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(text.encode())
    assert text == golden.read_bytes().decode()


def _is_listed(line: str) -> bool:
    """Whether it is a place that people copy, which is never cut."""
    return line.startswith("  first_level/")


@each_curriculum
@pytest.mark.parametrize("columns", [10, 60, 80, 93, 400])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_no_line_is_wider_than_the_screen(
    files: dict[str, str], columns: int, encoding: str, tmp_path: Path
) -> None:
    screen = Screen(columns, encoding)
    text = "".join(text_stats(stats_of(tmp_path, files), screen))
    text.encode(encoding)
    for line in text.splitlines():
        assert _is_listed(line) or text_width(line) <= min(max(columns, 60), 120), line


@each_curriculum
def test_the_cells_of_a_column_end_below_each_other(files: dict[str, str], tmp_path: Path) -> None:
    lines = "".join(text_stats(stats_of(tmp_path, files), Screen())).split("\n")
    ends = {text_width(line) for line in lines if line.endswith(("  LIX", "  –"))}
    assert len(ends) <= 1


@each_curriculum
def test_every_row_of_a_markdown_table_has_its_cells_and_no_markup(
    files: dict[str, str], tmp_path: Path
) -> None:
    text = "".join(markdown_stats(stats_of(tmp_path, files)))
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    kinds = {each.type for token in tokens for each in (token, *(token.children or ()))}
    assert not kinds & {"html_inline", "html_block", "link_open", "image", "fence"}
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert sum(token.type == "tr_open" for token in tokens) == sum(
        not row.startswith("|:--") for row in rows
    )
    assert len({row.count("|") for row in rows}) <= 1


@each_curriculum
def test_the_json_is_what_the_schema_describes(files: dict[str, str], tmp_path: Path) -> None:
    stats = stats_of(tmp_path, files)
    text = "".join(json_stats(stats))
    assert text.isascii()
    assert text.count("\n") == 1
    jsonschema.validate(json.loads(text), SCHEMA)
    read = model_of(CurriculumStats).model_validate_json(text)
    assert read.model_dump(mode="json") == json.loads(text)
    assert text == "".join(json_stats(stats_of(tmp_path, files)))


def test_the_schema_in_the_repository_is_the_generated_one() -> None:
    assert stats_schema() == SCHEMA
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_field_of_the_schema_is_described() -> None:
    for name, definition in {"": SCHEMA, **SCHEMA["$defs"]}.items():
        assert "description" in definition, name
        for key, field in definition.get("properties", {}).items():
            assert "description" in field, f"{name}.{key}"


def test_bytes_that_are_no_text_are_written_as_escapes(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/first_level/1_\xff"
    try:
        os.makedirs(folder)
    except OSError:
        pytest.skip("this file system refuses such a name")
    Path(os.fsdecode(folder), "readme.md").write_text("# A\n")
    stats = stats_of(tmp_path, {})
    [unit] = json.loads("".join(json_stats(stats)))["levels"][0]["modules"]
    assert unit["path"] == "first_level/1_\\udcff"
    assert "first_level" not in "".join(text_stats(stats, Screen()))
