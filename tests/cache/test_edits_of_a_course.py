"""In a course with common faults, an edit of a paragraph is checked by itself on most pages.

What a rule about the whole curriculum reads of a page has to be what it needs: who reads its text
has every edit of the page checked with everything else.
"""

from __future__ import annotations

import os
import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from benchmarks.corpora import OURS
from benchmarks.make_corpus import main as make_corpus
from curriculum_lint.cache.stored_run import StoredRun
from curriculum_lint.check.result import Result
from tests.command import invoke


@pytest.fixture
def course(tmp_path: Path) -> Path:
    root = tmp_path / "course"
    size = ("--levels", "1", "--modules", "6", "--sections", "2")
    with redirect_stdout(StringIO()):
        make_corpus([str(root), "--truth", str(tmp_path / "truth.json"), *size])
    (root / "curriculum-lint.toml").write_text(OURS)
    for page in root.rglob("*.md"):
        _write(page, f"{page.read_text()}\nA paragraph about nothing.\n\n## Last\n\nEnd.\n")
    return root


def _write(page: Path, text: str) -> None:
    page.write_text(text)
    os.utime(page, (1_000_000_000, 1_000_000_000))


def _check(root: Path, *arguments: str) -> str:
    return invoke("check", "--root", str(root), "--output-format", "json", *arguments).stdout


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each run but the first, whether the edit before it was checked by itself."""
    known: list[bool] = []
    changed = StoredRun.changed

    def note(stored: StoredRun) -> Result | None:
        done = changed(stored)
        known.append(done is not None)
        return done

    monkeypatch.setattr(StoredRun, "changed", note)
    return known


@pytest.mark.parametrize(
    ("old", "new"),
    [("about nothing", "about many things"), (r"^(#+ 2\) .*)$", r"\1 again")],
    ids=["paragraph", "heading of an exercise"],
)
def test_what_nobody_else_asks_for_is_checked_by_itself_on_most_pages(
    course: Path, answers: list[bool], old: str, new: str
) -> None:
    _check(course)
    pages = [
        page
        for page in sorted(course.rglob("*.md"))
        if re.search(old, page.read_text(), re.MULTILINE)
    ]
    for page in pages:
        _write(page, re.sub(old, new, page.read_text(), count=1, flags=re.MULTILINE))
        found = _check(course)
    assert found == _check(course, "--no-cache")
    assert answers[1:].count(True) >= 0.7 * len(pages) > 5, answers
