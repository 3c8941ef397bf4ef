"""What a readme says in a sentence: what the unit is about, and what an exercise is for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property

from ..model.curriculum import Page
from ..model.outline import Exercise, Section
from ..parse.document import Block, BlockKind, Link
from ..parse.plain import definitions_of, is_sentence, plain_text_of
from ..text.regions import Regions
from ..text.sentences import sentences, shortened
from ..text.source import Span
from ..text.telling import tells

_GOAL = "goal"
_LONGEST_SUMMARY = 300
_LONGEST_GOAL = 600
#: What stands further below the title does not say what the unit is about.
_MOST_PARAGRAPHS = 20
_OVERVIEW = re.compile(
    r"\W*(?:introduction|intro|overview|about(?: this \w+)?|summary|description|abstract|"
    r"what(?:'s|’s| is) this(?: about)?|einführung|überblick|introducción|introduction|introdução|"
    r"introduzione|aperçu|简介|概述|概要|はじめに|소개|введение|обзор)\W*",
    re.IGNORECASE,
)


class Passages:
    """Reads the sentences of one page as plain text."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._text = page.document.text

    @property
    def summary(self) -> str:
        """The first sentence that says what the unit is about.

        It stands between the title and the next heading, or below a heading such as "Overview".
        Greetings, links alone, facts such as a duration, and what only introduces a list do not.
        """
        title, document = self._page.outline.title, self._page.document
        start = title.span.end if title else 0
        headings = [h for h in document.headings if h.span.start >= start and not h.nested]
        ends = [*(h.span.start for h in headings), len(self._text)]
        found = self._told(Span(start, ends[0]))
        for heading, end in zip(headings, ends[1:], strict=True):
            if not found and _OVERVIEW.fullmatch(heading.text.strip()):
                found = self._told(Span(heading.span.end, end))
        return found

    def _told(self, span: Span) -> str:
        for block in self._between(span)[:_MOST_PARAGRAPHS]:
            if self._is_effort(block) or self._is_quoted(block) or not self._is_sentence(block):
                continue
            for sentence in sentences(self._plain(block.span)):
                if tells(sentence):
                    return shortened(sentence, _LONGEST_SUMMARY)
        return ""

    def goal(self, exercise: Exercise) -> str:
        """The first paragraph of the exercise's goal."""
        section = exercise.section(_GOAL)
        if section is None:
            return ""
        text = self._behind(section)
        for block in self._between(section.body):
            text = text or self._plain(block.span)
        return shortened(text, _LONGEST_GOAL)

    def _behind(self, section: Section) -> str:
        """What stands in one paragraph with the label that opens the section."""
        if section.label is None:
            return ""
        end = min(section.label.block.end, section.body.end)
        return self._plain(Span(section.label.span.end, end)).lstrip(":– —-").strip()

    def _between(self, span: Span) -> list[Block]:
        first, last = (bisect_left(self._starts, offset) for offset in span)
        return self._paragraphs[first:last]

    def _is_effort(self, block: Block) -> bool:
        effort = self._page.outline.effort
        return any(
            each is not None and block.span.holds(each.span.start)
            for each in (effort.time, effort.difficulty)
        )

    def _is_quoted(self, block: Block) -> bool:
        """Whether it stands in a block quote: a note, or somebody else's words."""
        start = self._text.rfind("\n", 0, block.span.start) + 1
        return ">" in self._text[start : block.span.start]

    def _is_sentence(self, block: Block) -> bool:
        return is_sentence(self._text[slice(*block.span)], self._definitions)

    def _plain(self, span: Span) -> str:
        return plain_text_of(self._text[slice(*span)], self._definitions)

    @cached_property
    def _definitions(self) -> Mapping[str, Link]:
        return definitions_of(self._page.document)

    @cached_property
    def _paragraphs(self) -> list[Block]:
        blocks = self._page.document.blocks
        generated = Regions(each.span for each in self._page.document.generated)
        # What is generated says nothing of its own; a summary from it would change with each run.
        found = [
            each
            for each in blocks
            if each.kind is BlockKind.PARAGRAPH
            and not each.depth
            and not generated.hold(each.span.start)
        ]
        return sorted(found, key=lambda block: block.span.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.span.start for block in self._paragraphs]
