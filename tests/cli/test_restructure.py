"""The commands ``move``, ``renumber`` and ``new``: what they say, write, show and refuse."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from curriculum_lint.edits import apply as applying
from curriculum_lint.edits import journal as journals
from tests.command import Result, invoke
from tests.curricula import write_clean
from tests.edits.trees import state_of
from tests.repository import diagnostics_on, write_files

FILES = "first_level/2_files"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two modules, of which the second has a subsection."""
    return write_clean(tmp_path / "clean")


def run(root: Path, *arguments: str) -> Result:
    return invoke(*arguments, "--root", str(root))


def folders(root: Path) -> set[str]:
    return {each.name for each in root.rglob("*_*") if each.is_dir()}


@pytest.mark.parametrize("unit", ["2", "2_files", FILES, f"{FILES}/readme.md", "first_level/files"])
def test_a_unit_has_several_names(root: Path, unit: str) -> None:
    done = run(root, "move", unit, "--to", "1")
    undo = f"To take it back: `curriculum-lint move first_level/1_files --to 2 --root {root}`.\n"
    assert (done.exit_code, done.stderr) == (0, undo)
    assert done.stdout == "Renamed 2 folders and rewrote 6 links and numbers in 1 file.\n"
    assert folders(root) == {"first_level", "1_files", "a_streams", "2_start"}
    assert diagnostics_on(root) == ()


def test_a_path_is_one_of_the_working_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(root, {"curriculum-lint.toml": 'levels = ["first_level"]\n'})
    monkeypatch.chdir(root / "first_level/2_files")
    assert invoke("move", "../1_start/", "--to", "2").exit_code == 0
    assert "2_start" in folders(root)


def test_a_place_and_a_name_are_given_together(root: Path) -> None:
    assert run(root, "move", "2", "--to", "1", "--name", "file_system").exit_code == 0
    assert "1_file_system" in folders(root)


