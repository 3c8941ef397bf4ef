"""What indexes take from pages, kept from one run to the next."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from contextlib import suppress

from ..check.codec import decoder, to_json
from ..index.facts_memory import FactsMemory, facts_memory
from ..index.page_facts import PageFacts
from ..settings.settings import Settings
from .store import Shelf

_LEVEL = 1


class KeptFacts:
    """The facts of the pages of one curriculum; nothing is read before an index is built."""

    def __init__(self, shelf: Shelf, name: str, settings: Settings) -> None:
        self._shelf, self._name = shelf, f"facts-{name}"
        self._memory = facts_memory(settings, lambda: FactsMemory(self._load))

    def _load(self) -> Mapping[str, PageFacts]:
        body, decode = self._shelf.read_bytes(self._name), decoder(PageFacts)
        with suppress(ValueError, TypeError, LookupError, zlib.error):
            rows = json.loads(zlib.decompress(body or b""))
            return {key: decode(row) for key, row in rows.items()}
        return {}

    def save(self) -> None:
        """Keep what the last index was built from, if any of it is new."""
        facts = self._memory.facts
        if facts.keys() - self._memory.kept.keys() if facts else ():
            body = zlib.compress(to_json(facts).encode("ascii"), _LEVEL)
            self._shelf.write_bytes(self._name, [body])
