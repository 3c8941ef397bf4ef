"""CL116 unfinished-text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...parse.document import Block, BlockKind
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.source import Span

#: A mark that stands for text, not the word in a sentence: "build a TODO app" is fine.
_MARKS = late_pattern(
    r"(?<![\w`/#-])(?:TODO|TBD|TBA|FIXME|XXX)(?![\w`/-])(?=[ \t]*(?:[:)\]]|$))|[Ll]orem ipsum|"
    r"\[(?:placeholder|to be (?:written|added|done))\]|<(?:placeholder|insert [^<>\n]{1,40})>",
    re.MULTILINE,
)
#: What every mark holds: most documents have nothing of it, and that is quickly seen.
_PARTS = (
    *("TODO", "TBD", "TBA", "FIXME", "XXX", "orem ipsum", "[placeholder", "[to be "),
    *("<placeholder", "<insert "),
)
_CUT_OFF = late_pattern(r"(?:[,;(]|\b(?:and|or|the|a|an|of|to|with|for))\Z")
_PROSE = (BlockKind.PARAGRAPH, BlockKind.HEADING)
_CRITERIA = "- It prints `hello`.\n"
_EXERCISE = (
    "## 1) Say hello\n\n**Goal:** {}\n\n**Build steps:**\n\n1. Write it.\n\n"
    f"**Acceptance criteria:**\n\n{_CRITERIA}"
)


class UnfinishedText(DocumentRule):
    """A mark that the author left to come back to is the first thing a learner quotes."""

    code = "CL116"
    name = "unfinished-text"
    summary = "a mark such as TODO or TBD, filler text, or a readme that stops in mid-sentence"
    severity = Severity.WARNING
    limits = (
        "Only readmes of the curriculum are checked, and only marks that stand for text: “build a "
        "TODO app” is fine, and so is anything in code."
    )
    good = (Example(_EXERCISE.format("Build a TODO app."), frame=Frame.EXERCISE),)
    bad = (Example(_EXERCISE.format("TBD"), finds=("3:11 CL116",), frame=Frame.EXERCISE),)

    def check(self, page: Page) -> Iterator[Finding]:
        """Search the prose, and look at its end."""
        if not page.kind.is_readme:
            return
        document = page.document
        if any(part in document.text for part in _PARTS):
            for block in document.blocks:
                if block.kind in _PROSE:
                    yield from _marks(page, block)
        if document.blocks and document.blocks[-1].kind is BlockKind.PARAGRAPH:
            last = document.blocks[-1].span
            text = document.text[last.start : last.end].rstrip()
            if _CUT_OFF.search(text):
                end = last.start + len(text)
                ending = text[-30:].split("\n")[-1]
                message = f"The text stops in mid-sentence: “…{ending}”."
                yield Finding(page.path, Span(end - 1, end), message, "Write the rest of it.")


def _marks(page: Page, block: Block) -> Iterator[Finding]:
    code = page.document.code_spans
    for match in _MARKS.finditer(page.document.text, block.span.start, block.span.end):
        if not any(span.holds(match.start()) for span in code):
            message = f"“{match[0]}” stands where the text should be."
            yield Finding(page.path, Span(*match.span()), message, "Write it, or leave it out.")
