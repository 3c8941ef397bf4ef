"""CL601 mojibake."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...parse.document import Document
from ...settings.severity import Severity
from ...text.invisible import character_name, find_invisible, is_space
from ...text.late_pattern import late_pattern
from ...text.mojibake import MojibakeRun, find_mojibake
from ...text.source import Span
from ..links._link_findings import as_code
from ._proven import Proof
from ._text_places import TextPlace, TextPlaces

_JOINER = "\u200d"
_LOST = "\ufffd"


#: What people write of when they show such text.
_ENCODINGS = late_pattern(
    r"mojibake|utf-?8|latin-?1|iso-?8859|windows-?125\d|\bcp125\d|charset|\bencod|\bcodific|"
    r"\bkodier|zeichensatz|кодировк|文字化け|乱码|亂碼|인코딩",
    re.IGNORECASE,
)


class Mojibake(DocumentRule):
    """Text in which `é` has become two characters was read in the wrong encoding and saved again.
    Nobody can search for such a word, and a screen reader spells it out.
    """

    code = "CL601"
    name = "mojibake"
    summary = "UTF-8 that was read as Latin-1 or Windows-1252"
    severity = Severity.ERROR
    fix_changes = PageChange.CHARACTERS
    limits = (
        "Code is not looked at, nor is a line about encodings. What honest text may hold, such as "
        "`ß“`, `É»`, or a capital at the end of a word (`MAÇÃ…`, `PÅ–`), is reported only where "
        "all other text beyond ASCII is wrong as well, and then its fix is unsafe. A single wrong "
        "letter of another alphabet is not found. In a link's destination there is no fix, since "
        "a file may have that name; in a heading it is unsafe, since the anchor changes."
    )
    good = (Example("# Café\n\n„Spaß“ – «LIBERTÉ», Â, Ã, naïve. In code: `â€”` is a dash.\n"),)
    bad = (
        Example(
            "# Breaks\n\nOne cafÃ© â€” then the next ðŸ˜Š\n",
            finds=("3:8 CL601", "3:11 CL601", "3:29 CL601"),
            fixed="# Breaks\n\nOne café — then the next 😊\n",
        ),
        Example("# CafÃ©\n", finds=("1:6 CL601",), fixed="# Café\n", unsafe=True),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report each run of wrongly read characters."""
        runs = list(find_mojibake(page.document.text))
        if not runs:
            return
        places, proof = TextPlaces(page.document), Proof(page.document)
        for run in runs:
            place = places.at(run.start)
            if place is not TextPlace.CODE and not _is_talked_of(page.document, run):
                # What was read as U+FFFD before is lost.
                is_known = place is not TextPlace.DESTINATION and _LOST not in run.meant
                # Another document may link to a heading by what its anchor is now.
                is_safe = run.sure and place is TextPlace.PROSE and _is_proven(proof, run)
                yield _finding(page, run, fixable=is_known, safe=is_safe)


def _is_talked_of(document: Document, run: MojibakeRun) -> bool:
    """Whether the line around it is about encodings."""
    line = document.line(run.start)
    ends = (*document.line_starts[line:], len(document.text))
    return _ENCODINGS.search(document.text, document.line_starts[line - 1], ends[0]) is not None


def _finding(page: Page, run: MojibakeRun, *, fixable: bool, safe: bool) -> Finding:
    written = page.document.text[run.start : run.end]
    message = f"“{written}” was meant to be {_shown(run.meant)}, read in the wrong encoding."
    text = _plain(run.meant)
    title = f"Write {as_code(text)}" if text.strip() else "Put it right"
    safety = Safety.SAFE if safe else Safety.UNSAFE
    fix = Fix(title, safety, (Edit(page.path, run.start, run.end, text),))
    return Finding(page.path, Span(run.start, run.end), message, None, fix if fixable else None)


def _is_proven(proof: Proof, run: MojibakeRun) -> bool:
    is_seen = bool(_plain(run.meant).strip())
    return proof.holds_in_text(Span(run.start, run.end), may_be_alone=is_seen)


def _shown(meant: str) -> str:
    """What was meant, or the name of what cannot be seen."""
    if meant == _LOST:
        return "a character that is lost"
    if len(meant) == 1 and (not meant.isprintable() or meant.isspace()):
        return f"a {character_name(meant)}"
    # Quotation marks inside of others are hard to tell apart.
    return as_code(meant) if set(meant) & set("“”") else f"“{meant}”"


def _plain(meant: str) -> str:
    """What was meant, without what another rule would report."""
    hidden = {match[0] for match in find_invisible(meant)} - {_JOINER}
    return meant.translate({ord(char): " " if is_space(char) else None for char in hidden})
