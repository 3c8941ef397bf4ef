"""Makes a curriculum smaller while it still shows what it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Files = dict[str, str]
_MOST_TRIES = 150


def shrink(files: Files, shows: Callable[[Files], bool]) -> Files:
    """``files`` without the files and the lines that ``shows`` does not need."""
    tries = _MOST_TRIES

    def still(smaller: Files) -> bool:
        nonlocal tries
        tries -= 1
        return tries >= 0 and shows(smaller)

    for path in sorted(files):
        smaller = {each: text for each, text in files.items() if each != path}
        if smaller and still(smaller):
            files = smaller
    for path in sorted(files):

        def without(lines: Sequence[str], now: Files = files, path: str = path) -> bool:
            return still(now | {path: "".join(lines)})

        files = files | {path: "".join(_fewer(files[path].splitlines(keepends=True), without))}
    return files


def _fewer(lines: list[str], still: Callable[[Sequence[str]], bool]) -> list[str]:
    size = max(1, len(lines) // 2)
    while lines:
        at = 0
        while at < len(lines):
            smaller = lines[:at] + lines[at + size :]
            if still(smaller):
                lines = smaller
            else:
                at += size
        if size == 1:
            break
        size //= 2
    return lines
