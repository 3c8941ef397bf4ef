"""Every rule's examples are its first tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.rules.registry import all_rules
from curriculum_lint.testing import Case, cases, check_example, check_rules


@pytest.mark.parametrize("case", cases(all_rules()), ids=str)
def test_an_example_finds_and_fixes_what_it_states(case: Case, tmp_path: Path) -> None:
    check_example(case, tmp_path)


def test_rules_have_examples_and_words_and_codes_of_their_own() -> None:
    check_rules(all_rules())
