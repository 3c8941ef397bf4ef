"""A share of the fuzzer in every run, and a proof that it can fail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from curriculum_lint.check.rule import Finding
from curriculum_lint.model.curriculum import Page
from curriculum_lint.rules.links.broken_link import BrokenLink
from curriculum_lint.rules.text.missing_final_newline import MissingFinalNewline
from tools.fuzz import laws
from tools.fuzz.laws import Broken


@pytest.mark.parametrize("seed", range(40))
def test_the_engine_holds(seed: int) -> None:
    laws.check_engine(Random(seed))
    laws.check_configuration(Random(seed))


@pytest.mark.parametrize("seed", range(20))
def test_repairs_settle(seed: int) -> None:
    laws.check_repair(Random(seed))


@pytest.mark.parametrize("seed", range(2))
def test_the_cache_tells_the_truth(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path))
    laws.check_cache(Random(seed), tmp_path)


def _broken(monkeypatch: pytest.MonkeyPatch, rule: type, check: object) -> str:
    monkeypatch.setattr(rule, "check", check)
    for seed in range(60):
        try:
            laws.check_engine(Random(seed))
        except Broken as broken:
            return str(broken)
    return "nothing"


def test_a_rule_that_crashes_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_rule: object, _curriculum: object) -> list[object]:
        raise ZeroDivisionError

    assert _broken(monkeypatch, BrokenLink, crash).startswith("crash")


def test_an_edit_outside_its_text_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = MissingFinalNewline.check

    def shifted(rule: MissingFinalNewline, page: Page) -> Iterator[Finding]:
        for each in whole(rule, page):
            edits = each.fix.edits if each.fix else ()
            moved = tuple(edit._replace(end=edit.end + 10_000) for edit in edits)
            yield each._replace(fix=each.fix._replace(edits=moved) if each.fix else None)

    assert _broken(monkeypatch, MissingFinalNewline, shifted).startswith("edit")
