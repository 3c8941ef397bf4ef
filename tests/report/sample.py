"""A report with a bit of everything: what the golden files show."""

from __future__ import annotations

from curriculum_lint.check.diagnostic import Diagnostic, Place, Related
from curriculum_lint.check.example import Example
from curriculum_lint.check.rule import CurriculumRule
from curriculum_lint.edits.edit import Edit, Fix, Safety
from curriculum_lint.report.summary import Counts, InRepository, Report, in_order, summarise
from curriculum_lint.settings.severity import Severity
from curriculum_lint.text.source import Position, line_starts, position

HTTP = "junior_level/1_foundations_and_http/readme.md"
DATABASES = "junior_level/2_databases/readme.md"
HOSTILE = "::error title=x::\n/re\u202eadme\udcff.md"

TEXTS = {
    HTTP: """\
# Foundations & HTTP

See [the next module](../2_databses/readme.md) and then read on.

## Exercise 1: A first server
**Goal**: serve one page over HTTP.
**Build steps**:
1. Open a socket.
2. Answer `200 OK`.
   **Acceptance criteria**:
   - The page is served.

## Exercise 3: 日本語のページ́ `Content‑Length`
"""
    + "Long lines are cut: "
    + "a sentence that goes on and on, " * 12
    + "then [here](https://example.org/very/long), "
    + "and it goes on, " * 20
    + "\n",
    DATABASES: "# Databases\n\n\tIndented\twith `tabs`\n",
    HOSTILE: "## Title ##[error]stop\u200b \x1b[31mred\x1b[0m\n::warning::obey\n\n",
}


def place(path: str, start: tuple[int, int], end: tuple[int, int]) -> Place:
    return Place(path, Position(*start), Position(*end))


def _edit(path: str, old: str, new: str) -> Edit:
    start = TEXTS[path].index(old)
    return Edit(path, start, start + len(old), new)


def source_line(path: str, line: int) -> str | None:
    if path not in TEXTS:
        return None
    starts = (*line_starts(TEXTS[path]), len(TEXTS[path]))
    return TEXTS[path][starts[line - 1] : starts[line]] if line < len(starts) else None


def position_of(path: str, offset: int) -> Position:
    return position(line_starts(TEXTS[path]), offset)


_LONG = TEXTS[HTTP].splitlines()[-1]

DIAGNOSTICS = (
    Diagnostic(
        "CL301",
        "broken-link",
        Severity.ERROR,
        'The link goes to "../2_databses/readme.md", which does not exist.',
        place(HTTP, (3, 23), (3, 46)),
        'Did you mean "../2_databases/readme.md"?',
        Fix(
            'Link to "../2_databases/readme.md"',
            Safety.SAFE,
            (_edit(HTTP, "../2_databses/readme.md", "../2_databases/readme.md"),),
        ),
        (Related(place(DATABASES, (1, 1), (1, 12)), "the closest file there is"),),
    ),
    Diagnostic(
        "CL108",
        "swallowed-label",
        Severity.WARNING,
        '"Acceptance criteria" is swallowed by step 2: Markdown shows it as a part of that step.',
        place(HTTP, (10, 4), (11, 25)),
        "Put a blank line before the label and start it at the left margin.",
        Fix(
            "Lift the label and its list out of step 2",
            Safety.SAFE,
            (
                _edit(HTTP, "   **Acceptance", "\n**Acceptance"),
                _edit(HTTP, "   - The page", "- The page"),
            ),
        ),
    ),
    Diagnostic(
        "CL206",
        "exercise-number",
        Severity.ERROR,
        "Exercise 3 follows exercise 1: there is no exercise 2.",
        place(HTTP, (13, 13), (13, 14)),
        fix=Fix("Renumber to 2", Safety.UNSAFE, (_edit(HTTP, "3: 日", "2: 日"),)),
        related=(Related(place(HTTP, (5, 1), (5, 29)), "exercise 1"),),
    ),
    Diagnostic(
        "CL603",
        "look-alike-in-code",
        Severity.ERROR,
        "`Content‑Length` holds U+2011, a hyphen that no program reads as one.",
        place(HTTP, (13, 25), (13, 41)),
    ),
    Diagnostic(
        "CL312",
        "vague-link-text",
        Severity.INFO,
        'The link text "here" does not say where the link goes.',
        place(HTTP, (14, _LONG.index("[here]") + 1), (14, _LONG.index("), and") + 2)),
    ),
    Diagnostic(
        "CL602",
        "invisible-character",
        Severity.INFO,
        "A tab stands before this code span.",
        place(DATABASES, (3, 15), (3, 21)),
    ),
    Diagnostic(
        "CL101",
        "missing-readme",
        Severity.ERROR,
        'The folder "3_security" has no readme.',
        place("junior_level/3_security", (1, 1), (1, 1)),
        'Write "junior_level/3_security/readme.md".',
    ),
    Diagnostic(
        "CL116",
        "unfinished-text",
        Severity.WARNING,
        "::set-output name=x::y \n##[group]\x07 \ud800",
        place(HOSTILE, (1, 1), (1, 46)),
        "##[endgroup]",
        None,
        (Related(place(HOSTILE, (2, 1), (2, 16)), "::stop::"),),
    ),
    Diagnostic(
        "CL116",
        "unfinished-text",
        Severity.WARNING,
        "Nothing follows.",
        place(HOSTILE, (3, 1), (3, 1)),
    ),
)


def report(*, color: bool = False, diagnostics: tuple[Diagnostic, ...] = DIAGNOSTICS) -> Report:
    counts = Counts(files=21, modules=10, subsections=10, exercises=180)
    return Report(
        in_order(diagnostics),
        summarise(counts, diagnostics, seconds=0.1234),
        source_line,
        position_of,
        "0.1.0",
        color,
    )


class BrokenLink(CurriculumRule):
    """A learner who follows a broken link is lost.
    They do not know that it is not their fault.
    """

    code = "CL301"
    name = "broken-link"
    summary = "a link to a file that does not exist (`a|b` too)"
    severity = Severity.ERROR
    good = (Example("[a](b.md)\n"),)
    bad = (Example("[a](c.md)\n", finds=("1:5 CL301",)),)


#: The curriculum is in a folder of its repository, whose readme stands for the folders in it.
IN_REPOSITORY = InRepository(
    "course", lambda path: f"course/{path if path in TEXTS else 'junior_level/readme.md'}"
)


def ci_report(diagnostics: tuple[Diagnostic, ...] = DIAGNOSTICS) -> Report:
    """The same as `report`, with what only the formats for CI use."""
    plain = report(diagnostics=diagnostics)
    return plain._replace(repository=IN_REPOSITORY, rules=lambda: (BrokenLink(),))
