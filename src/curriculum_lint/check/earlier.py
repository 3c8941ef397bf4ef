"""What a run leaves behind, so that an edit which nobody else sees is checked by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
#: Stands before each in `Left.digests`.
_MARK = " "


class KnownPage(NamedTuple):
    """What a run has found out about one path, as rows.

    ``found`` has the findings of rules about the curriculum, ``pointing`` the other paths whose
    findings point into it, and ``asked`` what `Watch` has noted. Only pages have a ``role``.
    """

    role: list[Any] | None
    found: Sequence[Any]
    pointing: Sequence[str]
    asked: Mapping[str, list[str]]
    targets: Sequence[Any]

    def findings(self) -> list[Coded]:
        """What rules about the curriculum have found there."""
        return list(decoder(tuple[Coded, ...])(self.found))

    def targets_of(self, links: Sequence[Link]) -> tuple[Target, ...]:
        """Where the page's links lead, which are as many as they were."""
        return tuple(decoder(Target)([links[at], *row]) for at, *row in self.targets)


class Earlier(NamedTuple):
    """What a run has found out, and what of the pages it has read for that.

    ``hidden`` has for each glob of per-path ignores the paths at which it hid something. ``read``
    is what `Watch` has noted; ``None`` are all pages. ``page`` gives what is known of a path,
    ``titles`` the titles of all pages, as rows, and ``digests`` the digests of all exercises,
    `mark_digest` each: ``None`` where that is lost.
    """

    hidden: dict[str, list[str]]
    read: dict[str, list[str] | None]
    page: Callable[[str], KnownPage | None]
    titles: Callable[[], Mapping[str, Any] | None]
    digests: Callable[[], str | None]

    def role(self, path: str) -> Role | None:
        """What the document at ``path`` is; ``None`` where there was none."""
        known = self.page(path)
        return (
            Role(Kind(known.role[0]), NameParts(*known.role[1:])) if known and known.role else None
        )


class Left(NamedTuple):
    """What a whole run leaves behind for `Earlier`.

    ``titles`` are those of all pages, ``pages`` has each `KnownPage` as JSON.
    """

    titles: dict[str, Any]
    hidden: dict[str, list[str]]
    read: dict[str, list[str] | None]
    pages: dict[str, str]
    digests: str


def leave(
    curriculum: Curriculum,
    watch: Watch,
    roles: Mapping[str, Role],
    early: Iterable[Coded],
    hidden: Mapping[str, Iterable[str]],
) -> Left:
    """What a run leaves behind; ``curriculum`` has the pages as they are."""
    pages, found = curriculum.pages, dict[str, list[Coded]]()
    for coded in early:
        found.setdefault(coded.finding.path, []).append(coded)
    pointing = _pointing(found)
    known: dict[str, str] = {}
    titles: dict[str, Any] = {}
    digests: list[str] = []
    # Page by page: of a large curriculum, the facts of few pages are in memory.
    for path, page in pages.items():
        targets = list(_targets(page, curriculum.targets.get(path, ())))
        asked = {query: sorted(names) for query, names in watch.asked.get(path, {}).items()}
        role = [str(roles[path].kind), *roles[path].name]
        rows = found.get(path, ()), pointing.get(path, ()), asked, targets
        known[path] = to_json(KnownPage(role, *rows))
        titles[path] = page.outline.title
        digests += [mark_digest(each.digest) for each in page.outline.exercises if each.digest]
    for path in found.keys() - pages.keys():
        known[path] = to_json(KnownPage(None, found[path], (), {}, ()))
    return Left(
        titles,
        {glob: sorted(paths) for glob, paths in hidden.items()},
        {fact: _paths(fact, read, pages) for fact, read in watch.read.items()},
        known,
        "".join(digests),
    )


def mark_digest(digest: str) -> str:
    """The digest of an exercise among others: found where it begins, and nowhere else."""
    return _MARK + digest[:_DIGEST]


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
