"""Which commit a change is compared with."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from ..text.escape import printable
from .calls import GitFailure, Repository, merge_base
from .objects import Objects

#: Set in the workflow of a pull request: the branch that it is to be merged into.
_OF_PULL_REQUEST = "GITHUB_BASE_REF"
#: What the workflow of a pull request checks out: it, merged into its base.
_OF_MERGE = re.compile(r"refs/pull/[0-9]+/merge")
_DEFAULTS = (
    ("origin/HEAD", "refs/remotes/origin/HEAD"),
    ("origin/main", "refs/remotes/origin/main"),
    ("origin/master", "refs/remotes/origin/master"),
    ("main", "refs/heads/main"),
    ("master", "refs/heads/master"),
)
_ADVICE = (
    "fetch it (`git fetch --unshallow` in a shallow clone); in a workflow, give actions/checkout "
    "`fetch-depth: 0`."
)


class Base(NamedTuple):
    """A commit and how people call it; ``commit`` is ``None`` before the first one."""

    commit: str | None
    name: str


def find_base(repository: Repository, objects: Objects, wanted: str | None) -> Base:
    """The merge base of HEAD and ``wanted``, or of HEAD and what is usual without it.

    Raises `GitFailure` where the clone does not have it.
    """
    head = _commit(objects, "HEAD")
    named = _named(objects, wanted) or _usual(objects) or Base(head, "HEAD")
    if head is None or named.commit is None or head == named.commit:
        return named
    shared = merge_base(repository, head, named.commit)
    if shared is None:
        name = printable(named.name)
        raise GitFailure(f"HEAD and {name} have no common commit in this clone: {_ADVICE}")
    return Base(shared, named.name)


def _named(objects: Objects, wanted: str | None) -> Base | None:
    """What the command line asks for, else the workflow."""
    branch = os.environ.get(_OF_PULL_REQUEST, "")
    tries = _asked(wanted) if wanted is not None else _of_branch(branch)
    name = wanted if wanted is not None else f"origin/{branch}"
    if wanted is None and not branch:
        return None
    for reference in tries:
        commit = _commit(objects, reference)
        if commit is not None:
            return Base(commit, name)
    merged = _merged_into(objects) if wanted is None else None
    if merged is not None:
        return Base(merged, name)
    raise GitFailure(f"There is no commit {printable(name)} in this clone: {_ADVICE}")


def _asked(wanted: str) -> Iterator[str]:
    if wanted:
        yield wanted
        yield f"refs/remotes/origin/{wanted}"


def _of_branch(branch: str) -> Iterator[str]:
    yield f"refs/remotes/origin/{branch}"
    yield f"refs/heads/{branch}"


def _merged_into(objects: Objects) -> str | None:
    """The commit of the base that GitHub has merged a pull request into, to check the result.

    A clone of depth 2 has it, although it has no branch of that name.
    """
    if not _OF_MERGE.fullmatch(os.environ.get("GITHUB_REF", "")):
        return None
    head = _commit(objects, "HEAD")
    if head is None or head != os.environ.get("GITHUB_SHA") or not _commit(objects, "HEAD^2"):
        return None
    return _commit(objects, "HEAD^1")


def _usual(objects: Objects) -> Base | None:
    for name, reference in _DEFAULTS:
        commit = _commit(objects, reference)
        if commit is not None:
            return Base(commit, name)
    return None


def _commit(objects: Objects, reference: str) -> str | None:
    if "\n" in reference or "\0" in reference:
        return None
    found = objects.one(f"{reference}^{{commit}}")
    return found.name if found else None
