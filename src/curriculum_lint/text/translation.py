"""Paths of one text in several languages: ``es/1_start/readme.md``, ``readme.pt-br.md``."""

from __future__ import annotations

import re
from collections.abc import Container

from .late_pattern import late_pattern

_FOLDERS = frozenset(("translations", "translation", "i18n", "l10n", "locales", "locale", "lang"))
#: Codes of languages, with a region or a script behind them.
_CODES = (
    "ar|az|be|bg|bn|bs|ca|cs|cy|da|de|el|en|eo|es|et|eu|fa|fi|fil|fr|ga|gl|gu|he|hi|hk|hr|hu|hy|id|"
    "is|it|ja|ka|kk|km|kn|ko|ky|lo|lt|lv|mk|ml|mn|mo|mr|ms|my|nb|ne|nl|nn|no|or|pa|pl|ps|pt|ro|ru|"
    "si|sk|sl|sq|sr|sv|sw|ta|te|th|tl|tr|tw|uk|ur|uz|vi|yo|zh|zu|jp|kr|cn|br"
)
_NAMES = (
    "arabic|bengali|chinese|dutch|english|french|german|greek|hebrew|hindi|indonesian|italian|"
    "japanese|korean|persian|polish|portuguese|russian|spanish|turkish|ukrainian|vietnamese|"
    "español|français|deutsch|português|italiano|polski|türkçe"
)
_LANGUAGE = late_pattern(rf"(?:(?:{_CODES})(?:[-_][a-z]{{2,4}})?|{_NAMES})", re.IGNORECASE)
_SUFFIX = late_pattern(rf"[._-](?:{_CODES})(?:[-_][a-z]{{2,4}})?(?=\.[a-z]+\Z|\Z)", re.IGNORECASE)


def is_language(name: str) -> bool:
    """Whether a folder is called like a language, or like what holds translations."""
    return name.casefold() in _FOLDERS or _LANGUAGE.fullmatch(name) is not None


def are_translations(path: str, other: str) -> bool:
    """Whether two paths name one text in two languages."""
    return path != other and _neutral(path) == _neutral(other)


def _neutral(path: str) -> list[str]:
    """The parts of a path without what names a language."""
    return [_SUFFIX.sub("", part) for part in path.split("/") if not is_language(part)]


def original_of(path: str, entries: Container[str]) -> str:
    """The file among ``entries`` that the one at ``path`` translates; ``path`` where it is none.

    That is the one of no language, or the English one where each says its language.
    """
    neutral = without_language(path)
    if neutral == path or neutral in entries:
        return neutral
    stem, _, suffix = neutral.rpartition(".")
    english = (f"{stem}{joint}en.{suffix}" for joint in "._-")
    return next((each for each in english if each in entries), path)


def without_language(path: str) -> str:
    """``path`` without the code of a language at the end of its file's name."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}{_SUFFIX.sub('', name)}"
