"""A section's name that is written almost right: which of a readme's labels and headings it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from ..parse.document import Document
from ..text.source import Span
from .vocabulary import Vocabulary, normalise

#: How much of two names must agree for one to be a slip of the pen.
_SAME = 0.84
_LONGEST = 60


class UnknownName(NamedTuple):
    """A label or heading that the vocabulary does not know."""

    text: str
    span: Span


class Misspelt(NamedTuple):
    """``name`` as it is written, and ``meant``, the vocabulary's word for it."""

    name: UnknownName
    meant: str


def unknown_names(document: Document, vocabulary: Vocabulary) -> tuple[UnknownName, ...]:
    """The labels and headings that name no section, in order; the title is none of them."""
    found = [UnknownName(each.text, each.span) for each in document.labels]
    found += [UnknownName(each.text, each.span) for each in document.headings if each.level > 1]
    return tuple(
        sorted(
            (each for each in found if vocabulary.key(each.text) is None),
            key=lambda each: each.span,
        )
    )


def misspelt_name(
    names: Sequence[UnknownName], vocabulary: Vocabulary, key: str, inside: Span
) -> Misspelt | None:
    """The first of ``names`` inside that span that is a misspelling of a name of ``key``.

    ``names`` are in order.
    """
    first = bisect_left(names, inside.start, key=_start)
    last = bisect_left(names, inside.end, key=_start)
    wanted = [(normalise(name), name) for name in vocabulary.names(key)]
    for each in names[first:last]:
        if len(each.text) > _LONGEST:
            continue
        written = normalise(each.text)
        likeness, meant = max((_likeness(written, name), shown) for name, shown in wanted)
        if likeness >= _SAME:
            return Misspelt(each, meant)
    return None


def _start(name: UnknownName) -> int:
    return name.span.start


def _likeness(written: str, name: str) -> float:
    """From 0 to 1; slips hardly ever change the first letter."""
    if written[:1] != name[:1]:
        return 0.0
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, name, written)
    return 0.0 if matcher.real_quick_ratio() < _SAME else matcher.ratio()
