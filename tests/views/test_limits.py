"""What is listed of too many findings: the graver ones, and some of every rule."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.check.diagnostic import Diagnostic, Place
from curriculum_lint.settings.limits import Limits
from curriculum_lint.settings.severity import Severity
from curriculum_lint.text.source import Position
from curriculum_lint.views.limits import within_limits

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741


def finding(code: str, severity: Severity, line: int, path: str = "a.md") -> Diagnostic:
    at = Place(path, Position(line, 1), Position(line, 2))
    return Diagnostic(code, f"rule-{code}", severity, "Something.", at)


def many(code: str, severity: Severity, count: int, path: str = "a.md") -> list[Diagnostic]:
    return [finding(code, severity, line, path) for line in range(1, count + 1)]


def listed(found: list[Diagnostic], most: int, of_a_rule: int = 1_000_000) -> Counter[str]:
    limits = Limits(diagnostics=most, diagnostics_per_rule=of_a_rule)
    return Counter(each.code for each in within_limits(found, limits).shown)


def test_no_rule_is_starved_by_graver_ones() -> None:
    found = [*many("CL1", E, 9_000), *many("CL2", W, 3_000), *many("CL3", I, 1)]
    assert listed(found, 5_000) == {"CL1": 4_989, "CL2": 10, "CL3": 1}


def test_equally_grave_rules_take_turns_however_many_one_has() -> None:
    found = [*many("CL1", W, 9_000), *many("CL2", W, 40), *many("CL3", W, 3_000)]
    assert listed(found, 100) == {"CL1": 34, "CL2": 33, "CL3": 33}
    assert listed(found, 1_000) == {"CL1": 480, "CL2": 40, "CL3": 480}


def test_where_there_is_room_for_less_than_every_rule_the_gravest_go_first() -> None:
    found = [*many("CL1", I, 5), *many("CL2", E, 5), *many("CL3", W, 5)]
    assert listed(found, 2) == {"CL2": 1, "CL3": 1}


def test_the_graver_ones_of_a_rule_go_first() -> None:
    found = [*many("CL1", I, 20), *many("CL1", E, 3, "z.md"), *many("CL2", E, 20)]
    shown = within_limits(found, Limits(diagnostics=6)).shown
    assert [each.severity for each in shown if each.code == "CL1"] == [E, E, E]


def test_one_rule_in_one_file_has_its_own_limit() -> None:
    found = [*many("CL1", W, 30), *many("CL1", W, 3, "b.md"), *many("CL2", W, 8)]
    assert listed(found, 5_000, of_a_rule=5) == {"CL1": 8, "CL2": 5}


FINDINGS = st.lists(
    st.builds(
        finding,
        st.sampled_from(["CL1", "CL2", "CL3"]),
        st.sampled_from(Severity),
        st.integers(1, 30),
        st.sampled_from(["a.md", "b.md"]),
    ),
    unique=True,
    max_size=60,
)


@given(FINDINGS, st.integers(1, 70), st.integers(1, 70))
def test_every_finding_is_listed_or_cut_and_each_rule_has_its_share(
    found: list[Diagnostic], most: int, of_a_rule: int
) -> None:
    shown, cut = within_limits(found, Limits(diagnostics=most, diagnostics_per_rule=of_a_rule))
    assert sorted([*shown, *cut]) == sorted(found)
    assert [each for each in found if each in set(shown)] == list(shown)
    in_files = Counter((each.place.path, each.code) for each in found)
    room = sum(min(count, of_a_rule) for count in in_files.values())
    assert len(shown) == min(most, room)
    rules = {each.code for each in found}
    assert len({each.code for each in shown}) == min(len(rules), most)
