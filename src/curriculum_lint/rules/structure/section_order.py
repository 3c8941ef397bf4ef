"""CL106 section-order."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page, UnmetKind
from ...readme_schema.readme_data import EXERCISES
from ...settings.severity import Severity
from ..wording import sentence_start

_STEPS = "**Build steps:**\n\n1. Write `hello.js`.\n"
_CRITERIA = "**Acceptance criteria:**\n\n- `node hello.js` prints `hello`.\n"


class SectionOrder(DocumentRule):
    """Learners read many exercises in a row: when every one has its parts in the same order,
    they know where to look. The order is that of the properties in the schema.
    """

    code = "CL106"
    name = "section-order"
    summary = "a required section in another place than the schema's order gives it"
    severity = Severity.WARNING
    limits = "Sections that the schema does not require may stand anywhere."
    good = (
        Example(
            f"## 1) Say hello\n\n**Goal:** Print a greeting.\n\n{_STEPS}\n{_CRITERIA}",
            frame=Frame.EXERCISE,
        ),
    )
    bad = (
        Example(
            f"## 1) Say hello\n\n{_STEPS}\n**Goal:** Print a greeting.\n\n{_CRITERIA}",
            finds=("3:1 CL106",),
            frame=Frame.EXERCISE,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report the fewest sections that would have to move."""
        for unmet in page.unmet:
            if unmet.kind is not UnmetKind.ORDER:
                continue
            side, _, neighbour = unmet.expected.partition(" ")
            name, other = _name(page, unmet.key), _name(page, neighbour)
            message = f"{sentence_start(unmet.subject)}: “{name}” should stand {side} “{other}”."
            yield Finding(page.path, unmet.span, message)


def _name(page: Page, key: str) -> str:
    return "Exercises" if key == EXERCISES else page.vocabulary.preferred(key)
