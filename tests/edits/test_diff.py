from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum_lint.edits.changed_lines import changed_lines
from curriculum_lint.edits.diff import git_diff, removing_diff, renaming_diff, unified_diff


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
        ("a\r\nb\r\n", "a\r\nc\r\n", HEAD + "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"),
        ("a\r\nb\n", "a\nb\n", HEAD + "@@ -1,2 +1,2 @@\n-a\r\n+a\n b\n"),
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


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("a b.md", "a/a b.md"),
        ("é.md", "a/é.md"),
        ('a"b.md', '"a/a\\042b.md"'),
        ("a\\b.md", '"a/a\\134b.md"'),
        ("é\n.md", '"a/\\303\\251\\012.md"'),
        ("~!\t.md", '"a/~!\\011.md"'),
        (" ~\x7f\x1f", '"a/ ~\\177\\037"'),
        ("##[x]\x7f", '"a/#\\043[x]\\177"'),
    ],
)
def test_a_path_that_is_not_plain_is_quoted_byte_by_byte(path: str, shown: str) -> None:
    assert diff("a\n", "b\n", path).startswith(f"--- {shown}\n+++ {shown.replace('a/', 'b/', 1)}\n")


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a\r\n", "a\n", "-a\r\n+a\n"),
        ("a\r\n", "b\r\n", "-a\r\n+b\r\n"),
        ("a\r", "b\r", "-a\n+b\n"),
        ("a\r\n", "b", "-a\r\n+b\n\\ No newline at end of file\n"),
        ("a\nb\r", "a\nB\r", " a\n-b\\x0d\n+B\\x0d\n"),
        ("a\rb\nc\r", "a\rB\nc\r", " a\\x0d\n-b\n+B\n c\\x0d\n"),
    ],
)
def test_crlf_stays_as_it_is_and_a_cr_alone_is_shown(before: str, after: str, shown: str) -> None:
    assert diff(before, after).split("@@\n")[1] == shown


@pytest.mark.parametrize(
    ("before", "after", "percent"),
    [
        ("", "", 100),
        ("a\nb\n", "a\nb\n", 100),
        ("a\nb\n", "a\nc\n", 50),
        ("a\n" * 99 + "b\n", "a\n" * 99 + "c\n", 99),
        ("a\n" * 999 + "b\n", "a\n" * 999 + "c\n", 99),
        ("a\n", "b\n", 0),
        ("a\n", "a\nb\nc\nd\n", 25),
        ("a\nb\nc\nd\n", "a\n", 25),
    ],
)
def test_a_renamed_file_says_how_much_of_the_longer_text_is_kept(
    before: str, after: str, percent: int
) -> None:
    lines = list(renaming_diff("x y.md", 'b"c.md', before, after))
    assert lines[:4] == [
        'diff --git a/x y.md "b/b\\042c.md"\n',
        f"similarity index {percent}%\n",
        "rename from x y.md\n",
        'rename to "b\\042c.md"\n',
    ]
    changed = list(unified_diff('b"c.md', before, after))
    assert lines[4:] == ["--- a/x y.md\n", *changed[1:]][: len(changed)]


def test_a_new_file_among_renamed_ones_says_so() -> None:
    new = list(unified_diff("a.md", None, "x\n"))
    header = ["diff --git a/a.md b/a.md\n", "new file mode 100644\n"]
    assert list(git_diff("a.md", None, "x\n")) == [*header, *new]
    assert list(git_diff("a.md", "y\n", "x\n"))[:2] == [header[0], "--- a/a.md\n"]
    assert list(git_diff("a.md", "x\n", "x\n")) == []


def test_a_file_that_is_taken_away_says_so() -> None:
    assert list(removing_diff('a "b".md', "x\n")) == [
        'diff --git "a/a \\042b\\042.md" "b/a \\042b\\042.md"\n',
        "deleted file mode 100644\n",
        '--- "a/a \\042b\\042.md"\n',
        "+++ /dev/null\n",
        "@@ -1 +0,0 @@\n",
        "-x\n",
    ]


def test_an_empty_file_comes_and_goes_without_a_line() -> None:
    header = "diff --git a/a.md b/a.md\n"
    assert list(removing_diff("a.md", "")) == [header, "deleted file mode 100644\n"]
    assert list(git_diff("a.md", None, "")) == []


def test_each_path_of_a_difference_is_its_own() -> None:
    """Both sides are quoted where they need it, and only there."""
    lines = list(git_diff('"', "a\n", "b\n"))
    assert lines[:3] == [
        'diff --git "a/\\042" "b/\\042"\n',
        '--- "a/\\042"\n',
        '+++ "b/\\042"\n',
    ]
    lines = list(renaming_diff('"', "plain.md", "a\nb\n", "a\nc\n"))
    assert lines == [
        'diff --git "a/\\042" b/plain.md\n',
        "similarity index 50%\n",
        'rename from "\\042"\n',
        "rename to plain.md\n",
        '--- "a/\\042"\n',
        "+++ b/plain.md\n",
        "@@ -1,2 +1,2 @@\n",
        " a\n",
        "-b\n",
        "+c\n",
    ]


def test_three_lines_around_a_change_are_shown() -> None:
    old = [f"{number}\n" for number in range(1, 11)]
    new = [*old[:4], "five\n", "and more\n", *old[5:]]
    assert diff("".join(old), "".join(new)) == (
        HEAD + "@@ -2,7 +2,8 @@\n 2\n 3\n 4\n-5\n+five\n+and more\n 6\n 7\n 8\n"
    )
    assert diff("".join(old), "".join(old[:4] + old[5:])) == (
        HEAD + "@@ -2,7 +2,6 @@\n 2\n 3\n 4\n-5\n 6\n 7\n 8\n"
    )
    assert diff("".join(old), "".join([*old, "new\n"])) == (
        HEAD + "@@ -8,3 +8,4 @@\n 8\n 9\n 10\n+new\n"
    )


def test_two_changes_in_one_hunk_keep_what_is_between_them() -> None:
    old = [f"{number}\n" for number in range(1, 9)]
    new = ["one\n", "and more\n", *old[1:4], *old[5:7], "eight\n"]
    assert diff("".join(old), "".join(new)) == (
        HEAD + "@@ -1,8 +1,8 @@\n-1\n+one\n+and more\n 2\n 3\n 4\n-5\n 6\n 7\n-8\n+eight\n"
    )
