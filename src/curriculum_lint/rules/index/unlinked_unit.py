"""CL406 unlinked-unit."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import quote

from ...check.page_change import PageChange
from ...check.rule import CurriculumRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...listings.entry_names import EntryName
from ...model.curriculum import Curriculum, Page
from ...settings.severity import Severity
from ..links._link_findings import as_code
from ..sample import curriculum_of
from ._missed_units import unlinked_units

_UNITS = ("1_start", "2_loops")
_INDEX = "1. **Start**: print a line.\n2. {}\n"
_LINKED = "1. **[Start](1_start/readme.md)**: print a line.\n2. [Loops](2_loops/readme.md)\n"


class UnlinkedUnit(CurriculumRule):
    """An index is a list of doors. An entry without a link makes readers search the folders for
    what they have just found.
    """

    code = "CL406"
    name = "unlinked-unit"
    summary = "an entry of a hand-written index without a link to its unit"
    severity = Severity.INFO
    fix_changes = PageChange.ELEMENTS
    limits = (
        "An entry means the unit whose title or folder has the same words; case, punctuation and "
        "parentheses do not matter. A unit that the page links to anywhere else is not reported."
    )
    good = (curriculum_of(*_UNITS), curriculum_of(*_UNITS, index=_LINKED))
    bad = (
        curriculum_of(
            *_UNITS,
            index=_INDEX.format("Loops"),
            finds=("readme.md:3:6 CL406", "readme.md:4:4 CL406"),
        )._replace(fixed=curriculum_of(*_UNITS, index=_LINKED).text),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report entries that name a unit and have no link."""
        for page, name, _, readme in unlinked_units(curriculum):
            yield _finding(page, name, readme)


def _finding(page: Page, name: EntryName, readme: str) -> Finding:
    destination = _destination(page.path, readme)
    message = f"The entry “{name.text}” does not link to its unit."
    return Finding(
        page.path,
        name.span,
        message,
        f"Link it to {as_code(destination)}.",
        _fix(page, name, destination),
    )


def _destination(source: str, readme: str) -> str:
    # `relpath` asks for the working folder, unless both paths are absolute.
    path = posixpath.relpath(f"/{readme}", f"/{posixpath.dirname(source)}")
    return quote(path, errors="surrogateescape")


def _fix(page: Page, name: EntryName, destination: str) -> Fix | None:
    if set("[]<>`\\") & set(name.text):
        return None
    start, end = name.span
    edits = (Edit(page.path, start, start, "["), Edit(page.path, end, end, f"]({destination})"))
    return Fix(f"Link to {as_code(destination)}", Safety.SAFE, edits)
