"""Many documents → what was compared, and what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context

from .compare import compare, fact_count
from .documents import documents
from .known import reason_of
from .read import read_page
from .rendered import rendered_page
from .shrink import shrink

#: So many documents are made from one seed.
_CHUNK = 2_000
#: So many differing documents are kept of each kind of fact.
_MOST_KEPT = 5
_LEFT_OPEN = "raw HTML that is left open hides what Markdown would show"

_NESTED = "a heading's tag in a heading ends it in browsers"


@dataclass
class Outcome:
    """What a run found out; ``differing`` are texts, by the kind of fact they differ in."""

    documents: int = 0
    facts: int = 0
    known: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    differing: dict[str, list[str]] = field(default_factory=dict)

    def add(self, other: Outcome) -> None:
        """Take over what another run found out."""
        self.documents += other.documents
        self.facts += other.facts
        self.known += other.known
        self.unknown += other.unknown
        for fact, texts in other.differing.items():
            kept = self.differing.setdefault(fact, [])
            kept += texts[: _MOST_KEPT - len(kept)]


def compare_texts(texts: Iterable[str]) -> Outcome:
    """Compare what we read of each text with what GitHub shows."""
    outcome = Outcome()
    for text in texts:
        shown = rendered_page(text)
        outcome.documents += 1
        outcome.facts += fact_count(shown)
        outcome.known[_LEFT_OPEN] += shown.is_swallowed
        outcome.known[_NESTED] += shown.nests_headings
        for difference in compare(shown, read_page(text)):
            if reason := reason_of(difference, text):
                outcome.known[reason] += 1
                continue
            outcome.unknown[difference.fact] += 1
            kept = outcome.differing.setdefault(difference.fact, [])
            kept += [text] if len(kept) < _MOST_KEPT else []
    return outcome


def compare_generated(count: int, seed: int, jobs: int) -> Outcome:
    """Compare ``count`` documents made by chance; equal seeds make equal documents."""
    sizes = [min(_CHUNK, count - start) for start in range(0, count, _CHUNK)]
    seeds = range(seed, seed + len(sizes))
    outcome = Outcome()
    if jobs == 1:
        for part in map(_compare_chunk, sizes, seeds):
            outcome.add(part)
        return outcome
    # The oracle's binding never frees a document: processes end before that matters.
    with ProcessPoolExecutor(jobs, get_context("spawn"), max_tasks_per_child=10) as pool:
        for part in pool.map(_compare_chunk, sizes, seeds):
            outcome.add(part)
    return outcome


def smallest(fact: str, text: str) -> str:
    """A smaller text that still differs in the same kind of fact."""
    return shrink(text, lambda each: fact in compare_texts([each]).unknown)


def _compare_chunk(count: int, seed: int) -> Outcome:
    return compare_texts(islice(documents(seed), count))
