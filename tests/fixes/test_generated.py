"""Safe fixes of files made by chance, and of the traps: the page stays but for what is stated.

``FIX_LAW_FILES`` says how many files are made: a few in every run, 5 000 in the scheduled one.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.check.page_change import PageChange
from curriculum_lint.check.rule import Rule
from curriculum_lint.check.run import run
from curriculum_lint.edits.compose import apply_edits
from curriculum_lint.edits.edit import Edit, Safety
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.fixes.generated import curriculum
from tests.fixes.page_laws import differences, lost_anchors, seen_text
from tests.repository import write_files

FILES = int(os.environ.get("FIX_LAW_FILES", "200"))
BATCH = 50
RULES = {rule.code: rule for rule in all_rules()}
#: Their fixes replace what cannot be seen by nothing or a blank, so nothing that is seen changes.
UNSEEN = frozenset({"CL002", "CL315", "CL602", "CL607"})


def found(root: Path) -> tuple[Diagnostic, ...]:
    settings = load_settings(str(root), root=str(root)).settings
    rules = [rule for rule in RULES.values() if not rule.needs_network]
    return run(Disk(settings), rules).diagnostics


def safe_edits(root: Path) -> Iterator[tuple[Rule, dict[str, list[Edit]]]]:
    """The edits of each safe fix, by file."""
    for diagnostic in found(root):
        fix = diagnostic.fix
        if fix is not None and fix.safety is Safety.SAFE:
            edits: dict[str, list[Edit]] = defaultdict(list)
            for each in fix.edits:
                edits[each.path].append(each)
            yield RULES[diagnostic.code], edits


def broken_laws(root: Path, files: dict[str, str]) -> Iterator[str]:
    for rule, by_path in safe_edits(root):
        for path, edits in by_path.items():
            # A byte-order mark is no part of the text that edits count in.
            before = files[path].removeprefix("\ufeff")
            after = apply_edits(before, edits)
            lost = lost_anchors(rule, before, after)
            is_seen = rule.code in UNSEEN and seen_text(before) != seen_text(after)
            wrong = differences(rule, before, after) + [f"lost {name}" for name in sorted(lost)]
            if wrong or is_seen:
                yield f"{rule.code} {path}\n{before!r}\n{after!r}\n{wrong}"


@pytest.mark.parametrize("seed", range(0, FILES, BATCH))
def test_a_safe_fix_changes_no_more_of_the_page_than_it_states(tmp_path: Path, seed: int) -> None:
    files = curriculum(Random(seed), BATCH)
    write_files(tmp_path, files)
    broken = list(broken_laws(tmp_path, files))
    assert not broken, "\n\n".join(broken[:3])


def test_the_files_hold_fixes_of_most_rules(tmp_path: Path) -> None:
    write_files(tmp_path, curriculum(Random(0), 600))
    fixed = {rule.code for rule, _ in safe_edits(tmp_path)}
    # Those that rename or generate need a tree of their own, and have tests of their own.
    text_rules = {
        rule.code
        for rule in RULES.values()
        if rule.fix_changes in (PageChange.MARKS, PageChange.CHARACTERS, PageChange.ELEMENTS)
    }
    assert len(text_rules & fixed) > len(text_rules) // 2, text_rules - fixed
