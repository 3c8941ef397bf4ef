"""What becomes of every state that a killed run, and other programs after it, can have left."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from curriculum_lint.edits.recover import Ending, recover
from tests.edits.journals import NAME, leave_journal, replacement
from tests.edits.trees import state_of
from tests.repository import write_files

A, N = replacement("a.md", "old", "new"), replacement("n.md", None, "new")
MOVE: dict[str, Any] = {"moves": [["c.md", "x/d.md"]], "makes": ["x"]}


def recovered(
    root: Path, disk: dict[str, str], journal: dict[str, str], **said: Any
) -> tuple[list[Ending], dict[str, str]]:
    """How it ended, and what is there then."""
    root.mkdir(exist_ok=True)
    write_files(root, disk)
    leave_journal(root, journal, **said)
    endings = [each.ending for each in recover(str(root))]
    assert (root / NAME).exists() is (Ending.STUCK in endings)
    assert recover(str(root)) == [] or Ending.STUCK in endings
    return endings, {path: text.decode() for path, text in state_of(root).items()}


FORWARD = [
    (A, "old", "new", "new"),
    (A, "new", "old", "new"),
    (N, None, "new", "new"),
    (N, "new", None, "new"),
]


@pytest.mark.parametrize(("file", "place", "staged", "then"), FORWARD)
@pytest.mark.parametrize("taken", [True, False])
def test_a_text_is_put_in_its_place_unless_it_is_there(
    tmp_path: Path, file: list[str], place: str | None, staged: str | None, then: str, taken: bool
) -> None:
    disk = {} if place is None else {file[0]: place}
    journal = {} if staged is None else {"file-0": staged}
    marks = {"taken": ""} if taken else {}
    ended = recovered(tmp_path, disk, journal | marks, files=[file])
    assert ended == ([Ending.FORWARD], {file[0]: then})


BACK = [
    (A, "old", "new", "old"),
    (A, "new", "old", "old"),
    (A, "mine", "new", "mine"),
    (A, "mine", "old", "mine"),
    (A, "mine", None, "mine"),
    (A, "new", "mine", "mine"),
    (A, None, "old", "old"),
    (A, None, "new", None),
    (N, None, "new", None),
    (N, "new", None, None),
    (N, "mine", None, "mine"),
    (N, None, None, None),
]


@pytest.mark.parametrize(("file", "place", "staged", "then"), BACK)
def test_a_text_is_taken_back_unless_somebody_has_saved_another(
    tmp_path: Path, file: list[str], place: str | None, staged: str | None, then: str | None
) -> None:
    disk = {} if place is None else {file[0]: place}
    journal = {} if staged is None else {"file-0": staged}
    ended = recovered(tmp_path, disk, journal | {"taken": "", "back": ""}, files=[file])
    assert ended == ([Ending.BACK], {} if then is None else {file[0]: then})


@pytest.mark.parametrize(
    ("place", "staged", "then"),
    [("mine", "new", "mine"), ("new", "mine", "mine"), (None, "new", None)],
)
def test_what_was_changed_meanwhile_makes_it_go_back(
    tmp_path: Path, place: str | None, staged: str, then: str | None
) -> None:
    """All of it: the file that was replaced already has its old text again."""
    disk = {"b.md": "B"} | ({} if place is None else {"a.md": place})
    files = [replacement("b.md", "b", "B"), A]
    ended = recovered(tmp_path, disk, {"file-0": "b", "file-1": staged, "taken": ""}, files=files)
    assert ended == ([Ending.BACK], {"b.md": "b"} | ({} if then is None else {"a.md": then}))


@pytest.mark.parametrize(
    ("place", "staged", "then"),
    [
        ("old", "new", "old"),
        ("new", "old", "new"),
        ("new", "mine", "mine"),
        ("mine", None, "mine"),
        ("mine", "new", "mine"),
    ],
)
def test_a_file_that_is_replaced_for_itself_is_the_old_or_the_new_one(
    tmp_path: Path, place: str, staged: str | None, then: str
) -> None:
    journal = {} if staged is None else {"file-0": staged}
    ended = recovered(tmp_path, {"a.md": place}, journal, files=[A], whole=False)
    assert ended == ([], {"a.md": then})


def test_what_was_kept_of_an_exchange_in_steps_comes_back(tmp_path: Path) -> None:
    """The process died when the new text was in the place, and the old one had another name."""
    ended = recovered(
        tmp_path, {"a.md": "new"}, {"file-0-kept": "old", "taken": "", "back": ""}, files=[A]
    )
    assert ended == ([Ending.BACK], {"a.md": "old"})


@pytest.mark.parametrize("taken", [True, False])
@pytest.mark.parametrize("back", [True, False])
def test_a_thing_without_a_name_gets_its_new_or_its_old_one(
    tmp_path: Path, taken: bool, back: bool
) -> None:
    marks = {"taken": ""} if taken else {}
    marks |= {"back": ""} if back else {}
    ended = recovered(tmp_path, {}, {"moved-0": "c"} | marks, **MOVE)
    assert ended == (
        ([Ending.BACK], {"c.md": "c"}) if back else ([Ending.FORWARD], {"x/d.md": "c"})
    )
    assert (tmp_path / "x").exists() is not back


def test_a_thing_that_has_its_new_name_keeps_it_or_gives_it_up(tmp_path: Path) -> None:
    then = recovered(tmp_path / "1", {"x/d.md": "c"}, {"taken": ""}, **MOVE)
    assert then == ([Ending.FORWARD], {"x/d.md": "c"})
    then = recovered(tmp_path / "2", {"x/d.md": "c"}, {"taken": "", "back": ""}, **MOVE)
    assert then == ([Ending.BACK], {"c.md": "c"})
    assert os.listdir(tmp_path / "2") == ["c.md"]


def test_a_name_that_somebody_has_taken_makes_it_go_back(tmp_path: Path) -> None:
    ended = recovered(tmp_path, {"x/d.md": "mine"}, {"taken": "", "moved-0": "c"}, **MOVE)
    assert ended == ([Ending.BACK], {"x/d.md": "mine", "c.md": "c"})


def test_a_thing_that_is_gone_makes_it_go_back(tmp_path: Path) -> None:
    """Before anything had given up its name: all of it stays as it is."""
    moves = [["c.md", "x/d.md"], ["gone.md", "e.md"]]
    ended = recovered(tmp_path, {"c.md": "c"}, {}, moves=moves, makes=["x"])
    assert ended == ([Ending.BACK], {"c.md": "c"})
    assert os.listdir(tmp_path) == ["c.md"]


def test_a_folder_that_was_made_stays_where_somebody_uses_it(tmp_path: Path) -> None:
    disk, journal = {"x/d.md": "c", "x/mine.md": "mine"}, {"taken": "", "back": ""}
    ended = recovered(tmp_path, disk, journal, **MOVE)
    assert ended == ([Ending.BACK], {"c.md": "c", "x/mine.md": "mine"})


def test_folders_are_made_from_the_top_and_taken_away_from_below(tmp_path: Path) -> None:
    said: dict[str, Any] = {"moves": [["c.md", "x/y/z/d.md"]], "makes": ["x/y/z", "x", "x/y"]}
    ended = recovered(tmp_path, {"c.md": "c"}, {}, **said)
    assert ended == ([Ending.FORWARD], {"x/y/z/d.md": "c"})
    ended = recovered(tmp_path, {}, {"taken": "", "back": ""}, **said)
    assert ended == ([Ending.BACK], {"c.md": "c"})
    assert os.listdir(tmp_path) == ["c.md"]


def test_a_folder_gives_up_its_name_after_what_is_in_it_and_gets_it_before(tmp_path: Path) -> None:
    moves = [["a/b/c.md", "n/m/c.md"], ["a", "n"], ["a/b", "n/m"]]
    ended = recovered(tmp_path, {"a/b/c.md": "c", "a/1.md": "1", "a/b/2.md": "2"}, {}, moves=moves)
    there = {"n/m/c.md": "c", "n/1.md": "1", "n/m/2.md": "2"}
    assert ended == ([Ending.FORWARD], there)
    ended = recovered(tmp_path, {}, {"taken": "", "back": ""}, moves=moves)
    assert ended == ([Ending.BACK], {"a/b/c.md": "c", "a/1.md": "1", "a/b/2.md": "2"})


REMOVAL = ".removed.curriculum-lint-89abcdef.tmp"


def test_what_is_removed_is_gone_as_soon_as_all_is_done(tmp_path: Path) -> None:
    said: dict[str, Any] = {"moves": [["a", f"{REMOVAL}/a"]], "makes": [REMOVAL], "files": [A]}
    disk = {"a/readme.md": "a", "a.md": "old", "b/readme.md": "b"}
    ended = recovered(tmp_path, disk, {"file-0": "new"}, **said)
    assert ended == ([Ending.FORWARD], {"a.md": "new", "b/readme.md": "b"})
    assert sorted(os.listdir(tmp_path)) == ["a.md", "b"]


def test_what_is_removed_comes_back_when_all_is_undone(tmp_path: Path) -> None:
    said: dict[str, Any] = {"moves": [["a", f"{REMOVAL}/a"]], "makes": [REMOVAL]}
    write_files(tmp_path, {f"{REMOVAL}/a/readme.md": "a"})
    ended = recovered(tmp_path, {}, {"taken": "", "back": ""}, **said)
    assert ended == ([Ending.BACK], {"a/readme.md": "a"})
    assert os.listdir(tmp_path) == ["a"]


def stuck(root: Path, journal: dict[str, str], **said: Any) -> str:
    """What is in the way; nothing is lost, and another try says the same."""
    before = state_of(root)
    leave_journal(root, {"taken": "", "back": ""} | journal, **said)
    for _ in range(2):
        (ended,) = recover(str(root))
        assert (ended.ending, ended.path) == (Ending.STUCK, NAME)
    assert state_of(root) == before
    for name in journal.keys() - {"taken", "back"}:
        assert (root / NAME / name).read_text() == journal[name]
    return ended.detail


def test_a_thing_that_has_lost_its_new_name_too_is_said(tmp_path: Path) -> None:
    said = stuck(tmp_path, {}, **MOVE)
    assert said == "x/d.md is not there any more"


def test_an_old_name_that_is_taken_is_said(tmp_path: Path) -> None:
    write_files(tmp_path, {"c.md": "mine"})
    said = stuck(tmp_path, {"moved-0": "c"}, **MOVE)
    assert said == "c.md exists already, so nothing else can have this name"


def test_two_texts_of_other_programs_are_left_to_a_person(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": "mine"})
    assert stuck(tmp_path, {"file-0": "mine too"}, files=[A]) == "a.md has been changed since"


def test_a_link_on_the_way_back_is_said(tmp_path: Path) -> None:
    root = tmp_path / "root"
    write_files(tmp_path, {"elsewhere/a.md": "new", "root/b.md": "b"})
    (root / "deep").symlink_to("../elsewhere")
    said = stuck(root, {"file-0": "old"}, files=[replacement("deep/a.md", "old", "new")])
    assert said == "deep/a.md lies behind a symbolic link"
    assert (tmp_path / "elsewhere/a.md").read_text() == "new"


def test_another_repository_on_the_way_back_is_said(tmp_path: Path) -> None:
    write_files(tmp_path, {"deep/a.md": "new", "deep/.git": "gitdir: elsewhere"})
    said = stuck(tmp_path, {"file-0": "old"}, files=[replacement("deep/a.md", "old", "new")])
    assert said == "deep/a.md is in another git repository now"


def test_a_new_file_that_cannot_be_taken_out_is_said(tmp_path: Path) -> None:
    write_files(tmp_path, {"n.md": "mine"})
    assert stuck(tmp_path, {"file-0": "mine too"}, files=[N]) == "File exists"


@pytest.mark.parametrize("made", ["file", "link"])
def test_what_is_no_folder_is_not_taken_for_one_that_was_made(tmp_path: Path, made: str) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "elsewhere").mkdir()
    if made == "file":
        (root / "x").write_text("mine")
    else:
        (root / "x").symlink_to("../elsewhere")
    leave_journal(root, {"taken": "", "moved-0": "c"}, **MOVE)
    assert [each.ending for each in recover(str(root))] == [Ending.BACK]
    assert sorted(os.listdir(root)) == ["c.md", "x"]
    assert os.listdir(tmp_path / "elsewhere") == []


def test_what_is_removed_but_cannot_be_deleted_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has lost its name: all is done."""
    unlink = os.unlink

    def refuse(path: str, **options: Any) -> None:
        if path == "locked.md":
            raise PermissionError
        unlink(path, **options)

    monkeypatch.setattr(os, "unlink", refuse)
    said: dict[str, Any] = {"moves": [["a", f"{REMOVAL}/a"]], "makes": [REMOVAL]}
    ended = recovered(tmp_path, {"a/locked.md": "a", "a/other.md": "b"}, {}, **said)
    assert ended == ([Ending.FORWARD], {})
    assert not (tmp_path / "a").exists()
