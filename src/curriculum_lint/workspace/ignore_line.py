"""One line of an ignore file."""

from __future__ import annotations

from typing import NamedTuple

from ..text.late_pattern import late_pattern
from ..text.segments import Ends, segments_regex, split_segments
from ..text.wildcards import GIT, MalformedGlobError, run_regex, tokens

_WILD = late_pattern(r"[*?\[\\]")
#: A folder is matched with a slash at its end.
_ANY_KIND = Ends(here=r"/?\Z", below="/[^/]", anything="[^/]")
_FOLDER = Ends(here=r"/\Z", below=r"/[^/].*/\Z", anything=r"[^/].*/\Z")


class IgnoreLine(NamedTuple):
    """``pattern`` is without ``!``, the leading slash and the last slash.

    An anchored line is about the path from the folder of its file, another about the name alone.
    """

    pattern: str
    negated: bool
    anchored: bool
    folder_only: bool

    @property
    def wild(self) -> bool:
        """Whether the pattern is more than plain text."""
        return _WILD.search(self.pattern) is not None


def parse_line(line: str) -> IgnoreLine | None:
    """What ``line`` says; ``None`` if it is empty or a comment."""
    pattern = _without_blanks(line.removesuffix("\r"))
    if pattern.startswith("#"):
        return None
    negated = pattern.startswith("!")
    pattern = pattern[negated:]
    folder_only = pattern.endswith("/")
    pattern = pattern[: len(pattern) - folder_only]
    anchored = "/" in pattern
    pattern = pattern.removeprefix("/")
    return IgnoreLine(pattern, negated, anchored, folder_only) if pattern else None


def line_regex(line: IgnoreLine) -> str | None:
    """The regular expression of ``line``; ``None`` if nothing can match it."""
    ends = _FOLDER if line.folder_only else _ANY_KIND
    try:
        found = tuple(tokens(line.pattern, GIT))
    except MalformedGlobError:
        return None
    if line.anchored:
        return segments_regex(split_segments(found), ends)
    return run_regex(found, GIT.any_one) + ends.here


def _without_blanks(line: str) -> str:
    """``line`` without the spaces at its end, but with one that a backslash escapes."""
    kept = line.rstrip(" ")
    backslashes = len(kept) - len(kept.rstrip("\\"))
    return kept + line[len(kept) : len(kept) + backslashes % 2]
