"""Many findings are told by cause, in few lines, and none of them is lost."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.report.grouped import MOST_SHOWN_WHOLE
from curriculum_lint.report.statistics import statistics
from curriculum_lint.report.text import text_report
from curriculum_lint.settings.severity import Severity

from .sample import DIAGNOSTICS, report

ONE = DIAGNOSTICS[0]
SEVERITIES = list(Severity)


def finding(code: int, message: str, path: str = "a.md", line: int = 1) -> Diagnostic:
    place = ONE.place._replace(path=path, start=ONE.place.start._replace(line=line))
    severity = SEVERITIES[code % 3]
    return ONE._replace(
        code=f"CL{code}", name="x-y", severity=severity, message=message, place=place, related=()
    )


def lines_of(found: list[Diagnostic], *, full: bool = False, files: int = 0) -> list[str]:
    given = report(diagnostics=tuple(found))._replace(full=full)
    given = given._replace(summary=given.summary._replace(files=files))
    return "".join(text_report(given)).splitlines()


def test_one_cause_is_told_once_with_its_places() -> None:
    found = [finding(301, f"`/x{n}` does not exist.", f"f{n:02}.md", n + 1) for n in range(31)]
    lines = lines_of(found)
    assert "CL301 x-y, 31 in 31 files: f00.md:1:" in lines[0]
    assert lines[0].endswith(" — 30 alike: f01.md:2, f02.md:3, f03.md:4 and 27 more")
    assert lines[1].startswith("Found 31 ")


def test_graver_rules_come_first_and_each_has_a_line() -> None:
    found = [finding(300 + n % 30, f"Message {chr(97 + n % 7)}.") for n in range(600)]
    text = "\n".join(lines_of(found))
    codes = re.findall(r"^(error|warning|info) (CL3\d\d)", text, re.MULTILINE)
    assert {code for _, code in codes} == {f"CL{n}" for n in range(300, 330)}
    ranks = [Severity(severity).rank for severity, _ in codes]
    assert ranks == sorted(ranks)


def test_places_in_one_file_name_it_once() -> None:
    found = [finding(301, "Said.", "a.md", n) for n in (3, 7, 9)]
    found.append(finding(301, "Said.", "b.md", 2))
    assert lines_of(found)[0].endswith(" — 3 alike: a.md:7, 9, b.md:2")


def test_few_findings_are_told_by_cause_only_where_they_repeat_each_other() -> None:
    repeated = [finding(301, f"`x{n}` is gone.") for n in range(4)]
    assert "CL301 x-y, 4: " in lines_of(repeated)[0]
    assert not any("alike" in line for line in lines_of(repeated[:3]))


def test_texts_that_many_findings_share_are_told_apart() -> None:
    found = [finding(304, f"No “{name}”.", f"{at}.md") for name in "AB" for at in range(9)]
    lines = lines_of(found)
    assert [line.count("8 alike") for line in lines[:2]] == [1, 1]


def test_the_only_finding_of_a_rule_is_one_line() -> None:
    found = [finding(301, "Said.")] * 4 + [finding(304, "Other.", "b.md", 5)]
    assert any("CL304 x-y: b.md:5:" in line for line in lines_of(found))


def test_few_findings_and_full_reports_are_shown_one_by_one() -> None:
    few = [finding(301, f"Message {chr(97 + n)}.") for n in range(MOST_SHOWN_WHOLE)]
    assert not any("alike" in line for line in lines_of(few))
    many = [finding(301, f"Message {n}.") for n in range(50)]
    assert sum("CL301 x-y" in line for line in lines_of(many, full=True)) == 50


@given(
    st.lists(st.tuples(st.integers(300, 312), st.sampled_from("abcde")), min_size=11, max_size=300),
    st.integers(0, 3000),
)
def test_the_report_is_short_and_its_counts_add_up(drawn, files: int) -> None:
    found = [finding(code, f"Said {text}.", f"{text}.md", 3) for code, text in drawn]
    lines = lines_of(found, files=files)
    assert len(lines) <= max(10, int(files * 0.28), 13 + 2)
    counted = Counter()
    for line in lines:
        if match := re.match(r"(?:error|warning|info) (CL\d+) x-y(?:, (\d+))?", line):
            counted[match[1]] += int(match[2] or 1)
    assert counted == Counter(each.code for each in found)


def test_what_can_be_fixed_is_counted_by_severity() -> None:
    fixable = next(each for each in DIAGNOSTICS if each.fix is not None)
    same = [fixable._replace(severity=each) for each in (Severity.ERROR, Severity.INFO)]
    same.append(same[1]._replace(fix=None))
    lines = "".join(statistics(report(diagnostics=tuple(same)))).splitlines()
    assert sum("1 fixable" in line for line in lines) == 2
