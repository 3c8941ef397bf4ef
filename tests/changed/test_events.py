"""What each platform says of a run, and what is compared with what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.changed.checking import check
from tests.changed.conftest import OLD
from tests.changed.history import commit, git
from tests.command import Result, invoke

NOBODY = "0" * 40


class Job:
    """A checkout as a platform makes it, and the variables that it sets."""

    def __init__(self, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self._folder, self._monkeypatch = root, tmp_path, monkeypatch
        git(root, "config", "uploadpack.allowAnySHA1InWant", "true")
        self.first = git(root, "rev-parse", "main")
        (root / "second.md").write_text(OLD)
        self.second = commit(root)
        (root / "third.md").write_text(OLD)
        self.third = commit(root)

    def checkout(self, what: str, depth: int = 0) -> Path:
        """What actions/checkout does: one reference, or with depth 0 all of them."""
        clone = self._folder / "clone"
        clone.mkdir()
        git(clone, "init", "-q")
        git(clone, "remote", "add", "origin", f"file://{self.root}")
        options = [f"--depth={depth}"] if depth else []
        wanted = what if depth else "+refs/heads/*:refs/remotes/origin/*"
        git(clone, "fetch", "-q", "--no-tags", *options, "origin", wanted)
        git(clone, "checkout", "-q", "--detach", "FETCH_HEAD" if depth else what)
        return clone

    def sets(self, **variables: str) -> None:
        """Set variables of the platform."""
        for name, value in variables.items():
            self._monkeypatch.setenv(name, value)

    def github(self, event: str, **payload: Any) -> None:
        """Set what GitHub sets for ``event``."""
        file = self._folder / "event.json"
        file.write_text(json.dumps({"repository": {"default_branch": "main"}, **payload}))
        self.sets(CI="true", GITHUB_ACTIONS="true", GITHUB_EVENT_NAME=event)
        self.sets(GITHUB_EVENT_PATH=str(file), GITHUB_BASE_REF="")


@pytest.fixture
def job(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Job:
    return Job(root, tmp_path, monkeypatch)


def _reported(clone: Path, *arguments: str) -> set[str]:
    done = check(clone, "--output-format", "json", *arguments)
    assert done.exit_code in (0, 1), done
    assert "compared with" in done.stderr
    return {each["path"] for each in json.loads(done.stdout)["diagnostics"]}


def _refused(clone: Path) -> str:
    done: Result = check(clone)
    assert (done.exit_code, done.stdout) == (2, ""), done
    assert invoke("changes", "--root", str(clone)).exit_code == 2
    return done.stderr


def test_merge_queue_is_compared_with_its_base(job: Job) -> None:
    job.github("merge_group", merge_group={"base_sha": job.second, "head_sha": job.third})
    assert _reported(job.checkout("change", 2)) == {"third.md"}


def test_merge_queue_without_its_base_in_the_clone_is_refused(job: Job) -> None:
    job.github("merge_group", merge_group={"base_sha": job.first})
    assert "fetch-depth: 0" in _refused(job.checkout("change", 1))


def test_merge_queue_whose_base_is_head_is_refused(job: Job) -> None:
    job.github("merge_group", merge_group={"base_sha": job.third})
    assert "nothing would be compared" in _refused(job.checkout("change", 1))


def test_push_is_compared_with_what_was_there_before(job: Job) -> None:
    job.github("push", before=job.second, ref="refs/heads/change")
    assert _reported(job.checkout("change", 2)) == {"third.md"}


def test_push_to_the_default_branch_is_compared_with_what_was_there_before(job: Job) -> None:
    git(job.root, "branch", "-f", "main", job.third)
    job.github("push", before=job.first, ref="refs/heads/main")
    assert _reported(job.checkout("origin/main")) == {"second.md", "third.md"}


def test_push_that_begins_a_branch_is_compared_with_the_default_branch(job: Job) -> None:
    git(job.root, "branch", "-m", "main", "ours")
    job.github("push", before=NOBODY, repository={"default_branch": "ours"})
    assert _reported(job.checkout("origin/change")) == {"second.md", "third.md"}


def test_push_that_begins_the_default_branch_is_refused(job: Job) -> None:
    git(job.root, "branch", "-f", "main", job.third)
    job.github("push", before=NOBODY, ref="refs/heads/main")
    assert "nothing would be compared" in _refused(job.checkout("origin/main"))


def test_forced_push_is_compared_with_the_last_common_commit(job: Job) -> None:
    git(job.root, "reset", "-q", "--hard", job.second)
    (job.root / "other.md").write_text(OLD)
    commit(job.root)
    job.github("push", before=job.third, forced=True)
    clone = job.checkout("origin/change")
    git(clone, "fetch", "-q", "origin", job.third)
    assert _reported(clone) == {"other.md"}


def test_forced_push_that_left_the_old_commit_behind_is_compared_with_the_default_branch(
    job: Job,
) -> None:
    git(job.root, "reset", "-q", "--hard", job.second)
    (job.root / "other.md").write_text(OLD)
    commit(job.root)
    job.github("push", before="12" * 20, forced=True)
    assert _reported(job.checkout("origin/change")) == {"second.md", "other.md"}


def test_push_without_its_base_in_a_shallow_clone_is_refused(job: Job) -> None:
    job.github("push", before="12" * 20)
    assert "fetch-depth: 0" in _refused(job.checkout("change", 1))


def test_forced_push_that_takes_commits_back_is_compared_with_the_default_branch(job: Job) -> None:
    git(job.root, "reset", "-q", "--hard", job.second)
    job.github("push", before=job.third, forced=True)
    clone = job.checkout("origin/change")
    git(clone, "fetch", "-q", "origin", job.third)
    assert _reported(clone) == {"second.md"}


@pytest.mark.parametrize("payload", [{"before": NOBODY}, {}])
def test_a_default_branch_that_is_not_in_the_clone_is_asked_for_by_name(
    job: Job, payload: dict[str, str]
) -> None:
    job.github("push", **payload)
    clone = job.checkout("origin/change")
    git(clone, "update-ref", "-d", "refs/remotes/origin/main")
    assert "git fetch origin main:refs/remotes/origin/main" in _refused(clone)


@pytest.mark.parametrize("event", ["schedule", "workflow_dispatch", "release"])
def test_event_without_a_base_is_refused_on_the_default_branch_only(job: Job, event: str) -> None:
    job.github(event)
    clone = job.checkout("origin/change")
    assert _reported(clone) == {"second.md", "third.md"}
    git(clone, "checkout", "-q", "--detach", "origin/main")
    assert "nothing would be compared" in _refused(clone)
    assert "--base" in _refused(clone)


def test_pull_request_without_its_branch_has_the_commit_of_the_event(job: Job) -> None:
    job.github("pull_request", pull_request={"base": {"sha": job.second}})
    job.sets(GITHUB_BASE_REF="main", GITHUB_REF="refs/pull/1/merge", GITHUB_SHA=NOBODY)
    assert _reported(job.checkout("change", 2)) == {"third.md"}


def test_pull_request_that_checks_its_own_base_out_is_refused(job: Job) -> None:
    job.github("pull_request")
    job.sets(GITHUB_BASE_REF="main")
    clone = job.checkout("origin/change")
    assert _reported(clone) == {"second.md", "third.md"}
    git(clone, "checkout", "-q", "--detach", "origin/main")
    assert "nothing would be compared" in _refused(clone)


@pytest.mark.parametrize("text", ["", "[]", "nonsense", "[" * 100_000, '{"before": 7}'])
def test_event_that_cannot_be_read_is_none(job: Job, tmp_path: Path, text: str) -> None:
    job.github("push")
    (tmp_path / "event.json").write_text(text)
    assert _reported(job.checkout("origin/change")) == {"second.md", "third.md"}


def test_base_that_is_asked_for_in_ci_and_is_head_is_refused(job: Job) -> None:
    job.sets(CI="true")
    done = check(job.checkout("origin/change"), "--base", "HEAD")
    assert (done.exit_code, done.stdout) == (2, "")


def test_gitlab_names_the_base_of_a_merge_request(job: Job) -> None:
    job.sets(GITLAB_CI="true", CI="true", CI_COMMIT_BEFORE_SHA=NOBODY)
    job.sets(CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main", CI_DEFAULT_BRANCH="main")
    job.sets(CI_MERGE_REQUEST_DIFF_BASE_SHA=job.second, CI_MERGE_REQUEST_TARGET_BRANCH_SHA="")
    assert _reported(job.checkout("change", 2)) == {"third.md"}


def test_gitlab_says_what_was_there_before_a_push(job: Job) -> None:
    job.sets(GITLAB_CI="true", CI_COMMIT_BEFORE_SHA=job.second, CI_DEFAULT_BRANCH="main")
    assert _reported(job.checkout("change", 2)) == {"third.md"}


def test_gitlab_with_too_little_history_says_how_to_get_more(job: Job) -> None:
    job.sets(GITLAB_CI="true", CI_COMMIT_BEFORE_SHA=job.first, CI_DEFAULT_BRANCH="main")
    assert "GIT_DEPTH: 0" in _refused(job.checkout("change", 1))


def test_gitlab_on_the_default_branch_by_hand_is_refused(job: Job) -> None:
    job.sets(GITLAB_CI="true", CI_COMMIT_BEFORE_SHA=NOBODY, CI_DEFAULT_BRANCH="change")
    assert "nothing would be compared" in _refused(job.checkout("origin/change"))


def test_bitbucket_names_the_destination(job: Job) -> None:
    job.sets(BITBUCKET_BUILD_NUMBER="1", BITBUCKET_PR_DESTINATION_BRANCH="main")
    job.sets(BITBUCKET_PR_DESTINATION_COMMIT=job.second[:12])
    assert _reported(job.checkout("change", 2)) == {"third.md"}


def test_bitbucket_without_the_destination_says_how_to_get_it(job: Job) -> None:
    job.sets(BITBUCKET_BUILD_NUMBER="1", BITBUCKET_PR_DESTINATION_BRANCH="main")
    assert "clone: depth: full" in _refused(job.checkout("change", 1))


def test_azure_names_the_target_and_has_merged_into_it(job: Job) -> None:
    git(job.root, "switch", "-qc", "merged", "main")
    git(job.root, "merge", "-q", "--no-ff", "--no-edit", "change")
    merged = git(job.root, "rev-parse", "HEAD")
    job.sets(TF_BUILD="True", SYSTEM_PULLREQUEST_TARGETBRANCH="refs/heads/main")
    job.sets(BUILD_SOURCEBRANCH="refs/pull/1/merge", BUILD_SOURCEVERSION=merged)
    assert _reported(job.checkout("merged", 2)) == {"second.md", "third.md"}


def test_azure_with_too_little_history_says_how_to_get_more(job: Job) -> None:
    job.sets(TF_BUILD="True", SYSTEM_PULLREQUEST_TARGETBRANCH="refs/heads/main")
    assert "fetchDepth: 0" in _refused(job.checkout("change", 1))


def test_jenkins_names_the_target(job: Job) -> None:
    job.sets(JENKINS_URL="https://ci.example.org/", CHANGE_TARGET="main")
    assert _reported(job.checkout("origin/change")) == {"second.md", "third.md"}
