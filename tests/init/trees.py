"""Trees of files in a line: ``week{1..3}/README.md``, ``{01..09}-a/{=}.md``, ``{html,css}/a.md``."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

_GROUP = re.compile(r"(\{[^{}]*\})")


def expand(*patterns: str) -> list[str]:
    """The paths that ``patterns`` stand for; ``{=}`` repeats what the first group says."""
    return [path for pattern in patterns for path in _expanded(pattern)]


def links(*patterns: str) -> str:
    """A page that lists the paths that ``patterns`` stand for."""
    paths = expand(*patterns)
    return "# Course\n\n" + "".join(f"- [{path}](<{path}>)\n" for path in paths)


def _expanded(pattern: str) -> Iterator[str]:
    parts = _GROUP.split(pattern)
    options = [_options(part) for part in parts]
    for chosen in itertools.product(*options):
        yield "".join(
            chosen[1] if part == "{=}" else text for part, text in zip(parts, chosen, strict=True)
        )


def _options(part: str) -> list[str]:
    if not part.startswith("{") or part == "{=}":
        return [part]
    first, dots, last = part[1:-1].partition("..")
    if not dots:
        return first.split(",")
    if first.isdigit():
        width = len(first) if first.startswith("0") else 1
        return [f"{number:0{width}}" for number in range(int(first), int(last) + 1)]
    return [chr(code) for code in range(ord(first), ord(last) + 1)]
