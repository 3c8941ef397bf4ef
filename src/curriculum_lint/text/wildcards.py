"""The parts of a glob: read once, for the globs of a configuration and for those of git."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from .late_pattern import late_pattern


class Syntax(NamedTuple):
    """How patterns are written, and what one character of the text may be."""

    #: Whether a backslash escapes, and an unclosed ``[`` spoils the pattern, as git has it;
    #: otherwise both are characters like any other.
    escapes: bool
    any_one: str
    #: What keeps a set from matching a slash, whatever it holds or leaves out.
    guard: str


PATH = Syntax(escapes=False, any_one="[^/]", guard="(?!/)")
TEXT = Syntax(escapes=False, any_one=".", guard="")
GIT = Syntax(escapes=True, any_one="[^/]", guard="(?!/)")


class TokenKind(Enum):
    """What a part of a glob stands for."""

    ONE = auto()
    STAR = auto()
    SLASH = auto()


class Token(NamedTuple):
    """A part of a glob; ``regex`` matches exactly one character unless the kind is STAR."""

    kind: TokenKind
    regex: str


class MalformedGlobError(ValueError):
    """A pattern of git that can match nothing."""


_STAR = Token(TokenKind.STAR, "")
_SLASH = Token(TokenKind.SLASH, "/")

_NAMED_SETS = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": " \\t",
    "cntrl": "\\x00-\\x1f\\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-/:-@\\[-`{-~",
    "space": " \\t-\\r",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}

_NAMED = r"\[:(?P<named>[^\]]*):\]"
_MEMBER = late_pattern(rf"{_NAMED}|(?P<low>.)(?:-(?P<high>[^\]]))?", re.DOTALL)
_ESCAPABLE_MEMBER = late_pattern(
    rf"{_NAMED}|(?:\\(?P<escaped>.)|(?P<low>[^\\]))(?:-(?:\\(?P<bound>.)|(?P<high>[^\]\\])))?",
    re.DOTALL,
)


def tokens(pattern: str, syntax: Syntax) -> Iterator[Token]:
    """The parts of ``pattern``.

    Raises ``MalformedGlobError`` where escapes count and it ends inside a set or an escape.
    """
    at = 0
    while at < len(pattern):
        character = pattern[at]
        at += 1
        if character == "*":
            yield _STAR
        elif character == "?":
            yield Token(TokenKind.ONE, syntax.any_one)
        elif character == "[":
            token, at = _set_or_bracket(pattern, at, syntax)
            yield token
        elif character == "\\" and syntax.escapes:
            if at == len(pattern):
                raise MalformedGlobError(pattern)
            yield _literal(pattern[at])
            at += 1
        else:
            yield _literal(character)


def _literal(character: str) -> Token:
    return _SLASH if character == "/" else Token(TokenKind.ONE, re.escape(character))


def _set_or_bracket(pattern: str, at: int, syntax: Syntax) -> tuple[Token, int]:
    """The set whose bracket is before ``at`` and where it ends, or the bracket alone."""
    try:
        members, end = _set(pattern, at, syntax)
    except MalformedGlobError:
        if syntax.escapes:
            raise
        return _literal("["), at
    return Token(TokenKind.ONE, syntax.guard + members), end


def _set(pattern: str, at: int, syntax: Syntax) -> tuple[str, int]:
    member = _ESCAPABLE_MEMBER if syntax.escapes else _MEMBER
    negated = pattern[at : at + 1] in {"!", "^"}
    at += negated
    found: list[str] = []
    # The first member may be the closing bracket itself.
    while not found or pattern[at : at + 1] != "]":
        match = member.match(pattern, at)
        if match is None:
            raise MalformedGlobError(pattern)
        found.append(_member_regex(match.groupdict()))
        at = match.end()
    return f"[{'^' if negated else ''}{''.join(found)}]", at + 1


def _member_regex(groups: dict[str, str | None]) -> str:
    named = groups["named"]
    if named is not None:
        if named not in _NAMED_SETS:
            raise MalformedGlobError(named)
        return _NAMED_SETS[named]
    low = groups["low"] or groups.get("escaped") or ""
    high = groups["high"] or groups.get("bound") or low
    return re.escape(low) if high <= low else f"{re.escape(low)}-{re.escape(high)}"


def run_regex(run: Sequence[Token], any_one: str) -> str:
    """A regular expression for tokens of one segment, to be used where its end is anchored.

    Each star takes the first place where what follows it fits, and never comes back to try
    another: the first place is as good as any, so a failure costs no search.
    """
    pieces = [""]
    for token in run:
        if token.kind is TokenKind.STAR:
            pieces.append("")
        else:
            pieces[-1] += token.regex
    first, *rest = pieces
    if not rest:
        return first
    middle = "".join(f"(?>{any_one}*?{piece})" for piece in rest[:-1] if piece)
    return f"{first}{middle}{any_one}*{rest[-1]}"
