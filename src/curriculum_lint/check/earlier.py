"""What a run leaves behind, so that an edit which nobody else sees is checked by itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..model.curriculum import Curriculum, Kind, Page
from ..model.target import Target
from ..model.template import NameParts
from ..model.watch import LINES, TEXT, Watch
from ..parse.document import Link
from .codec import decoder, to_json
from .engine import Coded
from .readmes import Role

#: Digests of exercises are compared by so many characters: two that begin alike count as equal.
_DIGEST = 12


class Earlier(NamedTuple):
    """What a run has found out, and what of the pages it has read for that.

    ``found`` has the findings of rules about the curriculum by path, as JSON, ``pointing`` for a
    page the other paths whose findings point into it, and ``hidden`` for each glob of per-path
    ignores the paths at which it hid something. ``read`` and ``asked`` are what `Watch` has
    noted; ``None`` are all pages. ``roles``, ``titles`` and ``targets`` (as JSON) are those of
    each page, and ``digests`` those of all exercises.
    """

    found: dict[str, str]
    pointing: dict[str, list[str]]
    hidden: dict[str, list[str]]
    read: dict[str, list[str] | None]
    asked: dict[str, dict[str, list[str]]]
    roles: dict[str, list[Any]]
    titles: dict[str, list[Any]]
    targets: dict[str, str]
    digests: list[str]

    def role(self, path: str) -> Role:
        """What the document at ``path`` is."""
        kind, *name = self.roles[path]
        return Role(Kind(kind), NameParts(*name))

    def findings(self, path: str) -> list[Coded]:
        """What rules about the curriculum have found at ``path``."""
        rows = json.loads(self.found.get(path, "[]"))
        return list(decoder(tuple[Coded, ...])(rows))

    def targets_of(self, path: str, links: Sequence[Link]) -> tuple[Target, ...]:
        """Where the links of the document at ``path`` lead, which are as many as they were."""
        rows = json.loads(self.targets[path])
        return tuple(decoder(Target)([links[at], *row]) for at, *row in rows)


def leave(
    curriculum: Curriculum,
    watch: Watch,
    roles: Mapping[str, Role],
    early: Iterable[Coded],
    hidden: Mapping[str, Iterable[str]],
) -> Earlier:
    """What a run leaves behind; ``curriculum`` has the pages as they are."""
    pages, by_path = curriculum.pages, dict[str, list[Coded]]()
    for coded in early:
        by_path.setdefault(coded.finding.path, []).append(coded)
    titles: dict[str, list[Any]] = {}
    targets: dict[str, str] = {}
    digests: list[str] = []
    # Page by page: of a large curriculum, the facts of few pages are in memory.
    for path, page in pages.items():
        targets[path] = to_json(list(_targets(page, curriculum.targets.get(path, ()))))
        digests += [shortened(each.digest) for each in page.outline.exercises if each.digest]
        if page.outline.title:
            titles[path] = list(page.outline.title)
    return Earlier(
        {path: to_json(found) for path, found in by_path.items()},
        _pointing(by_path),
        {glob: sorted(paths) for glob, paths in hidden.items()},
        {fact: _paths(fact, read, pages) for fact, read in watch.read.items()},
        {
            path: {query: sorted(names) for query, names in asked.items()}
            for path, asked in watch.asked.items()
        },
        {path: [str(role.kind), *role.name] for path, role in roles.items() if path in pages},
        titles,
        targets,
        digests,
    )


def shortened(digest: str) -> str:
    """The digest of an exercise as `Earlier.digests` has it."""
    return digest[:_DIGEST]


def _pointing(by_path: Mapping[str, Iterable[Coded]]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for path, each in by_path.items():
        for other in {page for coded in each for page in _pages_of(coded)} - {path}:
            found.setdefault(other, set()).add(path)
    return {path: sorted(others) for path, others in found.items()}


def _pages_of(coded: Coded) -> Iterator[str]:
    """The files in which a finding names places."""
    finding = coded.finding
    yield from (note.path for note in finding.related)
    yield from (edit.path for edit in finding.fix.edits) if finding.fix else ()


def _paths(fact: str, read: set[str], pages: Mapping[str, Page]) -> list[str] | None:
    """The pages of which something was read; ``None`` for most of them, and so for all.

    Every edit changes the text, and so it is told of each page.
    """
    is_told = fact in (TEXT, LINES) or 2 * len(read) <= len(pages)
    return sorted(read) if is_told else None


def _targets(page: Page, targets: Iterable[Target]) -> Iterator[list[Any]]:
    """Where the links lead: the place of each among all of the page's, and the rest."""
    places = {link: at for at, link in enumerate(page.document.links)}
    for link, *rest in targets:
        yield [places[link], *rest]
