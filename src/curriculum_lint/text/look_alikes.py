"""Characters in code that look like the ASCII ones that were meant, and what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .late_pattern import late_pattern

_CANDIDATE = late_pattern("[\u2010-\u2014\u2018-\u201f\u2212]")
_PAIR = late_pattern(
    '[\u201c\u201d\u201e\u201f]([^\u201c-\u201f\n"]{0,200})[\u201c\u201d]'
    "|[\u2018\u201b]([^\u2018-\u201b\n']{0,200})\u2019"
)
#: A dash where an option begins: behind a blank, a bracket or nothing.
_OPTION = late_pattern("(?:(?<=[\\s\\[(|])|\\A)[\u2010-\u2014\u2212]{1,2}(?=([A-Za-z][\\w-]*))")
_HYPHEN = late_pattern("(?<=[A-Za-z0-9_])[\u2010\u2011](?=[A-Za-z0-9_])")
_MINUS = late_pattern("(?:(?<=[\\w)\\]])|(?<=[\\w)\\]] ))\u2212(?= ?[\\w(])")
_EM_DASH = "\u2014"


class LookAlike(NamedTuple):
    """``start:end`` of the code should be ``meant``; ``sure`` is false where it may be more."""

    start: int
    end: int
    meant: str
    sure: bool = True


class CodeContext(NamedTuple):
    """What the language of some code allows to conclude."""

    #: The end of the text that stands before a string.
    before: re.Pattern[str]
    #: Whether words may be options, joined by hyphens, or operands.
    has_options: bool = False
    has_hyphens: bool = False
    has_operands: bool = False


#: Strings come behind an operator, a bracket, or a word that takes a value.
_PROGRAM = late_pattern(
    r"(?:\A|[=(\[{,:+?&|!]|\b(?:return|import|from|case|print|require|throw|raise|yield|echo|like|"
    r"LIKE))[ \t]*\Z"
)
_DATA = late_pattern(r"(?:^[ \t]*(?:- )?|[:=\[{,][ \t]*)\Z", re.MULTILINE)
_SHELL = late_pattern(r"(?:[\w)\"'$}-][ \t]+|[=(\[|&;,][ \t]*)\Z")
_MARKUP = late_pattern(r"(?:=|\bfrom|\bimport)[ \t]*\Z")
_SPAN = late_pattern(
    r"(?:[=(\[{:+&|][ \t]*|(?:^|\s)--?[\w-]+[ \t]+|"
    r"\A(?:echo|print|printf|import|return|grep)[ \t]+)\Z"
)

PROGRAM = CodeContext(_PROGRAM, has_hyphens=True, has_operands=True)
DATA = CodeContext(_DATA)
SHELL = CodeContext(_SHELL, has_options=True, has_hyphens=True)
MARKUP = CodeContext(_MARKUP)
#: A few words of code in a sentence.
SPAN = CodeContext(_SPAN, has_options=True, has_hyphens=True)


def find_look_alikes(code: str, kind: CodeContext) -> Iterator[LookAlike]:
    """What a word processor made of ``code``, whose strings and comments are blanked."""
    if _CANDIDATE.search(code) is None:
        return
    for pair in _PAIR.finditer(code):
        if _delimits(code, pair, kind):
            mark = '"' if pair[2] is None else "'"
            yield LookAlike(pair.start(), pair.start() + 1, mark)
            yield LookAlike(pair.end() - 1, pair.end(), mark)
    if kind.has_hyphens:
        for hyphen in _HYPHEN.finditer(code):
            yield LookAlike(*hyphen.span(), "-")
    if kind.has_options:
        for dash in _OPTION.finditer(code):
            yield _option(dash)
    if kind.has_operands:
        for minus in _MINUS.finditer(code):
            yield LookAlike(*minus.span(), "-")


def _option(dash: re.Match[str]) -> LookAlike:
    """``–p`` was ``-p`` and ``—save`` was ``--save``; ``–name`` can have been either."""
    is_short = len(dash[1]) == 1
    meant = "-" if is_short and dash[0] != _EM_DASH else "--"
    return LookAlike(*dash.span(), meant, is_short or dash[0] != "\u2013")


def _delimits(code: str, pair: re.Match[str], kind: CodeContext) -> bool:
    """Whether the quotes begin and end a string, and are not part of what somebody says."""
    before = code[max(0, pair.start() - 80) : pair.start()]
    if kind.before.search(before) is None:
        return False
    after = code[pair.end() : pair.end() + 1]
    if kind is SHELL and _is_output(before, after):
        return False
    return not after or after in " \t\r\n)]},;:.+*/|&<>?="


def _is_output(before: str, after: str) -> bool:
    """Whether a line is what a program said: a sentence, or a message with colons."""
    line = before.rpartition("\n")[2].lstrip()
    return after == ":" or ": " in line or (line[:1].isupper() and not line.endswith("="))
