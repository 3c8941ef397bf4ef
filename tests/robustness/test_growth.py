"""Four times the text takes about four times as long, not sixteen times."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum_lint.check.engine import check_page
from curriculum_lint.check.readmes import PageReader, Role
from curriculum_lint.check.run import run
from curriculum_lint.check.suppress import Suppressions
from curriculum_lint.model.curriculum import Kind
from curriculum_lint.model.exercise_sequences import exercise_sequences
from curriculum_lint.model.outline_reader import read_outline
from curriculum_lint.model.template import NameParts
from curriculum_lint.model.vocabulary import Vocabulary
from curriculum_lint.parse.document import Document
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.readme_schema.schemas import load_schemas
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.exercise_settings import ExerciseForm
from curriculum_lint.settings.section_names import DEFAULT_SECTIONS
from curriculum_lint.settings.settings import Settings
from curriculum_lint.workspace.disk import Disk
from tests.curricula import clean_files, exercise
from tests.repository import write_files

VOCABULARY = Vocabulary(DEFAULT_SECTIONS)
KEYS = frozenset({"goal", "steps", "acceptance_criteria", "hints"})
COUNT = 300


def outline(document: Document) -> None:
    read_outline(document, VOCABULARY, KEYS)


ALL_FORMS = Vocabulary(DEFAULT_SECTIONS, tuple(ExerciseForm))


def count_exercises(document: Document) -> None:
    found = read_outline(document, ALL_FORMS, KEYS)
    assert found.exercises
    exercise_sequences(found, document.headings, ())


def suppress(document: Document) -> None:
    found = Suppressions(document)
    for suppression in document.suppressions:
        line = document.line(suppression.span.end)
        found.hides(line + 2, suppression.span.end + 2, "CL301", "broken-link")
    found.unused()


READER = PageReader(VOCABULARY, load_schemas(Settings(root="/")))
MODULE = Role(Kind.MODULE, NameParts(number=1))


def check(document: Document) -> None:
    check_page(READER.read(document, MODULE), all_rules())


@pytest.mark.parametrize(
    ("piece", "read"),
    [
        (exercise(1), outline),
        ("## 1) A\n\n", outline),
        ("## Exercises\n\n### 1) A\n\n", outline),
        ("## Steps\n\n- x\n\n", outline),
        ("**Goal:** x\n\n", outline),
        ("- **Goal:** x\n", outline),
        ("1. a\n   - **Steps:** x\n", outline),
        ("- x\n\n  **Steps:** y\n- z\n\n# a\n\n", outline),
        ("## Exercises\n\n- [ ] a\n\n", count_exercises),
        ("### A\n\n**Exercise 1:** x\n\n", count_exercises),
        ("## Tasks\n\n### A\n\n| # | Task |\n|---|---|\n| 1 | Go on |\n\n", count_exercises),
        ("## 1) A\n\n**Goal:** x\n\n", check),
        ("# A\n\n## Concepts\n\n", check),
        ("1. a\n   - b\n     **Acceptance criteria:** c\n\n", check),
        ("<!-- curriculum-lint-disable CL301 -->\n\n[a](b.md)\n\n", suppress),
        ("<!-- curriculum-lint-disable -->\n\n[a](b.md)\n\n", suppress),
        ("<!-- curriculum-lint-disable-next-line CL301 -->\n\n[a](b.md)\n\n", suppress),
    ],
)
def test_time_grows_with_the_text(piece: str, read: Callable[[Document], None]) -> None:
    small, large = (parse_document("x.md", piece * count) for count in (COUNT, 4 * COUNT))
    assert_linear(lambda: read(small), lambda: read(large))


START, END = "<!-- curriculum-{0}:start -->\n", "<!-- curriculum-{0}:end -->\n"
REGION = START + "\n{1}\n\n" + END + "\n"


@pytest.mark.parametrize(
    "piece",
    [
        REGION.format("index", "x"),
        REGION.format("graph", "x"),
        REGION.format("index", "- [x](gone.md)"),
        START.format("index") + "\n",
        END.format("graph") + "\n",
    ],
)
def test_a_run_over_many_generated_regions_takes_no_longer_for_each(
    tmp_path: Path, piece: str
) -> None:
    roots = [tmp_path / name for name in ("small", "large")]
    most = 1_000_000 // len(piece)
    for root, count in zip(roots, (most // 8, most), strict=True):
        write_files(root, {**clean_files(), "README.md": "# R\n\n" + piece * count})
    small, large = (Settings(root=str(root)) for root in roots)
    rules = all_rules()
    assert_linear(lambda: run(Disk(small), rules), lambda: run(Disk(large), rules), most=18)


def assert_linear(small: Callable[[], object], large: Callable[[], object], most: int = 9) -> None:
    for _ in range(4):
        if seconds(large) < most * seconds(small):
            return
    pytest.fail(f"it takes more than {most} times as long each time")


def seconds(do: Callable[[], object]) -> float:
    """CPU time, so that a busy machine does not matter."""
    started = time.process_time()
    do()
    return time.process_time() - started
