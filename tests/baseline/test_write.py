"""A baseline is written at once, within its size, and only over what was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.edits.not_written import Reason
from curriculum_lint.views.baseline import write
from curriculum_lint.views.baseline.file import read_baseline, render_baseline
from curriculum_lint.views.baseline.fingerprint import Fingerprint

NAME = "baseline.json"
ONE, TWO = (Fingerprint(unit, "CL104", "", "x") for unit in ("one", "two"))


def test_a_file_may_be_just_as_large_as_it_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = len(render_baseline({ONE: 1}))
    monkeypatch.setattr(write, "MAX_BYTES", size - 1)
    refused = write.write_baseline(str(tmp_path), NAME, {ONE: 1}, None)
    assert refused is not None
    assert (refused.path, refused.reason) == (NAME, Reason.FAILED)
    assert "larger than 0 MB" in refused.detail
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(write, "MAX_BYTES", size)
    assert write.write_baseline(str(tmp_path), NAME, {ONE: 1}, None) is None
    assert (tmp_path / NAME).read_text() == render_baseline({ONE: 1})


def test_entries_go_and_leave_empty_lines_and_come_in_their_order(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(render_baseline({ONE: 2, TWO: 1}).replace("\n\n", "\n\n\n"))
    before = read_baseline(str(tmp_path), NAME)
    assert write.write_baseline(str(tmp_path), NAME, {ONE: 1}, before) is None
    assert ",\n\n\n\n\n" in (tmp_path / NAME).read_text()
    before = read_baseline(str(tmp_path), NAME)
    assert write.write_baseline(str(tmp_path), NAME, {TWO: 1, ONE: 1}, before) is None
    assert (tmp_path / NAME).read_text() == render_baseline({ONE: 1, TWO: 1})


def test_what_somebody_else_has_written_stays(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(render_baseline({ONE: 2}))
    before = read_baseline(str(tmp_path), NAME)
    (tmp_path / NAME).write_text(render_baseline({TWO: 2}))
    refused = write.write_baseline(str(tmp_path), NAME, {ONE: 1}, before)
    assert refused is not None
    assert refused.reason is Reason.CHANGED
    assert (tmp_path / NAME).read_text() == render_baseline({TWO: 2})
