"""A plan with moves is made as a whole, or not at all, and nothing else is touched."""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from curriculum_lint.edits import apply as applying
from curriculum_lint.edits import journal as journals
from curriculum_lint.edits.apply import apply_plan
from curriculum_lint.edits.digest import digest
from curriculum_lint.edits.edit import Move
from curriculum_lint.edits.lock import exclusive
from curriculum_lint.edits.not_written import Reason
from curriculum_lint.edits.plan import NewText, Plan
from curriculum_lint.edits.recover import Ending, recover
from tests.edits.trees import state_of
from tests.repository import write_files

FILES = {
    "l/2_b/readme.md": "two\n",
    "l/2_b/a_x/readme.md": "two a\n",
    "l/3_c/readme.md": "three\n",
    "l/4_d.md": "four\n",
    "readme.md": "root\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    write_files(folder, FILES)
    return folder


def plan(*pairs: str, texts: tuple[NewText, ...] = ()) -> Plan:
    return Plan(texts, tuple(Move(*pair.split(" ")) for pair in pairs))


def text(path: str, new: str, old: str | None = None, *, bom: bool = False) -> NewText:
    return NewText(path, new, bom, None if old is None else digest(old.encode()))


def renamed(**names: str) -> dict[str, bytes]:
    return {names.get(path, path): body.encode() for path, body in FILES.items()}


@pytest.mark.parametrize(
    ("pairs", "names"),
    [
        (("l/3_c l/5_c",), {"l/3_c/readme.md": "l/5_c/readme.md"}),
        (("l/4_d.md l/4_D.md",), {"l/4_d.md": "l/4_D.md"}),
        (
            ("l/2_b l/3_c", "l/3_c l/2_b"),
            {
                "l/2_b/readme.md": "l/3_c/readme.md",
                "l/2_b/a_x/readme.md": "l/3_c/a_x/readme.md",
                "l/3_c/readme.md": "l/2_b/readme.md",
            },
        ),
        (
            ("l/2_b l/1_b", "l/2_b/a_x l/1_b/b_x", "l/3_c l/2_b"),
            {
                "l/2_b/readme.md": "l/1_b/readme.md",
                "l/2_b/a_x/readme.md": "l/1_b/b_x/readme.md",
                "l/3_c/readme.md": "l/2_b/readme.md",
            },
        ),
        (("l/4_d.md new/deep/d.md",), {"l/4_d.md": "new/deep/d.md"}),
        (("l/2_b/a_x a_x",), {"l/2_b/a_x/readme.md": "a_x/readme.md"}),
    ],
)
def test_names_are_given_whatever_their_order(
    root: Path, pairs: tuple[str, ...], names: dict[str, str]
) -> None:
    assert apply_plan(str(root), plan(*pairs)) == []
    assert state_of(root) == renamed(**names)


def test_texts_and_moves_are_made_together(root: Path) -> None:
    (root / "l/3_c/readme.md").chmod(0o640)
    texts = (
        text("l/3_c/readme.md", "drei\r\n", "three\n", bom=True),
        text("readme.md", "wurzel\n", "root\n"),
        text("l/2_c/b_new/readme.md", "new\n"),
    )
    assert apply_plan(str(root), plan("l/3_c l/2_c", texts=texts)) == []
    assert state_of(root) == {
        **renamed(**{"l/3_c/readme.md": "l/2_c/readme.md"}),
        "l/2_c/readme.md": b"\xef\xbb\xbfdrei\r\n",
        "l/2_c/b_new/readme.md": b"new\n",
        "readme.md": b"wurzel\n",
    }
    assert stat.S_IMODE((root / "l/2_c/readme.md").stat().st_mode) == 0o640


def test_a_new_file_can_have_a_new_folder(root: Path) -> None:
    assert apply_plan(str(root), plan(texts=(text("l/5_e/readme.md", "five\n"),))) == []
    assert (root / "l/5_e/readme.md").read_text() == "five\n"


REFUSED = [
    (plan("l/9_x l/1_x"), Reason.GONE),
    (plan("l/3_c l/2_b"), Reason.TAKEN),
    (plan("l/3_c ../out"), Reason.OUTSIDE),
    (plan("../secret l/x"), Reason.OUTSIDE),
    (plan("l/3_c .git/hooks"), Reason.GIT_FOLDER),
    (plan("l/3_c link/x"), Reason.LINKED),
    (plan("link/secret.md l/x.md"), Reason.LINKED),
    (plan("link l/x"), Reason.LINKED),
    (plan("l/3_c l/5_c", texts=(text("readme.md", "x", "other\n"),)), Reason.CHANGED),
    (plan("l/3_c l/5_c", texts=(text("l/9.md", "x", "other\n"),)), Reason.CHANGED),
    (plan("l/3_c l/5_c", texts=(text("readme.md", "\ud800", "root\n"),)), Reason.NOT_TEXT),
    (plan("l/3_c l/5_c", texts=(text("l/4_d.md", "x"),)), Reason.EXISTS),
    (plan("l/3_c l/5_c", texts=(text("../x.md", "x"),)), Reason.OUTSIDE),
]


@pytest.mark.parametrize(("wanted", "reason"), REFUSED)
def test_what_cannot_be_done_leaves_everything_as_it_was(
    root: Path, wanted: Plan, reason: Reason
) -> None:
    outside = root.parent / "outside"
    write_files(outside, {"secret.md": "secret"})
    (root / "link").symlink_to(outside)
    before = state_of(root)
    assert [problem.reason for problem in apply_plan(str(root), wanted)] == [reason]
    assert state_of(root) == before
    assert state_of(outside) == {"secret.md": b"secret"}
    assert not list(journals.folders(str(root)))


def test_two_runs_do_not_change_a_repository_at_once(root: Path) -> None:
    before = state_of(root)
    with exclusive(str(root)):
        (problem,) = apply_plan(str(root), plan("l/3_c l/5_c"))
    assert problem.message == (
        "Nothing was changed: another run is changing files in this repository; "
        "try again when it is done."
    )
    assert state_of(root) == before


def unfinished(root: Path, monkeypatch: pytest.MonkeyPatch, wanted: Plan) -> Path:
    """Leave a journal as a killed run does, before anything is renamed."""

    def die(journal: journals.Journal) -> None:
        journals.begin(journal)
        raise SystemExit

    with monkeypatch.context() as context:
        context.setattr(applying, "carry_out", die)
        with pytest.raises(SystemExit):
            apply_plan(str(root), wanted)
    (folder,) = journals.folders(str(root))
    return Path(folder)


def test_what_was_begun_is_finished_by_the_next_run(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unfinished(root, monkeypatch, plan("l/3_c l/5_c"))
    assert [each.ending for each in recover(str(root))] == [Ending.FORWARD]
    assert state_of(root) == renamed(**{"l/3_c/readme.md": "l/5_c/readme.md"})
    assert recover(str(root)) == []


def test_what_was_changed_meanwhile_is_not_lost(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = text("readme.md", "new\n", "root\n")
    folder = unfinished(root, monkeypatch, plan("l/3_c l/5_c", texts=(new,)))
    (root / "readme.md").write_text("mine\n")
    assert [each.ending for each in recover(str(root))] == [Ending.BACK]
    assert state_of(root) == {**renamed(), "readme.md": b"mine\n"}
    assert not folder.exists()


def test_what_can_be_neither_finished_nor_undone_is_left_to_a_person(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = unfinished(root, monkeypatch, plan("l/3_c l/5_c"))
    (root / "l/3_c").rename(folder / "moved-0")
    write_files(root, {"l/5_c": "mine", "l/3_c": "mine too"})
    (stuck,) = recover(str(root))
    assert stuck.ending is Ending.STUCK
    assert "l/3_c exists already" in stuck.message
    assert apply_plan(str(root), plan("l/4_d.md l/5_d.md"))[0].detail == (
        "an earlier run has not been ended yet"
    )
    (root / "l/3_c").unlink()
    assert [each.ending for each in recover(str(root))] == [Ending.BACK]
    assert state_of(root) == {**renamed(), "l/5_c": b"mine"}


@pytest.mark.parametrize(
    "lie",
    [
        {"moves": [["l/3_c", "../out"]]},
        {"moves": [[".env", "readme2.md"]]},
        {"files": [["/etc/passwd", None, ""]]},
        {"makes": ["../x"]},
        {"version": 3},
        {"moves": [["a"]]},
        {"moves": 3},
    ],
)
def test_a_journal_that_came_with_the_repository_is_not_believed(
    root: Path, monkeypatch: pytest.MonkeyPatch, lie: dict[str, object]
) -> None:
    """A copy of the files is what a clone is: the seal is another one, so nothing is done."""
    folder = unfinished(root, monkeypatch, plan("l/3_c l/5_c"))
    data = json.loads((folder / "journal.json").read_text()) | lie
    contents = {each.name: each.read_bytes() for each in folder.iterdir()}
    for each in folder.iterdir():
        each.unlink()
    for name, body in contents.items():
        (folder / name).write_bytes(body)
    (folder / "journal.json").write_text(json.dumps(data))
    before = state_of(root)
    (unknown,) = recover(str(root))
    assert unknown.ending is Ending.UNKNOWN
    assert state_of(root) == before


@pytest.mark.parametrize("body", ["", "[]", "{}", "[" * 100_000, '{"moves": []}', "\x00"])
def test_a_journal_that_is_none_is_said_to_be_unknown(root: Path, body: str) -> None:
    folder = Path(journals.new_folder(str(root)))
    (folder / "journal.json").write_text(body)
    assert [each.ending for each in recover(str(root))] == [Ending.UNKNOWN]


def test_a_journal_that_is_a_link_is_not_followed(root: Path) -> None:
    folder = Path(journals.new_folder(str(root)))
    (folder / "journal.json").symlink_to(root / "readme.md")
    assert [each.ending for each in recover(str(root))] == [Ending.UNKNOWN]


@pytest.mark.parametrize("make", ["link", "folder", "nothing"])
def test_a_journal_whose_seal_is_no_file_is_not_believed(root: Path, make: str) -> None:
    """Version control can bring links and folders: they would have an empty seal."""
    folder = Path(journals.new_folder(str(root)))
    seal = folder / "seal"
    seal.unlink()
    if make == "link":
        seal.symlink_to("nowhere")
    elif make == "folder":
        seal.mkdir()
    moves = [["readme.md", "public.md"]]
    lie = {"version": 2, "seal": [], "whole": True, "moves": moves, "makes": [], "files": []}
    (folder / "journal.json").write_text(json.dumps(lie))
    assert [each.ending for each in recover(str(root))] == [Ending.UNKNOWN]
    assert (root / "readme.md").exists()


def test_a_journal_of_another_version_is_left_to_that_version(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journals, "_VERSION", 3)
    folder = unfinished(root, monkeypatch, plan("l/3_c l/5_c"))
    monkeypatch.setattr(journals, "_VERSION", 2)
    before = state_of(root)
    (other,) = recover(str(root))
    assert other.is_open
    assert other.message.startswith(f"{folder.name} was left behind by another version")
    assert state_of(root) == before


@pytest.mark.parametrize("held", ["l", "l/3_c"])
def test_what_cannot_be_taken_out_of_its_folder_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    """A folder that is moved elsewhere must be writable itself: its parent is written in it."""
    before = state_of(root)
    monkeypatch.setattr(os, "access", lambda path, _mode: path != str(root / held))
    (problem,) = apply_plan(str(root), plan("l/3_c l/5_c"))
    assert (problem.path, problem.reason) == ("l/3_c", Reason.HELD)
    assert state_of(root) == before


@pytest.mark.parametrize("lacking", [os.W_OK, os.X_OK])
@pytest.mark.parametrize("wanted", [plan(texts=(text("new.md", "x"),)), plan("readme.md r.md")])
def test_a_folder_has_to_be_open_and_writable(
    root: Path, monkeypatch: pytest.MonkeyPatch, lacking: int, wanted: Plan
) -> None:
    before = state_of(root)
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & lacking)
    reason = Reason.HELD if wanted.moves else Reason.READ_ONLY_FOLDER
    assert [each.reason for each in apply_plan(str(root), wanted)] == [reason]
    assert state_of(root) == before


def test_a_file_that_is_read_only_can_have_another_name(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, _mode: os.path.isdir(path))
    assert apply_plan(str(root), plan("readme.md r.md")) == []
    assert (root / "r.md").read_text() == "root\n"


@pytest.mark.parametrize("mode", [0o444, 0o555, 0o400, 0o111])
def test_a_file_that_nobody_is_meant_to_write_is_left_alone(root: Path, mode: int) -> None:
    (root / "readme.md").chmod(mode)
    (problem,) = apply_plan(str(root), plan(texts=(text("readme.md", "x", "root\n"),)))
    assert problem.reason is Reason.READ_ONLY


@pytest.mark.parametrize("mode", [0o200, 0o220, 0o202, 0o640])
def test_who_may_write_decides_and_not_who_is_meant_to(
    root: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    new = plan(texts=(text("readme.md", "new\n", "root\n"),))
    (root / "readme.md").chmod(mode)
    with monkeypatch.context() as context:
        context.setattr(os, "access", lambda path, mode: os.path.isdir(path) or mode != os.W_OK)
        assert [each.reason for each in apply_plan(str(root), new)] == [Reason.READ_ONLY]
    monkeypatch.setattr(os, "access", lambda *_: True)
    assert apply_plan(str(root), new) == [] or os.geteuid()


def test_a_file_that_vanishes_while_it_is_looked_at_has_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def access(path: str, _mode: int) -> bool:
        os.unlink(path)
        return False

    monkeypatch.setattr(os, "access", access)
    (problem,) = apply_plan(str(root), plan(texts=(text("readme.md", "x", "root\n"),)))
    assert problem.reason is Reason.CHANGED


@pytest.mark.parametrize(
    "wanted", [plan("l/4_d.md d.md"), plan(texts=(text("l/4_d.md", "x", "four\n"),))]
)
def test_what_is_on_another_device_is_left_there(
    root: Path, monkeypatch: pytest.MonkeyPatch, wanted: Plan
) -> None:
    """A mount in the middle of a tree: nothing can be renamed into it at once."""
    lstat = os.lstat

    def mounted(path: str) -> os.stat_result:
        state = lstat(path)
        if not str(path).endswith("4_d.md"):
            return state
        return os.stat_result([*state[:2], state.st_dev + 1, *state[3:]])

    monkeypatch.setattr(os, "lstat", mounted)
    (problem,) = apply_plan(str(root), wanted)
    assert (problem.path, problem.reason) == ("l/4_d.md", Reason.OTHER_DEVICE)
    monkeypatch.undo()
    assert state_of(root) == renamed()


@pytest.mark.parametrize(
    ("named", "path"),
    [("l/3_c/readme.md", "l/3_c/readme.md"), (".x.curriculum-lint-01234567.tmp/moved-0", "."),
     ("..", "."), (None, ".")],
)  # fmt: skip
def test_what_the_system_says_is_said_of_the_path_that_it_names(
    root: Path, monkeypatch: pytest.MonkeyPatch, named: str | None, path: str
) -> None:
    def fail(_root: str) -> str:
        place = None if named is None else str(root / named)
        raise OSError(errno.EIO, "Input/output error", place)

    (root.parent / "alias").symlink_to(root)
    monkeypatch.setattr(journals, "new_folder", fail)
    for start in (root, root.parent / "alias"):
        (problem,) = apply_plan(str(start), plan("l/3_c l/5_c"))
        assert problem == (path, Reason.NOT_DONE, "Input/output error")


@pytest.mark.parametrize(
    ("wanted", "whole"),
    [
        (plan(), False),
        (plan(texts=(text("readme.md", "x", "root\n"), text("l/new.md", "x"))), False),
        (plan(texts=(text("new.md", "x"),)), False),
        (plan(texts=(text("readme.md", "x", "root\n"), text("l/5_e/new.md", "x"))), True),
        (plan(texts=(text("l/5_e/gone.md", "x", "old"),)), False),
        (plan("readme.md r.md"), True),
        (Plan((text("readme.md", "x", "root\n"),), whole=True), True),
    ],
)
def test_a_plan_that_makes_folders_is_made_as_a_whole(
    root: Path, wanted: Plan, whole: bool
) -> None:
    assert applying.is_whole(str(root), wanted) is whole


def test_of_texts_that_are_written_for_themselves_one_is_left_alone(root: Path) -> None:
    texts = (
        text("readme.md", "new\n", "root\n"),
        text("l/4_d.md", "new\n", "other\n"),
        text("l/3_c/readme.md", "new\n", "three\n"),
        text("l/2_b/readme.md", "two\n", "two\n"),
        text("../x.md", "x"),
    )
    problems = apply_plan(str(root), plan(texts=texts))
    assert problems == [
        ("../x.md", Reason.OUTSIDE, ""),
        ("l/4_d.md", Reason.CHANGED, ""),
    ]
    new = {"readme.md": b"new\n", "l/3_c/readme.md": b"new\n"}
    assert state_of(root) == renamed() | new


def test_what_was_interrupted_is_said_before_anything_else_is_done(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unfinished(root, monkeypatch, plan("l/3_c l/5_c"))
    (problem,) = apply_plan(str(root), plan("l/4_d.md l/5_d.md"))
    assert problem == (".", Reason.OUTDATED, Ending.FORWARD)
    assert state_of(root) == renamed(**{"l/3_c/readme.md": "l/5_c/readme.md"})


def test_one_journal_that_is_open_is_enough(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unfinished(root, monkeypatch, plan("l/3_c l/5_c"))
    (Path(journals.new_folder(str(root))) / "journal.json").write_text("{}")
    (problem,) = apply_plan(str(root), plan("l/4_d.md l/5_d.md"))
    assert problem == (".", Reason.NOT_DONE, "an earlier run has not been ended yet")


def test_all_that_is_wrong_is_said_at_once(root: Path) -> None:
    """Before anything is touched: the files keep their inodes."""
    before = (root / "readme.md").stat().st_ino
    wanted = plan("readme.md l/4_d.md", "l/3_c l/2_b", "l/9_x l/1_x", texts=(text("../x", ""),))
    assert apply_plan(str(root), wanted) == [
        ("l/4_d.md", Reason.TAKEN, ""),
        ("l/2_b", Reason.TAKEN, ""),
        ("l/9_x", Reason.GONE, ""),
        ("../x", Reason.OUTSIDE, ""),
    ]
    assert (root / "readme.md").stat().st_ino == before


def test_of_texts_that_are_written_for_themselves_one_is_saved_meanwhile(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = journals.begin

    def begin_and_save(journal: journals.Journal) -> None:
        begin(journal)
        (root / "l/4_d.md").write_text("mine\n")

    monkeypatch.setattr(journals, "begin", begin_and_save)
    old = {"readme.md": "root\n", "l/4_d.md": "four\n", "l/3_c/readme.md": "three\n"}
    texts = tuple(text(path, "new\n", old[path]) for path in old)
    assert apply_plan(str(root), plan(texts=texts)) == [("l/4_d.md", Reason.CHANGED, "")]
    new = {"readme.md": b"new\n", "l/4_d.md": b"mine\n", "l/3_c/readme.md": b"new\n"}
    assert state_of(root) == renamed() | new
    (root / "l/4_d.md").write_text("four\n")
    texts = tuple(text(path, "newer\n", new[path].decode()) for path in ("readme.md",))
    assert apply_plan(str(root), Plan((*texts, text("l/4_d.md", "x", "four\n")), whole=True)) == [
        ("l/4_d.md", Reason.CHANGED, "")
    ]
    assert state_of(root) == renamed() | new
    assert not list(journals.folders(str(root)))


def test_a_new_file_has_the_path_that_it_will_have(root: Path) -> None:
    """Even where something else has its folder's name until now."""
    swap = ("l/2_b l/3_c", "l/3_c l/2_b")
    texts = (text("l/2_b/new.md", "new\n"), text("l/2_b/readme.md", "zwei\n", "two\n"))
    assert apply_plan(str(root), plan(*swap, texts=texts)) == []
    assert state_of(root) == {
        "l/3_c/readme.md": b"zwei\n",
        "l/3_c/a_x/readme.md": b"two a\n",
        "l/2_b/readme.md": b"three\n",
        "l/2_b/new.md": b"new\n",
        "l/4_d.md": b"four\n",
        "readme.md": b"root\n",
    }
