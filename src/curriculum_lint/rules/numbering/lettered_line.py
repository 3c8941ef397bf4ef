"""CL209 lettered-line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...parse.document import Document, LetteredItem
from ...settings.severity import Severity
from ._lettered_list import ListMaker
from ._lettered_runs import lettered_runs, melts

_MELTS = "this line melts into the text above it"
_LETTERS = "1. Learn HTTP.\n   {}a) Design an API.\n   {}b) Limit its rate.\n2. Store data.\n"


class LetteredLine(DocumentRule):
    """Markdown knows lists with numbers and with bullets, but none with letters: the lines `a)`
    and `b)` become one long line with the text above them.
    """

    code = "CL209"
    name = "lettered-line"
    summary = "a line `a) …` that is no list in Markdown and melts into the text above it"
    severity = Severity.ERROR
    fix_changes = PageChange.ELEMENTS
    limits = (
        "The lines of a run are told as one. Only lines that begin with a, b, c, … in one "
        "paragraph count, or a single `a)` right below the first line of a list item; neither “a. "
        "m.” nor a paragraph of its own for each letter. Lines behind a hard line break (two "
        "spaces or a backslash) look as they should. In a quote, or where a section label follows "
        "in the same paragraph, no fix is offered."
    )
    good = (
        Example(_LETTERS.format("- ", "- ")),
        Example("We met at 9\na. m. and ate vitamin\nb) first.\n"),
    )
    bad = (
        Example(_LETTERS.format("", ""), ("2:4 CL209",), _LETTERS.format("- ", "- ")),
        Example(
            "Choose one:\na) Redis\nb) a file\n",
            ("2:1 CL209",),
            "Choose one:\n- a) Redis\n- b) a file\n",
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report each run at the first of its lines that melt."""
        if not page.document.lettered:
            return
        maker = ListMaker(page.document)
        for run in lettered_runs(page.document):
            lines = [line for line in run.lines if melts(page.document, run, line)]
            if lines:
                message, advice = _told(page.document, lines)
                yield Finding(page.path, lines[0].span, message, advice, maker.fix(run))


def _told(document: Document, lines: Sequence[LetteredItem]) -> tuple[str, str]:
    """What is wrong with the lines of a run, and what to write."""
    marks = [document.text[slice(*line.marker)].strip("*_") for line in lines]
    first, last = f"`{marks[0]}`", f"`{marks[-1]}`"
    advice = f"Begin {'each' if lines[1:] else 'the'} line with a bullet: `- {marks[0]} …`."
    if not lines[1:]:
        melts_with = "the next lines melt into it" if lines[0].leads else _MELTS
        return f"{first} begins no list in Markdown: {melts_with}.", advice
    span = f"{first} {'to' if lines[2:] else 'and'} {last}"
    melt = "they are shown as one" if lines[0].leads else "they melt into the text above them"
    return f"The lines {span} are no list in Markdown: {melt}.", advice
