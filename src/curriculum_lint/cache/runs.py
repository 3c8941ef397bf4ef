"""A check that remembers: where nothing has changed, neither is anything read nor parsed."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ..check.result import Result
from ..readme_schema.schemas import schema_texts
from ..settings.data import settings_to_data
from ..settings.settings import Settings
from ..workspace.workspace import Workspace
from .fingerprint import digest_of, stamps_of
from .store import Shelf
from .stored_run import StoredRun

if TYPE_CHECKING:
    from ..check.rule import Rule
    from .pages import StoredPages
    from .read_pages import PagesToRead

#: A file that changed this shortly before the run may change again without a trace.
_SETTLED_NS = 50_000_000


def cached_run(workspace: Workspace, rules: Callable[[], Sequence[Rule]]) -> Result:
    """What `run` would find. ``rules`` is called only if something has changed."""
    started = time.time_ns()
    settings, tree = workspace.settings, workspace.tree
    shelf = Shelf("trees", digest_of(settings.root))
    name = settings_name(settings)
    stored = StoredRun(shelf, name, workspace)
    done = stored.same()
    if done is not None:
        return done
    done = stored.changed()
    if done is None:
        chosen = rules()
        from ..check.run import run_watched
        from .index_facts import KeptFacts
        from .pages import StoredPages

        pages, facts = StoredPages(shelf, f"pages-{name}"), KeptFacts(shelf, name, settings)
        done, left = run_watched(workspace, chosen, pages)
        if done.failed:
            return done
        pages.save()
        facts.save()
        stored.take(done, left, chosen)
    if tree.newest_mtime_ns < started - _SETTLED_NS:
        stored.save()
    return done


def run_with_cached_pages(workspace: Workspace, rules: Callable[[], Sequence[Rule]]) -> Result:
    """What `run` would find in texts that are not saved: saved ones are read as they were before.

    Nothing of it is remembered.
    """
    from ..check.run import run

    settings = workspace.settings
    return run(workspace, rules(), pages=stored_pages(settings))


def stored_pages(settings: Settings) -> StoredPages:
    """The pages that checks on the command line have left behind."""
    from .pages import StoredPages

    return StoredPages(Shelf("trees", digest_of(settings.root)), f"pages-{settings_name(settings)}")


def pages_to_read(settings: Settings, *, no_cache: bool = False) -> PagesToRead:
    """The pages for a command that checks nothing; with ``no_cache`` nothing is stored."""
    from ..plugins.error import PluginError
    from .index_facts import KeptFacts
    from .pages import StoredPages
    from .read_pages import PagesToRead

    try:
        name = "" if no_cache else settings_name(settings)
    except PluginError:
        # Whoever needs the rules of plugins says what is wrong with them.
        name = ""
    if not name:
        return PagesToRead()
    shelf = Shelf("trees", digest_of(settings.root))
    return PagesToRead(StoredPages(shelf, f"pages-{name}"), KeptFacts(shelf, name, settings))


def settings_name(settings: Settings) -> str:
    """Settings and schemas as one short name: another configuration has its own results.

    How many findings are listed changes nothing about what is found.
    """
    data = settings_to_data(settings)
    data["limits"] = {k: v for k, v in data["limits"].items() if not k.startswith("diagnostics")}
    written = json.dumps(data, sort_keys=True, default=str)
    schemas = [
        part for each in sorted(schema_texts(settings).items()) for part in (each[0], *each[1])
    ]
    return digest_of(written, *schemas, *_plugin_stamps(settings))


def _plugin_stamps(settings: Settings) -> list[str]:
    """What changes with another version of a plugin, and with every edit of its files.

    Raises `PluginError`.
    """
    if not settings.plugins:
        return []
    from ..plugins.find import find_plugins

    stamps: list[str] = []
    for plugin in find_plugins(settings.plugins, settings.root):
        stamps += [plugin.package, plugin.version, plugin.entry_point.value]
        stamps += sorted(each for place in plugin.places for each in stamps_of(place))
    return stamps
