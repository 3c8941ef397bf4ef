"""The "did you mean" of every message: the word a person most probably wanted."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest

#: Longer words are not compared: the comparison is quadratic, and the input is a stranger's.
_MAX_CHARACTERS = 200
#: Of more candidates than this, only those nearest in length are compared.
_MAX_CANDIDATES = 400
_MAX_MATCHES = 3
_MIN_RATIO = 0.6
#: How much better than the second the first must be to be the only one meant.
_CLEAR_LEAD = 0.06
_LOOK_ALIKES = str.maketrans("0o1il", "oolll")


def close_matches(word: str, candidates: Iterable[str]) -> list[str]:
    """Up to three ``candidates`` that look like ``word`` (case ignored), the closest first."""
    return [candidate for _, candidate in _ranked(word, candidates)]


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The one candidate that ``word`` clearly means, or ``None`` where two could be meant."""
    ranked = _ranked(word, candidates)
    if not ranked:
        return None
    best, second = ranked[0][0], ranked[1][0] if len(ranked) > 1 else 0.0
    same_but_for_case = best == 1.0 > second
    return ranked[0][1] if same_but_for_case or best - second >= _CLEAR_LEAD else None


def _ranked(word: str, candidates: Iterable[str]) -> list[tuple[float, str]]:
    """Ratio and candidate; the same for every order of ``candidates``."""
    if not word or len(word) > _MAX_CHARACTERS:
        return []
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(_folded(word))
    scored: list[tuple[float, str]] = []
    for candidate in _nearest_in_length(word, candidates):
        matcher.set_seq1(_folded(candidate))
        if matcher.real_quick_ratio() < _MIN_RATIO or matcher.quick_ratio() < _MIN_RATIO:
            continue
        ratio = matcher.ratio()
        if ratio >= _MIN_RATIO:
            scored.append((ratio, candidate))
    return nsmallest(_MAX_MATCHES, scored, key=lambda item: (-item[0], item[1]))


def _folded(word: str) -> str:
    """``word`` without case, and digits as the letters that look like them."""
    return word.casefold().translate(_LOOK_ALIKES)


def _nearest_in_length(word: str, candidates: Iterable[str]) -> list[str]:
    length = len(word)
    comparable = {name for name in candidates if 0 < len(name) <= _MAX_CHARACTERS}
    return nsmallest(_MAX_CANDIDATES, comparable, key=lambda name: (abs(len(name) - length), name))
