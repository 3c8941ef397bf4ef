"""What holds of every parsed document, whatever its text is."""

from __future__ import annotations

import re

from markdown_it.common.utils import unescapeAll

from curriculum_lint.parse.attributes import decode_attribute
from curriculum_lint.parse.destination import decode_entities
from curriculum_lint.parse.document import (
    HTML_KINDS,
    BlockKind,
    Document,
    Link,
    LinkKind,
    Placement,
)
from curriculum_lint.text.source import Span, line_starts

LINK_SHAPES = {
    LinkKind.INLINE: r"\[.*\)",
    LinkKind.REFERENCE: r"\[.*\]",
    LinkKind.AUTOLINK: r"<[^<>\s]*>",
    LinkKind.IMAGE: r"!\[.*\)",
    LinkKind.IMAGE_REFERENCE: r"!\[.*\]",
    LinkKind.HTML_LINK: r"<[A-Za-z].*>",
    LinkKind.BARE: r"[^<\s]+",
    LinkKind.HTML_SOURCE: r"<[A-Za-z].*>",
    LinkKind.HTML_SRCSET: r"<[A-Za-z].*>",
    LinkKind.HTML_STYLE: r"<[A-Za-z].*>",
    LinkKind.DEFINITION: r"\[.*\]:.*",
}
MARKER = re.compile(r"[-+*]|(\d{1,9})[.)]")
FLAGS = re.IGNORECASE | re.DOTALL


def check_laws(document: Document) -> None:
    """Assert every law."""
    _check_bounds(document)
    _check_headings(document)
    _check_links(document)
    _check_lists(document)
    _check_small_things(document)
    _check_blocks(document)


def spans(document: Document) -> list[Span]:
    """Every span of the document."""
    found: list[Span] = []
    pending: list[object] = [getattr(document, name) for name in document.__slots__]
    while pending:
        each = pending.pop()
        if isinstance(each, Span):
            found.append(each)
        elif isinstance(each, tuple):
            pending.extend(each)
    return found


def _check_bounds(document: Document) -> None:
    assert document.line_starts == line_starts(document.text)
    for start, end in spans(document):
        assert 0 <= start <= end <= len(document.text)


def _check_headings(document: Document) -> None:
    assert list(document.headings) == sorted(document.headings, key=lambda each: each.span)
    for heading in document.headings:
        text = document.text[slice(*heading.span)]
        if heading.html:
            assert re.fullmatch(rf"<h{heading.level}\b.*</h{heading.level}\b.*>", text, FLAGS)
        elif not re.match(rf"#{{{heading.level}}}(?!#)", text):
            assert re.search(r"[\r\n][ \t>]*(=+|-+)[ \t]*$", text)
            assert not text[0].isspace() or text[0] not in " \t"
        assert _within(heading.content, heading.span)


def _check_links(document: Document) -> None:
    assert list(document.links) == sorted(document.links, key=lambda each: each.span)
    blocks = [block.span for block in document.blocks]
    for link in document.links:
        text = document.text[slice(*link.span)]
        assert re.fullmatch(LINK_SHAPES[link.kind], text, re.DOTALL), (link, text)
        if link.target is not None:
            assert _within(link.target, link.span)
            _check_target(document.text, link, link.target)
        if link.kind is not LinkKind.DEFINITION:
            assert any(_within(link.span, block) for block in blocks), link


def _check_target(text: str, link: Link, target: Span) -> None:
    written = text[slice(*target)].replace("\0", "\ufffd")
    if link.kind in HTML_KINDS:
        if not re.search(r"[\r\n]", written):
            assert decode_attribute(written).strip() == link.destination
    elif link.kind is LinkKind.AUTOLINK:
        assert link.destination in (decode_entities(written), f"mailto:{written}")
    elif link.kind is LinkKind.BARE:
        assert link.destination in (written, f"mailto:{written}", f"http://{written}")
    else:
        assert unescapeAll(written) == link.destination, (written, link)


def _check_lists(document: Document) -> None:
    for each in document.lists:
        assert each.items
        assert each.span.start == each.items[0].span.start
        for item in each.items:
            marker = MARKER.fullmatch(document.text[slice(*item.marker)])
            assert marker
            assert (marker[1] is not None) == each.ordered
            assert item.number == (int(marker[1]) if marker[1] else None)
            assert item.marker.start == item.span.start
            assert _within(item.span, each.span)
            assert _within(item.marker, item.span)


def _check_small_things(document: Document) -> None:
    text = document.text
    for span in document.code_spans:
        assert re.fullmatch(r"(`+).*\1", text[slice(*span)], re.DOTALL)
    for fence in document.fences:
        assert re.match(r"```|~~~", text[slice(*fence.span)])
        assert _within(fence.content, fence.span)
        if fence.closed:
            assert text[slice(*fence.span)].rstrip()[-3:] in ("```", "~~~")
            assert fence.glued is None
    _check_lines(document)
    for each in document.undefined:
        assert re.fullmatch(r"!?\[.*\]", text[slice(*each.span)], re.DOTALL)
    for each in document.suppressions:
        assert text[slice(*each.span)].startswith("<!--")
        for target in each.targets:
            assert text[slice(*target.span)] == target.text
            assert _within(target.span, each.span)
    headings = {heading.content for heading in document.headings}
    for anchor in document.anchors:
        written = text[slice(*anchor.span)]
        if anchor.span not in headings and not re.search(r"[\r\n\0]", written):
            assert decode_attribute(written) == anchor.name


def _check_lines(document: Document) -> None:
    text = document.text
    for label in document.labels:
        written = text[slice(*label.span)]
        assert re.match(r"[*_]{2}", written), written
        assert re.search(r"[*_]\s*[:：]?$", written), written
        assert _within(label.span, label.block)
        assert label.text == label.text.strip()
        assert label.text
        assert isinstance(label.placement, Placement)
    for line in document.lettered:
        assert line.letter in text[slice(*line.marker)]
        assert line.marker.start == line.span.start
        assert _within(line.marker, line.span)


def _check_blocks(document: Document) -> None:
    starts = [block.span.start for block in document.blocks]
    assert starts == sorted(starts)
    for block in document.blocks:
        assert block.span.start < block.span.end or block.kind is BlockKind.PARAGRAPH, block
        if block.kind is not BlockKind.CODE and block.span.start < block.span.end:
            assert document.text[block.span.start] not in " \t\r\n"


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
