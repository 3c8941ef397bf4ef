"""Blocks of code that hold what a program has printed: nobody copies it into a shell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...parse.document import BlockKind, Document, Fence
from ...text.source import Span

_WORD = re.compile(r"[\w+-]+")
_OUTPUT = frozenset(
    ("output", "text", "txt", "plain", "plaintext", "log", "tree", "none", "stdout", "stderr")
)
_SESSION = frozenset(
    ("console", "terminal", "shell-session", "shellsession", "sh-session", "bash-session")
)
#: What programs such as `tree` draw with.
_DRAWN = re.compile("[\u2500-\u257f]")
_PRINTED_LINE = re.compile(r"^(?![ \t]*[$%>#] )[^\n]+", re.MULTILINE)


def output_spans(document: Document) -> Iterator[Span]:
    """What programs have printed in fences and indented code, as far as that can be told."""
    text = document.text
    for fence in document.fences:
        word = _WORD.search(fence.info)
        yield from _in_fence(text, fence, word[0].lower() if word else "")
    for block in document.blocks:
        if block.kind is BlockKind.CODE and _DRAWN.search(text, *block.span):
            yield block.span


def _in_fence(text: str, fence: Fence, language: str) -> Iterator[Span]:
    if language in _OUTPUT:
        yield fence.content
    elif language in _SESSION:
        for line in _PRINTED_LINE.finditer(text, *fence.content):
            yield Span(*line.span())
