"""Characters that cannot be seen, or look like a space and are none; and where they belong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .late_pattern import late_pattern

_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\u2028\u2029"
_HIDDEN = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
_INVISIBLE = late_pattern(f"[{_SPACES}{_HIDDEN}\U000e0001\U000e0020-\U000e007f]")
_SPACE = late_pattern(f"[{_SPACES}]")

_NON_JOINER, _JOINER, _BREAK, _SOFT_HYPHEN = "\u200c", "\u200d", "\u200b", "\xad"
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u2066\u2067\u2068\u2069")
#: Spaces that typography uses between certain words and signs: no-break, thin and hair spaces.
_FINE_SPACES = frozenset("\xa0\u2006\u2007\u2008\u2009\u200a\u202f")
#: Nobody types these by accident: en and em spaces and their parts.
_WIDE_SPACES = frozenset("\u2000\u2001\u2002\u2003\u2004\u2005")
#: Scripts whose letters take another shape beside a joiner: Arabic, Indic, Khmer, Mongolian, …
_JOINING = late_pattern(
    "[\u0600-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\u1a00-\u1aff\u1b00-\u1c4f\ua800-\ua8ff"
    "\ua900-\uaaff\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefe\U00010a00-\U00010eff\U00011000-\U00011fff]"
)
_RIGHT_TO_LEFT = late_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_WIDE_RANGES = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3001-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U00016fe0-\U0001b2ff\U00020000-\U0003ffff"
)
_WIDE = late_pattern(f"[{_WIDE_RANGES}]")
#: Scripts that write no blank between words: Thai, Lao, Tibetan, Burmese, Khmer, Tai, the scripts
#: of Java and Bali, Yi, and those of East Asia.
_UNSPACED = late_pattern(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a00-\u1aaf\u1b00-\u1bff\ua000-\ua4cf"
    f"\ua980-\ua9ff\uaa00-\uaadf{_WIDE_RANGES}]"
)
_TIBETAN_OR_MONGOLIAN = late_pattern("[\u0f00-\u0fff\u1800-\u18af]")
#: What may stand between a word and the break behind it: markup and punctuation.
_NO_LETTERS = " *_~`[]()<>\"'“”‘’«»‹›「」『』（）.,:;!?…–—-\u200b"
_EMOJI = late_pattern("[\u203c-\u3299\ufe0f\U0001f000-\U0001faff]")
_FLAG = late_pattern("\U0001f3f4[\U000e0020-\U000e007f]*\\Z")
#: How many characters around a direction mark show whether the text runs to the left.
_NEAR = 100
_NEAR_WORD = 24
_BEFORE_SIGNS = frozenset(";:!?»›%€$£°/–—=+×·•")
_AFTER_SIGNS = frozenset("«‹§№#–—=+×·•")
#: A word that holds on to the next one: of one letter, of two in other alphabets than the Latin,
#: an abbreviation, a Roman number.
_HOLDING = late_pattern(
    r"(?<![^\W_])(?:[^\W\d_]|[^\W\d_a-zA-Z\u00c0-\u024f]{2}|[^\W\d_]{1,4}\.|[IVXLCDM]+)[)»”\"]?\Z"
)
_HELD = late_pattern(r"\d|[IVXLCDM]{1,8}(?![^\W_])")
_LONG_WORD = 8
_WORD_START = late_pattern(r"(?:[^\W\d_]|\xad)*\Z")
_WORD_REST = late_pattern(r"(?:[^\W\d_]|\xad)*")
_NAMES = {"\ufeff": "byte-order mark", "\u2028": "line separator", "\u2029": "paragraph separator"}


def find_invisible(text: str) -> Iterator[re.Match[str]]:
    """Every invisible character of ``text``, also where it belongs."""
    return iter(()) if text.isascii() else _INVISIBLE.finditer(text)


def is_space(char: str) -> bool:
    """Whether an invisible character takes up room."""
    return _SPACE.match(char) is not None


def character_name(char: str) -> str:
    """``no-break space (U+00A0)``."""
    name = _NAMES.get(char) or unicodedata.name(char, "control character").lower()
    return f"{name} (U+{ord(char):04X})"


def belongs_anywhere(text: str, at: int) -> bool:
    """Whether the character at ``at`` does its work: in an emoji, a script, a wide text."""
    char, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if char == _BREAK:
        return _breaks_words(text, at)
    if char in (_JOINER, _NON_JOINER) and (_JOINING.match(before) or _JOINING.match(after)):
        return True
    if char == _JOINER:
        return _EMOJI.match(before) is not None and _EMOJI.match(after) is not None
    if char == "\u3000":
        return _is_wide_space(text, at)
    if char == "\u180e":
        return _JOINING.match(before) is not None
    return char >= "\U000e0020" and _FLAG.search(text, max(0, at - 8), at) is not None


def _breaks_words(text: str, at: int) -> bool:
    """Whether a zero-width space stands beside a word of a script that needs it."""
    before = text[max(0, at - _NEAR_WORD) : at].rstrip(_NO_LETTERS)[-1:]
    after = text[at + 1 : at + _NEAR_WORD].lstrip(_NO_LETTERS)[:1]
    return any(char and _UNSPACED.match(char) for char in (before, after))


def _is_wide_space(text: str, at: int) -> bool:
    """Whether an ideographic space, or a row of them, stands beside wide text."""
    before = text[max(0, at - _NEAR_WORD) : at].rstrip("\u3000")[-1:]
    after = text[at + 1 : at + _NEAR_WORD].lstrip("\u3000")[:1]
    return any(char and _WIDE.match(char) for char in (before, after))


def belongs_in_prose(text: str, at: int) -> bool:
    """Whether the character at ``at`` is good typography, or keeps a line in its direction."""
    char, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if char in _WIDE_SPACES:
        return not before.isspace() and not after.isspace()
    if char in _FINE_SPACES:
        return _holds_together(text, at, before, after)
    if char == _SOFT_HYPHEN:
        return _hyphenates(text, at)
    if char == _NON_JOINER:
        # Parts a ligature at the seam of a German word.
        return before == "f" and after.isalpha()
    near = text[max(0, at - _NEAR) : at + _NEAR]
    return char in _DIRECTIONS and _RIGHT_TO_LEFT.search(near) is not None


def _holds_together(text: str, at: int, before: str, after: str) -> bool:
    """Whether a space that breaks no line stands where a typographer puts one."""
    if after in _BEFORE_SIGNS or before in _AFTER_SIGNS or before.isdigit():
        return True
    if _TIBETAN_OR_MONGOLIAN.match(before) or _TIBETAN_OR_MONGOLIAN.match(after):
        return True
    if not after.isalnum():
        return False
    word = text[max(0, at - _NEAR_WORD) : at]
    is_held = before.isalpha() and _HELD.match(text, at + 1) is not None
    return is_held or _HOLDING.search(word) is not None


def _hyphenates(text: str, at: int) -> bool:
    """Whether a soft hyphen stands inside a long word."""
    before, after = text[max(0, at - _NEAR) : at], text[at + 1 : at + _NEAR]
    start = _WORD_START.search(before)
    rest = _WORD_REST.match(after)
    parts = (start[0] if start else "", rest[0] if rest else "")
    return all(parts) and sum(len(part.replace(_SOFT_HYPHEN, "")) for part in parts) >= _LONG_WORD
