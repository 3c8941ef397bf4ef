"""A baseline is written at once, within its size, and only over what was read."""

from __future__ import annotations

from pathlib import Path

from curriculum_lint.edits.not_written import Reason
from curriculum_lint.views.baseline import write
from curriculum_lint.views.baseline.file import read_baseline, render_baseline
from curriculum_lint.views.baseline.fingerprint import Fingerprint

NAME = "baseline.json"
ONE, TWO = (Fingerprint(unit, "CL104", "", "x") for unit in ("one", "two"))


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


def test_a_baseline_is_never_larger_than_what_is_read(tmp_path: Path) -> None:
    """16 MB: one byte more is refused, and what to do about it is said."""
    large = ONE._replace(excerpt="x" * (16 * 1024 * 1024))
    extra = len(render_baseline({large: 1})) - 16 * 1024 * 1024
    for excerpt, is_written in ((large.excerpt[extra - 1 :], False), (large.excerpt[extra:], True)):
        refused = write.write_baseline(
            str(tmp_path), NAME, {large._replace(excerpt=excerpt): 1}, None
        )
        assert (refused is None) is is_written
        if refused:
            assert refused.message == (
                f"{NAME} was not written: it would be larger than 16 MB; select fewer rules"
            )
    assert read_baseline(str(tmp_path), NAME) is not None


def test_what_was_a_baseline_is_pruned_and_nothing_else_of_it_changes(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(render_baseline({ONE: 2, TWO: 1}))
    before = read_baseline(str(tmp_path), NAME)
    assert write.write_baseline(str(tmp_path), NAME, {ONE: 1, TWO: 1}, before) is None
    assert (tmp_path / NAME).read_text() == render_baseline({ONE: 1, TWO: 1})
