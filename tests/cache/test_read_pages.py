"""What commands that check nothing store, and that no check takes it for its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.cache.folder import FOLDER_VARIABLE
from curriculum_lint.cache.runs import cached_run, pages_to_read
from curriculum_lint.check.run import read_curriculum, run
from curriculum_lint.check.workers import JOBS_VARIABLE
from curriculum_lint.edits.edit import Edit, Fix, Safety
from curriculum_lint.model.curriculum import Curriculum
from curriculum_lint.parse import parser
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.load import load_settings
from curriculum_lint.settings.settings import Settings
from curriculum_lint.workspace.disk import Disk
from curriculum_lint.workspace.draft import Draft
from tests.edits.trees import state_of
from tests.repository import write_files

COUNT = 30


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Those of a curriculum that has faults, and a cache of its own."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setenv(JOBS_VARIABLE, "1")
    root = tmp_path / "root"
    files = {
        f"a_level/{at}_name/readme.md": f"# Name {at}\n\n[x](gone.md)\n" for at in range(COUNT)
    }
    write_files(root, {"readme.md": "# Course\n\n### Deep\n", **files})
    return load_settings(str(root), root=str(root)).settings


def read(settings: Settings) -> Curriculum:
    pages = pages_to_read(settings)
    curriculum = read_curriculum(Disk(settings), pages=pages)
    pages.save()
    return curriculum


def forbid_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("it was read before")

    monkeypatch.setattr(parser, "parse_document", refuse)


def as_text(curriculum: Curriculum) -> dict[str, object]:
    return {
        path: (page.kind, page.unmet, page.document.headings, page.outline.title)
        for path, page in curriculum.pages.items()
    }


def test_what_is_read_is_parsed_once(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    first = as_text(read(settings))
    forbid_parsing(monkeypatch)
    assert as_text(read(settings)) == first
    assert len(first) == COUNT + 1


def test_what_a_check_has_read_is_not_parsed_either(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    cached_run(Disk(settings), all_rules)
    forbid_parsing(monkeypatch)
    assert len(read(settings).pages) == COUNT + 1


def test_a_check_looks_into_what_was_only_read(settings: Settings) -> None:
    read(settings)
    found = cached_run(Disk(settings), all_rules)
    assert found.diagnostics
    assert found == run(Disk(settings), all_rules())


def test_what_a_check_has_found_stays_stored(settings: Settings, tmp_path: Path) -> None:
    cached_run(Disk(settings), all_rules)
    before = state_of(tmp_path / "cache")
    read(settings)
    (tmp_path / "root" / "new.md").write_text("# New\n", encoding="utf-8")
    read(settings)
    assert state_of(tmp_path / "cache") == before


def test_nothing_is_stored_where_that_is_not_wanted(settings: Settings, tmp_path: Path) -> None:
    pages = pages_to_read(settings, no_cache=True)
    read_curriculum(Disk(settings), pages=pages)
    pages.save()
    assert not (tmp_path / "cache").exists()


def test_what_a_restructuring_makes_is_not_stored_as_if_it_was_there(settings: Settings) -> None:
    pages = pages_to_read(settings)
    disk = Disk(settings)
    read_curriculum(disk, pages=pages)
    pages.save()
    draft = Draft(disk)
    draft.apply([Fix("Change it", Safety.SAFE, (Edit("readme.md", 2, 8, "Other"),))])
    changed = read_curriculum(draft, pages=pages).pages["readme.md"]
    assert changed.outline.title and changed.outline.title.text == "Other"
    again = read(settings).pages["readme.md"]
    assert again.outline.title and again.outline.title.text == "Course"
