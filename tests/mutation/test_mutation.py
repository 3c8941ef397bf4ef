"""The tool that asks whether tests notice: what it draws, where a change is, who may notice it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.mutation.examples import example_lines
from tools.mutation.places import Lines, function_at, statement_at

pytest.importorskip("mutmut", reason="the extra `mutation` is not installed")

from tools.mutation.choose import choose_tests
from tools.mutation.mutants import Mutant, draw_mutants
from tools.mutation.patch import patch
from tools.mutation.record import Record, Run, digest_of

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
        assert mutant.function == function_at(SOURCE, mutant.line)


def test_decorated_functions_and_constants_have_mutants_and_examples_have_none(root: Path) -> None:
    mutants = drawn(root)
    assert {mutant.function for mutant in mutants} == {"", "Rule.name", "Rule.is_long"}
    assert {SOURCE.splitlines()[line - 1] for line in example_lines(SOURCE)} == {
        '_TEXT = "a < b"',
        "    good = (_TEXT,)",
    }
    assert not {mutant.line for mutant in mutants} & example_lines(SOURCE)


def test_what_is_said_and_the_case_of_what_is_read_in_any_case_are_not_changed(
    tmp_path: Path,
) -> None:
    (tmp_path / "said.py").write_text(
        'SAID = "No number here." "of which the others are"\n'
        'WORD = "number"\n'
        'ANY = re.compile(r"a\\d" "b", re.IGNORECASE)\n'
        'ONE = re.compile(r"a\\d", re.DOTALL)\n'
    )
    mutants = draw_mutants(tmp_path, ["said.py"], 1_000, seed=0)
    changed = [each.mutated.splitlines()[each.line - 1] for each in mutants]
    assert [line for line in changed if line.startswith("SAID")] == ["SAID = None"]
    assert 'WORD = "NUMBER"' in changed
    assert 'ONE = re.compile(r"A\\d", re.DOTALL)' in changed
    assert not [line for line in changed if line.startswith("ANY") and '"B"' in line]
    assert [line for line in changed if line.startswith("ANY") and '"XXbXX"' in line]


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


def run(seconds: float, *lines: int) -> Run:
    return Run(seconds, {"rule.py": sum(1 << line for line in lines)})


def test_tests_that_soon_run_much_come_first_and_the_budget_ends_them(root: Path) -> None:
    mutant = next(each for each in drawn(root) if each.function == "Rule.name")
    here, there = 12, 17
    runs = {
        "slow": run(50, here, there),
        "here": run(2, here),
        "much": run(2, here, there),
        "there": run(3, there),
    }
    record = Record(runs, [{"rule.py": SOURCE}])
    assert choose_tests(mutant, record, budget=60) == ["much", "here", "slow"]
    assert choose_tests(mutant, record, budget=3) == ["much"]
    besides = {"besides": Run(2, runs["much"].lines | {"other.py": 1 << 5})}
    both = record._replace(runs={**besides, **runs})
    assert choose_tests(mutant, both, budget=60) == ["much", "besides", "here", "slow"]
    at_import = mutant._replace(function="")
    assert choose_tests(at_import, record, 60) == ["much", "here", "there", "slow"]


def test_a_line_that_has_moved_since_is_found(root: Path) -> None:
    mutant = next(each for each in drawn(root) if each.function == "Rule.name")
    record = Record({"one": run(1, 10), "two": run(1, 12)}, [])
    moved = SOURCE.replace('_TEXT = "a < b"\n', "").replace("LIMIT = 3\n", "")
    assert choose_tests(mutant, record._replace(sources=[{"rule.py": moved}]), 60) == ["one"]
    assert choose_tests(mutant, record._replace(sources=[{"rule.py": SOURCE}]), 60) == ["two"]


def test_a_statement_is_all_of_its_lines_without_those_it_holds() -> None:
    source = "if (\n    a\n    and b\n):\n    call(\n        1,\n    )\n"
    assert statement_at(source, 3) == Lines("If", 1, 4)
    assert statement_at(source, 6) == Lines("Expr", 5, 7)


def test_tests_are_known_until_they_or_what_brings_their_cases_changes(tmp_path: Path) -> None:
    rule = tmp_path / "src/curriculum_lint/rules/one.py"
    written = {
        tmp_path / "tests/one/test_one.py": "print(1)",
        tmp_path / "tests/two/test_two.py": "all_rules()",
        tmp_path / "tests/two/cases.json": "[]",
        rule: "1",
    }
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    paths = ("tests/one/test_one.py", "tests/two/test_two.py")

    def digests() -> list[str]:
        return [digest_of(tmp_path, path) for path in paths]

    before = digests()
    for path, changed in zip(written, ((0,), (1,), (1,), (1,)), strict=True):
        text = path.read_text()
        path.write_text(f"{text} ")
        pairs = enumerate(zip(before, digests(), strict=True))
        assert tuple(at for at, pair in pairs if len(set(pair)) == 2) == changed
        path.write_text(text)
    assert digests() == before
