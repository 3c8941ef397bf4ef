"""Numbers that repeat the one of a unit: of its sections, in titles around it, in its entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import Result, invoke
from tests.repository import write_files

CONFIG = 'levels = ["."]\nmodule-pattern = "{number}-{slug}"\nreadme = "README.md"\n'
NAMES = ("1-start", "2-loops", "3-files")


def moved(root: Path, files: dict[str, str], *arguments: str) -> tuple[Result, dict[str, str]]:
    """The files of a course once its third module has become the second."""
    units = {f"{name}/README.md": f"# {name[0]}. {name[2:].title()}\n" for name in NAMES}
    write_files(root, {"curriculum-lint.toml": CONFIG, **units, **files})
    done = invoke("move", "3-files", "--to", "2", "--root", str(root), *arguments)
    assert done.exit_code == 0, done
    return done, {
        str(path.relative_to(root)): path.read_text() for path in sorted(root.rglob("*.md"))
    }


SECTIONS = "# 3. Files\n\n## 3.1 Read\n\nSee section 3.2.\n\n## 3.2 Write\n\n### 3.2.1 Lines\n"


def test_numbered_sections_follow_their_module_with_links_to_them(tmp_path: Path) -> None:
    contents = (
        "# Course\n\n- [3.1 Read](3-files/README.md#31-read)\n"
        "- [3.2.1 Lines](3-files/README.md#321-lines)\n"
        "- [3.2 Write](3-files/README.md#3-02-write)\n"
    )
    done, files = moved(tmp_path, {"3-files/README.md": SECTIONS, "README.md": contents})
    assert files["2-files/README.md"] == SECTIONS.replace("3.", "2.")
    # The last anchor is one that another platform makes.
    assert files["README.md"] == (
        "# Course\n\n- [2.1 Read](2-files/README.md#21-read)\n"
        "- [2.2.1 Lines](2-files/README.md#221-lines)\n"
        "- [2.2 Write](2-files/README.md#2-02-write)\n"
    )
    assert "Also says" not in done.stderr


@pytest.mark.parametrize(
    "sections",
    [
        # Versions and dates count no sections.
        "## 3.11 is out\n\n## 3.12 is out\n",
        "## 3.1 Read\n\n## 3.2 Write\n\n## 4.1 More\n",
        "## 2.1 Read\n\n## 2.2 Write\n",
        "## 3.1415 and more\n\n## 3.2 Write\n",
    ],
)
def test_other_numbers_in_headings_stay(tmp_path: Path, sections: str) -> None:
    _, files = moved(tmp_path, {"3-files/README.md": f"# 3. Files\n\n{sections}"})
    assert files["2-files/README.md"] == f"# 2. Files\n\n{sections}"


@pytest.mark.parametrize(
    ("title", "new"),
    [
        ("Homework of week 3", "Homework of week 2"),
        ("Week 3: homework", "Week 2: homework"),
        ("Homework – Module 3", "Homework – Module 2"),
        # What is not the unit's number, or none that a word makes one, stays.
        ("Prepare for week 4", "Prepare for week 4"),
        ("3. Homework", "3. Homework"),
        ("Homework 3", "Homework 3"),
        ("Top 3", "Top 3"),
        ("Part 3", "Part 3"),
        ("Homework, part 3", "Homework, part 3"),
        ("Room of Step 3", "Room of Step 3"),
    ],
)
def test_titles_of_other_pages_in_its_folder_say_its_number(
    tmp_path: Path, title: str, new: str
) -> None:
    _, files = moved(tmp_path, {"3-files/homework.md": f"# {title}\n"})
    assert files["2-files/homework.md"] == f"# {new}\n"


@pytest.mark.parametrize(
    ("title", "new"),
    [
        ("# Reading week 3", "# Reading week 2"),
        ("---\ntitle: Course Sprint 3\n---", "---\ntitle: Course Sprint 2\n---"),
        ("+++\ntitle = 'Course Sprint 3'\n+++", "+++\ntitle = 'Course Sprint 2'\n+++"),
        ("# Top 3", "# Top 3"),
        ("# Review of week 1", "# Review of week 1"),
    ],
)
def test_a_title_that_ends_with_the_number_follows(tmp_path: Path, title: str, new: str) -> None:
    _, files = moved(tmp_path, {"3-files/README.md": f"{title}\n"})
    assert files["2-files/README.md"] == f"{new}\n"


def test_a_number_without_a_mark_is_that_of_most_entries(tmp_path: Path) -> None:
    entries = (("1 Start", "1-start"), ("2 Loops", "1-start"), ("3 Files", "3-files"))
    rows = "".join(f"- [{words}]({path}/README.md)\n" for words, path in entries)
    more = "- [2 Loops](2-loops/README.md)\n"
    _, files = moved(tmp_path, {"README.md": f"# Course\n\n{rows}", "all.md": "# All\n"})
    # Two of three are not enough, as each may be a title.
    assert "[3 Files](2-files" in files["README.md"]
    right = rows.replace("- [2 Loops](1-start/README.md)\n", more)
    (tmp_path / "other").mkdir()
    _, files = moved(tmp_path / "other", {"README.md": f"# Course\n\n{right}"})
    assert "[2 Files](2-files/README.md)\n- [3 Loops](3-loops/README.md)" in files["README.md"]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("## 3. Files\n\n### Notes\n", "## 2. Files\n\n### Notes\n"),
        ("## Module 3: Files\n\n## Notes\n", "## Module 2: Files\n\n## Notes\n"),
        # Numbered sections, of which the first happens to have the number of the unit.
        ("## 3. Read\n\n## 4. Write\n", "## 3. Read\n\n## 4. Write\n"),
    ],
)
def test_a_title_below_the_first_level_follows(tmp_path: Path, text: str, new: str) -> None:
    _, files = moved(tmp_path, {"3-files/README.md": text})
    assert files["2-files/README.md"] == new
