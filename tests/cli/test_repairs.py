"""``check --fix --unsafe-fixes`` with renames, on the command line."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from curriculum_lint.edits import apply as applying
from curriculum_lint.edits import journal as journals
from tests.command import Result, invoke
from tests.edits.trees import state_of
from tests.refactor.test_renumber import course
from tests.repository import write_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    write_files(folder, course(5))
    return folder


def check(root: Path, *options: str) -> Result:
    return invoke("check", "--root", str(root), "--no-cache", *options)


def test_what_is_renamed_is_counted(root: Path) -> None:
    done = check(root, "--fix", "--unsafe-fixes")
    assert done.exit_code == 0
    assert done.stderr == "Fixed 1 in 5 files, 2 files and folders renamed.\n"
    again = check(root, "--fix", "--unsafe-fixes")
    assert (again.exit_code, again.stderr) == (0, "")


def test_without_unsafe_fixes_it_is_only_said_that_there_is_one(root: Path) -> None:
    before = state_of(root)
    done = check(root, "--fix")
    assert "it can be fixed with --fix --unsafe-fixes" in done.stdout
    assert state_of(root) == before


@pytest.mark.skipif(shutil.which("git") is None, reason="git reads the diff")
def test_git_makes_of_the_diff_what_the_fix_makes(root: Path, tmp_path: Path) -> None:
    for name in ("a b.md", "\N{LATIN SMALL LETTER U WITH DIAERESIS}.md", 'q"\\.md', "##[x]\n\t.md"):
        (root / "course/05-files" / name).write_text("# X\n\n[i](../05-files/README.md)\n")
    shown = check(root, "--diff", "--unsafe-fixes")
    assert shown.exit_code == 1
    assert "rename from course/05-files/data.csv\n" in shown.stdout
    applied = tmp_path / "applied"
    shutil.copytree(root, applied)
    for options in (["--check"], []):
        subprocess.run(
            ["git", "apply", *options, "-"], cwd=applied, input=shown.stdout, text=True, check=True
        )
    check(root, "--fix", "--unsafe-fixes")
    assert state_of(applied) == state_of(root)


def test_the_diff_touches_nothing(root: Path) -> None:
    before = state_of(root)
    check(root, "--diff", "--unsafe-fixes")
    assert state_of(root) == before


def test_json_names_edits_moves_and_writes(root: Path) -> None:
    (root / "course/05-files/README.md").unlink()
    report = json.loads(check(root, "--output-format", "json").stdout)
    fixes = {each["code"]: each["fix"] for each in report["diagnostics"] if each["fix"]}
    assert fixes["CL201"]["moves"][0] == {
        "source": "course/05-files",
        "target": "course/03-files",
    }
    (write,) = fixes["CL101"]["writes"]
    assert write["path"] == "course/05-files/README.md"
    assert write["text"].startswith("# Files\n")


def test_sarif_leaves_out_what_it_has_no_words_for(root: Path) -> None:
    report = json.loads(check(root, "--output-format", "sarif").stdout)
    (result,) = report["runs"][0]["results"]
    assert result["ruleId"] == "CL201"
    assert "fixes" not in result


def interrupted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(journal: journals.Journal) -> None:
        journals.begin(journal)
        raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr(applying, "carry_out", die)
        check(root, "--fix", "--unsafe-fixes")


def test_an_interrupted_run_is_mentioned_and_then_finished(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(root, monkeypatch)
    assert "Note: an earlier run was interrupted" in check(root).stderr
    assert check(root, "--quiet").stderr == ""
    done = check(root, "--fix")
    assert done.exit_code == 0
    assert "An earlier run was interrupted: what it had begun is now finished." in done.stderr
    assert (root / "course/03-files/README.md").exists()
    assert check(root).stderr == ""


def test_the_index_is_written_of_the_tree_that_an_interrupted_run_was_to_make(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(root, monkeypatch)
    configuration = root / "curriculum-lint.toml"
    configuration.write_text(configuration.read_text() + '[index]\njson = "curriculum.json"\n')
    assert invoke("index", "--check", "--root", str(root)).exit_code == 1
    assert (root / "course/05-files").exists()
    done = invoke("index", "--root", str(root))
    assert done.exit_code == 0
    assert "An earlier run was interrupted: what it had begun is now finished." in done.stderr
    assert '"course/03-files"' in (root / "curriculum.json").read_text()


def test_nothing_is_fixed_while_an_interrupted_run_waits_for_a_person(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(root, monkeypatch)
    shutil.copytree(root, root.parent / "copy")
    before = state_of(root.parent / "copy")
    done = check(root.parent / "copy", "--fix", "--unsafe-fixes")
    assert done.exit_code == 2
    assert "no run on this disk wrote it" in done.stderr
    assert state_of(root.parent / "copy") == before


def test_a_folder_that_cannot_be_renamed_leaves_all_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    def refusing(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    before = state_of(root)
    with monkeypatch.context() as context:
        context.setattr(os, "rename", refusing)
        done = check(root, "--fix", "--unsafe-fixes")
    assert done.exit_code == 2
    assert done.stderr == "Nothing was changed: Permission denied.\n"
    assert "Found 1 error in 1 file; it can be fixed" in done.stdout
    assert state_of(root) == before


def test_what_could_not_be_renamed_is_reported_as_it_is_on_disk(root: Path) -> None:
    (root / "course/02-loops/README.md").chmod(0o444)
    done = check(root, "--fix", "--unsafe-fixes")
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [
        "course/02-loops/README.md was not written: it is read-only",
        "Nothing was changed: renaming is done as a whole or not at all.",
    ]
    assert "Found 1 error in 1 file; it can be fixed" in done.stdout


def test_what_could_not_be_written_is_reported_as_it_is_on_disk(tmp_path: Path) -> None:
    write_files(tmp_path, dict.fromkeys(("a.md", "b.md"), "# A\n\n[b](#B)\n\n## b\n"))
    (tmp_path / "b.md").chmod(0o444)
    done = check(tmp_path, "--fix")
    assert done.exit_code == 2
    assert done.stderr.splitlines()[:2] == [
        "b.md was not written: it is read-only",
        "Fixed 1 of 2 files.",
    ]
    assert "Found 1 info" in done.stdout


def test_renames_alone_are_counted_in_a_sentence(tmp_path: Path) -> None:
    files = {"first_level/readme.md": "# First level\n\nReserved.\n"}
    write_files(tmp_path, {path.replace("readme", "ReadMe"): text for path, text in files.items()})
    done = check(tmp_path, "--fix", "--unsafe-fixes", "--select", "CL102")
    assert done.stderr == "Fixed 1: 1 file or folder renamed.\n"


def test_what_is_asked_about_is_reported_under_its_new_name(root: Path) -> None:
    readme = root / "course/05-files/README.md"
    readme.write_text(readme.read_text() + "\n[x](gone.md)\n")
    done = invoke(
        "check",
        str(root / "course/05-files"),
        "--root",
        str(root),
        "--no-cache",
        "--fix",
        "--unsafe-fixes",
    )
    assert done.exit_code == 1
    assert "course/03-files/README.md\n" in done.stdout
    assert "CL301" in done.stdout
