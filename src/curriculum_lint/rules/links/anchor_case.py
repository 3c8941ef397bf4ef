"""CL314 anchor-case."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import CurriculumRule, Finding
from ...links.rewrite import with_fragment
from ...model.curriculum import Curriculum
from ...model.target import Outcome
from ...parse.anchors import anchor_name
from ...settings.severity import Severity
from ._link_findings import as_code, destination_span, rewriting, targets_of


class AnchorCase(CurriculumRule):
    """GitHub writes the anchors of headings in lower case. Its pages forgive other case; editors,
    site generators and other forges do not.
    """

    code = "CL314"
    name = "anchor-case"
    summary = "a fragment (`#…`) that differs from the anchor in upper and lower case only"
    severity = Severity.INFO
    fix_changes = PageChange.ADDRESSES
    limits = "`#top` works in any case."
    good = (Example("# Notes\n\n## Set up\n\nBack to [the set-up](#set-up).\n"),)
    bad = (
        Example(
            "# Notes\n\n## Set up\n\nBack to [the set-up](#Set-Up).\n",
            finds=("5:22 CL314",),
            fixed="# Notes\n\n## Set up\n\nBack to [the set-up](#set-up).\n",
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report every fragment in other case, with the anchor's own."""
        for path, target in targets_of(curriculum, Outcome.ANCHOR_CASE):
            anchor = target.actual or ""
            text = with_fragment(target.link, anchor)
            written = as_code("#" + anchor_name(target.fragment or ""))
            message = f"{written} differs from the anchor {as_code('#' + anchor)} in case."
            fix = rewriting(path, target, text)
            yield Finding(path, destination_span(target), message, f"Write {as_code(text)}.", fix)
