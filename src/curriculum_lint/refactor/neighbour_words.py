"""A link to the next or the previous unit, leading to another unit: its path, and its words."""

from __future__ import annotations

import re

from ..edits.edit import Edit
from ..listings.neighbours import Neighbour
from ..model.curriculum import Curriculum
from ..model.reading_order import UnitPlace
from .entry_labels import text_start
from .path_names import with_names
from .unit_labels import LABEL_BEFORE, NUMBERED_WORD, REACH, LabelGrammar
from .unit_link import leading_to

#: Words that name no unit: “Next module”, “Continue here”.
_GENERIC = frozenset(
    [
        *("next", "previous", "prev", "back", "continue", "go", "on", "to", "the", "a", "module"),
        *("lesson", "chapter", "week", "day", "unit", "part", "session", "page", "section", "up"),
        *("topic", "step", "is", "here", "this", "link", "read", "with", "start", "forward"),
        *("siguiente", "anterior", "weiter", "zurück", "nächste", "vorherige", "suivant"),
        *("précédent", "próximo"),
    ]
)
_WORD = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(r"[\s.):–—-]*")
_BRACKET = re.compile(r"[\[\]]")


class NeighbourWords:
    """Rewrites what pages of one curriculum say about their neighbours."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._grammar = LabelGrammar(curriculum.skeleton)

    def edits(self, said: Neighbour, wanted: UnitPlace) -> tuple[Edit, ...] | None:
        """The edits by which ``wanted`` is named; ``None`` where the words are not certain."""
        if said.link is None:
            return self._in_front_matter(said, wanted)
        document, link = said.page.document, said.link
        start, words = text_start(link, document), self._words(link.text, said.target, wanted)
        if link.target is None or words is None or (start < 0 and words != link.text):
            return None
        edits = [Edit(document.path, *link.target, self._destination(said, wanted))]
        if words != link.text:
            edits.append(Edit(document.path, start, start + len(link.text), words))
        return tuple(sorted([*edits, *self._label_before(said, wanted)]))

    def _in_front_matter(self, said: Neighbour, wanted: UnitPlace) -> tuple[Edit, ...] | None:
        old = said.page.document.text[slice(*said.span)]
        names = (said.target.unit.basename, wanted.unit.basename)
        new = with_names(old, *names)
        return None if new == old else (Edit(said.page.path, *said.span, new),)

    def _destination(self, said: Neighbour, wanted: UnitPlace) -> str:
        link = said.link
        targets = self._curriculum.targets[said.page.path]
        target = next(each for each in targets if link and each.link.span == link.span)
        return leading_to(target, said.page.path, said.target.unit, wanted.unit)

    def _words(self, text: str, old: UnitPlace, new: UnitPlace) -> str | None:
        """``text`` about the other unit; ``None`` where it may say more about the old one."""
        numbered = NUMBERED_WORD.sub(lambda match: _renumbered(match, old, new), text)
        before, after = self._title(old), self._title(new)
        if before and after and before in text:
            return numbered.replace(before, _BRACKET.sub(r"\\\g<0>", after), 1)
        if old.unit.basename in text:
            return with_names(text, old.unit.basename, new.unit.basename)
        words = {word.casefold() for word in _WORD.findall(text)}
        return numbered if words <= _GENERIC else None

    def _title(self, place: UnitPlace) -> str:
        """The title of a unit without its label."""
        page = self._curriculum.page(place.unit)
        title = page.outline.title.text if page and page.outline.title else ""
        label = self._grammar.read(title)
        joint = _JOINT.match(title, label.start + len(label.text)) if label else None
        return title[joint.end() :] if joint else title

    def _label_before(self, said: Neighbour, wanted: UnitPlace) -> list[Edit]:
        """``module 2`` in “module 2, [Files](…)”."""
        start = said.span.start
        lead = said.page.document.text[max(said.block.start, start - REACH) : start]
        match = LABEL_BEFORE.search(lead)
        if match is None or not _agrees(match, said.target):
            return []
        at = start - len(lead) + match.start("id")
        return [Edit(said.page.path, at, at + len(match["id"]), _number(wanted))]


def _renumbered(match: re.Match[str], old: UnitPlace, new: UnitPlace) -> str:
    if not _agrees(match, old):
        return match[0]
    return match[0][: match.start("id") - match.start()] + _number(new)


def _agrees(match: re.Match[str], place: UnitPlace) -> bool:
    number, _, letter = place.key
    return (int(match["number"]), match["letter"]) == (number, letter)


def _number(place: UnitPlace) -> str:
    number, _, letter = place.key
    return f"{number}{letter}"
