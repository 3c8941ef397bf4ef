"""What the repository around the root says of it: what is ignored, tracked, and left out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from ..git.global_excludes import configuration_files, global_excludes
from ..git.index_file import NOTHING, GitIndex, may_skip, read_index
from ..git.places import find_places
from .ignore import Ignores

_SUBMODULES = ".gitmodules"


class IgnoreSource(NamedTuple):
    """An ignore file that is not below the root; ``lead`` leads from its folder to the root."""

    file: str
    lead: str


class Surroundings:
    """The git repository around ``root``, if there is one; read when it is asked for."""

    def __init__(self, root: str) -> None:
        self._places = find_places(root)

    def ignores(self, read: Callable[[str], bytes | None]) -> Ignores:
        """What counts before any ignore file of the root itself; ``read`` gives the content."""
        found = Ignores()
        for file, lead in self._sources():
            data = read(file)
            if data is not None:
                found = found.above(lead, data)
        return found

    def files(self) -> Iterator[str]:
        """Everything that decides on what is ignored, but what is below the root."""
        if self._places is None:
            return
        yield from configuration_files(self._places.shared)
        yield os.path.join(self._places.shared, "info")
        yield os.path.join(self._places.top, _SUBMODULES)
        yield from (source.file for source in self._sources())

    @property
    def may_lack(self) -> bool:
        """Whether the index may say that something is left out, or is another repository."""
        places = self._places
        return places is not None and (
            may_skip(places.own) or os.path.lexists(os.path.join(places.top, _SUBMODULES))
        )

    @cached_property
    def index(self) -> GitIndex:
        """What is tracked below the root, by paths relative to it."""
        return read_index(self._places.own, self._places.prefix) if self._places else NOTHING

    @cached_property
    def absent(self) -> tuple[str, ...]:
        """What a sparse checkout leaves out; folders end with ``/``."""
        if self._places is None or not may_skip(self._places.own):
            return ()
        return self.index.skipped

    @cached_property
    def submodules(self) -> frozenset[str]:
        """The folders of other repositories that this one records, checked out or not."""
        if self._places is None or not os.path.lexists(os.path.join(self._places.top, _SUBMODULES)):
            return frozenset()
        return self.index.repositories

    def _sources(self) -> Iterator[IgnoreSource]:
        """From the weakest to the strongest."""
        if self._places is None:
            return
        top, prefix, _, shared = self._places
        whole = f"{prefix}/" if prefix else ""
        everywhere = global_excludes(shared)
        if everywhere is not None:
            yield IgnoreSource(everywhere, whole)
        # A link on the way there could lead anywhere.
        if not any(map(os.path.islink, (os.path.join(top, ".git"), os.path.join(shared, "info")))):
            yield IgnoreSource(os.path.join(shared, "info", "exclude"), whole)
        parts = prefix.split("/") if prefix else []
        for depth in range(len(parts)):
            folder = os.path.join(top, *parts[:depth])
            yield IgnoreSource(os.path.join(folder, ".gitignore"), "/".join(parts[depth:]) + "/")
