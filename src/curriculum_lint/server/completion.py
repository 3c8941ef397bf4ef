"""What can be written at the cursor, by what stands before it in its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from lsprotocol.types import CompletionItem, CompletionItemKind, TextEdit

from ..check.rule import Rule
from ..text.source import Span
from .complete_links import complete_anchors, complete_concepts, complete_paths
from .complete_names import complete_exercises, complete_rules, complete_sections
from .cursor import Cursor
from .offer import Offer

Complete = Callable[[Cursor, str], Iterator[Offer]]


class _Context(NamedTuple):
    """Where something can be completed: what stands before the cursor, ``part`` of it as begun."""

    before: re.Pattern[str]
    complete: Complete


#: The destination of a link, as far as it is written: inline, in a definition, in an attribute.
_DESTINATION = r"(?:\]\(\s*(?P<angle><)?|^ {0,3}\[[^\]]+\]:\s*<?|\b(?:href|src)\s*=\s*[\"'])"
_CONTEXTS = (
    _Context(
        re.compile(_DESTINATION + r"[^\s()<>\"'#]*#(?P<part>[^\s()<>\"'#]*)\Z"), complete_anchors
    ),
    _Context(
        re.compile(_DESTINATION + r"(?P<part>(?(angle)[^<>#]|[^\s()<>\"'#])*)\Z"), complete_paths
    ),
    _Context(re.compile(r"(?<!!)(?<!\])(?P<part>\[[^\[\]]*)\Z"), complete_concepts),
    _Context(
        re.compile(r"^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?P<part>\*\*[^*]*)\Z"), complete_sections
    ),
    _Context(re.compile(r"^(?P<part>#{1,6}[ \t]+\S?.*)\Z"), complete_sections),
    _Context(
        re.compile(r"\b(?P<word>[^\W\d_]+\.?)[ \t]+#?(?P<part>\d[\w.]*|)\Z", re.IGNORECASE),
        complete_exercises,
    ),
)
_SUPPRESSION = re.compile(
    r"<!--[ \t]*curriculum-lint-(?:disable|enable)[\w-]*[ \t]+(?:[\w-]+[ \t,]+)*(?P<part>[\w-]*)\Z"
)
_COMMENT = re.compile(r"<!--[ \t]*(?P<part>[\w-]*)\Z")


def complete(cursor: Cursor, rules: Iterable[Rule]) -> list[CompletionItem]:
    """What can be written at ``cursor``, each with the part of the line that it replaces."""
    text, document = cursor.page.document.text, cursor.page.document
    if any(f.content.start <= cursor.offset <= f.content.end for f in document.fences):
        return []
    start = max(text.rfind("\n", 0, cursor.offset), text.rfind("\r", 0, cursor.offset)) + 1
    before = text[start : cursor.offset]
    match, offers = _offers(cursor, before, rules)
    if match is None:
        return []
    span = Span(start + match.start("part"), cursor.offset)
    where = cursor.view.lines(cursor.page.path).range(span)
    return [
        CompletionItem(
            label=each.label,
            kind=each.kind,
            detail=each.detail or None,
            filter_text=each.filter_text or each.text,
            sort_text=f"{at:05}",
            text_edit=TextEdit(where, each.text),
        )
        for at, each in enumerate(offers)
    ]


def _offers(
    cursor: Cursor, before: str, rules: Iterable[Rule]
) -> tuple[re.Match[str] | None, list[Offer]]:
    suppression = _SUPPRESSION.search(before)
    if suppression is not None:
        return suppression, list(complete_rules(rules))
    comment = _COMMENT.search(before)
    if comment is not None:
        return comment, list(_comments())
    for context in _CONTEXTS:
        match = context.before.search(before)
        if match is not None:
            return match, list(context.complete(cursor, match[0]))
    return None, []


def _comments() -> Iterator[Offer]:
    for form in ("disable-next-line", "disable-line", "disable-file", "disable", "enable"):
        yield Offer(
            f"curriculum-lint-{form}", CompletionItemKind.Keyword, f"curriculum-lint-{form} "
        )
