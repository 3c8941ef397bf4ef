"""Every rule's examples are its first tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.changes.compose import apply_edits, edits_by_path, select_fixes
from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.check.example import Example, files_of, finds_of
from curriculum_lint.check.rule import Rule
from curriculum_lint.rules.registry import all_rules
from tests.repository import diagnostics_on, places, write_files

RULES = all_rules()
GOOD = [pytest.param(r, e, id=f"{r.code}-good{i}") for r in RULES for i, e in enumerate(r.good)]
BAD = [pytest.param(r, e, id=f"{r.code}-bad{i}") for r in RULES for i, e in enumerate(r.bad)]
FIXED = [p for p in BAD if p.values[1].fixed is not None]


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_a_good_example_gives_no_finding_from_any_rule(
    rule: Rule, example: Example, tmp_path: Path
) -> None:
    write_files(tmp_path, files_of(example))
    assert diagnostics_on(tmp_path, rule) == ()


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_a_bad_example_gives_exactly_what_it_states(
    rule: Rule, example: Example, tmp_path: Path
) -> None:
    write_files(tmp_path, files_of(example))
    found = diagnostics_on(tmp_path, rule)
    assert sorted(places(found)) == sorted(finds_of(example)), [d.message for d in found]
    assert rule.code in {d.code for d in found}


@pytest.mark.parametrize(("rule", "example"), FIXED)
def test_fixing_a_bad_example_gives_the_stated_result_and_then_nothing_more(
    rule: Rule, example: Example, tmp_path: Path
) -> None:
    write_files(tmp_path, files_of(example))
    _fix(tmp_path, diagnostics_on(tmp_path, rule))
    assert _read(tmp_path, example) == files_of(example, example.fixed)
    again = diagnostics_on(tmp_path, rule)
    assert not [d for d in again if d.fix is not None]
    assert rule.code not in {d.code for d in again}


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_a_fix_is_offered_only_where_the_example_shows_its_result(
    rule: Rule, example: Example, tmp_path: Path
) -> None:
    write_files(tmp_path, files_of(example))
    offered = [d for d in diagnostics_on(tmp_path, rule) if d.fix is not None]
    assert bool(offered) == (example.fixed is not None)


def test_codes_and_names_are_unique_and_well_formed() -> None:
    assert len({r.code for r in RULES}) == len(RULES) == len({r.name for r in RULES})
    for rule in RULES:
        assert rule.good and rule.bad and rule.__doc__, rule.code
        assert not rule.summary.endswith("."), rule.code


def _fix(root: Path, found: tuple[Diagnostic, ...]) -> None:
    """Apply every fix, in rounds, as ``check --fix --unsafe-fixes`` does."""
    chosen = select_fixes([d.fix for d in found if d.fix is not None]).chosen
    for path, edits in edits_by_path(chosen).items():
        text = (root / path).read_bytes().decode()
        (root / path).write_bytes(apply_edits(text, edits).encode())


def _read(root: Path, example: Example) -> dict[str, str]:
    return {path: (root / path).read_bytes().decode() for path in files_of(example)}
