"""Invisible characters that GitHub keeps in anchors: variation selectors and fillers."""

from __future__ import annotations

from collections.abc import Iterator

from .late_pattern import late_pattern

_LEAKING = late_pattern("[\ufe00-\ufe0f\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]")
_SELECTORS = frozenset("\ufe0e\ufe0f")
_KEYCAP = "\u20e3"
_KEYS = frozenset("0123456789#*")
#: Characters that are emoji by themselves (Emoji_Presentation in Unicode 15.1).
_EMOJI = late_pattern(
    "[\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1"
    "\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705"
    "\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50"
    "\u2b55\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a\U0001f1e6-\U0001f1ff\U0001f201"
    "\U0001f21a\U0001f22f\U0001f232-\U0001f236\U0001f238-\U0001f23a\U0001f250\U0001f251"
    "\U0001f300-\U0001f320\U0001f32d-\U0001f335\U0001f337-\U0001f37c\U0001f37e-\U0001f393"
    "\U0001f3a0-\U0001f3ca\U0001f3cf-\U0001f3d3\U0001f3e0-\U0001f3f0\U0001f3f4"
    "\U0001f3f8-\U0001f43e\U0001f440\U0001f442-\U0001f4fc\U0001f4ff-\U0001f53d"
    "\U0001f54b-\U0001f54e\U0001f550-\U0001f567\U0001f57a\U0001f595\U0001f596\U0001f5a4"
    "\U0001f5fb-\U0001f64f\U0001f680-\U0001f6c5\U0001f6cc\U0001f6d0-\U0001f6d2"
    "\U0001f6d5-\U0001f6d7\U0001f6dc-\U0001f6df\U0001f6eb\U0001f6ec\U0001f6f4-\U0001f6fc"
    "\U0001f7e0-\U0001f7eb\U0001f7f0\U0001f90c-\U0001f93a\U0001f93c-\U0001f945"
    "\U0001f947-\U0001f9ff\U0001fa70-\U0001faff]"
)


def find_leaking(text: str, start: int, end: int) -> Iterator[int]:
    """Offsets in ``text[start:end]`` of invisible characters that change nothing one can see."""
    for match in _LEAKING.finditer(text, start, end):
        if not _does_something(text, match.start()):
            yield match.start()


def _does_something(text: str, at: int) -> bool:
    char, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if char == "\ufe0f":
        if before in _KEYS:
            return after == _KEYCAP
        return not (_EMOJI.match(before) or _is_plain(before))
    # Other selectors choose a shape, and fillers a syllable's: only beside nothing are they none.
    return not _is_plain(before) or char not in _SELECTORS


def _is_plain(before: str) -> bool:
    """Whether the character before has one shape only: none, a blank, a letter of the alphabet."""
    return not before or before.isspace() or (before.isascii() and before.isalpha())
