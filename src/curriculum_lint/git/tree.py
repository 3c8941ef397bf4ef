"""The files of a commit below the root, as git lists them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from ..text.private_names import is_private
from .advice import why_missing
from .calls import GitFailure, Repository, environment
from .objects import Objects

_MOST = 200_000
_PORTION = 1 << 16


class GitKind(StrEnum):
    """What a path is in a commit."""

    FILE = "100644"
    PROGRAM = "100755"
    FOLDER = "040000"
    LINK = "120000"
    #: Another repository: only the name of its commit is known.
    SUBMODULE = "160000"


class GitEntry(NamedTuple):
    """What a path is, and the name of the object that git has for it."""

    kind: GitKind
    name: str


class CommitTree(NamedTuple):
    """Entries by path, relative to the root with ``/``.

    ``name`` is that of the whole tree, ``""`` where there was none yet.
    """

    name: str = ""
    entries: Mapping[str, GitEntry] = MappingProxyType({})


def read_commit(repository: Repository, objects: Objects, commit: str | None) -> CommitTree:
    """The files of ``commit`` below the root. Raises `GitFailure` where they are not there."""
    if commit is None:
        return CommitTree()
    top = objects.one(f"{commit}^{{tree}}")
    if top is None:
        raise GitFailure(why_missing(repository, "folders"))
    entries = dict(_entries(_listing(repository, commit)))
    if not repository.prefix:
        return CommitTree(top.name, entries)
    root = entries.get(repository.prefix)
    if root is None or root.kind is not GitKind.FOLDER:
        return CommitTree()
    start = repository.prefix + "/"
    below = {path.removeprefix(start): e for path, e in entries.items() if path.startswith(start)}
    return CommitTree(root.name, below)


def _listing(repository: Repository, commit: str) -> bytes:
    paths = ["--", repository.prefix] if repository.prefix else []
    command = repository.command("ls-tree", "-r", "-t", "-z", "--full-tree", commit, *paths)
    try:
        with subprocess.Popen(  # noqa: S603 - the arguments are fixed, the commits hexadecimal
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment()
        ) as process:
            listing = _read_all(process)
    except OSError as error:
        raise GitFailure(f"git cannot be run: {error.strerror or type(error).__name__}.") from None
    if process.returncode != 0:
        raise GitFailure(why_missing(repository, "folders"))
    return listing


def _read_all(process: subprocess.Popen[bytes]) -> bytes:
    """What it prints. A tree that repeats itself would be printed for ever: it is stopped."""
    assert process.stdout
    parts: list[bytes] = []
    count = 0
    while part := process.stdout.read(_PORTION):
        parts.append(part)
        count += part.count(b"\0")
        if count > _MOST:
            process.kill()
            raise GitFailure(f"The base has more than {_MOST:,} files: too many to compare.")
    return b"".join(parts)


def _entries(listing: bytes) -> Iterator[tuple[str, GitEntry]]:
    for line in filter(None, listing.split(b"\0")):
        facts, _, path = line.partition(b"\t")
        mode, _, name = facts.decode("ascii", "replace").split(" ")
        decoded = os.fsdecode(path)
        if all(map(is_possible, decoded.split("/"))):
            yield decoded, GitEntry(git_kind(mode), name)


def git_kind(mode: str) -> GitKind:
    """The kind that a mode stands for. Old commits have files of modes such as 100664."""
    return GitKind(mode) if mode in set(GitKind) else GitKind.FILE


def is_possible(name: str) -> bool:
    """Whether a file system can hold this name, and a linter may look at it."""
    separators = {os.sep, os.altsep or os.sep}
    return name not in {"", ".", ".."} and not is_private(name) and not separators & set(name)
