"""A rule says in its examples, word for word, what its page shows."""

from __future__ import annotations

import pytest

from curriculum_lint.check.rule import Rule
from curriculum_lint.rules.registry import all_rules
from tools.generate import ROOT, page_of


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_the_page_is_what_the_rule_says(rule: Rule) -> None:
    page = ROOT / "docs" / "rules" / f"{rule.code}.md"
    assert page_of(rule) == page.read_text(encoding="utf-8")
