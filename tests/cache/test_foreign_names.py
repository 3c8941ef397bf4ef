"""A cache names functions and classes; nothing but what this package means by them is loaded."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from curriculum_lint.check.known_rules import rule_rows, rules_again
from curriculum_lint.model.watch import query_of
from curriculum_lint.rules.registry import all_rules

EVIL = "import pathlib\npathlib.Path(__file__).with_name('ran').touch()\n\ndef run(*_): ...\n"
NAMES = [
    *("evil:run", "evil:", "os:getcwd", "subprocess:Popen", "curriculum_lint:evil", "a.b.c:d"),
    *("curriculum_lint.none:run", "curriculum_lint.model.watch:query_of", ":", ""),
    "curriculum_lint.edits.recover:recover",
]


@pytest.fixture
def evil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "evil.py").write_text(EVIL)
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("name", NAMES)
def test_no_other_code_is_loaded_or_called(evil: Path, name: str) -> None:
    assert query_of(name) is None
    if name:
        assert rules_again([("CL301", "broken-link", "error", False, name)]) is None
    assert "evil" not in sys.modules
    assert not (evil / "ran").exists()


def test_rules_come_back_as_they_were() -> None:
    rules = all_rules()
    again = rules_again(rule_rows(rules))
    assert again is not None
    assert [(each.code, each.name) for each in again] == [(r.code, r.name) for r in rules]


@pytest.mark.parametrize(
    "name",
    [
        "curriculum_lint.links.fragments:_arrivals",
        "curriculum_lint.listings.read:_indexes_on",
        "curriculum_lint.listings.front_matter:_metadata",
    ],
)
def test_what_is_asked_of_pages_is_known_by_name(name: str) -> None:
    assert query_of(name) is not None