@pytest.mark.parametrize(
    "arguments",
    [
        ("move", "2", "--to", "2"),
        ("move", "2", "--name", "files"),
        ("renumber",),
        ("renumber", "first_level"),
        ("renumber", "2"),
    ],
)
def test_where_there_is_nothing_to_do_it_says_so(root: Path, arguments: tuple[str, ...]) -> None:
    before = state_of(root)
    done = run(root, *arguments)
    assert done.exit_code == 0
    assert done.stdout.startswith("Nothing to do")
    assert state_of(root) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("move", "2"), "Write --to with a number or letter"),
        (("move", "first_level/2_fils", "--to", "1"), "did you mean first_level/2_files?"),
        (("move", "2", "--to", "3"), "There is no module 3 in first_level: the places are 1 to 2."),
        (("renumber", "nowhere"), "There is no unit “nowhere”"),
        (("new", "module", "X", "--level", "frist_level"), "did you mean first_level?"),
        (("new", "subsection", "X", "--of", "2a"), "only modules have subsections"),
        (("new", "subsection", "X"), "--of"),
        (("new", "exercise", "X", "--in", "7"), "There is no unit “7”"),
        (("new", "exercise", "X", "--in", "2", "--at", "9"), "it has 1 to 2."),
    ],
)
def test_what_cannot_be_done_is_refused(root: Path, arguments: tuple[str, ...], said: str) -> None:
    before = state_of(root)
    done = run(root, *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert state_of(root) == before


def test_a_gap_is_closed(root: Path) -> None:
    write_files(root, {"first_level/5_loops/readme.md": "# Loops\n"})
    done = run(root, "renumber", "first_level")
    assert done.stdout == "Renamed 1 folder.\n"
    assert "3_loops" in folders(root)


def test_a_module_is_begun_and_it_is_said_what_is_left(root: Path) -> None:
    done = run(root, "new", "module", "Loops", "--at", "2")
    assert done.exit_code == 0
    assert done.stdout == (
        "Began module 2 in first_level/2_loops/readme.md, renamed 1 folder and rewrote 2 links "
        "and numbers in 1 file.\n"
    )
    assert "Still to write: 6 places marked TODO.\n" in done.stderr
    assert (root / "first_level/2_loops/readme.md").read_text().startswith("# Loops\n")
    assert (root / "first_level/3_files/a_streams/readme.md").exists()


def test_a_name_can_be_chosen(root: Path) -> None:
    assert run(root, "new", "module", "C++", "--name", "cpp").exit_code == 0
    assert (root / "first_level/3_cpp/readme.md").read_text().startswith("# C++\n")


def test_a_subsection_and_an_exercise_are_begun(root: Path) -> None:
    done = run(root, "new", "subsection", "Buffers", "--of", "2")
    assert done.stdout == f"Began subsection b in {FILES}/b_buffers/readme.md and changed 1 file.\n"
    done = run(root, "new", "exercise", "Read all", "--in", "2a", "--at", "2")
    assert done.stdout == (
        f"Began exercise 2 in {FILES}/a_streams/readme.md and rewrote 1 link or number in 1 file.\n"
    )
    text = (root / FILES / "a_streams/readme.md").read_text()
    assert "## 2) Read all\n\n**Goal:** TODO\n" in text
    assert "## 3) Print Streams 2\n" in text


def test_what_a_check_finds_from_now_on_is_told(root: Path) -> None:
    text = (root / FILES / "readme.md").read_text()
    needs = "## Before you start\n\n- [Start](../1_start/readme.md)\n\n## 1)"
    write_files(root, {f"{FILES}/readme.md": text.replace("## 1)", needs, 1)})
    assert diagnostics_on(root) == ()
    done = run(root, "move", "2", "--to", "1")
    assert done.exit_code == 0
    assert (
        "`curriculum-lint check` now finds 1 thing more:\nfirst_level/1_files/readme.md:5:3: "
        in (done.stderr)
    )


@pytest.mark.skipif(shutil.which("git") is None, reason="git reads the diff")
@pytest.mark.parametrize(
    "arguments",
    [
        ("move", "2", "--to", "1"),
        ("move", "2", "--name", "file_system"),
        ("new", "module", "Loops", "--at", "1"),
        ("new", "exercise", "Say no", "--in", "1", "--at", "1"),
    ],
)
def test_the_diff_touches_nothing_and_is_what_would_be_done(
    root: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    before = state_of(root)
    shown = run(root, *arguments, "--diff")
    assert shown.exit_code == 0
    assert state_of(root) == before
    applied = tmp_path / "applied"
    shutil.copytree(root, applied)
    subprocess.run(["git", "apply", "-"], cwd=applied, input=shown.stdout, text=True, check=True)
    assert run(root, *arguments).exit_code == 0
    assert state_of(applied) == state_of(root)


def test_after_an_interrupted_run_numbers_may_mean_other_units_so_nothing_else_is_done(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(journal: journals.Journal) -> None:
        journals.begin(journal)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(applying, "carry_out", die)
        assert run(root, "move", "2", "--to", "1").exit_code == 2
    assert "was interrupted" in run(root, "move", "2", "--to", "1", "--diff").stderr
    done = run(root, "move", "2", "--to", "1")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "An earlier run was interrupted: what it had begun is now finished.",
        "Nothing else was done: look at the result, and repeat the command if it is still needed.",
    ]
    assert folders(root) == {"first_level", "1_files", "a_streams", "2_start"}
    assert run(root, "move", "2", "--to", "1").exit_code == 0


def test_what_could_not_be_renamed_leaves_all_as_it_was(root: Path) -> None:
    readme = root / "first_level/readme.md"
    readme.chmod(0o444)
    before = state_of(root)
    done = run(root, "move", "2", "--to", "1")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "first_level/readme.md was not written: it is read-only",
        "Nothing was changed.",
    ]
    assert state_of(root) == before
