"""Calls of git that only read: fixed arguments, and nothing that a repository names is run."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from typing import NamedTuple

from ..text.escape import printable
from .prefix import repository_prefix

_OPTIONS = (
    "--no-pager",
    "--no-replace-objects",
    "--no-optional-locks",
    "-c",
    "core.fsmonitor=false",
    "-c",
    f"core.hooksPath={os.devnull}",
    # A partial clone would fetch what it lacks: `check` opens no connection.
    "-c",
    "protocol.allow=never",
)
_OURS = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_SECONDS = 120
_LONGEST = 300


class GitFailure(Exception):  # noqa: N818 - it says what failed
    """Why there is nothing to compare with: one line for people."""


class Repository(NamedTuple):
    """A repository: its folder ``top``, that of the root in it (``""``: the same), and git."""

    top: str
    prefix: str
    git: str

    def command(self, *arguments: str) -> list[str]:
        """The command line for git with ``arguments``."""
        # Named outright: git would take a folder that looks like a bare repository for one.
        folder = f"--git-dir={os.path.join(self.top, '.git')}"
        return [self.git, folder, *_OPTIONS, *arguments]


def find_repository(root: str) -> Repository:
    """The repository around ``root``. Raises `GitFailure` where it or git itself is missing."""
    prefix = repository_prefix(root)
    if prefix is None:
        raise GitFailure(f"--changed and changes need a git repository; {root} is in none.")
    git = shutil.which("git")
    # Windows would find one in the working folder, which is a stranger's.
    if git is None or not os.path.isabs(git):
        raise GitFailure("--changed and changes need git, and it is not installed.")
    depth = prefix.count("/") + 1 if prefix else 0
    top = root
    for _ in range(depth):
        top = os.path.dirname(top)
    return Repository(top, prefix, git)


def environment() -> dict[str, str]:
    """The environment of this process without what a hook or a caller says about repositories."""
    return {k: v for k, v in os.environ.items() if not k.startswith("GIT_")} | _OURS


def merge_base(repository: Repository, ours: str, theirs: str) -> str | None:
    """The best common ancestor of two commits, ``None`` where this clone has none."""
    done = _run(repository, "merge-base", ours, theirs)
    if done.returncode == 0:
        return done.stdout.split()[0].decode("ascii")
    if done.returncode == 1:
        return None
    raise failure(done.stderr.splitlines())


def remote_branches(repository: Repository) -> list[str]:
    """The branches of remotes that the clone knows, such as ``origin/trunk``."""
    form = "--format=%(refname:lstrip=2)"
    done = _run(repository, "for-each-ref", form, "refs/remotes")
    names = os.fsdecode(done.stdout).splitlines() if done.returncode == 0 else []
    return [name for name in names if not name.endswith("/HEAD")]


def published_commit(folder: str) -> tuple[str, str] | None:
    """The address that ``folder`` was cloned from, and its commit, if that is known there."""
    try:
        repository = find_repository(folder)
    except GitFailure:
        return None
    asked = (
        ("config", "--get", "remote.origin.url"),
        ("rev-parse", "--verify", "HEAD"),
        ("branch", "--remotes", "--contains", "HEAD", "--format=%(refname)"),
    )
    address, commit, branches = (_told(repository, *each) for each in asked)
    return (address, commit) if address and commit and branches else None


def _told(repository: Repository, *arguments: str) -> str:
    done = _run(repository, *arguments)
    return "" if done.returncode else done.stdout.decode(errors="replace").strip()


def git_folder(repository: Repository) -> str:
    """Where git keeps the history, which linked worktrees share."""
    done = _run(repository, "rev-parse", "--git-common-dir")
    folder = os.fsdecode(done.stdout.removesuffix(b"\n"))
    return os.path.join(repository.top, folder) if done.returncode == 0 else ""


def _run(repository: Repository, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - the arguments are fixed, the commits hexadecimal
            repository.command(*arguments),
            capture_output=True,
            env=environment(),
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise GitFailure(f"git cannot be run: {type(error).__name__}.") from None


def failure(said: Iterable[bytes]) -> GitFailure:
    """The error for what git itself says."""
    lines = [line.decode("utf-8", "replace").strip() for line in said]
    words = next((line for line in lines if line), "it said nothing")
    return GitFailure(f"git failed: {printable(words[:_LONGEST])}")
