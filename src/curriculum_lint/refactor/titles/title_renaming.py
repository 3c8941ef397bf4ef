"""A unit gets another title: entries and links whose text the old one was follow."""

from __future__ import annotations

import html
from collections.abc import Iterator

from ...edits.edit import Edit, Fix, Safety
from ...listings.front_matter import metadata
from ...listings.listing import IndexEntry
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Unit
from ...parse.document import Document, Heading, Link, LinkKind
from ...settings.unit_words import UNIT_WORDS
from ...text.regions import Regions
from ...text.titles import words
from ...text.whole_words import find_whole
from ..headings.heading_texts import changed_anchors
from ..headings.new_headings import NewHeading
from ..labels.page_title import title_of
from ..labels.reference_labels import with_labels
from ..labels.unit_grammar import grammar_of
from ..labels.written_links import escape_brackets, place_in_text, shown_links, written_span
from ..metadata.metadata_numbers import TITLES, with_value
from ..paths.relocation import Relocation
from ..units.editions import Holds, everywhere
from ..units.refusal import Refusal


class TitleRenaming:
    """Gives the readme of a unit the title ``new``, behind its label. Raises `Refusal`.

    Its title is a heading, or the one in its front matter where no heading of the first level is.
    Translations keep theirs: only pages for which ``holds`` is true follow.
    """

    def __init__(
        self, curriculum: Curriculum, unit: Unit, new: str, holds: Holds = everywhere
    ) -> None:
        self._holds = holds
        page = curriculum.page(unit)
        found = title_of(page) if page else None
        if page is None or found is None:
            raise Refusal(
                f"{unit.readme or unit.path} has no title that could be changed: write one, such "
                f"as `# {new}`."
            )
        text, self._title = found
        self._curriculum, self._unit, self._page = curriculum, unit, page
        parts = grammar_of(curriculum).parts(text)
        self.old, self._new = parts.name, new
        self.renamed = {text: parts.named(new)}

    def fix(self) -> Fix:
        """The fix that does it. Raises ``CannotRewriteError``."""
        title, page, name = self._title, self._page, f"Call it “{self._new}”"
        if title is None:
            return Fix(name, Safety.UNSAFE, with_labels(self._curriculum, self._texts()))
        new = self.renamed[title.text]
        heading = NewHeading(self._edit(title, new), new)
        texts = {edit for edit in self._texts() if not _is_in(edit, heading)}
        anchors = changed_anchors(self._curriculum, {page.path: {title: heading}}, texts)
        edits = texts | {heading.edit, *Relocation(self._curriculum).anchors(anchors)}
        return Fix(name, Safety.UNSAFE, with_labels(self._curriculum, edits))

    def other_names(self) -> Iterator[str]:
        """Links to the unit that call it by some of its old title: they stay as they are."""
        own = {each for each in words(self.old) if each.isalpha()} - set(UNIT_WORDS)
        for page in self._curriculum.pages.values():
            for link, target in shown_links(self._curriculum, page):
                is_its = target.path in (self._unit.path, self._unit.readme)
                is_whole = is_its and not target.fragment and page is not self._page
                follows = find_whole(link.text, self.old) >= 0 and self._holds(page.path)
                if is_whole and own & {*words(link.text)} and not follows:
                    line = page.document.line(link.span.start)
                    yield f"{page.path}:{line} calls it “{link.text}”"
        yield from self._nearly_so()

    def _nearly_so(self) -> Iterator[str]:
        """Entries without a link that nearly have its old title."""
        for index in reader_of(self._curriculum).everywhere():
            for entry, place in index.units:
                name = entry.name if place.unit.path == self._unit.path else None
                if name and not entry.has_link and find_whole(name.text, self.old) < 0:
                    line = index.page.document.line(entry.start)
                    yield f"{index.page.path}:{line} calls it “{name.text}”"

    def _edit(self, title: Heading, new: str) -> Edit:
        """The name in the heading, or all of its text where that is in markup."""
        written = self._page.document.text[slice(*title.content)]
        at = find_whole(written, self.old)
        if at < 0 or find_whole(written[at + len(self.old) :], self.old) >= 0:
            return Edit(self._page.path, *title.content, new)
        start = title.content.start + at
        return Edit(self._page.path, start, start + len(self.old), self._new)

    def _texts(self) -> Iterator[Edit]:
        """The texts of links to the unit, and the names of entries, that are or hold its title."""
        for page in filter(lambda each: self._holds(each.path), self._curriculum.pages.values()):
            for link, target in shown_links(self._curriculum, page):
                if target.path in (self._unit.path, self._unit.readme):
                    yield from self._in_link(page.document, link)
        for each in metadata(self._page):
            # A title may be a label and nothing else: “Module 2”.
            if not self.old and each.key.casefold() in TITLES and each.value in self.renamed:
                yield with_value(self._page, each, self.renamed[each.value])
            at = find_whole(each.value, self.old)
            if at >= 0 and each.key.casefold() in TITLES:
                rest = each.value[at + len(self.old) :]
                yield with_value(self._page, each, each.value[:at] + self._new + rest)
        indexes = reader_of(self._curriculum).everywhere()
        for index in filter(lambda each: self._holds(each.page.path), indexes):
            document = index.page.document
            spans = ((link.span, written_span(link, document)) for link in document.links)
            links = Regions(span for both in spans for span in both if span)
            for entry, place in index.units:
                is_own = place.unit.path == self._unit.path
                at = find_whole(entry.name.text, self.old) if is_own and entry.name else -1
                start = entry.name.span.start + at if entry.name else 0
                if at >= 0 and not links.hold(start):
                    yield Edit(document.path, start, start + len(self.old), self._new)
                yield from self._in_tags(document, entry) if is_own else ()

    def _in_tags(self, document: Document, entry: IndexEntry) -> Iterator[Edit]:
        """The title in tags around an entry: ``<summary>Files</summary>``."""
        before = document.text[entry.span.start : entry.start]
        old = html.escape(self.old, quote=False)
        at = find_whole(before, old) if "<" in before else -1
        if at >= 0 and before.rfind("<", 0, at) < before.rfind(">", 0, at):
            start = entry.span.start + at
            yield Edit(document.path, start, start + len(old), html.escape(self._new, quote=False))

    def _in_link(self, document: Document, link: Link) -> Iterator[Edit]:
        at = find_whole(link.text, self.old)
        if link.kind is LinkKind.HTML_LINK and not link.text:
            yield from self._in_block(document, link)
        start = place_in_text(link, document, at, len(self.old)) if at >= 0 else -1
        if start >= 0:
            is_html = link.kind is LinkKind.HTML_LINK
            new = html.escape(self._new) if is_html else escape_brackets(self._new)
            yield Edit(document.path, start, start + len(self.old), new)

    def _in_block(self, document: Document, link: Link) -> Iterator[Edit]:
        """The text of a link in a block of HTML, which is no text of Markdown."""
        span, old = written_span(link, document), html.escape(self.old, quote=False)
        at = find_whole(document.text[slice(*span)], old) if span else -1
        if span and at >= 0:
            start = span.start + at
            yield Edit(document.path, start, start + len(old), html.escape(self._new, quote=False))


def _is_in(edit: Edit, heading: NewHeading) -> bool:
    own = heading.edit
    return edit.path == own.path and own.start <= edit.start < own.end
