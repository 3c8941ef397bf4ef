"""The facts of pages, remembered by their texts: an index is built anew from what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from ..model.curriculum import Kind, Page
from ..model.watch import stored_query, taken
from ..settings.settings import Settings
from ..text.digest import blake2b
from ..text.utf_8 import utf_8
from .page_facts import PageFacts, read_facts

#: So many curricula are compared, or edited one beside the other.
_MOST_OPEN = 2


class FactsMemory:
    """The facts of pages under one set of settings.

    ``load`` gives what was kept from an earlier run, and is called when it is first needed.
    """

    def __init__(self, load: Callable[[], Mapping[str, PageFacts]] = dict) -> None:
        self._load = load
        self._before: dict[str, PageFacts] = {}
        #: Those that the last index was built from, by the digests of their pages.
        self.facts: dict[str, PageFacts] = {}

    def begin(self) -> None:
        """Another index is built: what only the one before the last was built from is let go."""
        self._before, self.facts = self.facts, {}

    def of(self, page: Page) -> PageFacts:
        """What the index takes from a page."""
        page = taken(page, _facts)
        key = _key(page)
        if key not in self.facts:
            known = self._before.get(key) or self.kept.get(key)
            self.facts[key] = known or read_facts(page)
        return self.facts[key]

    @cached_property
    def kept(self) -> Mapping[str, PageFacts]:
        """What an earlier run has kept."""
        return self._load()


@stored_query
def _facts(page: Page) -> PageFacts:
    return read_facts(page)


def _key(page: Page) -> str:
    """What decides about all facts of a page; a file of exercises is numbered by its name."""
    path = page.path if page.kind is Kind.EXERCISE else ""
    return blake2b(utf_8(f"{page.kind}\0{path}\0{page.document.text}"), digest_size=20).hexdigest()


_OPEN: list[tuple[Settings, FactsMemory]] = []


def facts_memory(settings: Settings, new: Callable[[], FactsMemory] = FactsMemory) -> FactsMemory:
    """The memory for settings that are this very object; where there is none yet, a ``new`` one."""
    for known, memory in _OPEN:
        if known is settings:
            return memory
    memory = new()
    _OPEN[:] = [(settings, memory), *_OPEN[: _MOST_OPEN - 1]]
    return memory
