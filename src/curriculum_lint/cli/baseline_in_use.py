"""A baseline while a check runs: what it hides, and how it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..check.diagnostic import Diagnostic
from ..check.result import Result
from ..edits.not_written import NotWritten
from ..settings.errors import SettingsError
from ..settings.loaded import LoadedSettings
from ..text.escape import printable
from ..text.phrases import counted
from ..views.baseline.compare import Comparison, Entries, compare, updated
from ..views.baseline.file import read_baseline
from ..views.baseline.fingerprint import Fingerprint, Fingerprints, SourceLine
from ..views.baseline.moved import follow_moves
from ..views.baseline.write import write_baseline
from ..workspace.around import Surroundings
from ..workspace.entry import ROOT
from .loading import known_rules, rules_for
from .output import complain


class BaselineInUse:
    """A baseline in use: first it tells which findings are known, then it is settled.

    With ``update`` the file is written, before anything is reported as known; one that exists
    only shrinks, unless it is to ``accept`` what is new. Raises `SettingsError` for a file that is
    no baseline.
    """

    def __init__(self, loaded: LoadedSettings, path: str, *, update: bool, accept: bool) -> None:
        self._path, self._file = path, read_baseline(loaded.settings.root, path)
        if self._file is not None and self._file.is_conflicted and not update:
            advice = "it holds a merge conflict; `check --update-baseline` resolves it"
            raise SettingsError.single(advice, path)
        self._update, self._accept = update, update and (accept or self._file is None)
        self._entries: Entries = self._file.entries if self._file else {}
        self._loaded = loaded
        self._comparison: Comparison | None = None
        self._refused: NotWritten | None = None

    def take_known(
        self, result: Result, line: SourceLine, paths: Iterable[str]
    ) -> frozenset[Diagnostic]:
        """The known ones of the diagnostics; with ``update``, after they were recorded.

        ``paths`` are all that the curriculum has: entries follow a folder that is elsewhere now.
        """
        fingerprints = Fingerprints(self._loaded.settings, line)
        self._entries = follow_moves(self._entries, map(fingerprints.unit_of, set(paths) - {ROOT}))
        found = compare(result.diagnostics, fingerprints.of, self._entries)
        self._comparison = found
        if self._update and not result.failed:
            self._refused = self._write(found)
        is_all = self._accept and not result.failed and self._refused is None
        return frozenset(result.diagnostics if is_all else found.known)

    def settle(self, code: int, *, quiet: bool) -> int:
        """Say what became of the file, or what in it is out of date; ``code`` is the exit code."""
        if code == 2:
            if self._update:
                complain(printable(f"{self._path} was not written, because the check failed."))
            return code
        if self._update:
            return self._told()
        gone = 0 if quiet else self._gone().total()
        if gone:
            is_gone, it = ("is gone", "it") if gone == 1 else ("are gone", "them")
            said = f"Note: {counted(gone, 'finding')} of {self._path} {is_gone}; "
            complain(printable(f"{said}`curriculum-lint check --update-baseline` removes {it}."))
        return code

    def _write(self, found: Comparison) -> NotWritten | None:
        entries = updated(self._entries, found, self._gone(), accept=self._accept)
        file = self._file
        if file is not None and entries == file.entries and not file.is_conflicted:
            return None
        return write_baseline(self._loaded.settings.root, self._path, entries, self._file)

    def _told(self) -> int:
        """Say what was recorded; the result is an exit code."""
        assert self._comparison is not None
        if self._refused is not None:
            complain(printable(self._refused.message))
            return 2
        accept = self._accept
        added, gone = self._comparison.added, self._gone()
        entries = updated(self._entries, self._comparison, gone, accept=accept)
        said = f"{self._path}: {counted(sum(entries.values()), 'finding')} known"
        changes = f"{added.total() if accept else 0:,} added, {gone.total():,} removed"
        complain(printable(f"{said} ({changes})."))
        if accept or not added:
            return 0
        was, them = ("was", "it") if added.total() == 1 else ("were", "them")
        new = counted(added.total(), "new finding")
        complain(f"{new} {was} not added; --accept-new records {them}.")
        return 1

    def _gone(self) -> Counter[Fingerprint]:
        """The entries that nothing was found for, although their rules ran or are no more."""
        assert self._comparison is not None
        gone = self._comparison.gone
        if not gone:
            return gone
        if Surroundings(self._loaded.settings.root).absent:
            # They may be in files that a sparse checkout leaves out.
            return Counter()
        ran = {rule.code for rule in rules_for(self._loaded)}
        waiting = {rule.code for rule in known_rules(self._loaded)} - ran
        return Counter({each: count for each, count in gone.items() if each.code not in waiting})
