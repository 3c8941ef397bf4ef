"""CL209 lettered-line."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...settings.severity import Severity
from ._lettered_list import ListMaker
from ._lettered_runs import lettered_runs, melts

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
        "Only lines that begin with a, b, c, … in one paragraph count, or a single `a)` right "
        "below the first line of a list item; neither “a. m.” nor a paragraph of its own for each "
        "letter. Lines behind a hard line break (two spaces or a backslash) look as they should. "
        "In a quote, or where a section label follows in the same paragraph, no fix is offered."
    )
    good = (
        Example(_LETTERS.format("- ", "- ")),
        Example("We met at 9\na. m. and ate vitamin\nb) first.\n"),
    )
    bad = (
        Example(_LETTERS.format("", ""), ("2:4 CL209", "3:4 CL209"), _LETTERS.format("- ", "- ")),
        Example(
            "Choose one:\na) Redis\nb) a file\n",
            ("2:1 CL209", "3:1 CL209"),
            "Choose one:\n- a) Redis\n- b) a file\n",
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report each line; the fix of a run goes with its first."""
        if not page.document.lettered:
            return
        maker = ListMaker(page.document)
        for run in lettered_runs(page.document):
            fix = maker.fix(run)
            for line in run.lines:
                if not melts(page.document, run, line):
                    continue
                mark = page.document.text[line.marker.start : line.marker.end].lstrip("*_")
                message = (
                    f"`{mark}` begins no list in Markdown: this line melts into the text above it."
                )
                if line.leads:
                    message = f"`{mark}` begins no list in Markdown: the next lines melt into it."
                advice = f"Begin the line with a bullet: `- {mark} …`."
                yield Finding(page.path, line.span, message, advice, fix)
                fix = None
