"""A repository on disk, made of texts, and what the rules find in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.check.result import Result
from curriculum_lint.check.rule import Rule
from curriculum_lint.check.run import run
from curriculum_lint.check.selection import select_rules
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.load import Overrides, load_settings
from curriculum_lint.workspace.disk import Disk


def write_files(root: Path, files: Mapping[str, str]) -> None:
    """Write every file below ``root``, byte for byte."""
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())


def run_on(root: Path, *also: Rule, ignore: tuple[str, ...] = ()) -> Result:
    """Run the default rules, and ``also``, on the repository at ``root``."""
    overrides = Overrides(ignore=ignore, extend_select=tuple(rule.code for rule in also))
    settings = load_settings(str(root), root=str(root), overrides=overrides).settings
    return run(Disk(settings), select_rules(all_rules(), settings))


def diagnostics_on(root: Path, *also: Rule) -> tuple[Diagnostic, ...]:
    """What the default rules, and ``also``, find in the repository at ``root``."""
    return run_on(root, *also).diagnostics


def places(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """``path:line:column CODE`` for each diagnostic."""
    return [
        f"{d.place.path}:{d.place.start.line}:{d.place.start.column} {d.code}" for d in diagnostics
    ]


def codes_of(root: Path, files: Mapping[str, str], codes: str) -> list[str]:
    """The codes of what the default rules find in ``files``, of those in ``codes``."""
    write_files(root, files)
    return [d.code for d in diagnostics_on(root) if d.code in codes.split(",")]
