"""Code with the text in it blanked: comments, strings, templates and here-documents."""

from __future__ import annotations

import re

from .late_pattern import late_pattern

_STRINGS = r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
_TEMPLATE = r"`(?:\\.|[^`\\])*`"
_SLASHES = r"/\*.*?(?:\*/|\Z)|(?<![:\w])//[^\n]*"
_HASH = r"(?:(?<=\s)|(?<![^\n]))#[^\n]*"
_TRIPLE = r"\"\"\".*?(?:\"\"\"|\Z)|'''.*?(?:'''|\Z)"
_HERE = r"<<-?[ \t]*[\"']?(?P<here>\w+)[\"']?[^\n]*\n.*?(?:^[ \t]*(?P=here)[ \t]*$|\Z)"
_DASHES = r"--[^\n]*"
_MARKUP = r"<!--.*?(?:-->|\Z)"
_BLOCK = r"(?<=[|>])[-+]?[ \t]*\n(?:(?:[ \t]+[^\n]*)?\n)*"

_FLAGS = re.DOTALL | re.MULTILINE
_BY_FAMILY = {
    "c": late_pattern("|".join((_SLASHES, _TEMPLATE, _STRINGS)), _FLAGS),
    "hash": late_pattern("|".join((_TRIPLE, _HASH, _STRINGS)), _FLAGS),
    "shell": late_pattern("|".join((_HERE, _HASH, _STRINGS)), _FLAGS),
    "yaml": late_pattern("|".join((_HASH, _BLOCK, _STRINGS)), _FLAGS),
    "sql": late_pattern("|".join((r"/\*.*?(?:\*/|\Z)", _DASHES, _STRINGS)), _FLAGS),
    "markup": late_pattern("|".join((_MARKUP, _STRINGS)), _FLAGS),
    "span": late_pattern(_STRINGS),
    #: Only the lines behind a prompt are typed.
    "session": late_pattern("|".join((r"^(?![ \t]*[$%>] )[^\n]+", _STRINGS)), _FLAGS),
}
_CHARACTER = re.compile(r"[^\n]")


def without_text(code: str, family: str) -> str:
    """``code`` with everything that a person reads crossed out, at the same offsets."""
    return _BY_FAMILY[family].sub(lambda match: _CHARACTER.sub("\0", match[0]), code)
