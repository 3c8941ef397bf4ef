from __future__ import annotations

import pytest

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.edits.edit import Edit, Fix, Safety
from curriculum_lint.report.closing import closing_line
from curriculum_lint.report.summary import Counts, Report, in_order, summarise
from curriculum_lint.settings.severity import Severity

from .sample import place, position_of, source_line

E, W, N = Severity.ERROR, Severity.WARNING, Severity.INFO
SAFE, UNSAFE = Safety.SAFE, Safety.UNSAFE
CHECKED = Counts(21, 10, 1, 180)


def _closing(
    found: list[tuple[str, Severity, Safety | None]],
    counts: Counts = CHECKED,
    cut: int = 0,
) -> str:
    diagnostics = [
        Diagnostic(
            "CL999",
            "some-rule",
            severity,
            "Something.",
            place(path, (1, 1), (1, 2)),
            fix=safety and Fix("Repair it", safety, (Edit(path, 0, 1, ""),)),
        )
        for path, severity, safety in found
    ]
    summary = summarise(counts, diagnostics, 0.1249)
    listed, left = in_order(diagnostics[cut:]), in_order(diagnostics[:cut])
    return closing_line(Report(listed, summary, source_line, position_of, "1", cut=left))


@pytest.mark.parametrize(
    ("found", "line"),
    [
        ([("a", E, None)], "Found 1 error in 1 file."),
        ([("a", E, SAFE)], "Found 1 error in 1 file; it can be fixed with --fix."),
        (
            [("a", N, None), ("a", N, None), ("b", W, None)],
            "Found 1 warning and 2 infos in 2 files.",
        ),
        (
            [("a", E, SAFE), ("b", E, None), ("c", W, SAFE), ("c", N, None)],
            "Found 2 errors, 1 warning and 1 info in 3 files; 2 can be fixed with --fix.",
        ),
        (
            [("a", E, SAFE), ("a", E, SAFE)],
            "Found 2 errors in 1 file; both can be fixed with --fix.",
        ),
        (
            [("a", W, SAFE)] * 3,
            "Found 3 warnings in 1 file; all can be fixed with --fix.",
        ),
        (
            [("a", W, UNSAFE), ("a", W, None)],
            "Found 2 warnings in 1 file; 1 can be fixed with --fix --unsafe-fixes.",
        ),
        (
            [("a", W, UNSAFE), ("a", W, SAFE)],
            "Found 2 warnings in 1 file; 1 can be fixed with --fix, "
            "1 more with --fix --unsafe-fixes.",
        ),
    ],
)
def test_findings_are_counted_in_words(
    found: list[tuple[str, Severity, Safety | None]], line: str
) -> None:
    assert _closing(found) == line


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        (
            CHECKED,
            "No findings in 21 files: "
            "10 modules, 1 subsection and 180 exercises checked in 0.12 s.",
        ),
        (
            Counts(1, 1, 0, 1),
            "No findings in 1 file: 1 module, 0 subsections and 1 exercise checked in 0.12 s.",
        ),
        (Counts(0, 0, 0, 0), "No files to check."),
    ],
)
def test_a_clean_run_says_what_was_checked(counts: Counts, line: str) -> None:
    assert _closing([], counts) == line


@pytest.mark.parametrize(
    ("cut", "words"),
    [
        (2, "2 of them are not listed, because a limit was reached; --statistics counts them"),
        (1, "1 of them is not listed, because a limit was reached; --statistics counts it"),
    ],
)
def test_findings_beyond_the_limits_are_counted_and_mentioned(cut: int, words: str) -> None:
    found = [("a", E, SAFE), ("b", W, None), ("c", W, SAFE)]
    assert _closing(found, cut=cut) == (
        f"Found 1 error and 2 warnings in 3 files; 2 can be fixed with --fix. {words} as well."
    )


@pytest.mark.parametrize(
    ("known", "clean", "found"),
    [
        (0, "No findings in 21 files: ", "Found 1 error in 1 file."),
        (
            1,
            "No new findings in 21 files: ",
            "Found 1 error in 1 file. 1 known finding is hidden by the baseline.",
        ),
        (
            20,
            "No new findings in 21 files: ",
            "Found 1 error in 1 file. 20 known findings are hidden by the baseline.",
        ),
    ],
)
def test_what_the_baseline_hides_is_said(known: int, clean: str, found: str) -> None:
    def closing(diagnostics: list[Diagnostic]) -> str:
        summary = summarise(CHECKED, diagnostics, 0.1)._replace(baselined=known)
        return closing_line(Report(tuple(diagnostics), summary, source_line, position_of, "1"))

    one = Diagnostic("CL999", "some-rule", E, "Something.", place("a", (1, 1), (1, 2)))
    assert closing([]).startswith(clean)
    assert closing([one]) == found
    assert closing([]).endswith(found.removeprefix("Found 1 error in 1 file."))
