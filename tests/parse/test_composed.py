"""Every piece is found where it was written, in any container, and nothing else is found."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum_lint.parse.document import Document, LinkKind
from curriculum_lint.parse.parser import parse_document

from .composed import DOCUMENTS, Piece, Text
from .parse_laws import check_laws

FRONT = ["", "---\ntitle: '[no](no)'\n---\n", "+++\na = 1\n+++\n", "\n\n"]
LINKS = {
    LinkKind.INLINE: "link",
    LinkKind.IMAGE: "image",
    LinkKind.AUTOLINK: "autolink",
    LinkKind.REFERENCE: "reference",
    LinkKind.HTML_LINK: "html link",
    LinkKind.HTML_SOURCE: "html source",
    LinkKind.DEFINITION: "definition",
}


def found(document: Document) -> list[tuple[int, int, str]]:
    """All facts as (start, end, kind)."""
    facts = [(*link.span, LINKS[link.kind]) for link in document.links]
    facts += [(*each.span, "code") for each in [_Spanned(span) for span in document.code_spans]]
    facts += [(*each.span, "undefined") for each in document.undefined]
    facts += [(*each.span, "heading") for each in document.headings]
    facts += [(*each.span, "fence") for each in document.fences]
    facts += [(*each.span, "suppression") for each in document.suppressions]
    facts += [(*each.span, "lettered") for each in document.lettered]
    facts += [(*each.span, "label") for each in document.labels]
    facts += [(*item.marker, "marker") for each in document.lists for item in each.items]
    headings = {each.content for each in document.headings}
    facts += [(*each.span, "anchor") for each in document.anchors if each.span not in headings]
    return sorted(facts)


class _Spanned:
    def __init__(self, span):
        self.span = span


def expected(written: Text, starts: list[int]) -> list[tuple[int, int, str]]:
    """The same of what was written."""
    return sorted(
        (*span(piece, starts), piece.kind) for piece in written.pieces if piece.kind != "target"
    )


def span(piece: Piece, starts: list[int]) -> tuple[int, int]:
    return starts[piece.row] + piece.column, starts[piece.end_row] + piece.end_column


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(DOCUMENTS, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(FRONT))
def test_every_piece_is_where_it_was_written(written: Text, end: str, front: str) -> None:
    starts, at = [], len(front.replace("\n", end))
    for line in written.lines:
        starts.append(at)
        at += len(line) + len(end)
    reference = f"{end}{end}[REF]: ref.md{end}"
    text = front.replace("\n", end) + end.join(written.lines) + reference
    last = text.rindex("[REF]")
    document = parse_document("x.md", text)
    check_laws(document)
    ends = [(last, len(text) - len(end), "definition")]
    assert found(document) == sorted(expected(written, starts) + ends)
    targets = sorted((*link.target, link.destination) for link in document.links if link.target)
    known = [(*span(p, starts), p.value) for p in written.pieces if p.kind == "target"]
    assert targets == sorted([*known, (last + 7, last + 13, "ref.md")])
