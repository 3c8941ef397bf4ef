"""What a platform says of the run: which commit or branch it is to be compared with."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from typing import Any, NamedTuple

#: What the workflow of a pull request checks out: it, merged into its base.
_MERGED = re.compile(r"refs/pull/[0-9]+/merge")
_NOTHING = re.compile(r"0*")
_MOST_BYTES = 1 << 25


class BaseCandidate(NamedTuple):
    """How people call a base, and the references that may lead to it, the best first.

    With ``merged`` the first parent of HEAD will do as well, if HEAD is this merge commit.
    """

    name: str
    references: tuple[str, ...]
    merged: str | None = None


class Event(NamedTuple):
    """What is known of the run: ``base`` if the event names one, and the default branch.

    ``pushed`` is what a branch was before a push, which a forced one may have left behind.
    ``deepen`` says how the platform is told to fetch more; it is ``None`` at a desk, where nobody
    asks for a comparison by mistake.
    """

    base: BaseCandidate | None = None
    pushed: BaseCandidate | None = None
    default: str | None = None
    deepen: str | None = None


def read_event() -> Event:
    """What the environment says; nothing at a desk."""
    for is_here, read in _PLATFORMS:
        if _given(is_here):
            return read()
    if _given("CI") not in {"", "false", "0"}:
        return Event(deepen="give the checkout the whole history")
    return Event()


def _github() -> Event:
    payload = _payload()
    default = _text(payload, "repository", "default_branch") or None
    target, base = _given("GITHUB_BASE_REF"), None
    if target:
        commit = _text(payload, "pull_request", "base", "sha")
        base = branch_candidate(target, commit, merge=_merge("GITHUB_REF", "GITHUB_SHA"))
    elif _given("GITHUB_EVENT_NAME") == "merge_group":
        base = _commit("the base of the merge queue", _text(payload, "merge_group", "base_sha"))
    pushed = _of_push(_text(payload, "before"))
    return Event(base, pushed, default, "give actions/checkout `fetch-depth: 0`")


def _gitlab() -> Event:
    target, base = _given("CI_MERGE_REQUEST_TARGET_BRANCH_NAME"), None
    if target:
        named = ("CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "CI_MERGE_REQUEST_DIFF_BASE_SHA")
        base = branch_candidate(target, *map(_given, named))
    pushed, default = _of_push(_given("CI_COMMIT_BEFORE_SHA")), _given("CI_DEFAULT_BRANCH") or None
    return Event(base, pushed, default, "set the variable `GIT_DEPTH: 0`")


def _bitbucket() -> Event:
    target = _given("BITBUCKET_PR_DESTINATION_BRANCH")
    base = branch_candidate(target, _given("BITBUCKET_PR_DESTINATION_COMMIT")) if target else None
    return Event(base, deepen="set `clone: depth: full`")


def _azure() -> Event:
    target = _given("SYSTEM_PULLREQUEST_TARGETBRANCH").removeprefix("refs/heads/")
    merge = _merge("BUILD_SOURCEBRANCH", "BUILD_SOURCEVERSION")
    base = branch_candidate(target, merge=merge) if target else None
    return Event(base, deepen="give the step checkout `fetchDepth: 0`")


def _jenkins() -> Event:
    target = _given("CHANGE_TARGET")
    base = branch_candidate(target) if target else None
    return Event(base, deepen="let the checkout clone everything")


#: The variable that tells of a platform, and what reads the others.
_PLATFORMS: tuple[tuple[str, Callable[[], Event]], ...] = (
    ("GITHUB_EVENT_NAME", _github),
    ("GITHUB_BASE_REF", _github),
    ("GITHUB_ACTIONS", _github),
    ("GITLAB_CI", _gitlab),
    ("BITBUCKET_BUILD_NUMBER", _bitbucket),
    ("TF_BUILD", _azure),
    ("JENKINS_URL", _jenkins),
)


def branch_candidate(target: str, *commits: str, merge: str | None = None) -> BaseCandidate:
    """The branch ``target`` of the remote, or what else may lead to it."""
    references = (f"refs/remotes/origin/{target}", f"refs/heads/{target}")
    return BaseCandidate(f"origin/{target}", (*references, *filter(None, commits)), merge)


def _commit(name: str, commit: str) -> BaseCandidate | None:
    return BaseCandidate(name, (commit,)) if commit else None


def _of_push(before: str) -> BaseCandidate | None:
    """What the branch was before the push; nothing where the push begins it."""
    return None if _NOTHING.fullmatch(before) else _commit("what was there before the push", before)


def _merge(reference: str, commit: str) -> str | None:
    return _given(commit) or None if _MERGED.fullmatch(_given(reference)) else None


def _given(name: str) -> str:
    return os.environ.get(name, "").strip()


def _payload() -> object:
    """The event as GitHub describes it, ``None`` where that cannot be read."""
    try:
        with open(_given("GITHUB_EVENT_PATH"), "rb") as file:
            return json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return None


def _text(data: Any, *keys: str) -> str:
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, str) else ""
