"""``[Files]`` leads where ``[Files]: 2_files`` says: where its words change, so does the label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...edits.compose import apply_edits
from ...edits.edit import Edit
from ...model.curriculum import Curriculum
from ...parse.definitions import fold_label
from ...parse.document import Document, Link, LinkKind
from ...text.source import Span
from .written_links import written_span


def with_labels(curriculum: Curriculum, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """``edits``, with those by which references whose words are their labels lead on."""
    found = set(edits)
    by_page: dict[str, list[Edit]] = {}
    for edit in found:
        by_page.setdefault(edit.path, []).append(edit)
    for path, own in by_page.items():
        page = curriculum.pages.get(path)
        for label in _Labels(page.document, own).changed() if page else ():
            found.update(label)
    return tuple(sorted(found))


class _Labels:
    """The references of one document, of which ``edits`` change some."""

    def __init__(self, document: Document, edits: Sequence[Edit]) -> None:
        self._document, self._edits = document, edits
        links = document.links
        self._uses = [link for link in links if link.kind is LinkKind.REFERENCE]
        self._definitions: dict[str | None, Link] = {}
        for link in links if self._uses else ():
            if link.kind is LinkKind.DEFINITION:
                self._definitions.setdefault(link.label, link)

    def changed(self) -> Iterator[list[Edit]]:
        """For each label that words would no longer be, the edits that mend that."""
        changes: dict[str | None, dict[str, list[Link]]] = {}
        for link in self._uses:
            new = self._new_words(link)
            if new is not None and link.label in self._definitions:
                changes.setdefault(link.label, {}).setdefault(new, []).append(link)
        free = self._renamed({label: [*found] for label, found in changes.items()})
        for label, found in changes.items():
            definition = self._definitions[label]
            every = [link for links in found.values() for link in links]
            yield (
                self._with_label(label, definition, free[label], every)
                if label in free
                else [self._spelled_out(link, definition) for link in every]
            )

    def _renamed(self, wanted: Mapping[str | None, Sequence[str]]) -> dict[str | None, str]:
        """The labels that become the words ``wanted``: no two the same, and none that stays."""
        found = {label: words[0] for label, words in wanted.items() if len(words) == 1}
        while True:
            stays = self._definitions.keys() - found.keys()
            often = Counter(map(fold_label, found.values()))
            taken = {
                label
                for label, new in found.items()
                if fold_label(new) in stays or often[fold_label(new)] > 1
            }
            if not taken:
                return found
            found = {label: new for label, new in found.items() if label not in taken}

    def _new_words(self, link: Link) -> str | None:
        """What words become that are the label as well, ``None`` where they stay."""
        # The text of a page is looked at only where its words change: whoever edits anything
        # else on the page need not run this again.
        touched = [e for e in self._edits if link.span.start <= e.start and e.end <= link.span.end]
        if not touched or self._label_of(link) is not None:
            return None
        span = written_span(link, self._document)
        within = [e for e in touched if span and span.start <= e.start and e.end <= span.end]
        if span is None or not within:
            return None
        own = [e._replace(start=e.start - span.start, end=e.end - span.start) for e in within]
        return apply_edits(self._document.text[slice(*span)], sorted(own))

    def _label_of(self, link: Link) -> Span | None:
        """Where a reference has a label behind its words: ``[the files][Files]``."""
        at = self._document.text.rfind("][", link.span.start, link.span.end - 2)
        return Span(at + 2, link.span.end - 1) if at >= 0 else None

    def _with_label(
        self, label: str | None, definition: Link, new: str, changed: Sequence[Link]
    ) -> list[Edit]:
        """The definition and its other uses get the new words for a label."""
        path, end = self._document.path, self._label_end(definition)
        edits = [Edit(path, definition.span.start + 1, end, new)]
        for link in self._uses:
            if link.label == label and link not in changed:
                span = self._label_of(link) or written_span(link, self._document)
                edits += [Edit(path, *span, new)] if span else []
        return edits

    def _spelled_out(self, link: Link, definition: Link) -> Edit:
        """The old label behind the new words: ``[Disks][Files]``."""
        text = self._document.text
        label = text[definition.span.start + 1 : self._label_end(definition)]
        if text.endswith("[]", link.span.start, link.span.end):
            return Edit(self._document.path, link.span.end - 1, link.span.end - 1, label)
        return Edit(self._document.path, link.span.end, link.span.end, f"[{label}]")

    def _label_end(self, definition: Link) -> int:
        return self._document.text.index("]:", definition.span.start)
