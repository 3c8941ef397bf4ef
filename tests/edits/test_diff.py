from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum_lint.edits.changed_lines import changed_lines
from curriculum_lint.edits.diff import unified_diff


def diff(before: str | None, after: str | None, path: str = "a.md") -> str:
    return "".join(unified_diff(path, before, after))


HEAD = "--- a/a.md\n+++ b/a.md\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("same\n", "same\n", ""),
        ("a\nb\nc\n", "a\nB\nc\n", HEAD + "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"),
        ("a\n", "a\nb\n", HEAD + "@@ -1 +1,2 @@\n a\n+b\n"),
        ("a\nb\n", "b\n", HEAD + "@@ -1,2 +1 @@\n-a\n b\n"),
        ("", "a\n", HEAD + "@@ -0,0 +1 @@\n+a\n"),
        (None, "a\n", "--- /dev/null\n+++ b/a.md\n@@ -0,0 +1 @@\n+a\n"),
        ("a\n", None, "--- a/a.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"),
        (
            "a",
            "a\n",
            HEAD + "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n",
        ),
        (
            "x\na",
            "y\na",
            HEAD + "@@ -1,2 +1,2 @@\n-x\n+y\n a\n\\ No newline at end of file\n",
        ),
        ("a\r\nb\r\n", "a\r\nc\r\n", HEAD + "@@ -1,2 +1,2 @@\n a\n-b\n+c\n"),
        ("a\r\nb\n", "a\nb\n", HEAD + "@@ -1,2 +1,2 @@\n-a\\x0d\n+a\n b\n"),
        ("\tx\n", "\ty\n", HEAD + "@@ -1 +1 @@\n-\tx\n+\ty\n"),
    ],
)
def test_a_difference_is_shown_as_git_shows_it(
    before: str | None, after: str | None, expected: str
) -> None:
    assert diff(before, after) == expected


def test_distant_changes_are_separate_hunks() -> None:
    lines = [f"{number}\n" for number in range(1, 21)]
    changed = ["first\n", *lines[1:13], "fourteen\n", *lines[14:]]
    assert diff("".join(lines), "".join(changed)) == (
        HEAD + "@@ -1,4 +1,4 @@\n-1\n+first\n 2\n 3\n 4\n"
        "@@ -11,7 +11,7 @@\n 11\n 12\n 13\n-14\n+fourteen\n 15\n 16\n 17\n"
    )


def test_changes_that_share_their_context_are_one_hunk() -> None:
    lines = [f"{number}\n" for number in range(1, 21)]
    for gap, hunks in ((5, 1), (6, 1), (7, 2)):
        changed = lines.copy()
        changed[3], changed[4 + gap] = "first\n", "second\n"
        assert diff("".join(lines), "".join(changed)).count("@@ -") == hunks


def test_what_is_dangerous_is_escaped_in_every_line() -> None:
    shown = diff("::error::x\n\x1b[31m\n##[x]\n", "::error::x\n\u202e\n##[x]\n", "\x1b\n.md")
    assert shown == (
        '--- "a/\\033\\012.md"\n+++ "b/\\033\\012.md"\n'
        "@@ -1,3 +1,3 @@\n"
        " \\x3a:error::x\n-\\x1b[31m\n+\\u202e\n #\\x23[x]\n"
    )


_lines = st.lists(st.sampled_from(["a", "b", "c", "d e", ""]), max_size=30)
_texts = st.builds(lambda lines, end: "\n".join(lines) + end, _lines, st.sampled_from(["", "\n"]))


@pytest.mark.skipif(shutil.which("git") is None, reason="git is needed to read the diff back")
@settings(max_examples=30, deadline=None)
@given(_texts, _texts)
def test_git_makes_the_new_text_from_the_old_and_the_diff(
    tmp_path_factory: pytest.TempPathFactory, before: str, after: str
) -> None:
    folder = tmp_path_factory.mktemp("applied")
    target = folder / "a.md"
    target.write_text(before)
    shown = diff(before, after)
    assert bool(shown) == (before != after)
    if shown:
        apply = ["git", "apply", "--unidiff-zero", "-"]
        subprocess.run(apply, cwd=folder, input=shown, text=True, check=True)
    assert target.read_text() == after


@given(_lines, _lines)
def test_changed_lines_rebuild_the_new_text(old: list[str], new: list[str]) -> None:
    rebuilt, done = [], 0
    for old_start, old_end, new_start, new_end in changed_lines(old, new):
        rebuilt += old[done:old_start] + new[new_start:new_end]
        done = old_end
    assert rebuilt + old[done:] == new


@pytest.mark.parametrize(
    "lines",
    [
        [str(number % 101) for number in range(100_000)],
        [str(number) for number in range(100_000)],
    ],
)
def test_a_text_made_to_be_slow_is_not(lines: list[str]) -> None:
    changed = [line if number % 2 else f"{line} " for number, line in enumerate(lines)]
    started = time.process_time()
    assert changed_lines(lines, changed) == [(0, 99_999, 0, 99_999)]
    assert time.process_time() - started < 2


def test_reading_a_diff_needs_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert diff("a\n", "b\n", "not/there.md").startswith("--- a/not/there.md\n")
