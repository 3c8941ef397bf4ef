"""Numbers and letters in links to units that are not those of the units."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.rule import Finding
from ...edits.edit import Edit, Fix, Safety
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page
from ...refactor.labels.entry_labels import EntryLabel, entry_labels
from ...refactor.labels.unit_labels import LabelGrammar, agrees, right_label
from ...text.source import Span


def entry_findings(curriculum: Curriculum, grammar: LabelGrammar) -> Iterator[Finding]:
    """Compare labels in the texts of links, and those in front of them in lists."""
    reader = reader_of(curriculum)
    for page in curriculum.pages.values():
        if not page.kind.is_readme:
            continue
        labelled = list(entry_labels(curriculum, page, reader, grammar))
        verdicts = [agrees(each.label, each.place) for each in labelled]
        # Where no number of several is right, they count something else.
        if verdicts.count(False) > 1 and True not in verdicts:
            continue
        for each, verdict in zip(labelled, verdicts, strict=True):
            if verdict is False:
                yield _finding(page, each)


def _finding(page: Page, each: EntryLabel) -> Finding:
    written, right = each.label.text, right_label(each.label, each.place)
    what = "is about" if each.link is None else "leads to"
    message = f"The entry says {written}, but it {what} {each.place.label}."
    if each.at < 0 and each.link is not None:
        return Finding(page.path, each.link.span, message, f"Write {right}.")
    span = Span(each.at, each.at + len(written))
    fix = Fix(f"Write {right}", Safety.SAFE, (Edit(page.path, *span, right),))
    return Finding(page.path, span, message, fix=fix)
