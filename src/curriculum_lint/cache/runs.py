"""A check that remembers: where nothing has changed, neither is anything read nor parsed."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from ..check.diagnostic import Diagnostic
from ..discover.repository import repository_prefix, scan_tree
from ..discover.tree import Tree
from ..model.schemas import schema_texts
from ..report.run import Counts, Run
from ..settings.data import settings_to_data
from ..settings.settings import Settings
from .codec import decoder
from .store import Shelf, digest_of

if TYPE_CHECKING:
    from ..check.rule import Rule

#: A file that changed this shortly before the run may change again without a trace.
_SETTLED_NS = 50_000_000


def cached_run(settings: Settings, rules: Callable[[], Sequence[Rule]]) -> Run:
    """What `pipeline.run` would find. ``rules`` is called only if something has changed."""
    started = time.time_ns()
    tree = scan_tree(settings)
    shelf = Shelf("trees", digest_of(settings.root))
    name = _settings_name(settings)
    key = [tree.signature(), repository_prefix(settings.root)]
    stored = shelf.read(f"run-{name}")
    if isinstance(stored, dict) and stored["key"] == key and _still_holds(tree, stored["probes"]):
        return _decode(stored["run"])
    from ..pipeline import run
    from .pages import StoredPages

    pages = StoredPages(shelf, f"pages-{name}")
    done = run(settings, rules(), tree=tree, pages=pages)
    if done.failed:
        return done
    pages.save()
    if tree.newest_mtime_ns < started - _SETTLED_NS:
        shelf.write(f"run-{name}", {"key": key, "probes": tree.probes, "run": done})
    return done


def _settings_name(settings: Settings) -> str:
    """Settings and schemas as one short name: another configuration has its own results."""
    data = json.dumps(settings_to_data(settings), sort_keys=True, default=str)
    schemas = [
        part for each in sorted(schema_texts(settings).items()) for part in (each[0], *each[1])
    ]
    return digest_of(data, *schemas)


def _still_holds(tree: Tree, probes: dict[str, str]) -> bool:
    """Whether paths outside the tree, such as ignored files, are as they were."""
    return all(str(tree.lookup(path).status) == status for path, status in probes.items())


def _decode(row: list[Any]) -> Run:
    diagnostics, counts, hidden, failed, has_levels = row
    read = decoder(tuple[Diagnostic, ...])(diagnostics)
    return Run(read, Counts(*counts), hidden, failed, has_levels)
