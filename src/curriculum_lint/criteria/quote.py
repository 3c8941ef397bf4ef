"""The words of a criterion that a test quotes behind its name, in any language."""

from __future__ import annotations

import re

from ..text.late_pattern import late_pattern

_FEWEST_WORDS = 3
#: No criterion is longer; a string that does not end is not searched for its end.
_MOST_CHARACTERS = 1_000
_ESCAPE = late_pattern(r"\\(?:([\"'`\\$/])|u\{?([0-9A-Fa-f]{4,6})\}?|(.))", re.DOTALL)
_NEXT_STRING = late_pattern(r"\s{0,200},\s{0,200}[rRfFbBuU]{0,2}(\"\"\"|'''|[\"'`])")
#: What matters inside of a string: escapes, marks, and the end of the line.
_TOKEN = re.compile(r"\\.|\"\"\"|'''|[\"'`\n]", re.DOTALL)
_LEAD = " \t:.)]–—-,"


def quoted_words(text: str, end: int, opening: str | None) -> str | None:
    """The words behind a name that ends at ``end``.

    ``opening`` is the mark of the string around it, "" for a comment, ``None`` where the name
    stands in code. The words stand in the same string, in the next one behind a comma, or in the
    rest of the comment. ``None`` for less than three words.
    """
    if opening is None:
        return None
    if not opening:
        line = text[end : end + _MOST_CHARACTERS].partition("\n")[0]
        return _words(line.rstrip().removesuffix("*/").removesuffix("-->"))
    stop = _string_end(text, end, opening)
    inside = _words(_unescaped(text[end:stop]))
    following = _NEXT_STRING.match(text, stop + len(opening))
    if inside or following is None:
        return inside
    last = _string_end(text, following.end(), following[1])
    return _words(_unescaped(text[following.end() : last]))


def _string_end(text: str, at: int, quote: str) -> int:
    """Where the string around ``at`` ends; one between single marks ends with its line."""
    limit = min(at + _MOST_CHARACTERS, len(text))
    for token in _TOKEN.finditer(text, at, limit):
        if token[0].startswith(quote) or (token[0] == "\n" and quote in ("'", '"')):
            return token.start()
    return limit


def _unescaped(text: str) -> str:
    def plain(match: re.Match[str]) -> str:
        if match[2]:
            code = int(match[2], 16)
            return chr(code) if code < 0x110000 else match[0]
        return match[1] or " "

    return _ESCAPE.sub(plain, text)


def _words(text: str) -> str | None:
    words = " ".join(text.lstrip(_LEAD).split())
    return words if len(words.split()) >= _FEWEST_WORDS else None
