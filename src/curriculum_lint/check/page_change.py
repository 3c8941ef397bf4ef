"""What a fix may change of the page that readers see: each rule with a fix states it."""

from __future__ import annotations

from enum import StrEnum


class PageChange(StrEnum):
    """The most that the fixes of a rule change; the value is what they change "of the page"."""

    NOTHING = "nothing that readers see"
    ADDRESSES = "only where links and images lead"
    #: Of headings as well, and so their anchors: the links of the curriculum follow.
    NUMBERS = "only numbers and letters of units and exercises, and the links to them"
    WORDS = "only the words it names; the elements around them stay"
    CHARACTERS = "only the characters it names; every other one stays"
    ELEMENTS = "only the elements around the words; every word stays"
    #: Brackets, stars, pipes and number signs that were meant to be markup become it.
    MARKS = "only marks that were shown and now make what they were meant to; every word stays"
    LIST_KINDS = "only the kind of a list"
    ADDED = "nothing that is there: what it writes has a mark to fill in"
    GENERATED = "only the generated region"
