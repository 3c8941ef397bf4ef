"""Which commit a change is compared with, and what is said where there is none."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from tests.changed.checking import check, found
from tests.changed.conftest import OLD
from tests.changed.history import commit, git
from tests.command import Result, invoke
from tests.curricula import write_clean
from tests.repository import write_files
from tests.robustness.outcome import assert_sound


def refused(root: Path, *arguments: str) -> Result:
    """A run that cannot compare anything: exit 2 and one line."""
    for done in (check(root, *arguments), invoke("changes", "--root", str(root), *arguments)):
        assert_sound(done)
        assert (done.exit_code, done.stdout) == (2, ""), done
        assert done.stderr.count("\n") == 1, done.stderr
    return done


def test_merge_base_counts_and_not_the_tip_of_the_base(root: Path) -> None:
    git(root, "switch", "-q", "main")
    (root / "notes.md").write_text("# Notes\n\nAnother text.\n")
    commit(root)
    git(root, "switch", "-q", "change")
    assert found(root, "--base", "main") == []


def test_base_can_be_any_commit(root: Path) -> None:
    (root / "a.md").write_text(OLD)
    commit(root)
    (root / "b.md").write_text(OLD)
    commit(root)
    assert {path for path, *_ in found(root, "--base", "HEAD~1")} == {"b.md"}
    assert {path for path, *_ in found(root, "--base", "HEAD")} == set()


def test_branch_of_origin_is_the_usual_base(root: Path, tmp_path: Path) -> None:
    git(root, "branch", "-m", "main", "trunk")
    git(root, "switch", "-q", "trunk")
    git(tmp_path, "clone", "-q", str(root), "clone")
    (tmp_path / "clone/new.md").write_text(OLD)
    commit(tmp_path / "clone")
    done = check(tmp_path / "clone")
    assert "compared with origin/HEAD" in done.stderr
    assert "new.md" in done.stdout


def test_workflow_names_the_base(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(root, "branch", "release/1", "main")
    git(tmp_path, "clone", "-q", str(root), "clone")
    commit(tmp_path / "clone")
    monkeypatch.setenv("GITHUB_BASE_REF", "release/1")
    assert "compared with origin/release/1" in check(tmp_path / "clone").stderr
    monkeypatch.setenv("GITHUB_BASE_REF", "::error::gone")
    assert "fetch-depth: 0" in refused(tmp_path / "clone").stderr


def test_without_any_usual_branch_the_working_tree_is_compared_with_head(root: Path) -> None:
    git(root, "branch", "-D", "main")
    (root / "a.md").write_text(OLD)
    commit(root)
    (root / "b.md").write_text(OLD)
    assert {path for path, *_ in found(root)} == {"b.md"}


def test_before_the_first_commit_everything_is_new(tmp_path: Path) -> None:
    write_clean(tmp_path / "new")
    (tmp_path / "new/old.md").write_text(OLD)
    git(tmp_path / "new", "init", "-qb", "main")
    assert ("old.md", 3, "CL301", False) in found(tmp_path / "new")
    assert "no commit yet" in check(tmp_path / "new").stderr


def test_shallow_clone_says_what_it_lacks(root: Path, tmp_path: Path) -> None:
    (root / "a.md").write_text("# A\n")
    commit(root)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{root}", "clone")
    assert "fetch-depth: 0" in refused(tmp_path / "clone", "--base", "main").stderr
    git(tmp_path / "clone", "fetch", "-q", "--depth", "1", "origin", "main:main")
    assert "fetch-depth: 0" in refused(tmp_path / "clone", "--base", "main").stderr


@pytest.mark.parametrize("what", ["blob:none", "tree:0"])
def test_partial_clone_fetches_nothing(root: Path, tmp_path: Path, what: str) -> None:
    git(root, "config", "uploadpack.allowFilter", "true")
    (root / "old.md").write_text("# Old\n")
    commit(root)
    git(tmp_path, "clone", "-q", f"--filter={what}", f"file://{root}", "clone")
    done = check(tmp_path / "clone", "--base", "origin/main")
    assert_sound(done)
    assert (done.exit_code, done.stdout) == (2, "")
    said = done.stderr
    assert "was made with a filter and lacks files" in said
    assert "git fetch --refetch --no-filter" in said
    git(tmp_path / "clone", "fetch", "-q", "--refetch", "--no-filter")
    assert check(tmp_path / "clone", "--base", "origin/main").exit_code == 0


def test_unrelated_histories_are_told_from_shallow_ones(root: Path) -> None:
    git(root, "switch", "-q", "--orphan", "another")
    write_clean(root)
    commit(root)
    said = refused(root, "--base", "main").stderr
    assert "their histories are unrelated" in said
    assert "shallow" not in said


@pytest.mark.parametrize("name", ["trunk", "2026"])
def test_default_branch_has_any_name(root: Path, tmp_path: Path, name: str) -> None:
    git(root, "branch", "-m", "main", name)
    git(root, "switch", "-q", name)
    git(tmp_path, "clone", "-q", "--single-branch", f"file://{root}", "clone")
    clone = tmp_path / "clone"
    git(clone, "remote", "set-head", "origin", "--delete")
    (clone / "new.md").write_text(OLD)
    commit(clone)
    done = check(clone)
    assert f"compared with origin/{name} (" in done.stderr
    assert done.exit_code == 1


def test_branch_that_is_where_its_base_is_says_so(root: Path) -> None:
    said = "which has all of HEAD: only what is not committed yet counts"
    assert said in check(root).stderr
    changes = invoke("changes", "--root", str(root))
    assert said in changes.stderr
    assert changes.stdout == "No changes to the curriculum.\n"
    (root / "a.md").write_text("# A\n")
    commit(root)
    assert said not in check(root).stderr


@pytest.mark.parametrize("base", ["nowhere", "", "--help", "a\nb", "HEAD:notes.md", "\x1b[31m"])
def test_base_that_is_no_commit_is_said(root: Path, base: str) -> None:
    assert "name another one with --base" in refused(root, f"--base={base}").stderr


def test_outside_a_repository_it_is_said(tmp_path: Path) -> None:
    write_clean(tmp_path / "plain")
    assert "in none" in refused(tmp_path / "plain").stderr


def test_without_git_it_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert "not installed" in refused(root).stderr


def test_git_that_fails_is_quoted(root: Path) -> None:
    (root / ".git/HEAD").write_text("nonsense\n")
    assert "git failed" in refused(root).stderr


def test_damaged_object_is_said(root: Path) -> None:
    shutil.rmtree(root / ".git/objects")
    (root / ".git/objects").mkdir()
    done = check(root, "--base", "main")
    assert_sound(done)
    assert done.exit_code == 2


@pytest.mark.parametrize(
    "name",
    [
        "tempfile.TemporaryFile",
    ],
)
def test_full_disk_for_the_base_is_said_and_leaves_nothing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setattr(name, fail)
    assert "emporary" in refused(root).stderr
    assert "No space left on device" in refused(root).stderr
    assert os.listdir(folder) == []


def test_what_a_hook_says_of_its_repository_does_not_count(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", "nowhere")
    assert found(root) == []


def test_nothing_that_the_repository_configures_is_run(root: Path, tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    script.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "filter.x.smudge",
        "filter.x.clean",
    ):
        git(root, "config", key, str(script))
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-checkout", "post-index-change", "reference-transaction"):
        shutil.copy(script, hooks / name)
    git(root, "config", "core.hooksPath", str(hooks))
    write_files(root, {".gitattributes": "* filter=x diff=x\n"})
    (root / "notes.md").write_text("# Notes\n")
    assert found(root)
    assert not (tmp_path / "ran").exists()


def test_root_below_the_top_of_the_repository(root: Path) -> None:
    (root / "notes.md").write_text("# Notes\n\n[x](gone.md)\n")
    below = root / "first_level"
    assert found(below) == []
    (below / "readme.md").write_text((below / "readme.md").read_text() + "\n[x](gone.md)\n")
    assert [each[:3] for each in found(below)] == [("readme.md", 7, "CL301")]


def test_linked_worktree(root: Path, tmp_path: Path) -> None:
    git(root, "worktree", "add", "-q", str(tmp_path / "linked"), "-b", "other", "main")
    (tmp_path / "linked/a.md").write_text(OLD)
    assert {path for path, *_ in found(tmp_path / "linked")} == {"a.md"}


def test_nothing_is_left_behind(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    before = git(root, "status", "--porcelain=v2", "--branch")
    check(root)
    assert os.listdir(folder) == []
    assert git(root, "status", "--porcelain=v2", "--branch") == before
    assert git(root, "worktree", "list").count("\n") == 0
