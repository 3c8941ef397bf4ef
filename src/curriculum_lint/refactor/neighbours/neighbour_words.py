"""A link to the next or the previous unit, leading to another unit: its path, and its words."""

from __future__ import annotations

import html
import re

from ...edits.edit import Edit
from ...listings.front_matter import named_unit
from ...listings.neighbours import Neighbour, words_of
from ...listings.read import reader_of
from ...model.curriculum import Curriculum
from ...model.reading_order import UnitPlace
from ...parse.document import Document, Link, LinkKind
from ...settings.unit_words import UNIT_COUNTERS, UNIT_WORDS
from ...text.late_pattern import late_pattern
from ...text.source import Span
from ...text.whole_words import find_whole
from ..labels.label_forms import without_attributes
from ..labels.unit_grammar import grammar_of
from ..labels.unit_labels import agrees, right_label
from ..labels.written_links import escape_brackets, text_span, written_span
from ..paths.path_names import with_names
from ..units.unit_link import leading_to

#: Words that name no unit: “Next module”, “Continue here”.
_GENERIC = frozenset(
    [
        *UNIT_WORDS,
        *("next", "previous", "prev", "back", "continue", "go", "on", "to", "the", "a", "page"),
        *("up", "is", "here", "this", "link", "read", "with", "start", "forward", "st", "nd", "rd"),
        *("siguiente", "anterior", "weiter", "zurück", "nächste", "vorherige", "suivant"),
        *("précédent", "próximo", "th"),
    ]
)
#: The same where words are not written apart: 下一章, 上一节, 第3章.
_GENERIC_STEM = late_pattern(rf"(?:[上下]一|[前次])\w?\Z|第|[{UNIT_COUNTERS}]\Z")
_WORD = re.compile(r"[^\W\d_]+")


class NeighbourWords:
    """Rewrites what pages of one curriculum say about their neighbours."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._grammar = grammar_of(curriculum)
        self._order = reader_of(curriculum).order

    def edits(self, said: Neighbour, wanted: UnitPlace) -> tuple[Edit, ...] | None:
        """The edits by which ``wanted`` is named; ``None`` where the words are not certain."""
        if said.link is None:
            return self._in_front_matter(said, wanted)
        document, link = said.page.document, said.link
        text = words_of(link, document.text)
        span, words = _text_span(link, document, text), self._words(text, said.target, wanted)
        if link.target is None or words is None or (span is None and words != text):
            return None
        edits = [Edit(document.path, *link.target, self._destination(said, wanted))]
        if span is not None and words != text:
            is_html = link.kind is LinkKind.HTML_LINK
            new = html.escape(words, quote=False) if is_html else escape_brackets(words)
            edits.append(Edit(document.path, *span, new))
        return tuple(sorted([*edits, *self._label_before(said, wanted)]))

    def _in_front_matter(self, said: Neighbour, wanted: UnitPlace) -> tuple[Edit, ...] | None:
        old = said.page.document.text[slice(*said.span)]
        names = (said.target.unit.basename, wanted.unit.basename)
        new = with_names(old, *names)
        if new == old or named_unit(new, said.page, said.owner, self._order) != wanted:
            return None
        return (Edit(said.page.path, *said.span, new),)

    def _destination(self, said: Neighbour, wanted: UnitPlace) -> str:
        link = said.link
        targets = self._curriculum.targets[said.page.path]
        target = next(each for each in targets if link and each.link.span == link.span)
        return leading_to(target, said.page.path, said.target.unit, wanted.unit)

    def _words(self, text: str, old: UnitPlace, new: UnitPlace) -> str | None:
        """``text`` about the other unit; ``None`` where it may say more about the old one."""
        numbered = self._renumbered(text, old, new)
        before, after = self._title(old), self._title(new)
        for one, other in ((before, after), map(self._name, (before, after))):
            written = text if one == before else numbered
            at = find_whole(written, one) if other else -1
            if at >= 0:
                return written[:at] + other + written[at + len(one) :]
        if old.unit.basename in text:
            return with_names(text, old.unit.basename, new.unit.basename)
        words = {word.casefold() for word in _WORD.findall(text)}
        return numbered if all(map(_is_generic, words)) else None

    def _renumbered(self, text: str, old: UnitPlace, new: UnitPlace) -> str:
        """``text`` with the labels of the one unit made those of the other."""
        for label in reversed([*self._grammar.within(text)]):
            if agrees(label, old):
                end = label.start + len(label.text)
                text = text[: label.start] + right_label(label, new) + text[end:]
        return text

    def _title(self, place: UnitPlace) -> str:
        page = self._curriculum.page(place.unit)
        title = page.outline.title if page else None
        return without_attributes(title.text) if title else ""

    def _name(self, title: str) -> str:
        """A title without its label."""
        return self._grammar.parts(title).name

    def _label_before(self, said: Neighbour, wanted: UnitPlace) -> list[Edit]:
        """``module 2`` in “module 2, [Files](…)”."""
        begin = said.block.start
        label = self._grammar.before(said.page.document.text[begin : said.span.start])
        if label is None or not agrees(label, said.target):
            return []
        at = begin + label.start
        return [Edit(said.page.path, at, at + len(label.text), right_label(label, wanted))]


def _text_span(link: Link, document: Document, text: str) -> Span | None:
    """Where the words of a link stand, if nothing else stands among them."""
    if link.kind is not LinkKind.HTML_LINK:
        return text_span(link, document)
    span = written_span(link, document)
    return span if span and html.unescape(document.text[slice(*span)]) == text else None


def _is_generic(word: str) -> bool:
    return word in _GENERIC or _GENERIC_STEM.match(word) is not None
