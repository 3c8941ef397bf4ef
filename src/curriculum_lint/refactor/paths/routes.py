"""Links that are routes of a website: pages without their ending, counted from the site's root."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cached_property

from ...edits.edit import Edit
from ...edits.moves import Moves
from ...links.destination import DestinationForm, read_destination
from ...links.endings import page_without_ending
from ...links.rewrite import respelt
from ...model.curriculum import Curriculum
from ...model.target import Outcome, Target
from ...workspace.lookup import Status
from .path_names import stem

_LEADS_NOWHERE = frozenset({Outcome.IGNORED, Outcome.MISSING})
_SHOWN = ".html"


class Routes:
    """Follows the routes of one curriculum's pages."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum, self._tree = curriculum, curriculum.tree
        around = {"."}
        for level in curriculum.levels:
            names = level.path.split("/")
            around |= {"/".join(names[: at + 1]) for at in range(len(names))}
        #: The folders that a site may be made of.
        self._roots = sorted(around, key=len)

    def edits(self, moves: Moves) -> Iterator[Edit]:
        """The edits by which routes lead to the same pages."""
        names = {stem(each.source.rpartition("/")[2]) for each in moves}
        if not names:
            return
        named = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
        for source, target in self._lost:
            if named.search(target.link.destination):
                yield from self._edit(source, target, moves)

    @cached_property
    def _lost(self) -> list[tuple[str, Target]]:
        """The links that lead nowhere as they are written, each with its page."""
        return [
            (source, target)
            for source, targets in self._curriculum.targets.items()
            for target in targets
            if target.outcome in _LEADS_NOWHERE and target.link.target is not None
        ]

    def _edit(self, source: str, target: Target, moves: Moves) -> Iterator[Edit]:
        link, found = target.link, self._led(source, target.link.destination)
        if found is None or link.target is None:
            return
        path, ending = found
        new = moves.new(path)
        if new != path:
            written = respelt(link, stem(new) + ending if path != stem(path) else new + ending)
            if written != link.destination:
                yield Edit(source, *link.target, written)

    def _led(self, source: str, written: str) -> tuple[str, str] | None:
        """The page or folder that a route means, and what it has in place of the ending."""
        destination = read_destination(written)
        path, ending = destination.path.rstrip("/"), ""
        if path.endswith(_SHOWN):
            path, ending = path.removesuffix(_SHOWN), _SHOWN
        if destination.form is DestinationForm.RELATIVE:
            roots = [posixpath.dirname(source) or "."]
        else:
            roots = self._roots if path.startswith("/") else []
        found = {each for root in roots if (each := self._there(root, path.lstrip("/")))}
        return (found.pop(), ending) if len(found) == 1 else None

    def _there(self, root: str, path: str) -> str | None:
        seen = posixpath.normpath(posixpath.join(root, path))
        if not path or seen.startswith(".."):
            return None
        is_there = self._tree.lookup(seen).status is Status.FOUND
        return seen if is_there else page_without_ending(self._tree, seen)
