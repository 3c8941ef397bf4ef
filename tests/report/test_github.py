"""GitHub annotations, as a runner reads them."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.check.diagnostic import INTERNAL_ERROR, Diagnostic
from curriculum_lint.report.annotations import BUDGET, to_annotate
from curriculum_lint.report.github import github_report
from curriculum_lint.report.summary import Report
from curriculum_lint.report.text import text_report
from curriculum_lint.report.workflow_command import workflow_command
from curriculum_lint.settings.severity import Severity

from .runner import Command, commands
from .sample import DIAGNOSTICS, HTTP, ci_report, place
from .strategies import hostile
from .test_people_formats import hostile_reports

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741


def annotations(report: Report) -> list[Command]:
    return commands("".join(github_report(report)))


def finding(code: str, path: str = "a.md", line: int = 1, severity: Severity = E) -> Diagnostic:
    at = place(path, (line, 1), (line, 2))
    return Diagnostic(code, f"rule-{code}", severity, f"{code} at {path}:{line}.", at)


def test_every_finding_is_annotated_where_it_is() -> None:
    written = annotations(ci_report(DIAGNOSTICS[:1]))
    assert [(each.name, each.properties) for each in written] == [
        (
            "error",
            {
                "title": "CL301 broken-link",
                "file": f"course/{HTTP}",
                "line": "3",
                "endLine": "3",
                "col": "23",
                "endColumn": "46",
            },
        )
    ]
    assert written[0].data.split("\n") == [
        'The link goes to "../2_databses/readme.md", which does not exist.',
        'Did you mean "../2_databases/readme.md"?',
        '`curriculum-lint check --fix` repairs it: Link to "../2_databases/readme.md"',
    ]


def test_severities_have_the_names_of_the_platform() -> None:
    found = tuple(finding("CL1", line=n, severity=s) for n, s in enumerate((E, W, I), start=1))
    names = [each.name for each in annotations(ci_report(found))]
    assert names == ["error", "warning", "notice"]


def test_a_span_of_several_lines_has_no_columns() -> None:
    spanning = finding("CL1")._replace(place=place("a.md", (3, 5), (4, 2)))
    properties = annotations(ci_report((spanning,)))[0].properties
    assert (properties["line"], properties["endLine"]) == ("3", "4")
    assert not {"col", "endColumn"} & set(properties)


def test_a_folder_is_shown_at_a_file() -> None:
    folder = finding("CL101", "junior_level/3_security")
    assert annotations(ci_report((folder,)))[0].properties["file"] == (
        "course/junior_level/readme.md"
    )


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text())
def test_any_text_survives_a_workflow_command(value: str, message: str) -> None:
    message = re.sub("[\ud800-\udfff]", "", message)
    written = workflow_command("error", {"file": value, "line": 3}, message)
    assert commands(written) == [Command("error", {"file": value, "line": "3"}, message)]


@given(hostile_reports())
def test_nothing_but_the_annotation_of_each_finding_is_obeyed(report: Report) -> None:
    written = "".join(github_report(report))
    assert [each.name for each in commands(written)] == [
        {E: "error", W: "warning", I: "notice"}[report.diagnostics[0].severity]
    ]
    # Even where somebody ended the stop, the text itself would hold no command.
    assert commands("".join(text_report(report))) == []
    assert not re.search(r"[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f\u2028\u2029]", written)


@given(hostile)
def test_the_properties_cannot_be_added_to(words: str) -> None:
    found = finding(words, words)._replace(message=words)
    properties = annotations(ci_report((found,)))[0].properties
    assert set(properties) == {"title", "file", "line", "endLine", "col", "endColumn"}
    assert properties["line"] == "1"


def test_the_token_is_another_one_each_time_and_long() -> None:
    tokens = {
        re.search(r"^::stop-commands::([0-9a-f]{32})$", written, re.MULTILINE)[1]
        for written in ("".join(github_report(ci_report())) for _ in range(3))
    }
    assert len(tokens) == 3


def test_the_text_report_follows_between_stop_and_resume() -> None:
    written = "".join(github_report(ci_report()))
    token = re.search(r"::stop-commands::(\w+)\n", written)[1]
    assert written.endswith("".join(text_report(ci_report())) + f"::{token}::\n")


# -- the budget


def test_no_more_are_annotated_than_the_platform_shows() -> None:
    many = tuple(
        finding(f"CL{rule}", line=line, severity=severity)
        for severity in (E, W, I)
        for rule in range(4)
        for line in range(1, 6)
    )
    written = annotations(ci_report(many))
    assert Counter(each.name for each in written) == {"error": 10, "warning": 10, "notice": 10}


@pytest.mark.parametrize(
    ("count", "note"),
    [
        (10, None),
        (
            11,
            "1 more error is not shown here: 1 in `course/junior_level/readme.md`. "
            "The log of this step lists them all.",
        ),
        (
            27,
            "17 more errors are not shown here: 17 in `course/junior_level/readme.md`. "
            "The log of this step lists them all.",
        ),
    ],
)
def test_the_last_one_says_how_many_more_there_are(count: int, note: str | None) -> None:
    written = annotations(ci_report(tuple(finding("CL1", line=n + 1) for n in range(count))))
    said = [each.data.partition("\n\n")[2] for each in written]
    assert said == [""] * 9 + [note or ""]


def test_one_rule_in_one_file_leaves_room_for_others() -> None:
    found = [finding("CL109", line=n) for n in range(1, 41)]
    found += [finding("CL109", "b.md"), finding("CL301", "b.md"), finding("CL301", "c.md")]
    shown = to_annotate(found)
    assert len(shown) == BUDGET
    assert {(each.code, each.place.path) for each in shown} == {
        ("CL109", "a.md"),
        ("CL109", "b.md"),
        ("CL301", "b.md"),
        ("CL301", "c.md"),
    }
    # The rest of the room goes to the first ones, and the order is that of the report.
    assert [each.place.start.line for each in shown[:7]] == [1, 2, 3, 4, 5, 6, 7]


def test_one_rule_in_many_files_leaves_room_for_others() -> None:
    found = [finding("CL109", f"{n:02}.md") for n in range(30)] + [finding("CL999", "z.md")]
    assert "CL999" in {each.code for each in to_annotate(found)}


def test_a_fault_of_the_tool_is_always_shown() -> None:
    found = [finding(f"CL1{n:02}") for n in range(20)] + [finding(INTERNAL_ERROR, "z.md")]
    assert INTERNAL_ERROR in {each.code for each in to_annotate(found)}


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), max_size=40))
def test_a_choice_is_a_part_of_the_findings_in_their_order(pairs) -> None:
    found = [finding(code, path, line) for line, (code, path) in enumerate(pairs, start=1)]
    shown = to_annotate(found)
    assert len(shown) == min(BUDGET, len(found))
    assert shown == sorted(shown, key=lambda each: each.place.start.line)


def test_a_long_message_leaves_room_for_the_note() -> None:
    long = finding("CL1")._replace(message="x" * 20_000)
    written = annotations(ci_report(tuple(long for _ in range(11))))
    assert all(len(each.data) <= 4096 for each in written)
    assert written[-1].data.endswith("lists them all.")
