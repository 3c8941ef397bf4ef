"""What the last run found, and what is found after few edits of documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from ..check.codec import decoder, to_json
from ..check.diagnostic import Diagnostic
from ..check.result import Counts, Result
from ..git.prefix import repository_prefix
from ..workspace.entry import EntryKind
from ..workspace.generated import generated_stamps
from ..workspace.read import FileText
from ..workspace.workspace import Workspace
from .fingerprint import digest_of
from .newer import NOTHING, Newer
from .store import Shelf

if TYPE_CHECKING:
    from ..check.earlier import Left
    from ..check.rerun import Rerun
    from ..check.rule import Rule


class StoredRun:
    """The last run of one curriculum under one set of settings.

    A whole run is written once. Runs after edits leave it as it is, and write what is newer.
    """

    def __init__(self, shelf: Shelf, name: str, workspace: Workspace) -> None:
        self._shelf, self._name, self._workspace = shelf, name, workspace
        settings, tree = workspace.settings, workspace.tree
        stamps = generated_stamps(settings.root, settings.index)
        self._beside = [tree.beside(), repository_prefix(settings.root), *stamps]
        self._stamps = tree.stamps()
        found = shelf.read(f"run-{name}")
        self._whole: dict[str, Any] = found if isinstance(found, dict) else {}
        self._newer = self._read_newer()
        self._taken: tuple[Result, Left | None, Sequence[Rule]] | None = None

    def _read_newer(self) -> Newer:
        found = self._shelf.read(f"newer-{self._name}") if self._whole else None
        if not isinstance(found, list) or found[0] != self._whole["id"]:
            return NOTHING
        return Newer(*found[1:])

    def same(self) -> Result | None:
        """What the last run found, if nothing has changed."""
        return self._result() if self._holds() and self._changed() == [] else None

    def _holds(self) -> bool:
        """Whether everything but entries of the tree is as it was."""
        whole, tree = self._whole, self._workspace.tree
        is_alike = bool(whole) and whole["beside"] == self._beside
        return is_alike and tree.still_holds(whole["probes"] | self._newer.probes)

    def changed(self) -> Result | None:
        """What is found where documents were edited and nothing but they themselves shows it."""
        changed = self._changed() if self._holds() else None
        if not changed or self._newer.are_many or not self._are_files(changed):
            return None
        from ..check.known_rules import rules_again
        from ..check.rerun import rerun
        from .earlier_run import EarlierRun
        from .pages import read_shapes

        left = EarlierRun(self._shelf, self._name, self._whole["id"], self._newer)
        rules = rules_again(left.rules) if left else None
        if rules is None:
            return None
        shapes = read_shapes(self._shelf, f"pages-{self._name}")
        again = rerun(self._workspace, rules, left.earlier(), changed, left.text, shapes)
        return None if again is None else self._take_edits(changed, again)

    def _changed(self) -> list[str] | None:
        """The entries that are not as they were; ``None`` where some are new or gone."""
        before, newer, now = self._whole["stamps"], self._newer.stamps, self._stamps
        if before.keys() != now.keys():
            return None
        return [path for path, stamp in now.items() if stamp != newer.get(path, before[path])]

    def _are_files(self, changed: Iterable[str]) -> bool:
        """Whether they were and are nothing but files."""
        before, now = self._whole["stamps"], self._stamps
        kinds = {each.split("\0")[1] for path in changed for each in (before[path], now[path])}
        return kinds == {EntryKind.FILE}

    def _take_edits(self, changed: Sequence[str], again: Rerun) -> Result:
        kept = self._result(without=again.shifts)
        done = kept._replace(diagnostics=again.diagnostics(kept.diagnostics))
        found: dict[str, list[Any]] = {path: [] for path in again.pages}
        for each in done.diagnostics:
            if each.place.path in found:
                found[each.place.path].append(each)
        read = {path: self._workspace.read(path) for path in changed}
        texts = {p: (t.text, t.bom) for p, t in read.items() if isinstance(t, FileText)}
        probes = self._workspace.tree.probes
        before = self._newer
        self._newer = Newer(
            before.stamps | {path: self._stamps[path] for path in changed},
            {path: stamp for path, stamp in probes.items() if path not in self._whole["probes"]},
            before.found | found,
            before.texts | texts,
            before.pages | again.pages,
            before.titles | again.titles,
            again.hidden,
            before.digests if again.digests is None else again.digests,
        )
        return done

    def _result(self, without: Mapping[str, object] = NOTHING.found) -> Result:
        """What the last run found, ``without`` what it found at some paths."""
        rows, *counts = self._whole["run"]
        newer = self._newer.found
        old = (row for row in rows if row[4][0] not in newer and row[4][0] not in without)
        new = (each for path, found in newer.items() if path not in without for each in found)
        read: Iterable[Diagnostic] = decoder(tuple[Diagnostic, ...])(chain(old, new))
        return _with_counts(sorted(read, key=lambda each: each.order), *counts)

    def take(self, done: Result, left: Left | None, rules: Sequence[Rule]) -> None:
        """Take what a whole run has found."""
        self._taken = done, left, rules

    def save(self) -> None:
        """Write it for the next run."""
        if self._taken is not None:
            self._write_whole(*self._taken)
        else:
            self._shelf.write(f"newer-{self._name}", [self._whole["id"], *self._newer])

    def _write_whole(self, done: Result, left: Left | None, rules: Sequence[Rule]) -> None:
        whole = {
            "beside": self._beside,
            "stamps": self._stamps,
            "probes": self._workspace.tree.probes,
            "run": done,
        }
        run = digest_of(to_json(whole))
        self._shelf.write(f"run-{self._name}", {"id": run, **whole})
        if left is not None:
            from ..check.known_rules import rule_rows
            from .earlier_run import write_left

            rows = list(rule_rows(rules))
            write_left(self._shelf, self._name, run, left, rows, self._workspace.read)


def _with_counts(found: Iterable[Diagnostic], counts: list[int], *rest: bool) -> Result:
    return Result(tuple(found), Counts(*counts), *rest)
