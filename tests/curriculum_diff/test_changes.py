"""``curriculum-lint changes`` tells what a change makes of the curriculum."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.changed.history import commit, git, repository
from tests.command import Result, invoke
from tests.curricula import FIRST, SECOND, THIRD, clean_files, exercise, readme
from tests.repository import write_files
from tests.robustness.outcome import assert_sound


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("GITHUB_BASE_REF", raising=False)
    return repository(tmp_path / "repository", clean_files())


def changes(root: Path, output_format: str = "text", *arguments: str) -> Result:
    done = invoke("changes", "--root", str(root), "--output-format", output_format, *arguments)
    assert_sound(done)
    assert done.exit_code == 0, done
    return done


def rows(root: Path) -> list[tuple[Any, ...]]:
    """Kind, number and title (now, or last) and what changed."""
    data = json.loads(changes(root, "json").stdout)
    return [
        (each["kind"], item["number"], item["title"], *each["changes"])
        for each in data["changes"]
        for item in [each["after"] or each["before"]]
    ]


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text()
    assert old in text
    (root / path).write_text(text.replace(old, new))


def test_no_changes_is_one_line(root: Path) -> None:
    edit(root, "README.md", "# A course", "# Another course")
    edit(root, FIRST, "Read the message first.", "Read the whole message first.")
    for output_format in ("text", "markdown"):
        assert changes(root, output_format).stdout == "No changes to the curriculum.\n"
    assert json.loads(changes(root, "json").stdout)["changes"] == []


def test_module_is_added_with_its_exercises(root: Path) -> None:
    write_files(root, {"first_level/3_streams/readme.md": readme("Pipes")})
    assert rows(root) == [
        ("module", "3", "Pipes", "added"),
        ("exercise", "1", "Print Pipes 1", "added"),
        ("exercise", "2", "Print Pipes 2", "added"),
    ]


def test_subsection_is_removed_with_its_exercises(root: Path) -> None:
    (root / THIRD).unlink()
    (root / THIRD).parent.rmdir()
    assert rows(root) == [
        ("subsection", "a", "Streams", "removed"),
        ("exercise", "1", "Print Streams 1", "removed"),
        ("exercise", "2", "Print Streams 2", "removed"),
    ]


def test_renumbered_module_says_nothing_of_what_is_in_it(root: Path) -> None:
    (root / "first_level/2_files").rename(root / "first_level/3_files")
    assert rows(root) == [("module", "3", "Files", "renumbered")]


def test_renamed_folder_is_known_by_its_title(root: Path) -> None:
    (root / "first_level/2_files").rename(root / "first_level/2_storage")
    edit(root, "first_level/2_storage/readme.md", "# Files\n", "# Files and folders\n")
    assert rows(root) == [("module", "2", "Files and folders", "renamed", "retitled")]


def test_subsection_is_moved_to_another_module(root: Path) -> None:
    (root / "first_level/2_files/a_streams").rename(root / "first_level/1_start/b_streams")
    assert rows(root) == [("subsection", "b", "Streams", "moved", "renumbered")]


def test_units_without_slugs_are_known_by_their_text(tmp_path: Path) -> None:
    files = {f"week{n}/readme.md": readme(title) for n, title in enumerate(["One", "Two"], 1)}
    settings = {"curriculum-lint.toml": 'levels = ["."]\nmodule-pattern = "week{number}"\n'}
    root = repository(tmp_path / "weeks", files | settings)
    (root / "week2").rename(root / "week3")
    write_files(root, {"week2/readme.md": readme("Something else", exercises=0)})
    assert rows(root) == [
        ("module", "2", "Something else", "added"),
        ("module", "3", "Two", "renumbered"),
    ]


def test_exercise_in_the_middle_renumbers_those_behind_it(root: Path) -> None:
    git(root, "switch", "-q", "main")
    (root / FIRST).write_text(readme("Start", exercises=6))
    commit(root)
    git(root, "switch", "-qC", "change")
    text = "# Start\n\n" + exercise(1, "Start") + exercise(2, "New").replace("Print", "Draw")
    for number in range(2, 7):
        text += exercise(number, "Start").replace(f"## {number})", f"## {number + 1})")
    (root / FIRST).write_text(f"{text}## Best practices\n\n- Read the message first.\n")
    assert [row[1:] for row in rows(root)] == [
        ("2", "Draw New 2", "added"),
        *((str(n + 1), f"Print Start {n}", "renumbered") for n in range(2, 7)),
    ]
    lines = changes(root).stdout.splitlines()
    assert lines == [
        FIRST,
        "  exercise 2: Draw New 2 – added, 1 acceptance criterion",
        "  exercises 3 to 7 – renumbered from 2 to 6",
        "",
        "1 exercise added and 5 exercises renumbered.",
    ]


def test_retitled_exercise_is_known_by_its_text(root: Path) -> None:
    edit(root, FIRST, "## 1) Print Start 1", "## 1) Something quite different")
    assert rows(root) == [("exercise", "1", "Something quite different", "retitled")]
    assert "retitled from “Print Start 1”" in changes(root).stdout


def test_exercise_is_moved_to_another_module(root: Path) -> None:
    text = exercise(2, "Start")
    edit(root, FIRST, text, "")
    edit(root, SECOND, "## Best", text.replace("## 2)", "## 3)") + "## Best")
    assert rows(root) == [("exercise", "3", "Print Start 2", "moved", "renumbered")]
    assert "moved from first_level/1_start" in changes(root).stdout


def test_second_exercise_like_another_is_added(root: Path) -> None:
    edit(root, FIRST, "## Best", exercise(2, "Start") + "## Best")
    assert rows(root) == [("exercise", "2", "Print Start 2", "added")]


def test_acceptance_criteria_are_shown_before_and_after(root: Path) -> None:
    edit(root, FIRST, "- `node Start2` prints `Start:2`.", "- It prints 2.\n- It exits with 0.")
    data = json.loads(changes(root, "json").stdout)["changes"]
    assert [each["changes"] for each in data] == [["criteria"]]
    assert data[0]["before"]["acceptance_criteria"] == ["`node Start2` prints `Start:2`."]
    assert data[0]["after"]["acceptance_criteria"] == ["It prints 2.", "It exits with 0."]
    text = changes(root).stdout
    assert "acceptance criteria 1 → 2" in text
    assert "- `node Start2`" in text
    assert "+ It exits with 0." in text


def test_time_is_shown_before_and_after(root: Path) -> None:
    edit(root, FIRST, "# Start\n", "# Start\n\n**Time:** about 90 min\n")
    assert "module 1: Start – time no time → 1 h 30 min" in changes(root).stdout


def test_base_is_read_with_its_own_configuration(root: Path) -> None:
    git(root, "switch", "-q", "main")
    write_files(root, {"curriculum-lint.toml": 'levels = ["first_level"]\n'})
    commit(root)
    git(root, "switch", "-qC", "change")
    (root / "curriculum-lint.toml").write_text('levels = ["basics"]\n')
    (root / "first_level").rename(root / "basics")
    assert [row for row in rows(root) if row[0] != "level"] == []
    (root / "curriculum-lint.toml").unlink()
    assert changes(root).exit_code == 0


def test_markdown_table_shows_strangers_text_and_obeys_none_of_it(root: Path) -> None:
    title = "A | <img src=x> @someone #1 [l](http://e.org) `c` ##[error]"
    edit(root, FIRST, "## 1) Print Start 1", f"## 1) {title}")
    edit(root, FIRST, "- `node Start1` prints", "- @all | <b> prints")
    table = changes(root, "markdown").stdout
    row = next(line for line in table.splitlines() if "exercise 1" in line)
    assert row.count("|") == 5
    assert "<img" not in row
    assert "<b>" not in row
    assert "@someone" not in row
    assert "@all" not in row


def test_markdown_table_fits_into_a_comment(root: Path) -> None:
    text = readme("Start", exercises=900)
    (root / FIRST).write_text(text)
    table = changes(root, "markdown").stdout
    assert len(table) < 65_000
    assert "more, which `curriculum-lint changes` lists." in table


def test_nothing_there_before_is_all_added(tmp_path: Path) -> None:
    write_files(tmp_path / "new", clean_files())
    git(tmp_path / "new", "init", "-qb", "main")
    assert {row[3] for row in rows(tmp_path / "new")} == {"added"}
    assert changes(tmp_path / "new").stdout.splitlines()[-1] == (
        "1 level added, 2 modules added, 1 subsection added and 6 exercises added."
    )


def test_exercises_in_other_forms_and_files_are_compared(tmp_path: Path) -> None:
    configuration = (
        'levels = ["."]\nmodule-pattern = "week-{number}"\n'
        '[exercises]\nforms = ["checklist"]\nfiles = ["exercises/*.md"]\n'
    )
    files = {
        "curriculum-lint.toml": configuration,
        "README.md": "# Course\n\n- [One](week-1/readme.md)\n",
        "week-1/readme.md": "# One\n\n## Tasks\n\n- [ ] Read it\n- [ ] Write it\n",
        "week-1/exercises/01-greet.md": "# Greet\n\nSay hello.\n",
    }
    root = repository(tmp_path / "repository", files)
    edit(root, "week-1/readme.md", "- [ ] Write it\n", "- [ ] Write it\n- [ ] Run it\n")
    write_files(root, {"week-1/exercises/02-count.md": "# Count\n\nCount all words.\n"})
    assert rows(root) == [
        ("exercise", "", "Run it", "added"),
        ("exercise", "2", "Count", "added"),
    ]
    data = json.loads(changes(root, "json").stdout)["changes"]
    assert [each["after"]["path"] for each in data] == [
        "week-1/readme.md",
        "week-1/exercises/02-count.md",
    ]
