"""Blocks of code that hold what a program has printed: nobody copies it into a shell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...parse.document import BlockKind, Document, Fence
from ...text.late_pattern import late_pattern
from ...text.source import Span

_WORD = re.compile(r"[\w+-]+")
_OUTPUT = frozenset(
    ("output", "text", "txt", "plain", "plaintext", "log", "tree", "none", "stdout", "stderr")
)
_SESSION = frozenset(
    ("console", "terminal", "shell-session", "shellsession", "sh-session", "bash-session")
)
#: What programs such as `tree` draw with.
_DRAWN = late_pattern("[\u2500-\u257f]|-{3,}\\+-{3,}")
#: What runs a program, or shows no more than what it said.
_SHELLS = frozenset(("", "sh", "bash", "shell", "zsh", "cmd"))
_PRINTED_LINE = late_pattern(r"^(?![ \t]*[$%>#] )[^\n]+", re.MULTILINE)


def output_spans(document: Document) -> Iterator[Span]:
    """What programs have printed in fences and indented code, as far as that can be told."""
    text = document.text
    program, end = False, 0
    for fence in document.fences:
        word = _WORD.search(fence.info)
        language = word[0].lower() if word else ""
        yield from _in_fence(text, fence, language)
        # Right behind a program stands what it prints.
        if program and language in _SHELLS and not text[end : fence.span.start].strip():
            yield fence.content
        program, end = language not in _SHELLS | _SESSION | _OUTPUT, fence.span.end
    for block in document.blocks:
        if block.kind is BlockKind.CODE and _DRAWN.search(text, *block.span):
            yield block.span


def _in_fence(text: str, fence: Fence, language: str) -> Iterator[Span]:
    if language in _OUTPUT:
        yield fence.content
    elif language in _SESSION:
        for line in _PRINTED_LINE.finditer(text, *fence.content):
            yield Span(*line.span())
