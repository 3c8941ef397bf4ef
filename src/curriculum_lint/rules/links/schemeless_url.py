"""CL305 schemeless-url."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import CurriculumRule, Finding
from ...edits.edit import Safety
from ...links.rewrite import as_written
from ...model.curriculum import Curriculum
from ...model.target import Outcome
from ...parse.document import LinkKind
from ...settings.severity import Severity
from ._link_findings import as_code, destination_span, rewriting, targets_of

_SCHEME = re.compile(r"[A-Za-z-]+[:;]")
#: Links whose address is also what readers see.
_SHOWN = frozenset({LinkKind.AUTOLINK, LinkKind.BARE})


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
        Example(
            "# Notes\n\nSee [Node](htps://nodejs.org) or ask [us](maito:us@example.org).\n",
            finds=("3:12 CL305", "3:43 CL305"),
            fixed="# Notes\n\nSee [Node](https://nodejs.org) or ask [us](mailto:us@example.org).\n",
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report every such address, with the right one."""
        for path, target in targets_of(curriculum, Outcome.SCHEMELESS):
            text = as_written(target.link, target.actual or "")
            written = as_code(target.link.destination)
            message = f"{written} is taken for a file of the repository, not for an address."
            if _SCHEME.match(target.link.destination):
                message = f"{written} leads nowhere: its scheme is misspelt."
            fix = rewriting(path, target, text)
            if target.link.kind in _SHOWN:
                fix = fix._replace(safety=Safety.UNSAFE)
            yield Finding(path, destination_span(target), message, f"Write {as_code(text)}.", fix)
