"""Text that was read in the wrong encoding: UTF-8 taken for Windows-1252 or Latin-1.

The bytes are still there, so it can be undone. But the same characters also stand side by side in
honest text (``„Spaß“``, ``LIBERTÉ»``), so a sequence counts only where no language has it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .late_pattern import late_pattern
from .utf_8 import utf_8

#: Bytes that Windows-1252 has no character for stay what they are in Latin-1.
_BYTES = {
    **{chr(code): code for code in range(0x80, 0x100)},
    **{bytes([code]).decode("cp1252", "ignore"): code for code in range(0x80, 0xA0)},
}
_BYTES.pop("", None)
_TAIL = "[" + "".join(char for char, code in sorted(_BYTES.items()) if code < 0xC0) + "]"
_SEQUENCE = late_pattern(rf"[Â-ß]{_TAIL}|[à-ï]{_TAIL}{{2}}|[ð-ô]{_TAIL}{{3}}")
#: What every sequence begins with in UTF-8: mostly, a text beyond ASCII has none of it.
_LEAD = b"\xc3"
#: The same a little closer: of two sets of characters, the first is looked for at once.
_MAYBE = late_pattern(rf"[Â-ô]{_TAIL}")
_RUN = late_pattern(rf"(?:{_SEQUENCE.pattern})+")
#: What honest text puts behind a word, and so behind a letter such as É or ß.
_BEHIND_WORDS = frozenset("\xa0\xad‘’‚“”„«»‹›–—…·•¹²³ªº®™©°†‡€£¿¡´¨¦¶±")
#: What parts two words without a blank, or follows a unit: ``MAÇÃ–VERDE``, ``5 Å±1``.
_BETWEEN_WORDS = frozenset("\xa0\xad‘’‚“”„«»‹›–—…·•¦¶±´¨¹²³°")
_QUOTES = frozenset("\xa0‘’‚“”„«»‹›–—…")
#: Letters before Å that make it a unit: ``5 mÅ``.
_PREFIXES = frozenset("mknp")
#: Byte-order mark, replacement character, emoji selector: never parts of a word.
_SIGNS = frozenset("\ufeff\ufffd\ufe0f")
_BEYOND_ASCII = late_pattern(r"[^\x00-\x7f]")
_MAX_ROUNDS = 3


class MojibakeRun(NamedTuple):
    """The run ``start:end`` of a text, and what it was meant to be.

    A run that is not ``sure`` is honest text somewhere: it counts beside one that is.
    """

    start: int
    end: int
    meant: str
    sure: bool = True


def find_mojibake(text: str) -> Iterator[MojibakeRun]:
    """Every run of wrongly read characters, from left to right.

    A run that can be honest is one only where the whole text was read wrongly.
    """
    if text.isascii() or _LEAD not in utf_8(text) or _MAYBE.search(text) is None:
        return
    runs = [run for match in _RUN.finditer(text) if (run := _read(text, match)) is not None]
    sure = [run for run in runs if run.sure]
    yield from runs if sure and _is_all_of(text, runs) else sure


def _read(text: str, match: re.Match[str]) -> MojibakeRun | None:
    meant = _undone(match[0])
    if meant is None:
        return None
    return MojibakeRun(match.start(), match.end(), meant, _is_certain(text, match))


def _is_all_of(text: str, runs: Iterable[MojibakeRun]) -> bool:
    """Whether ``text`` has no characters outside of ASCII but in ``runs``."""
    return sum(run.end - run.start for run in runs) == len(_BEYOND_ASCII.findall(text))


def _undone(run: str) -> str | None:
    """What ``run`` was before it was read wrongly, once or several times."""
    meant: str | None = None
    for _ in range(_MAX_ROUNDS):
        read = _decoded(run)
        if read is None:
            break
        meant = run = read
    return meant


def _decoded(run: str) -> str | None:
    if run.isascii() or any(char not in _BYTES for char in run if char > "\x7f"):
        return None
    try:
        read = bytes(_BYTES.get(char, ord(char)) for char in run).decode()
    except UnicodeDecodeError:
        return None
    is_text = all(unicodedata.category(char) not in ("Cn", "Co") for char in read)
    has_controls = any("\x80" <= char <= "\x9f" for char in read)
    return read if is_text and (not has_controls or _decoded(read)) else None


def _is_certain(text: str, run: re.Match[str]) -> bool:
    """Whether no language would write this run here."""
    sequences = list(_SEQUENCE.finditer(text, run.start(), run.end()))
    if len(sequences) > 1 and any(set(each[0][1:]) - _BEHIND_WORDS for each in sequences):
        return True
    return any(_is_odd(text, each) for each in sequences)


def _is_odd(text: str, sequence: re.Match[str]) -> bool:
    """Whether one sequence alone gives the mistake away."""
    lead, tail = sequence[0][0], sequence[0][1:]
    if len(tail) == 1:
        start, end = sequence.span()
        return _is_odd_pair(text[max(0, start - 2) : start], lead, tail, text[end : end + 1])
    if lead == "â":
        return not (tail[0] in _QUOTES and tail[1] in _QUOTES)
    meant = _decoded(sequence[0])
    return meant in _SIGNS or (lead == "ð" and _BYTES[tail[0]] == 0x9F)


def _is_odd_pair(before: str, lead: str, tail: str, after: str) -> bool:
    """Whether a pair cannot be a letter and what stands behind a word.

    A capital at the end of a word is never odd: ``MAÇÃ–VERDE``, ``SMÅ…``, ``PÅ—``.
    """
    if "\x80" <= tail <= "\x9f":
        return True
    last = before[-1:]
    if lead not in "ÂÃÄÅ":
        # Letters of other alphabets: a single one is a coincidence, a combining accent is none.
        return lead in "ÌÍ" and last.islower()
    if tail not in _BEHIND_WORDS:
        return True
    if last.isupper():
        return tail not in _BETWEEN_WORDS and after.isalpha()
    if last.islower():
        return lead != "Å" or last not in _PREFIXES or before[:-1].isalpha()
    return _begins_a_word(before, lead, tail, after)


def _begins_a_word(before: str, lead: str, tail: str, after: str) -> bool:
    """Whether a pair that no letter precedes is a wrong one, and not a letter by itself."""
    if lead in "ÂÃ" and before[-1:].isdigit():
        return True
    if tail in _BETWEEN_WORDS:
        # Honest text has a blank behind the end of a sentence.
        return lead == "Â" and before[:1].islower() and before[-1:] in tuple(".,;:!?)")
    return after.islower() if lead in "ÄÅ" else True
