"""One curriculum that is open in the editor: its settings, and what was read of its files."""

from __future__ import annotations

import os
from collections.abc import Mapping

from ..cache.runs import stored_pages
from ..check.rule import Rule
from ..check.run import read_checked
from ..check.selection import select_rules
from ..links.link_memory import LinkMemory
from ..model.unit_memory import UnitMemory
from ..plugins.error import PluginError
from ..settings.codes import refuse_unknown_codes
from ..settings.errors import SettingsError
from ..settings.load import load_settings
from ..settings.loaded import LoadedSettings
from ..workspace.disk import Disk
from ..workspace.entry import EntryKind
from ..workspace.lookup import Status
from ..workspace.read import FileText, Unreadable
from ..workspace.unreadable import too_large
from ..workspace.unsaved import Unsaved
from .buffers import Buffer
from .checker import Checker
from .pages_once import PagesOnce
from .snapshot import Snapshot

Texts = Mapping[str, FileText | Unreadable]


class Project:
    """Reads one curriculum again and again; what has not changed is not read again.

    One thread uses it. Raises `SettingsError` for a configuration that cannot be used.
    """

    def __init__(self, root: str, config: str | None) -> None:
        loaded = load_settings(root, config=config, root=root)
        self.known, self.rules = _rules(loaded)
        self.settings = loaded.settings
        self.pages, self.checker = PagesOnce(stored_pages(self.settings)), Checker(self.rules)
        self._disk = Disk(self.settings)
        self._links, self._units = LinkMemory(), UnitMemory()
        self._last: tuple[Disk, Texts, Snapshot] | None = None

    def renew(self) -> None:
        """Look at the disk again."""
        self._disk = self._disk.renewed()

    def holds(self, path: str) -> bool:
        """Whether the file at ``path``, relative to the root, is or would be a part of it."""
        tree = self._disk.tree
        if path in tree.entries:
            return tree.entries[path].kind is EntryKind.FILE
        is_free = tree.lookup(path).status is Status.MISSING
        return is_free and not self._disk.leaves_out(path, folder=False)

    def snapshot(self, texts: Texts) -> Snapshot:
        """The curriculum with ``texts`` in place of what those paths hold on disk."""
        if self._last and self._last[0] is self._disk and self._last[1] == texts:
            return self._last[2]
        workspace = Unsaved(self._disk, texts)
        read = read_checked(workspace, self.rules, self.pages, self._links, self._units)
        snapshot = Snapshot(workspace, *read)
        self._last = (self._disk, texts, snapshot)
        return snapshot

    def text_of(self, path: str, buffer: Buffer) -> FileText | Unreadable:
        """What the file at ``path`` will hold when the document is saved."""
        read = self._disk.read(path) if path in self._disk.tree.entries else None
        text = buffer.file_text(bom=isinstance(read, FileText) and read.bom)
        size, most = (
            len(text.text.encode("utf-8", "surrogatepass")),
            self.settings.limits.file_bytes,
        )
        return text if size <= most else too_large(size, most)

    def full_path(self, path: str) -> str:
        """The absolute path of what is at ``path``."""
        return self.settings.root if path == "." else os.path.join(self.settings.root, path)


def _rules(loaded: LoadedSettings) -> tuple[tuple[Rule, ...], list[Rule]]:
    """All rules there are, and those that run here. Raises `SettingsError`."""
    from ..rules.registry import all_rules

    settings = loaded.settings
    try:
        known = all_rules(settings.plugins, settings.root)
    except PluginError as error:
        raise SettingsError.single(f"plugins: {error}", loaded.file) from None
    refuse_unknown_codes(loaded, {word for rule in known for word in (rule.code, rule.name)})
    chosen = select_rules(known, settings)
    return known, [rule for rule in chosen if not rule.needs_network]
