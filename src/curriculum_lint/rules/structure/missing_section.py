"""CL104 missing-section."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.diagnostic import Severity
from ...check.example import Example, Frame
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page, UnmetKind
from ...model.readme_data import EXERCISES
from ..wording import quoted_list, sentence_start

_STEPS = "**Build steps:**\n\n1. Write `hello.js`.\n"
_CRITERIA = "**Acceptance criteria:**\n\n- `node hello.js` prints `hello`.\n"


class MissingSection(DocumentRule):
    """A learner who has built something needs to know when it is done; one who starts needs to
    know what for. The schema of the readme says which sections there must be.
    """

    code = "CL104"
    name = "missing-section"
    summary = "a section that the schema requires is absent"
    severity = Severity.ERROR
    limits = (
        "A section is found in every layout: as a heading, as a bold label in its own paragraph, "
        "behind a line break, or swallowed by a list item. What an unclosed code fence hides is "
        "not reported as missing."
    )
    good = (
        Example(
            f"## 1) Say hello\n\n**Goal:** Print a greeting.\n\n{_STEPS}\n{_CRITERIA}",
            frame=Frame.EXERCISE,
        ),
    )
    bad = (
        Example(
            f"## 1) Say hello\n\n**Goal:** Print a greeting.\n\n{_STEPS}",
            finds=("1:4 CL104",),
            frame=Frame.EXERCISE,
        ),
        Example(
            "# Start\n\nComing.\n\n## Best practices\n\n- Test it.\n",
            ("1:3 CL104",),
            None,
            Frame.MODULE,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report what the schema misses."""
        for unmet in page.unmet:
            if unmet.kind is not UnmetKind.MISSING:
                continue
            if unmet.key == EXERCISES:
                message = f"{sentence_start(unmet.subject)} has no exercises."
                advice = "Begin each exercise with a heading such as `## 1) Title`."
            else:
                names = page.vocabulary.names(unmet.key)
                message = f"{sentence_start(unmet.subject)} has no section “{names[0]}”."
                advice = (
                    f"Add a line `**{names[0]}:**` or a heading with its content{_also(names)}."
                )
            yield Finding(page.path, unmet.span, message, advice)


def _also(names: tuple[str, ...]) -> str:
    return f"; {quoted_list(names[1:])} would do as well" if len(names) > 1 else ""
