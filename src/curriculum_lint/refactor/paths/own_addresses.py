"""Links to files of the curriculum by their address on GitHub or GitLab."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from ...git.remotes import remote_names
from ...model.curriculum import Curriculum, Kind
from ...model.target import Outcome
from ...parse.document import Link
from ...text.hosted import HostedAddress, read_hosted

#: An address at a tag or at a commit shows what was there then, whatever moves.
_BRANCHES = frozenset({"main", "master", "head", "trunk", "develop"})
_INDEXES = frozenset({Kind.ROOT, Kind.LEVEL})
#: A repository that indexes name so many of our pages in is ours.
_ENOUGH = 3


class AddressLink(NamedTuple):
    """A link of the document ``source`` by what it ``shows``: a path in the repository."""

    source: str
    link: Link
    shows: HostedAddress


def own_addresses(curriculum: Curriculum) -> Iterator[AddressLink]:
    """The links to the newest version of files of this repository, by their addresses.

    Ours is what git calls its remotes; where none is known, what the indexes link their units in.
    """
    found = list(_address_links(curriculum))
    own = remote_names(curriculum.settings.root) if found else frozenset()
    own = own or frozenset(_named_in_indexes(curriculum, found))
    return (each for each in found if each.shows.repository.lower() in own)


def _address_links(curriculum: Curriculum) -> Iterator[AddressLink]:
    for source, targets in curriculum.targets.items():
        for target in targets:
            if target.outcome is Outcome.EXTERNAL and target.link.target is not None:
                shows = read_hosted(target.link.destination)
                if shows is not None and shows.revision.lower() in _BRANCHES:
                    yield AddressLink(source, target.link, shows)


def _named_in_indexes(curriculum: Curriculum, found: list[AddressLink]) -> Iterator[str]:
    shown: dict[str, set[str]] = defaultdict(set)
    for each in found:
        page = curriculum.pages[each.source]
        if page.kind in _INDEXES and each.shows.path in curriculum.pages:
            shown[each.shows.repository.lower()].add(each.shows.path)
    best = max(shown, key=lambda name: len(shown[name]), default=None)
    if best is not None and len(shown[best]) >= _ENOUGH:
        yield best
