"""Which commit a change is compared with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..text.escape import printable
from .advice import how_to_fetch, is_shallow, why_unrelated
from .calls import GitFailure, Repository, merge_base, remote_branches
from .event import BaseCandidate, Event, branch_candidate, read_event
from .objects import Objects

#: How main branches are called, the usual names first.
_USUAL = ("main", "master", "trunk", "develop", "default")


class Base(NamedTuple):
    """A commit and how people call it; ``commit`` is ``None`` before the first one.

    ``is_head`` is true where only what is not committed yet can differ from it.
    """

    commit: str | None
    name: str
    is_head: bool = False


def find_base(repository: Repository, objects: Objects, wanted: str | None) -> Base:
    """The merge base of HEAD and ``wanted``, or of HEAD and what is usual without it.

    Raises `GitFailure` where the clone does not have it, and on a platform where it is HEAD
    itself: a run that compares nothing would be green whatever was changed.
    """
    event, head = read_event(), _commit(objects, "HEAD")
    named = _named(repository, objects, wanted, event) or Base(head, "HEAD")
    if head is None or named.commit is None:
        return named
    shared = head if head == named.commit else merge_base(repository, head, named.commit)
    if shared == head and wanted is None and event.pushed is not None:
        # A forced push took commits back: what is left is compared with the default branch.
        named = _of_event(repository, objects, event._replace(pushed=None)) or named
        shared = merge_base(repository, head, named.commit or head)
    if shared is None:
        raise GitFailure(why_unrelated(repository, printable(named.name), event))
    if shared == head and event.deepen:
        raise GitFailure(_compares_nothing(named.name))
    return Base(shared, named.name, shared == head)


def _compares_nothing(name: str) -> str:
    what = "HEAD itself" if name == "HEAD" else f"{printable(name)}, which has all of HEAD"
    return (
        f"The base is {what}: nothing would be compared, and nothing reported. Name the commit "
        "that the change is for with --base, or check everything."
    )


def _named(
    repository: Repository, objects: Objects, wanted: str | None, event: Event
) -> Base | None:
    """What the command line asks for, else the event, else the default branch."""
    if wanted is not None:
        return _found(repository, objects, _asked(wanted), event)
    return _of_event(repository, objects, event)


def _of_event(repository: Repository, objects: Objects, event: Event) -> Base | None:
    """What the event says; what was there before a forced push may be in no branch any more."""
    if event.base is not None:
        return _found(repository, objects, event.base, event)
    before = event.pushed and _first(objects, [event.pushed])
    if event.pushed is not None and (before or is_shallow(repository)):
        return before or _found(repository, objects, event.pushed, event)
    if event.default is not None:
        return _found(repository, objects, branch_candidate(event.default), event)
    return _first(objects, _usual(repository))


def _found(repository: Repository, objects: Objects, asked: BaseCandidate, event: Event) -> Base:
    """What leads to the candidate. Raises `GitFailure` where nothing does."""
    found = _first(objects, [asked]) or _merged_into(objects, asked)
    if found is None:
        advice = how_to_fetch(repository, event, asked)
        raise GitFailure(f"This clone does not have {printable(asked.name)}: {advice}")
    return found


def _asked(wanted: str) -> BaseCandidate:
    return BaseCandidate(wanted, (wanted, f"refs/remotes/origin/{wanted}") if wanted else ())


def _first(
    objects: Objects, candidates: Iterator[BaseCandidate] | list[BaseCandidate]
) -> Base | None:
    for candidate in candidates:
        for reference in candidate.references:
            commit = _commit(objects, reference)
            if commit is not None:
                return Base(commit, candidate.name)
    return None


def _merged_into(objects: Objects, candidate: BaseCandidate) -> Base | None:
    """The commit that a platform has merged a pull request into, to check the result.

    A clone of depth 2 has it, although it has no branch of that name.
    """
    head = _commit(objects, "HEAD")
    if head is None or head != candidate.merged or not _commit(objects, "HEAD^2"):
        return None
    commit = _commit(objects, "HEAD^1")
    return Base(commit, candidate.name) if commit else None


def _usual(repository: Repository) -> Iterator[BaseCandidate]:
    """The branches that may be the default one, by the remote and by name."""
    yield BaseCandidate("origin/HEAD", ("refs/remotes/origin/HEAD",))
    for name in _USUAL:
        yield BaseCandidate(f"origin/{name}", (f"refs/remotes/origin/{name}",))
    for name in _USUAL:
        yield BaseCandidate(name, (f"refs/heads/{name}",))
    # Any other name is certain only where there is no choice.
    branches = remote_branches(repository)
    if len(branches) == 1:
        yield BaseCandidate(branches[0], (f"refs/remotes/{branches[0]}",))


def _commit(objects: Objects, reference: str) -> str | None:
    if "\n" in reference or "\0" in reference:
        return None
    found = objects.one(f"{reference}^{{commit}}")
    return found.name if found else None
