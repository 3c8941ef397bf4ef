"""CL317 unread-destination."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix
from ...model.curriculum import Page
from ...parse.document import BlockKind, Document
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.regions import Regions
from ...text.source import Span
from .._plain_text import plain_text
from ._address import ADDRESS, APART, safety_of
from ._link_findings import as_code

#: A text in brackets, and what follows the parenthesis behind it up to the end of the line.
_OPENED = late_pattern(rf"{APART}!?\[(?P<text>[^\[\]\r\n]*)\]\((?=(?P<rest>[^\r\n\0]{{1,2000}}))")
_JOINT = late_pattern(r"\]\(")
_KINDS = (BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.HEADING)
_WITH_BLANKS = late_pattern(
    r"(?P<address>(?:[^()<>\"'\r\n]|\([^()<>\"'\s]*\)(?=[^\s]))*[^()<>\"'\s])"
    r"(?:[ \t]+(?:\"[^\"\r\n]*\"|'[^'\r\n]*'))?\)"
)
_RUN = late_pattern(r"[^\s<>\[\]（）]+")
#: Where these end the run, more than a parenthesis is wrong.
_OTHER_BRACKETS = tuple("[]（）")
_SCHEME = late_pattern(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_APART = late_pattern(
    r"(?:(?:https?|ftp)[ \t]*:[ \t]*//[ \t]*|(?:mailto|tel)[ \t]*:[ \t]*)", re.IGNORECASE
)
#: A path whose last part has an extension; what stands in it may have blanks.
_PATH = late_pattern(r"(?:[^\s/#?][^/#?]*/|\.{0,2}/)*[^/#?]*[\w)]\.[A-Za-z]\w{0,4}(?:#\S*)?")
_ADDRESS = late_pattern(rf"(?:{ADDRESS})")
_BLANK = late_pattern(r"[ \t]+")
#: A backslash escapes no blank, but shells made people think so.
_ESCAPED = late_pattern(r"\\?([ \t]+)")
_SENTENCE_END = ".,;:!?*_"


class UnreadDestination(DocumentRule):
    """A destination ends at the first blank, and its parentheses have to be in pairs. Where that
    is not so there is no link: readers see the brackets, the parentheses and the address.
    """

    code = "CL317"
    name = "unread-destination"
    summary = "a destination with a blank in it, or with a parenthesis that does not close"
    severity = Severity.ERROR
    fix_changes = PageChange.MARKS
    limits = (
        "Only where an address, or a path with an extension, was meant: `[note](if you like)` is "
        "text. There is no fix where a title in quotation marks may be part of it. Text about "
        "Markdown is not looked at."
    )
    good = (
        Example(
            "# Notes\n\n[a](https://en.wikipedia.org/wiki/Loop_\\(song\\)), [b] and f[x](y z).\n"
        ),
    )
    bad = (
        Example(
            "-- notes.md --\n# Notes\n\n![The plan](img/first plan.png)\n\n"
            "See [loops](https://en.wikipedia.org/wiki/Loop_(song).\n"
            "-- img/first plan.png --\nA picture.\n",
            finds=("notes.md:3:1 CL317", "notes.md:5:5 CL317"),
            fixed="-- notes.md --\n# Notes\n\n![The plan](img/first%20plan.png)\n\n"
            "See [loops](https://en.wikipedia.org/wiki/Loop_(song)).\n"
            "-- img/first plan.png --\nA picture.\n",
            frame=Frame.FILES,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look at what follows ``](`` where it has made no link."""
        if not _may_be_unread(page.document):
            return
        plain = plain_text(page.document, *_KINDS)
        for match in _OPENED.finditer(plain):
            found = _with_blanks(page, match) or _never_closed(page, match)
            if found is not None:
                yield found


def _may_be_unread(document: Document) -> bool:
    """Whether ``](`` stands in text, outside of links and code: mostly it does not."""
    links = (link.span for link in document.links)
    read = Regions([*document.code_spans, *links])
    joints = (match.start() for match in _JOINT.finditer(document.text))
    unread = [at for at in joints if not read.hold(at) and not _is_escaped(document.text, at)]
    if not unread:
        return False
    text = Regions(block.span for block in document.blocks if block.kind in _KINDS)
    return any(map(text.hold, unread))


def _is_escaped(text: str, at: int) -> bool:
    """Whether a backslash that is none itself stands before a character."""
    before = len(text[:at]) - len(text[:at].rstrip("\\"))
    return before % 2 == 1


def _with_blanks(page: Page, match: re.Match[str]) -> Finding | None:
    inner = _WITH_BLANKS.match(match["rest"])
    if inner is None or not _BLANK.search(inner["address"].strip()):
        return None
    address = inner["address"]
    meant = _joined(address) or _escaped(address)
    if meant is None and not _ADDRESS.fullmatch(address.split()[0]):
        return None
    start = match.start("rest")
    span = Span(match.start(), start + len(address) + 1)
    message = f"The destination {as_code(address)} holds a blank, so this is not a link."
    if meant is None:
        return Finding(page.path, span, message, "Write `%20` for a blank, or delete it.")
    edit = Edit(page.path, start, start + len(address), meant)
    fix = Fix(
        f"Write {as_code(meant)}", safety_of(page.document, start, start + len(address)), (edit,)
    )
    return Finding(page.path, span, message, f"Write {as_code(meant)}.", fix)


def _joined(address: str) -> str | None:
    """``mailto: me@x.org`` without its blank: no address has one behind its scheme."""
    head = _APART.match(address)
    rest = address[head.end() :].strip() if head else ""
    # A telephone's number is written in groups.
    rest = _BLANK.sub("", rest) if address[:3].lower() == "tel" else rest
    if head is None or not rest or _BLANK.search(rest):
        return None
    return _BLANK.sub("", head[0]) + rest


def _escaped(address: str) -> str | None:
    """A path with its blanks escaped."""
    if _SCHEME.match(address) or _PATH.fullmatch(address.strip()) is None:
        return None
    return _ESCAPED.sub(lambda blanks: "%20" * len(blanks[1]), address)


def _never_closed(page: Page, match: re.Match[str]) -> Finding | None:
    run = _RUN.match(match["rest"])
    is_cut = match.string.startswith("\0", match.end("rest"))
    if run is None or is_cut:
        return None
    rest = match["rest"][run.end() :]
    if ")" in rest or rest.startswith(_OTHER_BRACKETS):
        return None
    address = run[0].rstrip(_SENTENCE_END)
    depth = address.count("(") - address.count(")") + 1
    if depth < 1 or not _ADDRESS.match(address):
        return None
    end = match.start("rest") + len(address)
    span = Span(match.start(), end)
    message = f"The parenthesis around {as_code(address)} never closes, so this is not a link."
    fix = Fix("Close it", safety_of(page.document, *span), (Edit(page.path, end, end, ")"),))
    # Only a pair inside the address says that its own end is what is missing.
    is_clear = address.endswith(")") and depth == 1
    advice = f"Write {as_code(f'({address})')}."
    return Finding(page.path, span, message, advice, fix if is_clear else None)
