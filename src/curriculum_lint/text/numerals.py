"""Numbers as people write them in labels: `3`, `03`, `3rd`, `3️⃣`, `III`, `Three`, `三`."""

from __future__ import annotations

import re

from .late_pattern import late_pattern
from .number_words import NUMBER_WORDS, written_like

_ROMAN = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV")),
    (1, "I"),
)
_HAN = "〇一二三四五六七八九"
_TEN = "十"
_KEYCAP = "\ufe0f\u20e3"
_DIGITS = re.compile(r"\d+")
_ORDINAL = late_pattern(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
#: “One”, and the “two” of its language: articles elsewhere, but not behind the word for a unit.
_TWO_OF = {
    "one": "two",
    "uno": "dos",
    "una": "dos",
    "un": "deux",
    "une": "deux",
    "eins": "zwei",
    "um": "dois",
    "uma": "dois",
}
_WORDS = {**NUMBER_WORDS, **dict.fromkeys(_TWO_OF, 1), "once": 11}
#: Number words and Roman numerals, for a pattern that looks for them where a label may be.
NUMERAL_WORDS = "|".join(
    [*sorted(map(re.escape, _WORDS), key=len, reverse=True), "[IVX]{1,7}(?![a-z])"]
)


def read_numeral(written: str) -> int | None:
    """The number that is written so; ``None`` if it is none."""
    digits = _DIGITS.findall(written)
    if digits:
        return int("".join(digits))
    number = _WORDS.get(written.casefold())
    return number or _read_roman(written) or _read_han(written)


def numeral_like(written: str, number: int) -> str:
    """``number`` in the manner of ``written``: with as many digits, as a word, in Roman digits."""
    if _KEYCAP[-1] in written:
        return "".join(digit + _KEYCAP for digit in str(number))
    if _ORDINAL.fullmatch(written):
        return f"{number}{_ordinal_ending(number)}"
    if _DIGITS.fullmatch(written):
        return str(number).zfill(len(written) if written.startswith("0") else 1)
    if _read_roman(written) is not None:
        return _roman(number)
    return _han(number) if _read_han(written) is not None else _as_word(written, number)


def _as_word(written: str, number: int) -> str:
    model = _TWO_OF.get(written.casefold(), "dos" if written.casefold() == "once" else written)
    new = _one_like(model) if number == 1 else written_like(model, number)
    if written.isupper() and len(written) > 1:
        return new.upper()
    return new.capitalize() if written[:1].isupper() else new


def _one_like(word: str) -> str:
    two = written_like(word.casefold(), 2)
    return next((one for one, of_two in _TWO_OF.items() if of_two == two), "1")


def _read_roman(written: str) -> int | None:
    found, rest = 0, written
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            found, rest = found + value, rest[len(sign) :]
    return found if found and not rest and _roman(found) == written else None


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


def _ordinal_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _read_han(written: str) -> int | None:
    tens, ten, ones = written.rpartition(_TEN)
    digits = [_HAN.find(each) if each else at for at, each in ((1, tens), (0, ones))]
    if not written or -1 in digits or not (ten or len(written) == 1):
        return None
    return digits[0] * 10 + digits[1] if ten else digits[1]


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = (_HAN[tens] if tens > 1 else "") + _TEN if tens else ""
    return ten + (_HAN[ones] if ones or not tens else "") if tens < 10 else str(number)
