"""Globs of a configuration, matched without a search: patterns come from strangers.

In a path, ``*``, ``?`` and sets such as ``[a-z]`` and ``[!x]`` stay within one segment; ``**``
stands for any number of whole segments, also none. Every pattern starts at the root. A set that
is not closed is text like any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from .segments import Ends, Segment, segments_regex, split_segments
from .wildcards import PATH, TEXT, run_regex, tokens

_OR_BELOW = r"(?:/.*)?\Z"
_COVERING = Ends(here=_OR_BELOW, below=_OR_BELOW, anything=r".*\Z")
_EXACT = Ends(here=r"\Z", below=_OR_BELOW, anything=r".*\Z")
_ROOT = "."


def compile_globs(patterns: Iterable[str]) -> Callable[[str], bool]:
    """A function that says whether a path, or a folder around it, matches one of ``patterns``.

    ``archive``, ``archive/`` and ``archive/**`` mean the same: the folder and all below it.
    An empty pattern matches nothing, ``.`` the root and so everything.
    """
    matches = _union(_covering_regex(pattern) for pattern in patterns if pattern)
    return lambda path: matches(_subject(path))


def compile_text_globs(patterns: Iterable[str]) -> Callable[[str], bool]:
    """A function that says whether a whole text matches; ``*`` and ``?`` match ``/`` as well."""
    return _union(
        run_regex(tuple(tokens(pattern, TEXT)), TEXT.any_one) + r"\Z" for pattern in patterns
    )


def matches_exactly(pattern: str, path: str) -> bool:
    """Whether ``pattern`` names ``path`` itself, not merely a folder around it."""
    return bool(pattern) and _exact(pattern)(_subject(path)) is not None


def _subject(path: str) -> str:
    return "" if path == _ROOT else path


@lru_cache(maxsize=256)
def _exact(pattern: str) -> Callable[[str], re.Match[str] | None]:
    return re.compile(segments_regex(_segments(pattern), _EXACT), re.DOTALL).match


def _covering_regex(pattern: str) -> str:
    segments = _segments(pattern)
    return segments_regex(segments, _COVERING) if segments else _COVERING.anything


def _segments(pattern: str) -> list[Segment]:
    named = "/".join(part for part in pattern.split("/") if part not in {"", _ROOT})
    return split_segments(tokens(named, PATH)) if named else []


def _union(regexes: Iterable[str]) -> Callable[[str], bool]:
    joined = "|".join(regexes)
    if not joined:
        return lambda _text: False
    match = re.compile(joined, re.DOTALL).match
    return lambda text: match(text) is not None
