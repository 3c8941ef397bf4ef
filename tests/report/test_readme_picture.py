"""The README's picture of a check shows what is printed today."""

from __future__ import annotations

from pathlib import Path

from tools.pictures import FOLDER, drawn_check


def test_the_picture_of_a_check_is_not_out_of_date(tmp_path: Path) -> None:
    assert (FOLDER / "check.svg").read_text() == drawn_check(tmp_path), (
        "run python -m tools.pictures"
    )
