"""CL308 unused-definition."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding, Note
from ...model.curriculum import Page
from ...parse.document import BlockKind, Document, Link, LinkKind
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.regions import Regions
from ...text.source import Span
from ..text._text_places import TextPlace, TextPlaces
from ._definition_removal import removal
from ._link_findings import as_code

_REFERENCES = frozenset({LinkKind.REFERENCE, LinkKind.IMAGE_REFERENCE})
#: A label in brackets that no colon makes a definition.
_MENTION = late_pattern(r"\[([^\[\]]{1,999})\](?!:)")
#: Definitions that hide a comment: they lead nowhere, or are called so.
_NO_DESTINATION = frozenset({"", "#", "-", ":"})
_COMMENT_LABELS = frozenset({"//", "comment", "#", "^", ":", "%"})

#: What an address or a path has; a definition without it may be meant as text.
_ADDRESS = late_pattern(r"[/.#:@]")


class UnusedDefinition(DocumentRule):
    """A definition that no link uses is what a deleted link left behind, or its label is
    misspelt. Of two definitions of one label readers are led to the first, whatever the other says.
    """

    code = "CL308"
    name = "unused-definition"
    summary = "a reference definition or a footnote that nothing uses, or that is there twice"
    severity = Severity.WARNING
    fix_changes = PageChange.NOTHING
    limits = (
        "Definitions used as comments, such as `[//]: # (text)` or `[comment]: <> (text)`, are "
        "fine, and so are files that hold nothing but definitions, and labels that "
        "stand in brackets anywhere outside code, or in code that is only indented: there, some "
        "site generators put the text of a note. Nothing is said about a document of which a "
        "part could not be read."
    )
    good = (
        Example(
            "# Notes\n\nSee [the manual][Straße] and [Node].\n\n[//]: # (A note to ourselves.)\n\n"
            "[STRASSE]: https://example.org/\n[node]: https://nodejs.org/\n"
        ),
    )
    bad = (
        Example(
            "# Notes\n\nSee [Node].\n\n[node]: https://nodejs.org/\n\n"
            "[express]: https://expressjs.com/\n",
            finds=("7:1 CL308",),
            fixed="# Notes\n\nSee [Node].\n\n[node]: https://nodejs.org/\n",
        ),
        Example(
            "# Notes\n\nSee [Node].\n\n[node]: https://nodejs.org/\n[Node]: https://nodejs.dev/\n",
            finds=("6:1 CL308",),
            fixed="# Notes\n\nSee [Node].\n\n[node]: https://nodejs.org/\n",
            unsafe=True,
        ),
        Example(
            "# Notes\n\nFast.[^1]\n\n[^1]: How fast?\n\n[^2]: And why?\n", finds=("7:1 CL308",)
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Compare the definitions with what the document's links ask for."""
        document = page.document
        if document.footnotes and not _is_uncertain(document):
            yield from _unused_notes(document)
        definitions = [each for each in document.links if _is_definition(each)]
        if not definitions or _is_uncertain(document):
            return
        used = {link.label for link in document.links if link.kind in _REFERENCES}
        mentioned = _mentioned(document) if any(d.label not in used for d in definitions) else set()
        first: dict[str | None, Link] = {}
        for each in definitions:
            if each.label not in used and _folded(each.text) not in mentioned:
                message = f"Nothing in this document uses the label {as_code(f'[{each.text}]')}."
                advice = "Delete the definition, or write a link that uses it."
                fix = removal(document, each)
                if _ADDRESS.search(each.destination) is None:
                    advice, fix = (
                        f"Readers do not see it: if it is text, write `\\[{each.text}]: …`.",
                        None,
                    )
                yield Finding(page.path, each.span, message, advice, fix)
            elif first.setdefault(each.label, each) is not each:
                yield _second(document, first[each.label], each)


def _unused_notes(document: Document) -> Iterator[Finding]:
    """The footnotes that GitHub does not show, because nothing refers to them."""
    hidden = [note for note in document.footnotes if not note.number]
    mentioned = _mentioned(document) if hidden else set()
    shown = {_folded(note.label) for note in document.footnotes if note.number}
    for note in hidden:
        written, label = as_code(f"[^{note.label}]"), _folded(note.label)
        span = Span(note.span.start, note.span.start + len(note.label) + len("[^]:"))
        if label in shown:
            message = f"The footnote {written} is in this document twice: readers see one of them."
            yield Finding(document.path, span, message, "Give it another label.")
        elif f"^{label}" not in mentioned:
            message = f"Nothing refers to the footnote {written}, so readers do not see it."
            yield Finding(document.path, span, message, f"Write {written} where it belongs.")


def _is_definition(link: Link) -> bool:
    """Whether a link is a definition and no comment."""
    if link.kind is not LinkKind.DEFINITION or link.destination.strip() in _NO_DESTINATION:
        return False
    label = link.text.strip().casefold()
    return label not in _COMMENT_LABELS and not label.startswith("_")


def _is_uncertain(document: Document) -> bool:
    """Whether a use may be hidden, or the definitions are for other files to include."""
    if document.limits or any(not fence.closed for fence in document.fences):
        return True
    return not document.blocks


def _mentioned(document: Document) -> set[str]:
    """The labels in brackets outside code: in raw HTML or an image's description, say."""
    places, indented = TextPlaces(document), Regions(_indented(document))
    return {
        _folded(match[1])
        for match in _MENTION.finditer(document.text)
        if places.at(match.start()) is not TextPlace.CODE or indented.hold(match.start())
    }


def _indented(document: Document) -> Iterator[Span]:
    """Code by its indentation: to some site generators it is the text of a note or a tab."""
    fenced = Regions(fence.span for fence in document.fences)
    for block in document.blocks:
        if block.kind is BlockKind.CODE and not fenced.hold(block.span.start):
            yield block.span


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())


def _second(document: Document, first: Link, second: Link) -> Finding:
    line = document.line(first.span.start)
    same = first.destination == second.destination
    message = f"The label {as_code(f'[{second.text}]')} is already defined on line {line}"
    message += ": this definition does nothing." if same else ", and that definition counts."
    advice = "Delete it." if same else "Give it another label, or delete it."
    fix = removal(document, second, sure=same)
    note = Note(document.path, first.span, "The definition that counts.")
    return Finding(document.path, second.span, message, advice, fix, (note,))
