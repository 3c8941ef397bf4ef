"""What a fix may change of the rendered page: each fixable rule says how much, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.example import Example, files_of
from curriculum_lint.check.rule import Rule
from curriculum_lint.rules.registry import all_rules
from tests.command import invoke
from tests.fixes.page_laws import differences
from tests.repository import write_files

RULES = [rule for rule in all_rules() if any(each.fixed is not None for each in rule.bad)]
CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{index}")
    for rule in RULES
    for index, example in enumerate(rule.bad)
    if example.fixed is not None
]


def test_every_fixable_rule_says_what_its_fix_may_change() -> None:
    fixable = {rule.code for rule in RULES}
    assert {rule.code for rule in all_rules() if rule.fix_changes is not None} == fixable


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_a_fix_changes_no_more_of_the_page_than_it_may(rule: Rule, example: Example) -> None:
    before, after = files_of(example), files_of(example, example.fixed)
    pages = [path for path in before if path.endswith(".md")]
    # Renaming keeps the order of names.
    moved = dict(zip(sorted(before.keys() - after), sorted(after.keys() - before), strict=False))
    for path in pages:
        assert differences(rule, before[path], after[moved.get(path, path)]) == [], path


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_a_second_run_changes_nothing(rule: Rule, example: Example, tmp_path: Path) -> None:
    write_files(tmp_path, files_of(example))
    arguments = ("--root", str(tmp_path), "--no-cache", "--extend-select", rule.code)
    invoke("check", "--fix", "--unsafe-fixes", *arguments)
    assert invoke("check", "--diff", "--unsafe-fixes", *arguments).stdout == ""
