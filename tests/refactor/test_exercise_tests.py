"""Tests of acceptance criteria keep to their exercises: by name, by folder, and by proof."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.command import invoke
from tests.curricula import readme, write_clean
from tests.edits.trees import state_of
from tests.repository import write_files

SETTINGS = (
    'files = ["tests/**/*.py"]\nnames = ["{exercise}/{criterion}", "test_{exercise}_{criterion}"]\n'
)
CONFIG = f'[tests]\n{SETTINGS}proof = "tests/{{exercise}}/proof.json"\n'
QUOTE = "`node Start1` prints `Start:1`."


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def code_for(number: str, words: str) -> str:
    return f'# {number}/1 {words}\nUNTIL = "{number}"\n\ndef test_{number.replace(".", "_0")}_1(): ...\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_clean(tmp_path)
    start, files = code_for("1.1", QUOTE), code_for("2.1", "`node Files1` prints `Files:1`.")
    record = {"criteria": {"1.1/1": digest(QUOTE)}, "files": {"test_start.py": digest(start)}}
    write_files(
        tmp_path,
        {
            "curriculum-lint.toml": CONFIG,
            "tests/1.1/test_start.py": start,
            "tests/1.1/proof.json": json.dumps(record, indent=2) + "\n",
            "tests/2.1/test_files.py": files,
            "tests/2a.1/2a.1.py": "# 2a.1/1 `node Streams1` prints `Streams:1`.\n",
        },
    )
    return tmp_path


def run(root: Path, *words: str) -> str:
    done = invoke(*words, "--root", str(root))
    assert done.exit_code in (0, 1), done.stderr
    return done.stdout + done.stderr


def files(root: Path) -> list[str]:
    return [path for path in sorted(state_of(root)) if path.startswith("tests/")]


def test_names_folders_and_proofs_follow_a_module_that_moves(root: Path) -> None:
    before = state_of(root)
    said = run(root, "move", "first_level/2_files", "--to", "1")
    assert files(root) == [
        *("tests/1.1/test_files.py", "tests/1a.1/1a.1.py"),
        *("tests/2.1/proof.json", "tests/2.1/test_start.py"),
    ]
    text = (root / "tests/2.1/test_start.py").read_text()
    assert text == f'# 2.1/1 {QUOTE}\nUNTIL = "1.1"\n\ndef test_2_01_1(): ...\n'
    record = json.loads((root / "tests/2.1/proof.json").read_text())
    assert record == {
        "criteria": {"2.1/1": digest(QUOTE)},
        "files": {"test_start.py": digest(text)},
    }
    assert "Also says “1.1”: tests/2.1/test_start.py:2" in said
    assert "CL7" not in said
    run(root, "move", "first_level/1_files", "--to", "2")
    assert state_of(root) == before


def test_a_proof_that_was_stale_stays_so(root: Path) -> None:
    test = root / "tests/1.1/test_start.py"
    test.write_text(test.read_text() + "# another end\n")
    old = json.loads((root / "tests/1.1/proof.json").read_text())["files"]
    run(root, "move", "first_level/2_files", "--to", "1")
    assert json.loads((root / "tests/2.1/proof.json").read_text())["files"] == old


def test_an_exercise_that_comes_between_moves_the_tests_behind_it(root: Path) -> None:
    before = state_of(root)
    said = run(root, "new", "exercise", "Begin", "--in", "1", "--at", "1")
    assert "tests/1.2/proof.json" in files(root)
    assert (root / "tests/1.2/test_start.py").read_text().startswith("# 1.2/1 ")
    assert "remove first_level/1_start --exercise 1" in said
    run(root, "remove", "first_level/1_start", "--exercise", "1")
    assert state_of(root) == before


def test_tests_of_a_removed_exercise_go_with_it(root: Path) -> None:
    write_files(
        root, {"tests/1.2/test_more.py": code_for("1.2", "`node Start2` prints `Start:2`.")}
    )
    run(root, "remove", "first_level/1_start", "--exercise", "1")
    assert files(root)[0] == "tests/1.1/test_more.py"
    assert (root / "tests/1.1/test_more.py").read_text().startswith("# 1.1/1 `node Start2`")


def test_a_test_beside_others_is_told_when_its_exercise_goes(root: Path) -> None:
    both = "# 1.1/1 `node Start1` prints `Start:1`.\n# 2.1/1 `node Files1` prints `Files:1`.\n"
    write_files(root, {"tests/all.py": both})
    said = run(root, "remove", "first_level/1_start", "--exercise", "1")
    assert "tests/all.py:1 tests an exercise that is removed" in said


def test_a_name_that_is_taken_is_left_and_told(root: Path) -> None:
    write_files(root, {"tests/1a.1/notes.txt": "Notes\n"})
    said = run(root, "move", "first_level/2_files", "--to", "1")
    assert "tests/2a.1 stays as it is: tests/1a.1 exists" in said
    assert (root / "tests/2a.1/2a.1.py").read_text().startswith("# 1a.1/1 ")


def test_folders_that_hold_units_keep_their_names(root: Path) -> None:
    (root / "curriculum-lint.toml").write_text(f"[tests]\n{SETTINGS.replace('tests/**', '**')}")
    write_files(root, {"first_level/2_files/a_streams/2a.1/check.py": "# 2a.1/1 `node Streams1`\n"})
    run(root, "move", "first_level/2_files", "--to", "1")
    moved = root / "first_level/1_files/a_streams/1a.1/check.py"
    assert moved.read_text().startswith("# 1a.1/1 ")


def test_the_same_number_in_two_levels_means_that_of_the_folder(root: Path) -> None:
    write_files(
        root,
        {
            "second_level/readme.md": "# Second level\n\n[One](1_one/readme.md)\n[Two](2_two/readme.md)\n",
            **{
                f"second_level/{n}_{name}/readme.md": readme(name)
                for n, name in ((1, "one"), (2, "two"))
            },
            "tests/second_level/1.1/one.py": "# 1.1/1 something else\n",
            "tests/first_level/1.1/first.py": "# 1.1/1 something\n",
        },
    )
    run(root, "move", "second_level/2_two", "--to", "1")
    assert "tests/second_level/2.1/one.py" in files(root)
    assert "tests/first_level/1.1/first.py" in files(root)
