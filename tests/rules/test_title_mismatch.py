from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository import diagnostics_on, places, write_files


def _found(root: Path, units: dict[str, str], index: str = "") -> list[str]:
    files = {f"a_level/{name}/readme.md": f"# {title}\n" for name, title in units.items()}
    write_files(root, {**files, "a_level/readme.md": f"# A\n\n{index}"})
    return places(tuple(d for d in diagnostics_on(root) if d.code in ("CL208", "CL000")))


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("persistence", "Persistence (SQLite/PostgreSQL, Knex/Sequelize)"),
        ("js", "JavaScript basics"),
        ("javascript", "JS for beginners"),
        ("auth", "Authentication & Authorization"),
        ("authentication_authorization", "Who are you?  Authenticating users"),
        ("oop", "Object-Oriented Programming"),
        ("regex", "Regular expressions"),
        ("i18n", "Internationalization"),
        ("web_sockets", "WebSockets"),
        ("frontend", "Front end"),
        ("resume", "Your Résumé"),
        ("loops", "Module 1"),
        ("intro", "はじめに"),
    ],
)
def test_folders_that_mean_their_title_are_not_reported(
    slug: str, title: str, tmp_path: Path
) -> None:
    assert _found(tmp_path, {f"1_{slug}": title}) == []


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("persistence", "Authentication"),
        ("in_memory_crud_pagination", "Files, Validation, Documentation"),
        ("loops", "Conditions"),
    ],
)
def test_a_folder_with_another_title_is_reported_at_the_title(
    slug: str, title: str, tmp_path: Path
) -> None:
    assert _found(tmp_path, {f"1_{slug}": title}) == [f"a_level/1_{slug}/readme.md:1:1 CL208"]


def test_a_curriculum_in_another_language_than_its_folders_is_not_reported(tmp_path: Path) -> None:
    units = {"1_loops": "Schleifen", "2_errors": "Fehler", "3_files": "Dateien", "4_http": "HTTP"}
    assert _found(tmp_path, units) == []


@pytest.mark.parametrize(
    "entry",
    [
        "[Files and loops](1_files_loops/readme.md)",
        "[Files](1_files_loops/)",
        "[Module 1](1_files_loops/): about sockets",
        "[readme](1_files_loops/readme.md)",
        "[1_files_loops](1_files_loops)",
        "**Sockets** and [other](other.md), see [Sockets](1_files_loops/)",
        "[FILES & LOOP](1_files_loops/): see [sockets](1_files_loops/)",
    ],
)
def test_entries_that_name_their_unit_are_not_reported(entry: str, tmp_path: Path) -> None:
    assert _found(tmp_path, {"1_files_loops": "Files & Loops"}, f"- {entry}\n") == []


def test_an_entry_with_another_name_is_reported_at_the_link(tmp_path: Path) -> None:
    index = "1. Read [Sockets](1_files_loops/).\n   - [Pages](1_files_loops/readme.md)\n"
    found = _found(tmp_path, {"1_files_loops": "Files & Loops"}, index)
    assert found == ["a_level/readme.md:3:9 CL208", "a_level/readme.md:4:6 CL208"]


def test_a_wrong_title_is_not_reported_again_at_the_entry(tmp_path: Path) -> None:
    found = _found(tmp_path, {"1_loops": "Sockets"}, "- [Loops](1_loops/readme.md)\n")
    assert found == ["a_level/1_loops/readme.md:1:1 CL208"]
