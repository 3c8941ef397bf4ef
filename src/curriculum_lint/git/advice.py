"""What helps where a clone lacks what a comparison needs."""

from __future__ import annotations

import os
import re

from .calls import Repository, git_folder
from .event import BaseCandidate, Event

_PLAIN = re.compile(r"[\w./-]+")
_WHOLE = "fetch all of it: `git fetch --refetch --no-filter`; in a workflow, clone without a filter"


def how_to_fetch(repository: Repository, event: Event, asked: BaseCandidate) -> str:
    """What to do about a commit that is not in the clone."""
    if is_shallow(repository):
        return f"it is shallow; {_deepen(event)}"
    if event.deepen:
        return f"fetch it{_command(asked)}, or {event.deepen}."
    return "fetch it (`git fetch origin`), or name another one with --base."


def _command(asked: BaseCandidate) -> str:
    """How a branch is fetched by a clone that has one branch only."""
    branch = asked.name.removeprefix("origin/")
    if branch == asked.name or not _PLAIN.fullmatch(branch):
        return ""
    return f" (`git fetch origin {branch}:refs/remotes/origin/{branch}`)"


def why_unrelated(repository: Repository, name: str, event: Event) -> str:
    """Why HEAD and ``name`` have no commit in common, and what to do."""
    said = f"HEAD and {name} have no common commit in this clone"
    if is_shallow(repository):
        return f"{said}, which is shallow: {_deepen(event)}"
    return f"{said}: their histories are unrelated. Name a commit of this history with --base."


def why_missing(repository: Repository, what: str) -> str:
    """Why objects of the base are missing, and what to do; ``what`` names them."""
    if is_partial(repository):
        return f"This clone was made with a filter and lacks {what} of the base: {_WHOLE}."
    return f"This clone lacks {what} of the base: it is damaged (`git fsck` says more)."


def _deepen(event: Event) -> str:
    if event.deepen:
        return f"{event.deepen}, or run `git fetch --unshallow` before."
    return "`git fetch --unshallow` fetches the rest (in GitHub's workflows `fetch-depth: 0`)."


def is_shallow(repository: Repository) -> bool:
    """Whether the history of the clone ends somewhere."""
    return os.path.exists(os.path.join(git_folder(repository), "shallow"))


def is_partial(repository: Repository) -> bool:
    """Whether the clone fetches objects when they are needed; we do not let it."""
    packs = os.path.join(git_folder(repository), "objects", "pack")
    try:
        return any(name.endswith(".promisor") for name in os.listdir(packs))
    except OSError:
        return False
