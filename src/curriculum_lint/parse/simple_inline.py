"""Paragraphs whose only markup is code spans and strong text: nearly all of them.

The library's inline parser takes most of the time of a run. Here the same is found with a few
regular expressions, in the forms in which it cannot be anything else; whatever else could stand
in a paragraph (a bracket, a tag, an entity, other emphasis) leaves it to the library.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .document import Placement
from .labels import StrongText

#: What can begin a code span, or keep one from beginning.
_TICKS = re.compile(r"\\[\s\S]|`+")
_RUN = re.compile(r"`+")
#: What can begin a link, a tag, or an image.
_OTHER = re.compile(r"[\[<]")
#: What else could take part in emphasis, or in the text of a label.
_NOT_PLAIN = re.compile(r"[\\&_]")
#: Strong text that begins and ends where CommonMark must let it: inside words, or next to
#: punctuation, it would have to be looked at more closely.
_STRONG = re.compile(
    r"""(?<![^ \n("'])\*\*(?=[^\W_]|[`"'(])"""
    r"""([^*\n]*(?:[^\W_]|[`"').:!?,](?=\*\*(?:[ \n.,:;!?)]|\Z))))\*\*(?!\*)"""
)
#: Blanks that stand before a label without pushing it off the start of its line.
_INDENT = re.compile(r"[ \t]*")


class SimpleInline(NamedTuple):
    """The code spans of a paragraph, as offsets in its content, and its possible labels."""

    code: list[tuple[int, int]]
    strong: list[StrongText]


def read_simple(content: str, *, strong: bool) -> SimpleInline | None:
    """What a paragraph holds; ``None`` where only the library can tell.

    ``strong`` says whether any line may begin with strong text.
    """
    code = _code_spans(content) if "`" in content else []
    if not strong and not _OTHER.search(content):
        return SimpleInline(code, [])
    bare = _without(content, code)
    if _OTHER.search(bare):
        return None
    if not strong:
        return SimpleInline(code, [])
    # Code of nothing but blanks counts as a blank: a label can stand behind it.
    if _NOT_PLAIN.search(bare) or any(not content[s:e].strip("`").strip() for s, e in code):
        return None
    labels = _strong_lines(bare)
    return None if labels is None else SimpleInline(code, labels)


def _code_spans(content: str) -> list[tuple[int, int]]:
    """The code spans: between two runs of as many backticks, unless the first is escaped."""
    if "``" not in content and "\\" not in content:
        ticks = [run.start() for run in _RUN.finditer(content)]
        return [(start, end + 1) for start, end in zip(ticks[::2], ticks[1::2], strict=False)]
    closers: dict[int, list[int]] = {}
    for run in _RUN.finditer(content):
        closers.setdefault(run.end() - run.start(), []).append(run.start())
    for starts in closers.values():
        starts.reverse()
    spans: list[tuple[int, int]] = []
    at = 0
    while (opener := _TICKS.search(content, at)) is not None:
        at = opener.end()
        starts = closers.get(at - opener.start(), []) if opener[0][0] == "`" else []
        while starts and starts[-1] < at:
            starts.pop()
        if starts:
            at = starts.pop() + at - opener.start()
            spans.append((opener.start(), at))
    return spans


def _without(content: str, code: list[tuple[int, int]]) -> str:
    """The content with backticks only where code is, at the same offsets."""
    if not code:
        return content
    parts: list[str] = []
    at = 0
    for start, end in code:
        parts += (content[at:start], "`" * (end - start))
        at = end
    return "".join((*parts, content[at:]))


def _strong_lines(bare: str) -> list[StrongText] | None:
    """The strong texts at the starts of lines, if all emphasis is strong text of plain words."""
    found: list[StrongText] = []
    stars = 0
    for match in _STRONG.finditer(bare):
        stars += 4
        line = bare.rfind("\n", 0, match.start()) + 1
        if bare[line : match.start()].isspace() or line == match.start():
            if "`" in match[1] or _INDENT.match(bare, line).end() < match.start():  # type: ignore[union-attr]
                return None
            text = match[1].strip()
            found.append(StrongText(text, match.start(), match.end(), _placement(bare, line)))
    return found if bare.count("*") == stars else None


def _placement(bare: str, line: int) -> Placement:
    if line == 0:
        return Placement.OWN_BLOCK
    return Placement.HARD_BREAK if bare.endswith("  ", 0, line - 1) else Placement.SOFT_BREAK
