"""What the same check finds in the base: the findings that a change has not caused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ...cache.fingerprint import digest_of
from ...cache.pages import StoredPages
from ...cache.runs import settings_name
from ...cache.store import Shelf
from ...check.diagnostic import INTERNAL_ERROR
from ...report.sources import Sources
from ..baseline.fingerprint import Fingerprint, Fingerprints
from .base_settings import as_it_would_be_checked
from .versions import Versions

if TYPE_CHECKING:
    from ...check.reading import PageStore
    from ...check.rule import Rule


class KnownFinding(NamedTuple):
    """One finding in the base, at the path that it had there."""

    path: str
    fingerprint: Fingerprint


def known_findings(
    versions: Versions, rules: Callable[[], Sequence[Rule]], pages: PageStore | None
) -> Counter[Fingerprint]:
    """How often each fingerprint is in the base, under the paths that files have now.

    ``pages`` remembers pages within this run; without it they are looked up in the cache, and
    so is the whole answer.
    """
    if not versions.then.tree_name:
        return Counter()
    found = _find(versions, rules, pages) if pages else _cached(versions, rules)
    new, names = versions.renames.new, versions.names
    return Counter(
        each.fingerprint._replace(unit=names.of(new[each.path]))
        if each.path in new
        else each.fingerprint
        for each in found
    )


def _cached(versions: Versions, rules: Callable[[], Sequence[Rule]]) -> list[KnownFinding]:
    shelf = Shelf("bases", digest_of(versions.settings.root))
    # What lies beyond the root may count, too: the commit says what that was.
    told = (versions.then.tree_name, str(versions.base.commit))
    name = digest_of(settings_name(versions.settings), *told)
    stored = shelf.read(name)
    if isinstance(stored, list):
        return [_decoded(row) for row in stored]
    found = _find(versions, rules, _stored_pages(versions))
    shelf.write(name, found)
    return found


def _decoded(row: Any) -> KnownFinding:
    path, fingerprint = row
    return KnownFinding(path, Fingerprint(*fingerprint))


def _stored_pages(versions: Versions) -> StoredPages:
    """Most pages of the base are as they are now, and those have just been read."""
    settings = versions.settings
    shelf = Shelf("trees", digest_of(settings.root))
    return StoredPages(shelf, f"pages-{settings_name(settings)}")


def _find(
    versions: Versions, rules: Callable[[], Sequence[Rule]], pages: PageStore
) -> list[KnownFinding]:
    from ...check.run import run

    then = as_it_would_be_checked(versions.then)
    done = run(then, rules(), pages=pages)
    fingerprints = Fingerprints(versions.settings, Sources(then).line)
    return [
        KnownFinding(each.place.path, fingerprints.of(each))
        for each in done.diagnostics
        if each.code != INTERNAL_ERROR
    ]
