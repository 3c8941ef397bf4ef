"""CL305 schemeless-url."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import CurriculumRule, Finding
from ...links.rewrite import as_written
from ...model.curriculum import Curriculum
from ...model.target import Outcome
from ...settings.severity import Severity
from ._link_findings import as_code, destination_span, rewriting, targets_of


class SchemelessUrl(CurriculumRule):
    """Without `https://` a browser takes an address for a file beside the page. Somebody meant
    the web, and the reader gets “not found”.
    """

    code = "CL305"
    name = "schemeless-url"
    summary = "an address of the web without `https://`, or with it misspelt"
    severity = Severity.WARNING
    fix_changes = PageChange.ADDRESSES
    limits = (
        "`example.org/x` is an address only if no such path exists, and only with an end that is "
        "no usual end of a file's name: `README.md`, `Node.js` and `setup.py` are files."
    )
    good = (
        Example("# Notes\n\nSee [Node](https://nodejs.org/) or [the mirror](//example.org).\n"),
    )
    bad = (
        Example(
            "# Notes\n\nSee [Node](www.nodejs.org/en).\n",
            finds=("3:12 CL305",),
            fixed="# Notes\n\nSee [Node](https://www.nodejs.org/en).\n",
        ),
        Example(
            "# Notes\n\nSee [Node]((https://nodejs.org)) and [npm](http;//npmjs.com).\n",
            finds=("3:12 CL305", "3:44 CL305"),
            fixed="# Notes\n\nSee [Node](https://nodejs.org) and [npm](http://npmjs.com).\n",
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report every such address, with the right one."""
        for path, target in targets_of(curriculum, Outcome.SCHEMELESS):
            text = as_written(target.link, target.actual or "")
            written = as_code(target.link.destination)
            message = f"{written} is taken for a file of the repository, not for an address."
            fix = rewriting(path, target, text)
            yield Finding(path, destination_span(target), message, f"Write {as_code(text)}.", fix)
