"""What is left of a journal that has ended, and what nobody may write to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from curriculum_lint.edits.apply import apply_plan
from curriculum_lint.edits.journal import end, new_folder
from curriculum_lint.edits.not_written import Reason
from curriculum_lint.edits.plan import NewText, Plan


def test_what_has_neither_name_stays_where_it_is(tmp_path: Path) -> None:
    folder = Path(new_folder(str(tmp_path)))
    (folder / "moved-0").write_text("somebody's")
    with pytest.raises(OSError, match="not empty"):
        end(str(folder))
    assert [each.name for each in folder.iterdir()] == ["moved-0"]


def test_a_journal_that_has_ended_is_gone(tmp_path: Path) -> None:
    end(new_folder(str(tmp_path)))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lacking", [os.W_OK, os.X_OK])
def test_a_folder_has_to_be_open_and_writable(
    lacking: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & lacking)
    plan = Plan((NewText("new.md", "text", False, None),))
    assert [each.reason for each in apply_plan(str(tmp_path), plan)] == [Reason.READ_ONLY_FOLDER]
    assert list(tmp_path.iterdir()) == []
