"""References without a definition: ``[text][label]`` and ``[label][]``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..text.late_pattern import late_pattern
from .formulas import find_formulas
from .inline_tokens import InlineKind, InlineToken

_ESCAPE = re.compile(r"\\[\[\]!\\]")
_BRACKET = re.compile(r"[\[\]]")
_LABEL = late_pattern(r"\[([^\[\]]*)\]")


class Undefined(NamedTuple):
    """One such reference; it stands at ``start:end`` of the content."""

    label: str
    start: int
    end: int


def undefined_references(content: str, tokens: Iterable[InlineToken]) -> Iterator[Undefined]:
    """Those of one block: their author meant a link, and readers see brackets."""
    if "][" not in content:
        return
    bare = _without(content, (*_taken(tokens), *find_formulas(content)))
    opened: list[int] = []
    at = 0
    while (bracket := _BRACKET.search(bare, at)) is not None:
        at = bracket.end()
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            found = _reference(content, bare, opened.pop(), at)
            if found is not None:
                yield found
                at = found.end


_TAKEN = frozenset({InlineKind.CODE, InlineKind.HTML, InlineKind.FOOTNOTE, InlineKind.IMAGE})


def _taken(tokens: Iterable[InlineToken]) -> Iterator[tuple[int, int]]:
    """What cannot be part of one: code, tags, images, and of a link all but its text."""
    for token in tokens:
        text_end = token.link.text_end if token.link else None
        if token.kind in _TAKEN or (token.kind is InlineKind.LINK and text_end is None):
            yield token.start, token.end
        elif text_end is not None:
            yield token.start, token.start + 1
            yield text_end, token.end


def _without(content: str, taken: Iterable[tuple[int, int]]) -> str:
    """The content with what is taken or escaped crossed out, at the same offsets."""
    chars = list(_ESCAPE.sub("\0\0", content))
    for start, end in taken:
        chars[start:end] = "\0" * (end - start)
    return "".join(chars)


def _reference(content: str, bare: str, start: int, text_end: int) -> Undefined | None:
    """The reference whose text is in the brackets ``start:text_end``, if a label follows."""
    label = _LABEL.match(bare, text_end)
    if label is None:
        return None
    name = content[slice(*label.span(1))] or content[start + 1 : text_end - 1]
    start -= bare.startswith("!", start - 1) if start else 0
    if not name.strip() or name[0] == "^" or "[" in name or _is_joined(content, start):
        return None
    return Undefined(name, start, label.end())


def _is_joined(content: str, start: int) -> bool:
    """Whether something stands right before it, as in the indices of ``a[i][j]``."""
    before = content[start - 1 : start]
    return before.isalnum() or before in tuple("_])!")
