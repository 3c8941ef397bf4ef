"""The hooks as others use them: real pre-commit, in a scratch repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import copy_checkout
from tests.curricula import FIRST, SECOND, clean_files, readme
from tests.repository import write_files

PRE_COMMIT = str(Path(sys.executable).with_name("pre-commit"))
THIRD = "first_level/3_finish/readme.md"
LEVEL = "first_level/readme.md"

pytestmark = pytest.mark.skipif(
    not Path(PRE_COMMIT).exists() or shutil.which("git") is None, reason="needs pre-commit and git"
)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Its own cache for pre-commit, and no identity or hooks of the machine."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    home = tmp_path_factory.mktemp("pre-commit")
    who = {"NAME": "A Learner", "EMAIL": "learner@example.org"}
    identity = {f"GIT_{role}_{k}": v for role in ("AUTHOR", "COMMITTER") for k, v in who.items()}
    return {**kept, **identity, "PRE_COMMIT_HOME": str(home), "GIT_CONFIG_GLOBAL": os.devnull}


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """A repository with the files of this one as they are now, committed."""
    clone = copy_checkout(tmp_path_factory.mktemp("tool") / "curriculum-lint")
    _git(clone, environment, "init", "-q")
    _git(clone, environment, "add", "-A")
    _git(clone, environment, "commit", "-qm", "as it is")
    return clone


@pytest.fixture
def scratch(tmp_path: Path, environment: dict[str, str], tool: Path) -> Path:
    """A small curriculum whose commits run the hook."""
    root = tmp_path / "scratch"
    files = clean_files()
    third = {THIRD: readme("Finish"), LEVEL: f"{files[LEVEL]}[Finish](3_finish/readme.md)\n"}
    write_files(root, {**files, **third})
    revision = _git(tool, environment, "rev-parse", "HEAD").stdout.strip()
    (root / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {tool}\n    rev: {revision}\n    hooks:\n      - id: curriculum-lint\n"
    )
    _git(root, environment, "init", "-q")
    subprocess.run([PRE_COMMIT, "install"], cwd=root, env=environment, check=True)
    return root


def _git(
    root: Path, environment: dict[str, str], *arguments: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", *arguments], cwd=root, env=environment, capture_output=True, text=True, check=False
    )


def test_the_installed_hook_lets_good_commits_pass_and_refuses_bad_ones(
    scratch: Path, environment: dict[str, str]
) -> None:
    _git(scratch, environment, "add", "-A")
    clean = _git(scratch, environment, "commit", "-m", "three modules")
    assert clean.returncode == 0, clean.stdout + clean.stderr

    # A commit that only deletes passes no file to a hook, and breaks the numbers.
    shutil.rmtree(scratch / "first_level/2_files")
    _git(scratch, environment, "add", "-A")
    deleted = _git(scratch, environment, "commit", "-m", "without the second")
    assert deleted.returncode == 1
    assert "module-number-gap" in deleted.stdout + deleted.stderr
    assert "Module 2 is missing" in deleted.stdout + deleted.stderr

    _git(scratch, environment, "reset", "-q", "--hard")
    (scratch / "notes.md").write_text("# Notes\n\nSee [the plan](plan.md).\n")
    _git(scratch, environment, "add", "-A")
    broken = _git(scratch, environment, "commit", "-m", "a broken link")
    assert broken.returncode == 1
    assert "broken-link" in broken.stdout + broken.stderr


def test_a_second_module_with_a_number_is_refused_by_name(
    scratch: Path, environment: dict[str, str]
) -> None:
    shutil.copytree(scratch / "first_level/2_files", scratch / "first_level/2_folders")
    _git(scratch, environment, "add", "-A")
    refused = _git(scratch, environment, "commit", "-m", "one more")
    assert refused.returncode == 1
    said = refused.stdout + refused.stderr
    assert "duplicate-module-number" in said
    assert "`2_files` and `2_folders` are both module 2; the next free number is 4." in said
    assert _git(scratch, environment, "rev-parse", "HEAD").returncode != 0


def test_a_fix_that_is_not_staged_does_not_count(
    scratch: Path, environment: dict[str, str]
) -> None:
    second = scratch / SECOND
    good = second.read_text()
    second.write_text(f"{good}\nSee [the plan](plan.md).\n")
    _git(scratch, environment, "add", "-A")
    second.write_text(good)
    refused = _git(scratch, environment, "commit", "-m", "with a broken link")
    assert refused.returncode == 1
    assert "broken-link" in refused.stdout + refused.stderr
    # It is still there, and as soon as it is staged, it counts.
    assert second.read_text() == good
    _git(scratch, environment, "add", "-A")
    accepted = _git(scratch, environment, "commit", "-m", "with the link repaired")
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr


def test_try_repo_runs_both_hooks(scratch: Path, environment: dict[str, str], tool: Path) -> None:
    _git(scratch, environment, "add", "-A")
    arguments = [PRE_COMMIT, "try-repo", str(tool), "curriculum-lint", "--all-files"]
    clean = subprocess.run(
        arguments, cwd=scratch, env=environment, capture_output=True, text=True, check=False
    )
    assert clean.returncode == 0, clean.stdout + clean.stderr

    first = scratch / FIRST
    text = first.read_text()
    first.write_text(text.replace("\n\n**Acceptance", "\n    **Acceptance"))
    _git(scratch, environment, "add", "-A")
    arguments[3] = "curriculum-lint-fix"
    fixing = subprocess.run(
        arguments, cwd=scratch, env=environment, capture_output=True, text=True, check=False
    )
    assert fixing.returncode == 1, fixing.stdout + fixing.stderr
    assert "files were modified by this hook" in fixing.stdout
    assert first.read_text() == text


def test_a_stale_index_is_refused_and_the_index_hook_generates_it(
    scratch: Path, environment: dict[str, str], tool: Path
) -> None:
    marks = "\n<!-- curriculum-index:start -->\n<!-- curriculum-index:end -->\n"
    (scratch / LEVEL).write_text(f"# First level\n{marks}")
    _git(scratch, environment, "add", "-A")
    refused = _git(scratch, environment, "commit", "-m", "an empty index")
    assert refused.returncode == 1
    assert "index-out-of-date" in refused.stdout + refused.stderr
    assert "The generated index is out of date" in refused.stdout + refused.stderr

    arguments = [PRE_COMMIT, "try-repo", str(tool), "curriculum-index", "--all-files"]
    written = subprocess.run(
        arguments, cwd=scratch, env=environment, capture_output=True, text=True, check=False
    )
    assert written.returncode == 1, written.stdout + written.stderr
    assert "files were modified by this hook" in written.stdout
    assert "1. [Start](1_start/readme.md)" in (scratch / LEVEL).read_text()
    _git(scratch, environment, "add", "-A")
    accepted = _git(scratch, environment, "commit", "-m", "the index")
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    again = subprocess.run(
        arguments, cwd=scratch, env=environment, capture_output=True, text=True, check=False
    )
    assert again.returncode == 0, again.stdout + again.stderr
