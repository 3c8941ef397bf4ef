"""The tool that asks whether tests notice: what it draws, where a change is, who may notice it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.mutation.examples import example_lines
from tools.mutation.functions import function_at, function_spans

pytest.importorskip("mutmut", reason="the extra `mutation` is not installed")

from tools.mutation.choose import choose_tests
from tools.mutation.mutants import Mutant, draw_mutants
from tools.mutation.patch import patch
from tools.mutation.record import Run

SOURCE = '''\
import functools

LIMIT = 3
_TEXT = "a < b"


class Rule:
    good = (_TEXT,)

    @property
    def name(self):
        return 1 if LIMIT > 2 else 2

    @functools.cache
    def is_long(self, text):
        """Whether it is."""
        return len(text) > LIMIT and not text.isspace()
'''


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "rule.py").write_text(SOURCE)
    return tmp_path


def drawn(root: Path, seed: int = 0) -> list[Mutant]:
    return draw_mutants(root, ["rule.py"], 1_000, seed)


def test_a_mutant_has_one_changed_place_and_says_where(root: Path) -> None:
    for mutant in drawn(root):
        before, after = mutant.original.splitlines(), mutant.mutated.splitlines()
        assert len(before) == len(after)
        pairs = enumerate(zip(before, after, strict=True), 1)
        assert [line for line, pair in pairs if len(set(pair)) == 2] == [mutant.line]
        assert mutant.function == function_at(function_spans(SOURCE), mutant.line)


def test_decorated_functions_and_constants_have_mutants_and_examples_have_none(root: Path) -> None:
    mutants = drawn(root)
    assert {mutant.function for mutant in mutants} == {"", "Rule.name", "Rule.is_long"}
    assert {SOURCE.splitlines()[line - 1] for line in example_lines(SOURCE)} == {
        '_TEXT = "a < b"',
        "    good = (_TEXT,)",
    }
    assert not {mutant.line for mutant in mutants} & example_lines(SOURCE)


def test_a_draw_can_be_repeated_and_half_of_it_decides(root: Path) -> None:
    some = draw_mutants(root, ["rule.py"], 6, seed=1)
    assert some == draw_mutants(root, ["rule.py"], 6, seed=1)
    assert some != draw_mutants(root, ["rule.py"], 6, seed=2)
    assert [mutant.decides for mutant in some].count(True) == 3


def test_living_functions_become_the_mutant(root: Path) -> None:
    file = str(root / "rule.py")
    for mutant in drawn(root):
        names: dict[str, object] = {}
        exec(compile(SOURCE, file, "exec"), names)
        rule = names["Rule"]()
        told = (rule.name, *map(rule.is_long, ("", "abc", "abcd", "    ")))
        assert told == (1, False, False, True, False)
        if not mutant.function:
            continue
        assert patch(mutant, file)
        code = names["Rule"].__dict__["is_long"].__wrapped__.__code__
        name = names["Rule"].__dict__["name"].fget.__code__
        mutated: dict[str, object] = {}
        exec(compile(mutant.mutated, file, "exec"), mutated)
        wanted = mutated["Rule"].__dict__
        assert code.co_code == wanted["is_long"].__wrapped__.__code__.co_code
        assert name.co_consts == wanted["name"].fget.__code__.co_consts


def test_tests_of_little_come_first_and_the_budget_ends_them(root: Path) -> None:
    mutant = next(each for each in drawn(root) if each.function == "Rule.name")
    here, there = "rule.py::Rule.name", "rule.py::Rule.is_long"
    runs = {
        "all": Run(1, frozenset({here, there, "other.py::f"})),
        "slow": Run(5, frozenset({here})),
        "quick": Run(1, frozenset({here})),
        "other": Run(1, frozenset({there})),
    }
    assert choose_tests(mutant, runs, budget=60) == ["quick", "slow", "all"]
    assert choose_tests(mutant, runs, budget=3) == ["quick"]
    at_import = mutant._replace(function="")
    assert choose_tests(at_import, runs, budget=60) == ["quick", "other", "slow", "all"]
