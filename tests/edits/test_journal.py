"""What a journal looks like on disk, what is left of one that has ended, and what is no journal."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from curriculum_lint.edits import journal as journals
from curriculum_lint.edits.edit import Move
from curriculum_lint.edits.journal import BACK, TAKEN, Journal, Replacement, end, new_folder
from curriculum_lint.edits.recover import Ending, recover
from curriculum_lint.edits.temporary import is_temporary
from tests.edits.journals import NAME, leave_folder, leave_journal, replacement, seal_of
from tests.edits.trees import state_of
from tests.repository import write_files

MOST_BYTES = 16 * 1024 * 1024


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_what_has_neither_name_stays_where_it_is(tmp_path: Path) -> None:
    folder = Path(new_folder(str(tmp_path)))
    (folder / "moved-0").write_text("somebody's")
    with pytest.raises(OSError, match="not empty"):
        end(str(folder))
    assert names(folder) == ["moved-0"]


def test_a_journal_that_has_ended_is_gone(tmp_path: Path) -> None:
    end(new_folder(str(tmp_path)))
    assert list(tmp_path.iterdir()) == []


def test_a_new_folder_is_private_and_holds_what_undoing_needs(tmp_path: Path) -> None:
    folder = Path(new_folder(str(tmp_path)))
    assert folder.parent == tmp_path and is_temporary(folder.name)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert names(folder) == ["not-back", "not-taken", "seal"]
    assert list(journals.folders(str(tmp_path))) == [str(folder)]


def test_of_a_folder_that_cannot_be_filled_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_up(path: str, _chunks: object) -> None:
        if path.endswith("not-taken"):
            raise KeyboardInterrupt
        Path(path).touch()

    monkeypatch.setattr(journals, "create", fill_up)
    with pytest.raises(KeyboardInterrupt):
        new_folder(str(tmp_path))
    assert names(tmp_path) == []


@pytest.mark.parametrize("whole", [True, False])
def test_the_next_version_reads_what_this_one_writes(tmp_path: Path, whole: bool) -> None:
    folder = Path(new_folder(str(tmp_path)))
    moves, files = (Move("c.md", "x/d.md"),), (Replacement("a.md", None, "12"),)
    journal = Journal(str(tmp_path), str(folder), whole, moves, ("x",), files)
    journals.begin(journal)
    assert names(folder) == ["journal.json", "not-back", "not-taken", "seal"]
    assert json.loads((folder / "journal.json").read_text()) == {
        "version": 2,
        "seal": seal_of(folder),
        "whole": whole,
        "moves": [["c.md", "x/d.md"]],
        "makes": ["x"],
        "files": [["a.md", None, "12"]],
    }
    assert journals.read(str(tmp_path), str(folder)) == journal


def test_a_mark_is_set_and_taken_away(tmp_path: Path) -> None:
    journal = Journal(str(tmp_path), new_folder(str(tmp_path)), True, (), (), ())
    for mark, other in ((TAKEN, BACK), (BACK, TAKEN)):
        for _ in range(2):
            journal.set(mark)
            assert (journal.has(mark), journal.has(other)) == (True, False)
        for _ in range(2):
            journal.unset(mark)
            assert (journal.has(mark), journal.has(other)) == (False, False)
    assert names(Path(journal.folder)) == ["not-back", "not-taken", "seal"]


@pytest.mark.parametrize(
    "lie",
    [
        *({"moves": [[bad, "b.md"]]} for bad in ("../a.md", "/a.md", ".git/a", "", 3, None)),
        *({"moves": [["a.md", bad]]} for bad in ("../b.md", "b//c", "./b.md", "\0")),
        {"moves": [["a.md"]]},
        {"moves": [["a.md", "b.md", "c.md"]]},
        {"moves": 3},
        {"makes": ["../x"]},
        {"makes": [".git/hooks"]},
        {"makes": None},
        {"files": [["../a.md", None, ""]]},
        {"files": [["a.md", None]]},
        {"seal": []},
        {"seal": [1, 2], "version": 3},
    ],
)
def test_a_journal_that_says_what_no_run_says_is_not_believed(
    tmp_path: Path, lie: dict[str, Any]
) -> None:
    root = tmp_path / "root"
    write_files(root, {"a.md": "a\n"})
    folder = leave_journal(root, {}, **({"moves": [["a.md", "b.md"]]} | lie))
    (unknown,) = recover(str(root))
    assert unknown == (Ending.UNKNOWN, NAME, "")
    assert unknown.is_open
    assert unknown.message.startswith(f"{NAME} looks like what an interrupted run leaves behind")
    assert unknown.message.endswith("delete it if you do not need it.")
    assert (state_of(root), names(tmp_path)) == ({"a.md": b"a\n"}, ["root"])
    assert names(folder) == ["journal.json", "not-back", "not-taken", "seal"]


@pytest.mark.parametrize("version", [1, 3, "2", None])
def test_a_journal_of_another_version_is_left_to_that_version(
    tmp_path: Path, version: object
) -> None:
    write_files(tmp_path, {"a.md": "a\n"})
    leave_journal(tmp_path, {}, version=version, moves=[["a.md", "b.md"]])
    (other,) = recover(str(tmp_path))
    assert other == (Ending.VERSION, NAME, "")
    assert other.is_open
    assert other.message.startswith(f"{NAME} was left behind by another version")
    assert other.message.endswith("of that version to end what it began.")
    assert state_of(tmp_path) == {"a.md": b"a\n"}


@pytest.mark.parametrize(("too_much", "ending"), [(0, Ending.FORWARD), (1, Ending.UNKNOWN)])
def test_no_more_is_read_than_a_journal_can_have(
    tmp_path: Path, too_much: int, ending: Ending
) -> None:
    path = leave_journal(tmp_path, {}) / "journal.json"
    path.write_text(path.read_text().rjust(MOST_BYTES + too_much))
    assert [each.ending for each in recover(str(tmp_path))] == [ending]


def test_a_link_that_is_called_like_a_journal_leads_nowhere(tmp_path: Path) -> None:
    write_files(tmp_path, {"elsewhere/precious.md": "mine\n", "root/a.md": "a\n"})
    (tmp_path / "root" / NAME).symlink_to("../elsewhere")
    assert recover(str(tmp_path / "root")) == []
    assert names(tmp_path / "elsewhere") == ["precious.md"]


@pytest.mark.parametrize(
    "name",
    [
        "repair",
        ".repair.curriculum-lint-0123abcd",
        ".other.curriculum-lint-0123abcd.tmp",
        ".repair.",
    ],
)
def test_other_folders_are_none(tmp_path: Path, name: str) -> None:
    leave_folder(tmp_path, {}, name)
    assert recover(str(tmp_path)) == []
    assert names(tmp_path / name) == ["not-back", "not-taken", "seal"]


def test_a_file_that_is_called_like_a_journal_is_none(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("mine\n")
    assert recover(str(tmp_path)) == []
    assert (tmp_path / NAME).read_text() == "mine\n"


def test_every_journal_is_ended_in_the_order_of_the_names(tmp_path: Path) -> None:
    write_files(tmp_path, {"1.md": "", "2.md": "", "3.md": ""})
    for number in (3, 1, 2):
        name = NAME.replace("0", str(number))
        said = {"version": 1} if number == 2 else {"moves": [[f"{number}.md", f"{number}.txt"]]}
        leave_journal(tmp_path, {}, name, **said)
    leave_folder(tmp_path, {})
    said = [(each.ending, each.path[24:25]) for each in recover(str(tmp_path))]
    assert said == [(Ending.FORWARD, "1"), (Ending.VERSION, "2"), (Ending.FORWARD, "3")]
    assert sorted(state_of(tmp_path)) == ["1.txt", "2.md", "3.txt"]


def test_where_there_is_no_folder_there_is_no_journal(tmp_path: Path) -> None:
    assert list(journals.folders(str(tmp_path / "gone"))) == []


def test_a_folder_without_a_journal_is_taken_away_and_nothing_is_said(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": "a\n"})
    leave_folder(tmp_path, {"file-0": "A\n", "not-journal.json": "{"})
    assert recover(str(tmp_path)) == []
    assert names(tmp_path) == ["a.md"]


def test_a_folder_with_somebodys_thing_is_left_to_a_person(tmp_path: Path) -> None:
    leave_folder(tmp_path, {"moved-0": "mine\n"})
    (stuck,) = recover(str(tmp_path))
    assert stuck == (Ending.STUCK, NAME, "Directory not empty")
    assert stuck.is_open
    assert stuck.message == (
        "An earlier run was interrupted, and cannot be brought to its end: Directory not empty. "
        f"What is not in its place is in {NAME}. Put that right and run the command again, or "
        "delete that folder if nothing in it is needed."
    )


def test_a_journal_that_links_elsewhere_is_not_followed(tmp_path: Path) -> None:
    folder = leave_journal(tmp_path, {})
    (folder / "journal.json").rename(tmp_path / "journal.json")
    (folder / "journal.json").symlink_to("../journal.json")
    assert [each.ending for each in recover(str(tmp_path))] == [Ending.UNKNOWN]


@pytest.mark.parametrize("whole", [False, 1, "yes"])
def test_of_files_that_were_replaced_one_by_one_there_is_nothing_to_tell(
    tmp_path: Path, whole: object
) -> None:
    write_files(tmp_path, {"a.md": "a\n"})
    leave_journal(
        tmp_path, {"file-0": "A\n"}, whole=whole, files=[replacement("a.md", "a\n", "A\n")]
    )
    assert recover(str(tmp_path)) == []
    assert (state_of(tmp_path), names(tmp_path)) == ({"a.md": b"a\n"}, ["a.md"])
