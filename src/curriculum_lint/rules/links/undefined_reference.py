"""CL307 undefined-reference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...check.example import Example
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...parse.document import BlockKind, Document, LinkKind, UndefinedReference
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.source import Span
from ...text.suggest import closest
from .._plain_text import plain_text
from ._link_findings import as_code

#: Labels that are none: options, citations, footnotes, sets of characters.
_NO_LABEL = late_pattern(r"[-@^!:].*|[^\s-]-[^\s-].*", re.DOTALL)
#: Texts that are none: a footnote, an option, a set of characters.
_NO_TEXT = late_pattern(r"\s*|[@^-].*|[^\s-]-[^\s-]", re.DOTALL)
#: The mark of a footnote, at the end of a word or of a sentence, or behind a blank.
_NOTE = late_pattern(
    r"(?:(?P<word>[^\W_]|[.,;:!?)\"'”’»」。，、！？）%*_`])|(?<!\S)|(?<=[|\]]))"
    r"(?P<mark>\[\^(?P<label>[^\s\[\]^\0\\-]+(?:-[^\s\[\]^\0\\-]{2,})*)\])(?![\w(\[*+?{|:/\\])"
)
_INDEX = late_pattern(r"\w|\d+")
_TASK = late_pattern(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\Z")
_LONGEST_MARKER = 80
_ADDRESS = late_pattern(r"https?://\S+\Z|mailto:\S+\Z", re.IGNORECASE)
#: Comparing costs; a document of a stranger may hold any number of references.
_MAX_SEARCHES = 50
_TEMPLATE = late_pattern(r"\{\{|\{%|<%")
_TEMPLATE_END = {"{{": "}}", "{%": "%}", "<%": "%>"}


class UndefinedReferenceRule(DocumentRule):
    """Without its definition a reference is no link: readers see the two pairs of brackets. So
    they do with the mark of a footnote that is not there.
    """

    code = "CL307"
    name = "undefined-reference"
    summary = "`[text][label]`, `[label][]` or a footnote's `[^label]` without its definition"
    severity = Severity.ERROR
    limits = (
        "A lone `[text]` is text. Task boxes, citations such as `[1][2]`, indices such as "
        "`a[i][j]`, sets of characters such as `[^abc]` and what a template fills in are not "
        "references. Text about Markdown is not looked at for footnotes. Nothing is said about a "
        "document of which a part could not be read. Definitions that a site generator adds to "
        "every page are not seen, as GitHub does not see them: ignore the rule there."
    )
    good = (
        Example("# Notes\n\nSee [the manual][node].\n\n[Node]: https://nodejs.org/\n"),
        Example("# Notes\n\nThe cell `grid[0][1]`, or grid[row][column], as in [1][2].\n"),
    )
    bad = (
        Example(
            "# Notes\n\nSee [the manual][nodejs].\n\nSee [Node][].\n\n[Node]: https://nodejs.org/\n",
            finds=("3:5 CL307",),
        ),
        Example(
            "# Notes\n\nIt is fast.[^1] Or is it?[^2]\n\n[^1]: Faster.\n", finds=("3:26 CL307",)
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report what the parser could not find a definition for."""
        document = page.document
        if document.limits or any(not fence.closed for fence in document.fences):
            return
        yield from _missing_notes(document)
        labels = [link.text for link in document.links if link.kind is LinkKind.DEFINITION]
        meant = [each for each in document.undefined if _is_meant(document, each)]
        asked = dict.fromkeys(each.label for each in meant[:_MAX_SEARCHES])
        nearest = {label: closest(label, labels) for label in asked}
        for reference in meant:
            message = f"No definition of the label “{reference.label}” is in this document."
            advice = _advice(reference, nearest.get(reference.label))
            yield Finding(page.path, reference.span, message, advice)


def _missing_notes(document: Document) -> Iterator[Finding]:
    """The marks of footnotes that are not there."""
    if "[^" not in document.text:
        return
    known = {note.label.casefold(): note.label for note in document.footnotes}
    plain = plain_text(document, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TABLE)
    for mark in _NOTE.finditer(plain):
        label = mark["label"]
        # Where nothing else is a footnote, letters in brackets may be a set of characters.
        if label.casefold() not in known and (known or mark["word"] or label.isdecimal()):
            message = f"No footnote {as_code(f'[^{label}]')} is in this document."
            near = closest(label, known.values())
            advice = f"Add a line {as_code(f'[^{label}]: text')}, or delete the mark."
            advice = f"Did you mean {as_code(f'[^{near}]')}?" if near else advice
            yield Finding(document.path, Span(*mark.span("mark")), message, advice)


def _is_meant(document: Document, reference: UndefinedReference) -> bool:
    """Whether its author meant a link."""
    written = document.text[reference.span.start : reference.span.end]
    text = written.removeprefix("!")[1:].rpartition("][")[0]
    if _NO_LABEL.fullmatch(reference.label) or _NO_TEXT.fullmatch(text):
        return False
    if _INDEX.fullmatch(text) and _INDEX.fullmatch(reference.label):
        return False
    before = _line_before(document, reference.span.start)
    is_box = text in ("x", "X") and _TASK.match(before[:_LONGEST_MARKER]) is not None
    return not is_box and not _is_in_template(before)


def _line_before(document: Document, offset: int) -> str:
    return document.text[document.line_starts[document.line(offset) - 1] : offset]


def _is_in_template(before: str) -> bool:
    """Whether a template's tag has begun and not ended."""
    opened = list(_TEMPLATE.finditer(before))
    return bool(opened) and _TEMPLATE_END[opened[-1][0]] not in before[opened[-1].end() :]


def _advice(reference: UndefinedReference, near: str | None) -> str:
    label = reference.label
    if near is not None:
        return f"Did you mean {as_code(f'[{near}]')}?"
    if _ADDRESS.match(label):
        return f"Write the address in parentheses: {as_code(f'[…]({label})')}."
    return f"Add a line {as_code(f'[{label}]: address')}, or write the address in parentheses."
