"""CL321 link-in-formula."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...parse.document import LinkKind
from ...settings.severity import Severity
from ._link_findings import as_code


class LinkInFormula(DocumentRule):
    """GitHub looks for formulas in what Markdown has left of the text. Brackets before parentheses
    have become a link by then: readers see the link and the dollar signs, and no formula.
    """

    code = "CL321"
    name = "link-in-formula"
    summary = "brackets and parentheses in a formula, which GitHub takes for a link"
    severity = Severity.WARNING
    limits = (
        "Only between dollar signs, and where no path or address stands in the parentheses. "
        "Between ``$` `` and `` `$``, and in a `math` fence, Markdown leaves the formula alone."
    )
    good = (
        Example(
            "# Notes\n\nTake $`f[i](x)`$ and $f[i]\\,(x)$.\n\n```math\nf[i](x)\n```\n\n"
            "It costs $5, or 6 $.\n"
        ),
    )
    bad = (Example("# Notes\n\nTake $f[i](x)$.\n", finds=("3:8 CL321",)),)

    def check(self, page: Page) -> Iterator[Finding]:
        """Report what the parser takes for a link and for a part of a formula."""
        for link in page.document.links:
            if link.kind is LinkKind.FORMULA:
                written = as_code(page.document.text[slice(*link.span)])
                message = (
                    f"GitHub takes {written} in this formula for a link, and shows no formula."
                )
                advice = "Write the formula between $` and `$, or in a `math` fence."
                yield Finding(page.path, link.span, message, advice)
