"""Characters that cannot be seen, or look like a space and are none; and where they belong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\u2028\u2029"
_HIDDEN = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
_INVISIBLE = re.compile(f"[{_SPACES}{_HIDDEN}\U000e0001\U000e0020-\U000e007f]")
_SPACE = re.compile(f"[{_SPACES}]")

_JOINERS = "\u200c\u200d"
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u2066\u2067\u2068\u2069")
_NO_BREAK = frozenset("\xa0\u202f")
#: Scripts whose letters take another shape beside a joiner: Arabic, Indic, Khmer, Mongolian, …
_JOINING = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\u1a00-\u1aff\u1b00-\u1c4f\ua800-\ua8ff"
    "\ua900-\uaaff\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefe\U00010a00-\U00010eff\U00011000-\U00011fff]"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3001-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
)
_EMOJI = re.compile("[\u203c-\u3299\ufe0f\U0001f000-\U0001faff]")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007f]*\\Z")
#: How many characters around a direction mark show whether the text runs to the left.
_NEAR = 100
_FRENCH_BEFORE = frozenset(";:!?»›%€$£°/–—")
_FRENCH_AFTER = frozenset("«‹§№#–—")
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
    if char in _JOINERS and _JOINING.match(before):
        return True
    if char == "\u200d":
        return _EMOJI.match(before) is not None and _EMOJI.match(after) is not None
    if char == "\u3000":
        return _WIDE.match(before) is not None or _WIDE.match(after) is not None
    if char == "\u180e":
        return _JOINING.match(before) is not None
    return char >= "\U000e0020" and _FLAG.search(text, max(0, at - 8), at) is not None


def belongs_in_prose(text: str, at: int) -> bool:
    """Whether the character at ``at`` is good typography, or keeps a line in its direction."""
    char, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if char in _NO_BREAK:
        return after in _FRENCH_BEFORE or before in _FRENCH_AFTER or before.isdigit()
    near = text[max(0, at - _NEAR) : at + _NEAR]
    return char in _DIRECTIONS and _RIGHT_TO_LEFT.search(near) is not None
