"""The language of a text, as far as its letters tell."""

from __future__ import annotations

import re

#: In this order: Japanese is written with Chinese characters too, Persian with Arabic letters.
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ar", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
_LETTER = re.compile(r"[^\W\d_]")
#: A script stands for the language of a text that is written in it at least to this part.
_LEAST = 0.2
_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FROM_RIGHT = frozenset({"ar", "he"})


def language_of(text: str) -> str:
    """The tag of the language that most letters point to; empty for Latin ones: they do not."""
    letters = len(_LETTER.findall(text))
    for language, script in _SCRIPTS:
        if letters and len(script.findall(text)) / letters >= _LEAST:
            return language
    return ""


def direction_of(language: str) -> str:
    """Where its lines begin."""
    return "rtl" if language in _FROM_RIGHT else "ltr"


def is_from_left(text: str) -> bool:
    """Whether there are letters in it, and none of them is written from the right."""
    return bool(_LETTER.search(text)) and not _RIGHT.search(text)
