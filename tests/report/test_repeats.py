"""What says the same is told once, and nothing is lost of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.check.diagnostic import Diagnostic, Place
from curriculum_lint.report.repeats import told_once
from curriculum_lint.settings.severity import Severity
from curriculum_lint.text.source import Position


def at(
    line: int, path: str = "a.md", severity: Severity = Severity.WARNING, message: str = "Bad."
) -> Diagnostic:
    start = Position(line, 1)
    return Diagnostic("CL310", "x", severity, message, Place(path, start, start), "Mend it.")


def test_two_are_told_one_by_one() -> None:
    assert told_once([at(1), at(2)]) == (at(1), at(2))


def test_more_of_one_file_are_told_at_the_first_with_the_lines_of_the_others() -> None:
    (told,) = told_once([at(1), at(4), at(4), at(9)])
    assert told.place == at(1).place
    assert told.help == "Mend it. It is so on lines 4 and 9 as well."


def test_many_lines_are_counted() -> None:
    (told,) = told_once([at(line) for line in range(1, 31)])
    assert told.help == "Mend it. It is so on lines 2, 3, 4, 5, 6, 7, 8, 9 and 21 more as well."


def test_warnings_of_several_files_stay_apart_and_infos_do_not() -> None:
    paths = ["a.md", "b.md", "b.md", "c.md"]
    assert len(told_once([at(line, path) for line, path in enumerate(paths)])) == 4
    (told,) = told_once([at(line, path, Severity.INFO) for line, path in enumerate(paths)])
    assert told.help == "Mend it. It is so 3 more times, in 2 more files."


diagnostics = st.builds(
    at,
    st.integers(1, 4),
    st.sampled_from(["a.md", "b.md"]),
    st.sampled_from(list(Severity)),
    st.sampled_from(["Bad.", "Worse."]),
)


@given(st.lists(diagnostics))
def test_each_message_of_each_severity_is_still_there_in_order(found: list[Diagnostic]) -> None:
    told = told_once(found)
    assert {(each.message, each.severity) for each in told} == {
        (each.message, each.severity) for each in found
    }
    rest = iter([each.place for each in found])
    assert all(each.place in rest for each in told)
