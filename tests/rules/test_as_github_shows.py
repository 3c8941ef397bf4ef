"""Pages and folders are what GitHub shows of them, whatever file the units are read from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository import diagnostics_on, write_files

_CONFIG = 'levels = ["weeks"]\nmodule-pattern = "week{number}"\nreadme = "lesson.md"\n'
_FILES = {
    "curriculum-lint.toml": f'select = ["CL301", "CL302", "CL103", "CL112"]\n{_CONFIG}',
    "weeks/week1/lesson.md": "# Lesson\n\n## Loops\n",
    "weeks/week1/README.md": "# Week 1\n\n## Plan\n",
    "weeks/week2/lesson.md": "# Lesson\n\n## Files\n",
    "weeks/week3/lesson.md": "# Lesson\n",
    "weeks/week3/readme.markdown": "# Week 3\n\n## Plan\n",
    "weeks/lesson.md": "# Weeks\n",
}


def found(root: Path, text: str) -> list[tuple[str, str, str | None]]:
    write_files(root, {**_FILES, "notes.md": text})
    return [
        (each.code, str(each.severity), each.help)
        for each in diagnostics_on(root)
        if each.place.path == "notes.md"
    ]


@pytest.mark.parametrize(
    ("link", "codes"),
    [
        ("weeks/week1#plan", []),
        ("weeks/week1/#plan", []),
        ("weeks/week1#loops", ["CL302"]),
        ("weeks/week2#files", ["CL302"]),
        ("weeks/week2/lesson.md#files", []),
        ("weeks/week3/#plan", []),
        ("weeks/week2/", []),
        ("weeks/week1#readme", []),
        ("weeks/week1/README.md/#plan", ["CL301"]),
        ("weeks/week1/README.md/#nothing", ["CL302"]),
    ],
)
def test_a_folder_shows_its_readme_and_a_slash_behind_a_file_is_dropped(
    tmp_path: Path, link: str, codes: list[str]
) -> None:
    assert [code for code, *_ in found(tmp_path, f"# Notes\n\n[it]({link})\n")] == codes


def test_a_slash_behind_a_file_is_told_what_to_write(tmp_path: Path) -> None:
    text = "# Notes\n\n[it](weeks/week1/README.md/#plan)\n"
    assert found(tmp_path, text) == [("CL301", "info", "Write `weeks/week1/README.md#plan`.")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("---\ntitle: Notes\n---\n\n## First\n", []),
        ("+++\ntitle = 'Notes'\n+++\n\n## First\n", []),
        ('+++\n[extra]\ntitle = "x"\n+++\n\n## First\n', ["CL103"]),
        ("---\nname: Notes\n---\n\n## First\n", ["CL103"]),
        ("---\ntitle:\n---\n\n## First\n", ["CL103"]),
        ("<h1>Notes</h1>\n\n## First\n", []),
        ("Notes\n=====\n\n### Third\n", ["CL112"]),
        ("# Notes\n\n### Third\n\n#### Fourth\n\n## Second\n", ["CL112"]),
        ("+++\ntitle = 'Notes'\n+++\n\n## First\n\n#### Third\n", ["CL112"]),
    ],
)
def test_titles_and_levels_are_looked_at_on_every_page(
    tmp_path: Path, text: str, codes: list[str]
) -> None:
    assert [code for code, *_ in found(tmp_path, text)] == codes
