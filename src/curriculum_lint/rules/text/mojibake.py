"""CL601 mojibake."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...settings.severity import Severity
from ...text.invisible import character_name, find_invisible, is_space
from ...text.mojibake import Mojibake as Run
from ...text.mojibake import find_mojibake
from ...text.source import Span
from ..links._link_findings import as_code
from ._text_places import TextPlace, TextPlaces

_JOINER = "\u200d"
_LOST = "\ufffd"


class Mojibake(DocumentRule):
    """Text in which `é` has become two characters was read in the wrong encoding and saved again.
    Nobody can search for such a word, and a screen reader spells it out.
    """

    code = "CL601"
    name = "mojibake"
    summary = "UTF-8 that was read as Latin-1 or Windows-1252"
    severity = Severity.ERROR
    limits = (
        "Code is not looked at. A pair that honest text may hold, such as `ß“` or `É»`, is not "
        "reported, nor is a single wrong letter of another alphabet. In a link's destination there "
        "is no fix, since a file may have that name."
    )
    good = (Example("# Café\n\n„Spaß“ – «LIBERTÉ», Â, Ã, naïve. In code: `â€”` is a dash.\n"),)
    bad = (
        Example(
            "# CafÃ©\n\nOne step â€” then the next ðŸ˜Š\n",
            finds=("1:6 CL601", "3:10 CL601", "3:28 CL601"),
            fixed="# Café\n\nOne step — then the next 😊\n",
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report each run of wrongly read characters."""
        runs = list(find_mojibake(page.document.text))
        if not runs:
            return
        places = TextPlaces(page.document)
        for run in runs:
            place = places.at(run.start)
            if place is not TextPlace.CODE:
                # What was read as U+FFFD before is lost.
                is_known = place is not TextPlace.DESTINATION and _LOST not in run.meant
                yield _finding(page, run, fixable=is_known)


def _finding(page: Page, run: Run, *, fixable: bool) -> Finding:
    written = page.document.text[run.start : run.end]
    message = f"“{written}” was meant to be {_shown(run.meant)}, read in the wrong encoding."
    text = _plain(run.meant)
    title = f"Write {as_code(text)}" if text.strip() else "Put it right"
    fix = Fix(title, Safety.SAFE, (Edit(page.path, run.start, run.end, text),))
    return Finding(page.path, Span(run.start, run.end), message, None, fix if fixable else None)


def _shown(meant: str) -> str:
    """What was meant, or the name of what cannot be seen."""
    if meant == _LOST:
        return "a character that is lost"
    if len(meant) == 1 and (not meant.isprintable() or meant.isspace()):
        return f"a {character_name(meant)}"
    return f"“{meant}”"


def _plain(meant: str) -> str:
    """What was meant, without what another rule would report."""
    hidden = {match[0] for match in find_invisible(meant)} - {_JOINER}
    return meant.translate({ord(char): " " if is_space(char) else None for char in hidden})
