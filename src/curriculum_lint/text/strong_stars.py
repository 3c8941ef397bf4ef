"""Which ``**`` of a paragraph make strong text, as CommonMark pairs them, and which are shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_STARS = re.compile(r"\*+")
_STRONG = 2
_ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
#: A paragraph with more of them is no prose.
_MOST_RUNS = 400


@dataclass(slots=True)
class Stars:
    """A run of asterisks: ``start:end`` is what is left of it, ``at`` where it began."""

    start: int
    end: int
    at: int
    length: int
    opens: bool
    closes: bool

    @property
    def left(self) -> int:
        """How many of them belong to no emphasis."""
        return self.end - self.start

    @property
    def shows(self) -> bool:
        """Whether two or more of them are shown as they are."""
        return self.left >= _STRONG


def paired_stars(written: str, plain: str) -> list[Stars]:
    """The runs of asterisks in ``written``, each with what no emphasis has taken of it.

    ``plain`` is the same text with what holds no emphasis crossed out.
    """
    runs = [_run(written, match) for match in _STARS.finditer(plain)]
    if len(runs) > _MOST_RUNS:
        return []
    lowest = [0, 0, 0]
    for at, run in enumerate(runs):
        if run.closes:
            _close(runs, at, lowest)
    return runs


def is_punctuation(char: str) -> bool:
    """Whether CommonMark takes ``char`` for punctuation, as GitHub's version of it does."""
    if char.isascii():
        return char in _ASCII_PUNCTUATION
    return unicodedata.category(char).startswith("P")


def _run(written: str, match: re.Match[str]) -> Stars:
    before = written[match.start() - 1] if match.start() else " "
    after = written[match.end()] if match.end() < len(written) else " "
    is_tight_before, is_tight_after = not before.isspace(), not after.isspace()
    opens = is_tight_after and (
        not is_punctuation(after) or not is_tight_before or is_punctuation(before)
    )
    closes = is_tight_before and (
        not is_punctuation(before) or not is_tight_after or is_punctuation(after)
    )
    return Stars(*match.span(), match.start(), match.end() - match.start(), opens, closes)


def _close(runs: list[Stars], at: int, lowest: list[int]) -> None:
    """Pair the run at ``at`` with those before it, for as long as it has asterisks left.

    ``lowest`` is, by the remainder of a run's length, the first run that is still looked at: a
    search that found nothing is not repeated further back, as GitHub's version does not.
    """
    closer = runs[at]
    while closer.left:
        opener = _opener(runs, at, lowest[closer.length % 3])
        if opener is None:
            lowest[closer.length % 3] = at
            return
        used = _STRONG if min(opener.left, closer.left) >= _STRONG else 1
        opener.end -= used
        closer.start += used
        for between in _between(runs, opener, at):
            between.opens = False


def _opener(runs: list[Stars], at: int, lowest: int) -> Stars | None:
    closer = runs[at]
    for opener in reversed(runs[lowest:at]):
        if opener.opens and opener.left and not _is_barred(opener, closer):
            return opener
    return None


def _is_barred(opener: Stars, closer: Stars) -> bool:
    """The rule of three: runs that open and close do not pair if their sum is a multiple of it."""
    either = opener.closes or closer.opens
    total, both = opener.length + closer.length, opener.length % 3 or closer.length % 3
    return either and total % 3 == 0 and bool(both)


def _between(runs: list[Stars], opener: Stars, at: int) -> Iterator[Stars]:
    for run in reversed(runs[:at]):
        if run is opener:
            return
        yield run
