"""What we read of a text: `Document` → `Page`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from markdown_it.common.utils import unescapeAll

from curriculum_lint.parse.document import HTML_KINDS, BlockKind, Document, Link, LinkKind
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.text.source import Span

from .page import Lines, Page, PageCode, PageHeading, PageItem, PageLink
from .plain_page import squashed_code, squeezed

_IMAGES = frozenset({LinkKind.IMAGE, LinkKind.IMAGE_REFERENCE})
#: What the grammar leaves as it is in an address.
_SAFE = "-_.+!*'(),%#@?=;:/&$~"
_DANGEROUS = re.compile(
    r"(?:javascript|vbscript|file|data(?!:image/(?:png|gif|jpeg|webp))):", re.IGNORECASE
)


def read_page(text: str) -> Page:
    """What we read of ``text``."""
    return page_of(parse_document("x.md", text))


def page_of(document: Document) -> Page:
    """What a document holds, as it would be shown."""
    definitions = _definitions(document)
    page = Page(definitions={label.lower(): to for label, to in definitions.items()})
    for link in document.links:
        if link.kind in HTML_KINDS:
            page.addresses.append(link.destination)
        elif link.kind is not LinkKind.DEFINITION:
            kind = page.images if link.kind in _IMAGES else page.links
            kind.append(_shown(document, link, definitions))
    own = {heading.content for heading in document.headings}
    page.anchors = [each.name for each in document.anchors if each.span not in own]
    page.headings = [PageHeading(h.level, squeezed(h.text), h.anchor) for h in document.headings]
    page.heading_lines = [
        Lines(document.line(h.span.start), document.line(h.span.end - 1))
        for h in document.headings
        if not h.html
    ]
    page.code_spans = [squashed_code(_code(_text(document, s))) for s in document.code_spans]
    page.code = list(_code_blocks(document))
    page.tables = [
        document.line(block.span.end - 1)
        for block in document.blocks
        if block.kind is BlockKind.TABLE
    ]
    page.items = [
        PageItem(document.line(item.span.start), item.task)
        for each in document.lists
        for item in each.items
    ]
    shown = sorted((note for note in document.footnotes if note.number), key=lambda n: n.number)
    page.footnotes = [note.label for note in shown]
    page.text = "\n".join(_without_code(document, each.span) for each in document.undefined)
    return page


def _definitions(document: Document) -> dict[str, str]:
    found: dict[str, str] = {}
    for link in document.links:
        if link.kind is LinkKind.DEFINITION and link.label is not None:
            found.setdefault(link.label, _address(link.destination))
    return found


def _shown(document: Document, link: Link, definitions: dict[str, str]) -> PageLink:
    line = document.line(link.span.start)
    if link.kind in (LinkKind.REFERENCE, LinkKind.IMAGE_REFERENCE):
        address = definitions[link.label or ""]
    else:
        address = _address(link.destination)
    return PageLink(address, squeezed(link.text), Lines(line, line))


def _address(destination: str) -> str:
    return "" if _DANGEROUS.match(destination) else quote(destination, safe=_SAFE)


def _code_blocks(document: Document) -> Iterator[PageCode]:
    fences = {fence.span: fence for fence in document.fences}
    for block in document.blocks:
        if block.kind is BlockKind.CODE:
            fence = fences.get(block.span)
            language = unescapeAll(fence.info).split()[:1] if fence else []
            content = fence.content if fence else block.span
            text = squashed_code(_text(document, content))
            yield PageCode("".join(language), text, document.line(block.span.start))


def _code(written: str) -> str:
    return written.strip("`")


def _without_code(document: Document, span: Span) -> str:
    """The text of ``span``; what is shown as code is compared apart."""
    text = _text(document, span)
    for start, end in reversed([code for code in document.code_spans if span.holds(code.start)]):
        text = text[: start - span.start] + text[end - span.start :]
    return text


def _text(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]
