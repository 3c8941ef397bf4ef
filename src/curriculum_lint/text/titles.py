"""Whether two texts name the same thing: a folder, a title, an entry of an index."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from .late_pattern import late_pattern

_WORD = re.compile(r"[^\W_]+")
#: What decomposed letters leave behind: the combining marks of Latin, Greek and Cyrillic.
_ACCENT = late_pattern("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
#: The name and classes that a site generator takes from a heading: ``## Title {#name .wide}``.
_ATTRIBUTES = late_pattern(r"\s*\{:?[^{}]*[#.=][^{}]*\}\s*$")
#: Words, with those of other languages than slugs are in, that hardly any title lacks there.
_FOREIGN = frozenset(
    [
        *("de", "la", "el", "los", "las", "y", "con", "para", "una", "del", "les", "des", "et"),
        *("pour", "dans", "du", "avec", "und", "der", "die", "das", "für", "mit", "ein", "eine"),
        *("zum", "zur", "von", "il", "di", "per", "lo", "gli", "della", "nel", "em", "com", "dos"),
        *("da", "os", "ao", "não", "van", "het", "een", "voor", "met", "och", "att", "som", "med"),
        *("av", "til", "og", "på", "na", "się", "jak"),
    ]
)
_STOP_WORDS = frozenset(
    [
        *("and", "the", "with", "for", "from", "into", "your", "its", "our", "how", "what", "all"),
        *("index", "readme"),
    ]
)
#: Texts that say where a unit is, or that it is one, but not what it is called.
_NO_NAME = late_pattern(
    r"(?:the |this )?(?:read ?me(?:\.md)?|index|here|link|details?|more|open|go|start|click here|"
    r"(?:module|lesson|week|day|part|chapter|unit|section|subsection|level|project)?"
    r"[\s#]*\d*[a-z]?)[\s.:)]*",
    re.IGNORECASE,
)
_PREFIX = 4
#: Longer words are not tried as abbreviations: they would fit by accident.
_MOST_SHORTENED = 5


def is_name(text: str) -> bool:
    """Whether ``text`` can be what a unit is called: not "Module 3", "readme" or a path."""
    text = text.strip()
    is_path = "/" in text and " " not in text
    return not is_path and not text.lower().endswith(".md") and _NO_NAME.fullmatch(text) is None


def words(text: str) -> list[str]:
    """The words that matter for comparing: without case, accents, punctuation, and plural s."""
    text = _ATTRIBUTES.sub("", text)
    plain = unicodedata.normalize("NFKD", text.casefold().replace("'", "").replace("’", ""))
    plain = _ACCENT.sub("", plain)
    return [_singular(word) for word in _WORD.findall(plain) if word != "and"]


def is_shared_by(folder: str, title: str) -> bool:
    """Whether half of the words of a folder's name, or as many as half of those of ``title``,
    occur in ``title``, however shortened.

    A name without any such words, and a title in another script, cannot be compared: true.
    """
    wanted, found = _telling(words(folder)), words(title)
    if not wanted or not any("a" <= char <= "z" for word in found for char in word):
        return True
    fewer = min(len(wanted), len(_telling(found)) or len(wanted))
    return 2 * sum(_occurs(word, found) for word in wanted) >= fewer


def is_foreign(title: str) -> bool:
    """Whether ``title`` is in a language that folders are mostly not named in."""
    if any(char.isalpha() and not char.isascii() for char in title):
        return True
    return any(word in _FOREIGN for word in _WORD.findall(title.casefold()))


def say_the_same(entry: str, title: str) -> bool:
    """Whether one text holds the other, or half of the shorter one's words are in both."""
    first, second = words(entry), words(title)
    shorter, longer = sorted((first, second), key=len)
    if not shorter or " ".join(shorter) in " ".join(longer):
        return True
    if "".join(first) in "".join(second) or "".join(second) in "".join(first):
        return True
    return 2 * sum(word in longer for word in shorter) >= len(shorter)


def _telling(found: Sequence[str]) -> list[str]:
    return [word for word in found if len(word) > 2 and word not in _STOP_WORDS]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _occurs(word: str, title: Sequence[str]) -> bool:
    if any(_is_alike(word, each) for each in title):
        return True
    initials = "".join(each[0] for each in title)
    return word in initials or any(
        _shortens(word, "".join(title[at : at + 3])) for at in range(len(title))
    )


def _is_alike(word: str, other: str) -> bool:
    """Equal, of the same beginning, or the one short for the other."""
    if word == other or (len(other) > 2 and word.startswith(other)):
        return True
    return other.startswith(word[:_PREFIX]) or _shortens(other, word)


def _shortens(short: str, long: str) -> bool:
    """Whether ``short`` is made of letters of ``long``: js, auth, regex, i18n."""
    if not 2 <= len(short) <= _MOST_SHORTENED or short[0] != long[0]:
        return False
    if short[1:-1].isdigit():
        return short[-1] == long[-1] or short[-1] in long
    rest = iter(long)
    return all(letter in rest for letter in short)
