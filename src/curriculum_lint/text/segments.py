"""Globs of paths: their segments, and the regular expression that matches them in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from .wildcards import PATH, Token, TokenKind, run_regex

Segment = tuple[Token, ...]


class Ends(NamedTuple):
    """Regular expressions for what may follow the last segment of a pattern."""

    #: After a segment that is not ``**``.
    here: str
    #: After the segment before a last ``**``, its slash included.
    below: str
    #: For a pattern of nothing but ``**``.
    anything: str


def split_segments(found: Iterable[Token]) -> list[Segment]:
    """The tokens between slashes; empty segments are kept."""
    segments: list[list[Token]] = [[]]
    for token in found:
        if token.kind is TokenKind.SLASH:
            segments.append([])
        else:
            segments[-1].append(token)
    return [tuple(segment) for segment in segments]


def segments_regex(segments: Sequence[Segment], ends: Ends) -> str:
    """A regular expression for paths, to be matched from their start."""
    runs = [
        (starred, [_segment_regex(segment) for segment in run])
        for starred, run in groupby(segments, _is_globstar)
    ]
    if runs and runs[-1][0]:
        runs.pop()
        return _join(runs) + ends.below if runs else ends.anything
    return _join(runs) + ends.here


def _join(runs: Sequence[tuple[bool, Sequence[str]]]) -> str:
    """Runs of segments between ``**``, each at the first place where it fits."""
    regex = ""
    search = ""
    for number, (starred, run) in enumerate(runs, start=1):
        body = "/".join(run)
        if starred:
            search = "(?:[^/]+/)*?"
        elif number == len(runs):
            regex += search + body
        else:
            regex += f"(?>{search}{body}/)"
    return regex


def _is_globstar(segment: Segment) -> bool:
    return len(segment) > 1 and _only_stars(segment)


def _only_stars(segment: Segment) -> bool:
    return bool(segment) and all(token.kind is TokenKind.STAR for token in segment)


def _segment_regex(segment: Segment) -> str:
    # No segment of a path is empty, so a lone star takes at least one character.
    return f"{PATH.any_one}+" if _only_stars(segment) else run_regex(segment, PATH.any_one)
