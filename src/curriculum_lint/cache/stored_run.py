"""What the last run found, and what it has left behind for another one after few edits."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
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
from .store import Shelf

if TYPE_CHECKING:
    from ..check.earlier import Earlier
    from ..check.rule import Rule


class StoredRun:
    """The last run of one curriculum under one set of settings."""

    def __init__(self, shelf: Shelf, name: str, workspace: Workspace) -> None:
        self._shelf, self._name, self._workspace = shelf, name, workspace
        settings, tree = workspace.settings, workspace.tree
        stamps = generated_stamps(settings.root, settings.index)
        self._beside = [tree.beside(), repository_prefix(settings.root), *stamps]
        self._stamps = tree.stamps()
        found = shelf.read(f"run-{name}")
        self._stored: dict[str, Any] = found if isinstance(found, dict) else {}
        self._next: dict[str, Any] = {}
        self._left: list[bytes] = []
        #: What was read of the parts that the last run has left behind, with their bytes.
        self._parts: list[tuple[Any, bytes]] = []

    def same(self) -> Result | None:
        """What the last run found, if nothing has changed."""
        if self._holds() and self._stored["stamps"] == self._stamps:
            return _decode(self._stored["run"])
        return None

    def _holds(self) -> bool:
        """Whether everything but entries of the tree is as it was."""
        stored, tree = self._stored, self._workspace.tree
        is_alike = bool(stored) and stored["beside"] == self._beside
        return is_alike and tree.still_holds(stored["probes"])

    def changed(self) -> Result | None:
        """What is found where documents were edited and nothing but they themselves shows it."""
        changed = self._changed() if self._holds() else []
        left = self._read_left() if changed else None
        if left is None:
            return None
        from ..check.earlier import Earlier
        from ..check.known_rules import rules_again
        from ..check.rerun import rerun
        from .pages import read_shapes
        from .texts import OldTexts

        old_texts, rows_of_rules, *facts = left
        texts = OldTexts(self._shelf, self._name, old_texts)
        rules = rules_again(rows_of_rules)
        if texts.has_many_newer or rules is None:
            return None
        shapes = read_shapes(self._shelf, f"pages-{self._name}")
        again = rerun(self._workspace, rules, Earlier(*facts), changed, texts.get, shapes)
        if again is None:
            return None
        rows, *rest = self._stored["run"]
        kept = _decode([[row for row in rows if row[4][0] not in again.shifts], *rest])
        done = kept._replace(diagnostics=again.diagnostics(kept.diagnostics))
        for path in changed:
            text = self._workspace.read(path)
            assert isinstance(text, FileText)
            texts.put(path, text)
        self._keep(done, again.earlier, texts.rows, rows_of_rules)
        return done

    def _changed(self) -> list[str]:
        """The files that were edited, if nothing else has changed: no name, no folder, no link."""
        before, now = self._stored["stamps"], self._stamps
        if before.keys() != now.keys():
            return []
        changed = [path for path, stamp in now.items() if stamp != before[path]]
        kinds = {each.split("\0")[1] for path in changed for each in (before[path], now[path])}
        return changed if kinds == {EntryKind.FILE} else []

    def _read_left(self) -> list[Any] | None:
        """The texts, the rules, and the parts of what the last run has left behind."""
        body = self._shelf.read_bytes(f"left-{self._name}")
        if body is None:
            return None
        digest, *parts = body.split(b"\n")
        if digest.decode() != _digest(self._stored["stamps"]):
            return None
        self._parts = [(json.loads(part), part) for part in parts]
        return [data for data, _ in self._parts]

    def take(self, done: Result, left: Earlier | None, rules: Sequence[Rule]) -> None:
        """Take what a whole run has found."""
        from ..check.known_rules import rule_rows
        from .texts import OldTexts

        texts = OldTexts(self._shelf, self._name, {})
        if left is not None:
            read = {path: self._workspace.read(path) for path in left.roles}
            texts.write_all({p: text for p, text in read.items() if isinstance(text, FileText)})
        self._keep(done, left, texts.rows, list(rule_rows(rules)))

    def _keep(
        self, done: Result, left: Earlier | None, texts: dict[str, Any], rules: Sequence[Any]
    ) -> None:
        self._next = {
            "beside": self._beside,
            "stamps": self._stamps,
            "probes": self._workspace.tree.probes,
            "run": done,
        }
        if left is not None:
            # Part by part: of a large curriculum, all of it is large.
            lines = (_digest(self._stamps).encode("ascii"), *map(self._line, (texts, rules, *left)))
            self._left = [part for line in lines for part in (line, b"\n")][:-1]

    def _line(self, data: object) -> bytes:
        """A part as it is written; what has not changed since it was read is not made again."""
        known = (line for part, line in self._parts if part is data)
        return next(known, None) or to_json(data).encode("ascii")

    def save(self) -> None:
        """Write it for the next run."""
        self._shelf.write(f"run-{self._name}", self._next)
        if self._left:
            self._shelf.write_bytes(f"left-{self._name}", self._left)


def _digest(stamps: Mapping[str, str]) -> str:
    """Which state of the tree something was left behind by."""
    return digest_of(*stamps.values())


def _decode(row: list[Any]) -> Result:
    diagnostics, counts, failed, has_levels = row
    read = decoder(tuple[Diagnostic, ...])(diagnostics)
    return Result(read, Counts(*counts), failed, has_levels)
