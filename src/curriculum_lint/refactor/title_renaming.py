"""A unit gets another title: entries and links whose text the old one was follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..edits.edit import Edit, Fix, Safety
from ..listings.read import ListingReader
from ..model.curriculum import Curriculum, Unit
from ..parse.document import Link
from .entry_labels import text_start
from .heading_texts import changed_anchors
from .new_headings import NewHeading
from .refusal import Refusal
from .relocation import Relocation
from .unit_labels import LabelGrammar

_JOINT = re.compile(r"[\s.):–—-]*")
_BRACKET = re.compile(r"[\[\]]")


class TitleRenaming:
    """Gives the readme of a unit the title ``new``, behind its label. Raises `Refusal`."""

    def __init__(self, curriculum: Curriculum, unit: Unit, new: str) -> None:
        page = curriculum.page(unit)
        title = page.outline.title if page else None
        if page is None or title is None:
            raise Refusal(f"{unit.readme or unit.path} has no title that could be changed.")
        self._curriculum, self._unit, self._page, self._title = curriculum, unit, page, title
        label = LabelGrammar(curriculum.skeleton).read(title.text)
        joint = _JOINT.match(title.text, label.start + len(label.text)) if label else None
        lead = title.text[: joint.end()] if joint else ""
        self.old, self._new = title.text[len(lead) :], new
        self.renamed = {title.text: lead + new}

    def fix(self) -> Fix:
        """The fix that does it. Raises ``CannotRewriteError``."""
        title, page = self._title, self._page
        new = self.renamed[title.text]
        heading = NewHeading(Edit(page.path, *title.content, new), new)
        texts = {edit for edit in self._texts() if not _is_in(edit, heading)}
        anchors = changed_anchors(self._curriculum, {page.path: {title: heading}}, texts)
        edits = texts | {heading.edit, *Relocation(self._curriculum).anchors(anchors)}
        return Fix(f"Call it “{self._new}”", Safety.UNSAFE, tuple(sorted(edits)))

    def _texts(self) -> Iterator[Edit]:
        """The texts of links to the unit, and the names of entries, that are or hold its title."""
        for source, targets in self._curriculum.targets.items():
            for target in targets:
                if target.path in (self._unit.path, self._unit.readme):
                    yield from self._in_link(source, target.link)
        for index in ListingReader(self._curriculum).everywhere():
            for entry, place in index.units:
                name = entry.name
                is_own = place.unit.path == self._unit.path and not entry.leads
                if is_own and name is not None and name.text == self.old:
                    yield Edit(index.page.path, *name.span, self._new)

    def _in_link(self, source: str, link: Link) -> Iterator[Edit]:
        start = text_start(link, self._curriculum.pages[source].document)
        at = link.text.find(self.old)
        if start >= 0 and at >= 0 and self.old:
            new = _BRACKET.sub(r"\\\g<0>", self._new)
            yield Edit(source, start + at, start + at + len(self.old), new)


def _is_in(edit: Edit, heading: NewHeading) -> bool:
    own = heading.edit
    return edit.path == own.path and own.start <= edit.start < own.end
