"""In a course with common faults, an edit of a paragraph is checked by itself on most pages.

What a rule about the whole curriculum reads of a page has to be what it needs: who reads its text
has every edit of the page checked with everything else.
"""

from __future__ import annotations

import os
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


def test_another_word_is_checked_by_itself_on_most_pages(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: list[bool] = []
    changed = StoredRun.changed

    def note(stored: StoredRun) -> Result | None:
        done = changed(stored)
        known.append(done is not None)
        return done

    monkeypatch.setattr(StoredRun, "changed", note)
    _check(course)
    pages = sorted(course.rglob("*.md"))
    for page in pages:
        _write(page, page.read_text().replace("about nothing", "about many things"))
        found = _check(course)
    assert found == _check(course, "--no-cache")
    assert known[1:].count(True) >= 0.9 * len(pages)
