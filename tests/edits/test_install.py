"""A file that is put back where another program saves meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from curriculum_lint.edits import install
from curriculum_lint.edits.digest import digest
from curriculum_lint.edits.exchange import exchange
from curriculum_lint.edits.install import UnfinishedError, put_back


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, Path]:
    """A file that is staged, and its place, which holds what we put there."""
    staged, place = tmp_path / "staged", tmp_path / "place"
    staged.write_text("as it was")
    place.write_text("ours")
    return staged, place


def test_what_we_put_there_comes_back(paths: tuple[Path, Path]) -> None:
    staged, place = paths
    put_back(str(staged), str(place), digest(b"ours"))
    assert (place.read_text(), staged.read_text()) == ("as it was", "ours")


def test_what_was_saved_before_stays(paths: tuple[Path, Path]) -> None:
    staged, place = paths
    place.write_text("saved")
    put_back(str(staged), str(place), digest(b"ours"))
    assert (place.read_text(), staged.read_text()) == ("saved", "as it was")


@pytest.mark.parametrize("saves", [1, 2, 7])
def test_what_is_saved_last_stays(
    saves: int, paths: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    staged, place = paths
    left = list(range(saves, 0, -1))

    def save_and_exchange(one: str, other: str) -> None:
        if left:
            Path(other).write_text(f"save {left.pop()}")
        exchange(one, other)

    monkeypatch.setattr(install, "exchange", save_and_exchange)
    put_back(str(staged), str(place), digest(b"ours"))
    assert place.read_text() == f"save {saves}"


def test_who_saves_for_ever_is_not_waited_for(
    paths: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    staged, place = paths

    def save_and_exchange(one: str, other: str) -> None:
        Path(other).write_text(f"{os.urandom(4).hex()}")
        exchange(one, other)

    monkeypatch.setattr(install, "exchange", save_and_exchange)
    with pytest.raises(UnfinishedError):
        put_back(str(staged), str(place), digest(b"ours"))


def test_a_place_that_is_empty_takes_the_file_and_one_that_is_taken_keeps_its_own(
    paths: tuple[Path, Path],
) -> None:
    staged, place = paths
    place.unlink()
    put_back(str(staged), str(place), digest(b"ours"))
    assert place.read_text() == "as it was"
    assert not staged.exists()
    with pytest.raises(FileNotFoundError):
        put_back(str(staged), str(place), digest(b"ours"))
