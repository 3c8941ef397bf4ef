"""Of more findings than GitHub shows, those that a reviewer needs are annotated."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.check.concern import Concern
from curriculum_lint.check.diagnostic import INTERNAL_ERROR, Diagnostic
from curriculum_lint.report.annotations import BUDGET, has_too_many, to_annotate
from curriculum_lint.report.github import github_report
from curriculum_lint.report.summary import InRepository
from curriculum_lint.settings.severity import Severity

from .runner import Command, commands
from .sample import ci_report, place

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741


def finding(
    code: str, path: str, line: int, severity: Severity = E, message: str | None = None
) -> Diagnostic:
    at = place(path, (line, 1), (line, 2))
    return Diagnostic(code, f"rule-{code}", severity, message or f"{code} at {path}:{line}.", at)


def marked(found: list[Diagnostic], concern: Concern) -> list[Diagnostic]:
    return [each._replace(concern=concern) for each in found]


def annotated(found: list[Diagnostic], cut: tuple[Diagnostic, ...] = ()) -> list[Command]:
    report = ci_report(tuple(found))._replace(
        repository=InRepository(), cut=cut, source_line=lambda _path, _line: None
    )
    return commands("".join(github_report(report)))


def shown_at(written: list[Command], name: str) -> list[tuple[str, int]]:
    return [
        (each.properties["file"], int(each.properties["line"]))
        for each in written
        if each.name == name
    ]


def many() -> list[Diagnostic]:
    """500 findings of 20 files: 8 are touched and 6 caused by the change; 3 rules of 3 severities.

    The change is in the last file, where a report in the order of files comes last.
    """
    found = [
        finding(code, f"level/{number:02}/readme.md", line, severity)
        for number in range(1, 21)
        for code, severity, count in (("CL301", E, 10), ("CL108", W, 10), ("CL312", I, 5))
        for line in range(1, count + 1)
    ]
    in_last = [each for each in found if "/20/" in each.place.path]
    touched = [*in_last[:6], *in_last[10:12]]
    caused = [each for each in found if "/03/" in each.place.path][:6]
    concerns = dict.fromkeys(caused, Concern.CAUSED) | dict.fromkeys(touched, Concern.TOUCHED)
    return [each._replace(concern=concerns.get(each, Concern.OTHER)) for each in found]


def test_of_500_findings_those_at_changed_lines_come_first() -> None:
    found = many()
    assert len(found) == 500
    written = annotated(found)
    assert Counter(each.name for each in written) == {"error": 10, "warning": 10, "notice": 10}
    errors = shown_at(written, "error")
    assert errors[:6] == [("level/20/readme.md", line) for line in range(1, 7)]
    assert errors[6:] == [("level/03/readme.md", line) for line in range(1, 5)]


def test_of_500_findings_the_rest_of_the_room_goes_to_as_many_files_as_there_are() -> None:
    written = annotated(many())
    warnings = shown_at(written, "warning")
    assert warnings[:2] == [("level/20/readme.md", 1), ("level/20/readme.md", 2)]
    assert warnings[2:] == [(f"level/{number:02}/readme.md", 1) for number in range(1, 9)]
    assert shown_at(written, "notice") == [
        (f"level/{number:02}/readme.md", 1) for number in range(1, 11)
    ]


def test_of_500_findings_the_last_of_a_kind_says_how_many_more_there_are_and_where() -> None:
    written = annotated(many())
    said = [each.data.partition("\n\n")[2] for each in written]
    assert [bool(words) for words in said] == ([False] * 9 + [True]) * 3
    assert said[9] == (
        "190 more errors are not shown here: 6 in `level/03/readme.md`, 10 in "
        "`level/01/readme.md`, 10 in `level/02/readme.md` and 164 in 17 other files. "
        "The log of this step lists them all."
    )


def test_the_last_one_says_how_many_more_are_at_changed_lines() -> None:
    found = [finding("CL301", "a.md", line) for line in range(1, 14)]
    written = annotated(marked(found, Concern.TOUCHED))
    assert written[-1].data.partition("\n\n")[2] == (
        "3 more errors are not shown here, 3 of them at changed lines: 3 in `a.md`. "
        "The log of this step lists them all."
    )


def test_what_a_limit_cut_is_counted_and_not_promised_in_the_log() -> None:
    found = [finding("CL301", "a.md", line) for line in range(1, 20)]
    written = annotated(found[:12], tuple(found[12:]))
    assert len(written) == BUDGET
    assert written[-1].data.partition("\n\n")[2] == (
        "9 more errors are not shown here: 9 in `a.md`. "
        "The log of this step lists all but 7 of all errors."
    )


def test_a_long_and_hostile_path_leaves_the_sentence_whole() -> None:
    found = [finding("CL301", f"{'x' * 3000}{n}\n::error::/a.md", n) for n in range(1, 40)]
    written = annotated(found)
    assert len(written) == BUDGET
    assert all(len(each.data) <= 4096 for each in written)
    assert written[-1].data.endswith("The log of this step lists them all.")
    assert "\n::error" not in written[-1].data


def test_one_message_in_many_files_is_one_cause() -> None:
    gone = [finding("CL301", f"{n:02}.md", 1, message="`../x.md` is gone.") for n in range(30)]
    other = finding("CL301", "zz.md", 7)
    assert other in to_annotate([*gone, other])


def test_a_changed_line_comes_before_another_rule_elsewhere() -> None:
    found = [finding(f"CL{n}", "a.md", n) for n in range(100, 120)]
    changed = marked([finding("CL301", "z.md", n) for n in range(1, 6)], Concern.TOUCHED)
    assert to_annotate([*found, *changed])[:5] == changed


def test_what_the_change_causes_comes_before_what_was_there() -> None:
    found = [finding(f"CL{n}", "a.md", n) for n in range(100, 120)]
    found[18] = found[18]._replace(concern=Concern.CAUSED)
    found[19] = found[19]._replace(concern=Concern.TOUCHED)
    assert to_annotate(found) == [found[19], found[18], *found[:8]]


def test_a_fault_of_the_tool_is_shown_whatever_the_change_touches() -> None:
    found = [finding("CL301", "a.md", line) for line in range(1, 20)]
    fault = finding(INTERNAL_ERROR, "z.md", 1)
    assert fault in to_annotate([*marked(found, Concern.TOUCHED), fault])


def test_room_for_each_severity_is_its_own() -> None:
    found = [finding("CL1", "a.md", line, W) for line in range(1, 11)]
    found += [finding("CL2", "a.md", line, E) for line in range(1, 11)]
    assert not has_too_many(found)
    assert has_too_many([*found, finding("CL1", "b.md", 1, W)])


FINDINGS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.sampled_from(Concern)),
    max_size=40,
)


@given(FINDINGS)
def test_nothing_shown_is_farther_from_the_change_than_anything_left_out(
    given: list[tuple[str, str, Concern]],
) -> None:
    found = [
        finding(code, path, line)._replace(concern=concern)
        for line, (code, path, concern) in enumerate(given, start=1)
    ]
    shown = to_annotate(found)
    left = set(found) - set(shown)
    assert len(shown) == min(BUDGET, len(found))
    assert [each.concern for each in shown] == sorted(each.concern for each in shown)
    assert all(one.concern <= other.concern for one in shown for other in left)
