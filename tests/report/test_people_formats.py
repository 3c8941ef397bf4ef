"""What holds for the formats that people read: text and concise."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.check.diagnostic import Diagnostic, Place, Related
from curriculum_lint.edits.edit import Fix, Safety
from curriculum_lint.report.concise import concise_report
from curriculum_lint.report.summary import Counts, Report, in_order, summarise
from curriculum_lint.report.text import text_report
from curriculum_lint.settings.severity import Severity
from curriculum_lint.text.source import Position

from .sample import DIAGNOSTICS, report
from .strategies import hostile

ANSI = re.compile(r"\x1b\[[0-9;]+m")


@st.composite
def hostile_reports(draw: st.DrawFn) -> Report:
    start = Position(draw(st.integers(1, 3)), draw(st.integers(1, 30)))
    place = Place(draw(hostile), start, start._replace(column=start.column + 3))
    diagnostic = Diagnostic(
        draw(hostile),
        draw(hostile),
        draw(st.sampled_from(Severity)),
        draw(hostile),
        place,
        draw(st.none() | hostile),
        Fix(draw(hostile), Safety.SAFE, ()),
        (Related(Place(draw(hostile), start, start), draw(hostile)),),
    )
    line = draw(st.none() | hostile)
    return Report(
        in_order([diagnostic]),
        summarise(Counts(1, 1, 1, 1), [diagnostic], 0.0),
        lambda path, number: line,
        lambda path, offset: Position(1, 1),
        "1",
        draw(st.booleans()),
    )


@given(hostile_reports())
def test_no_line_is_a_workflow_command_or_moves_the_terminal(hostile_report: Report) -> None:
    for render in (text_report, concise_report):
        written = "".join(render(hostile_report))
        for shown in (written, ANSI.sub("", written)):
            for line in shown.split("\n"):
                assert "##[" not in line
                assert not line.lstrip().startswith("::")
        assert re.fullmatch(r"[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]*", ANSI.sub("", written))
        written.encode()


@given(hostile_reports())
def test_colour_adds_nothing_but_colour(hostile_report: Report) -> None:
    colored = "".join(text_report(hostile_report._replace(color=True)))
    plain = "".join(text_report(hostile_report._replace(color=False)))
    assert "\x1b" not in plain
    assert "\x1b" in colored
    assert [line.rstrip() for line in ANSI.sub("", colored).split("\n")] == [
        line.rstrip() for line in plain.split("\n")
    ]


@given(hostile_reports())
def test_concise_is_one_line_a_diagnostic_and_a_summary(hostile_report: Report) -> None:
    written = "".join(concise_report(hostile_report))
    assert len(written.splitlines()) == 2


@pytest.mark.parametrize("render", [text_report, concise_report])
def test_a_clean_run_is_one_line(render) -> None:
    written = "".join(render(report(diagnostics=())))
    assert written.startswith("No findings in 21 files: ")
    assert written.count("\n") == 1


def test_each_file_has_one_heading() -> None:
    lines = "".join(text_report(report())).split("\n")
    paths = {diagnostic.place.path for diagnostic in DIAGNOSTICS}
    headings = [line for line in lines if line and not line.startswith((" ", "Found", "More"))]
    assert len(headings) == len(paths)


def test_a_folder_has_no_source_line() -> None:
    folder = [d for d in DIAGNOSTICS if d.name == "missing-readme"]
    assert " | " not in "".join(text_report(report(diagnostics=tuple(folder))))


def test_an_empty_line_is_not_shown() -> None:
    empty = [d for d in DIAGNOSTICS if d.message == "Nothing follows."]
    assert " | " not in "".join(text_report(report(diagnostics=tuple(empty))))


def test_spaces_at_the_end_of_a_blank_line_are_marked() -> None:
    base = DIAGNOSTICS[0]._replace(
        place=Place("x.md", Position(1, 1), Position(1, 3)), help=None, fix=None, related=()
    )
    blank = report(diagnostics=(base,))._replace(source_line=lambda path, line: "  \n")
    assert "    1 |\n      | ^^\n" in "".join(text_report(blank))


def test_a_span_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    base = DIAGNOSTICS[0]._replace(place=Place("x.md", Position(1, 5), Position(3, 2)))
    spanning = report(diagnostics=(base,))._replace(source_line=lambda path, line: "one two\r\n")
    assert "    1 | one two\n      |     ^^^\n" in "".join(text_report(spanning))
