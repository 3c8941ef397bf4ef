"""What the index takes from a curriculum."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from curriculum_lint.index.entries import CurriculumIndex, IndexedUnit, Range
from tests.index.sample import FILES, index_of, write_sample
from tests.repository import write_files


@pytest.fixture
def index(tmp_path: Path) -> CurriculumIndex:
    return index_of(write_sample(tmp_path))


@pytest.fixture
def units(index: CurriculumIndex) -> dict[str, IndexedUnit]:
    return {unit.path.removeprefix("first_level/"): unit for unit in index.units()}


def test_units_come_in_natural_order(index: CurriculumIndex) -> None:
    assert [unit.label for unit in index.units()] == ["1", "1a", "2", "10"]
    assert [unit.title for unit in index.units()] == ["Start", "More output", "Files", "The end"]


def test_the_root_and_the_levels_have_titles_and_summaries(index: CurriculumIndex) -> None:
    assert (index.title, index.summary, index.readme) == (
        "A course",
        "Learn to build.",
        "README.md",
    )
    [level] = index.levels
    assert (level.path, level.title, level.summary) == ("first_level", "First level", "The basics.")
    assert not level.reserved


def test_a_summary_is_the_first_sentence_as_plain_text(units: dict[str, IndexedUnit]) -> None:
    assert units["1_start"].summary == "Print hello with Node.js, e.g. twice."
    assert units["10_end"].summary == ""


@pytest.mark.parametrize(
    "before",
    [
        "**Time:** 2 h",
        "![A badge](b.png) [![Another](c.png)](x)",
        "> A note.",
        "<!-- Nothing. -->",
        "- A list.",
        "[← Back](../readme.md) | [Next](../2_files/readme.md)",
        "https://example.org/a",
        "In this unit you will learn:\n\n- to print",
        "{% include header.html %}",
        "[[toc]]",
        "$$\nx^2\n$$",
    ],
)
def test_what_is_no_sentence_about_the_unit_is_no_summary(tmp_path: Path, before: str) -> None:
    path = "first_level/1_start/readme.md"
    write_files(tmp_path, {path: f"# Start\n\n{before}\n\nBuild it.\n"})
    [unit] = index_of(tmp_path).units()
    assert unit.summary == "Build it."


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("One<br>two<br/>three.", "One two three."),
        ("Terms[^1] matter[^note].\n\n[^1]: Really.", "Terms matter."),
        ("See [the guide](a.md) first.", "See the guide first."),
        ("Use [^abc] in brackets.", "Use [^abc] in brackets."),
    ],
)
def test_a_summary_reads_as_it_does_on_the_page(tmp_path: Path, text: str, summary: str) -> None:
    write_files(tmp_path, {"first_level/1_start/readme.md": f"# Start\n\n{text}\n"})
    [unit] = index_of(tmp_path).units()
    assert unit.summary == summary


@pytest.mark.parametrize("kind", ["index", "graph"])
def test_what_is_generated_is_no_summary(tmp_path: Path, kind: str) -> None:
    region = f"<!-- curriculum-{kind}:start -->\n\nOld.\n\n<!-- curriculum-{kind}:end -->"
    write_files(tmp_path, {"first_level/1_start/readme.md": f"# Start\n\n{region}\n\nMine.\n"})
    [unit] = index_of(tmp_path).units()
    assert unit.summary == "Mine."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Two\nlines\n=====\n", "Two lines"),
        ("# With an anchor {#name}\n", "With an anchor"),
        ('---\ntitle: "Of the metadata"\n---\n\nText.\n', "Of the metadata"),
        ("---\nlayout: x\ntitle: Plain words # a comment\n---\n", "Plain words"),
        ('+++\ntitle = "Of TOML"\n+++\n', "Of TOML"),
        ("---\ntitle: Metadata\n---\n\n# Heading\n", "Heading"),
        ("---\ntitle: >\n  Folded\n---\n", "Start"),
        ("---\ntitle: [a, b]\n---\n", "Start"),
        ("---\n\ntitle: no metadata\n", "Start"),
    ],
)
def test_a_title_is_the_heading_or_that_of_the_metadata(
    tmp_path: Path, text: str, title: str
) -> None:
    write_files(tmp_path, {"first_level/1_start/readme.md": text})
    [unit] = index_of(tmp_path).units()
    assert unit.title == title


def test_a_readme_that_is_a_link_says_what_its_target_says(tmp_path: Path) -> None:
    write_files(tmp_path, {"shared/one.md": "# Shared\n\nOnce.\n", "docs/all.md": "# Course\n"})
    (tmp_path / "first_level/1_start").mkdir(parents=True)
    os.symlink("../../shared/one.md", tmp_path / "first_level/1_start/readme.md")
    os.symlink("docs/all.md", tmp_path / "README.md")
    index = index_of(tmp_path)
    [unit] = index.units()
    assert (unit.title, unit.summary) == ("Shared", "Once.")
    assert unit.readme == "first_level/1_start/readme.md"
    assert (index.title, index.readme) == ("Course", "README.md")


def test_the_root_has_its_readme_where_units_call_theirs_otherwise(tmp_path: Path) -> None:
    config = 'levels = ["week-*"]\nmodule-pattern = "day-{number}"\nreadme = "index.md"\n'
    write_files(
        tmp_path,
        {
            "curriculum-lint.toml": config,
            "README.md": "# Course\n",
            "week-1/day-1/index.md": "# One\n",
        },
    )
    index = index_of(tmp_path)
    assert (index.title, index.readme) == ("Course", "README.md")


def test_stated_times_count_and_others_are_summed(units: dict[str, IndexedUnit]) -> None:
    assert units["1_start"].minutes == Range(least=120, most=180)
    assert units["1_start"].difficulty == Range(least=1, most=3)
    assert units["1_start/a_more"].minutes == Range(least=25, most=30)
    assert units["1_start/a_more"].difficulty is None
    assert units["2_files"].minutes is None


def test_an_exercise_is_there_with_what_it_says(units: dict[str, IndexedUnit]) -> None:
    [exercise] = units["1_start"].exercises
    assert (exercise.number, exercise.title) == ("1.1", "Print a line")
    assert (exercise.goal, exercise.steps, exercise.criteria) == ("Print one line.", 2, 3)
    assert (exercise.anchor, exercise.line) == ("11-print-a-line", 19)
    assert exercise.minutes == Range(least=20, most=20)


def test_concepts_and_what_requires_them_meet(units: dict[str, IndexedUnit]) -> None:
    output, exit_code = units["1_start"].concepts
    assert (output.title, output.line) == ("Output", 9)
    [required] = units["1_start/a_more"].requires
    assert (required.unit, required.concept, required.title) == (
        "first_level/1_start",
        output.id,
        "Output",
    )
    of_files = units["2_files"].requires
    assert [(each.concept, each.title) for each in of_files] == [
        (exit_code.id, "Exit code"),
        (None, "Start"),
    ]


def test_links_to_the_web_are_listed_once(units: dict[str, IndexedUnit]) -> None:
    [link] = units["1_start"].links
    assert (link.text, link.url, link.line) == ("one", "https://example.org", 23)


def test_totals_are_sums(index: CurriculumIndex) -> None:
    totals = index.totals
    assert (totals.modules, totals.subsections, totals.exercises) == (3, 1, 3)
    assert (totals.criteria, totals.concepts) == (3, 2)
    assert totals.minutes == Range(least=120, most=180)
    assert totals.optional_minutes == Range(least=25, most=30)


def test_keys_stay_when_units_and_exercises_are_renumbered(tmp_path: Path) -> None:
    before = index_of(write_sample(tmp_path / "before"))
    moved = {
        path.replace("1_start/a_more", "3_start/b_more").replace("1_start", "3_start"): text
        for path, text in FILES.items()
    }
    path = "first_level/3_start/readme.md"
    moved[path] = moved[path].replace("### 1.1 ", "### 3.7 ")
    write_files(tmp_path / "after", moved)
    after = index_of(tmp_path / "after")

    def keys(index: CurriculumIndex) -> set[str]:
        return {
            key for unit in index.units() for key in (unit.key, *(e.key for e in unit.exercises))
        }

    assert keys(before) == keys(after)
    assert len(keys(before)) == 4 + 3


def test_equal_names_have_keys_of_their_own(tmp_path: Path) -> None:
    text = "# Start\n\n## Exercises\n\n### 1. Run\n\n### 2. Run\n\n### 3. Run 2\n"
    write_files(
        tmp_path,
        {"first_level/1_start/readme.md": text, "first_level/2_start/readme.md": text},
    )
    index = index_of(tmp_path)
    keys = [unit.key for unit in index.units()]
    keys += [exercise.key for unit in index.units() for exercise in unit.exercises]
    assert len(set(keys)) == len(keys) == 8


def test_without_readmes_the_folders_have_names(tmp_path: Path) -> None:
    (tmp_path / "first_level/1_foundations_http").mkdir(parents=True)
    index = index_of(tmp_path)
    [unit] = index.units()
    assert (unit.title, unit.readme, unit.exercises) == ("Foundations http", None, ())
    assert (index.title, index.readme) == ("Curriculum", None)


def test_an_empty_folder_has_an_empty_index(tmp_path: Path) -> None:
    index = index_of(tmp_path)
    assert index.levels == ()
    assert index.totals.exercises == 0


def test_lessons_in_files_of_one_folder_are_modules(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "curriculum-lint.toml": 'levels = ["."]\nmodule-pattern = "lesson-{number:02}.md"\n',
            "lesson-02.md": "# Loops\n\nAgain.\n",
            "lesson-01.md": "# Start\n",
        },
    )
    index = index_of(tmp_path)
    assert [(unit.path, unit.label, unit.title) for unit in index.units()] == [
        ("lesson-01.md", "1", "Start"),
        ("lesson-02.md", "2", "Loops"),
    ]
    assert index.levels[0].path == "."
