"""Where the folder of a curriculum was in a commit that does not have it where it is now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

_MOST = 500
_LEAST_SHARE = 0.5


def former_root(
    files: Iterable[str], before: Iterable[str], is_there: Callable[[str], bool]
) -> str | None:
    """The folder that most of ``files``, relative to the root, were below; ``""`` for the top.

    ``before`` are the paths of the commit, and ``is_there`` says what has stayed: a folder that
    was copied has not moved. ``None`` where there is no such folder.
    """
    asked = sorted(files)[:_MOST]
    by_name: dict[str, list[str]] = {}
    for path in before:
        by_name.setdefault(path.rpartition("/")[2], []).append(path)
    votes = Counter(folder for path in asked for folder in _folders(path, by_name))
    least = len(asked) * _LEAST_SHARE
    for folder, count in sorted(votes.items(), key=lambda each: (-each[1], each[0])):
        stayed = sum(is_there(f"{folder}/{path}".lstrip("/")) for path in asked)
        if count >= least and stayed < least:
            return folder
    return None


def _folders(path: str, by_name: dict[str, list[str]]) -> Iterator[str]:
    """The folders in which there was a file at ``path``."""
    for other in by_name.get(path.rpartition("/")[2], ()):
        if f"/{other}".endswith(f"/{path}"):
            yield other[: -len(path)].rstrip("/")
