"""A course whose exercises are rows, items and bold words, seen by every command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import invoke
from tests.repository import diagnostics_on, write_files

_CONFIGURATION = """\
levels = ["."]
module-pattern = "week-{number}"
readme = "README.md"

[exercises]
forms = ["heading", "bold", "table", "checklist", "list"]

[schemas]
module = "built-in"

[severity]
missing-section = "error"

[index]
depth = "exercises"
html = "page.html"
json = "index.json"
"""
_INDEX = "<!-- curriculum-index:start -->\n<!-- curriculum-index:end -->\n"
_BEST = "\n## Best practices\n\n- Test it.\n"
_TABLE = "| # | Task |\n|---|---|\n| 1 | Greet <b>all</b> |\n| 3 | Count |\n"
FILES = {
    "curriculum-lint.toml": _CONFIGURATION,
    "README.md": f"# Course\n\n{_INDEX}",
    "week-1/README.md": f"# Week 1\n\nRows.\n\n## Exercises\n\n{_TABLE}{_BEST}",
    "week-2/README.md": f"# Week 2\n\nItems.\n\n## Exercises\n\n- [ ] Clock\n- [ ] Page\n{_BEST}",
    "week-3/README.md": f"# Week 3\n\nNumbers.\n\n## Exercises\n\n1. Sort\n2. Prove\n{_BEST}",
}


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "course"
    write_files(root, FILES)
    assert invoke("index", "--root", str(root)).exit_code == 0
    return root


def test_rows_and_items_are_asked_for_nothing_that_only_headings_hold(course: Path) -> None:
    assert [each.code for each in diagnostics_on(course)] == ["CL206"]


def test_a_number_is_mended_where_it_stands(course: Path) -> None:
    assert invoke("check", "--fix", "--root", str(course)).exit_code == 0
    readme = (course / "week-1/README.md").read_text()
    assert readme == FILES["week-1/README.md"].replace("| 3 | Count", "| 2 | Count")


def test_a_second_run_finds_the_same_from_its_cache(course: Path) -> None:
    first, second = (invoke("check", "--root", str(course)) for _ in range(2))
    assert first == second
    page = course / "week-2/README.md"
    page.write_text(page.read_text().replace("Items.", "Boxes to tick."))
    warm = invoke("check", "--root", str(course))
    assert warm == invoke("check", "--no-cache", "--root", str(course))


def test_they_are_in_the_index_and_on_the_page(course: Path) -> None:
    index = json.loads((course / "index.json").read_text())
    exercises = [e for m in index["levels"][0]["modules"] for e in m["exercises"]]
    assert [(e["number"], e["title"], e["anchor"]) for e in exercises] == [
        *[("1", "Greet all", ""), ("3", "Count", ""), ("", "Clock", ""), ("", "Page", "")],
        *[("1", "Sort", ""), ("2", "Prove", "")],
    ]
    assert "   - [1 Greet all](week-1/README.md)\n" in (course / "README.md").read_text()
    html = (course / "page.html").read_text()
    for each in exercises:
        key = each["key"].removeprefix("./")
        assert html.count(f'data-task="exercise/{key}"') == 1, key


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (
            ("new", "exercise", "X", "--in", "week-2"),
            "week-2/README.md:8 exercise “Page” is an item",
        ),
        (("remove", "week-1", "--exercise", "1"), "week-1/README.md:9 exercise 1 is a row of"),
        (("rename", "week-3", "--exercise", "2", "--to", "X"), "exercise 2 is an item of a list"),
    ],
)
def test_what_cannot_be_rewritten_is_refused(
    course: Path, command: tuple[str, ...], said: str
) -> None:
    before = {path: path.read_bytes() for path in course.rglob("*.md")}
    done = invoke(*command, "--root", str(course))
    assert done.exit_code == 2
    assert said in done.stderr
    assert "by hand" in done.stderr
    assert before == {path: path.read_bytes() for path in course.rglob("*.md")}


def test_a_unit_with_them_can_be_moved(course: Path) -> None:
    assert invoke("move", "week-3", "--to", "1", "--root", str(course)).exit_code == 0
    assert (course / "week-1/README.md").read_text().startswith("# Week 1\n\nNumbers.")


@pytest.mark.parametrize(
    ("form", "advice"),
    [
        ("checklist", "an item such as `- [ ] …` below `## Exercises`"),
        ("table", "a row of a table below `## Exercises`"),
        ("heading", "a heading such as `## 1) Title`"),
    ],
)
def test_the_advice_is_about_the_form_that_is_configured(
    course: Path, form: str, advice: str
) -> None:
    change = _CONFIGURATION.replace(
        '["heading", "bold", "table", "checklist", "list"]', f'["{form}"]'
    )
    write_files(course, {"curriculum-lint.toml": change})
    write_files(course, {"week-3/README.md": f"# Week 3\n\nNothing.\n{_BEST}"})
    found = [each for each in diagnostics_on(course) if each.place.path == "week-3/README.md"]
    assert [each.code for each in found] == ["CL104"]
    assert advice in str(found[0].help)


def test_tasks_in_prose_are_counted_only_where_exercises_are_called_so(course: Path) -> None:
    prose = "The benchmark has 8 tasks and 5 challenges."
    for unit in ("week-1", "week-2"):
        text = FILES[f"{unit}/README.md"].replace("## Exercises", f"{prose}\n\n## Exercises")
        write_files(course, {f"{unit}/README.md": text})
    assert "CL115" not in {each.code for each in diagnostics_on(course)}
    text = FILES["week-2/README.md"].replace("## Exercises", f"{prose}\n\n## Tasks")
    write_files(course, {"week-2/README.md": text})
    found = [each for each in diagnostics_on(course) if each.code == "CL115"]
    assert [each.message for each in found] == ["The text says 8 exercises; there are 2 exercises."]
