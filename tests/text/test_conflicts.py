"""Merge conflicts: found in every form, and nowhere else."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.text.conflicts import find_conflicts, resolved

OURS, BASE, MIDDLE, THEIRS = (sign * 7 for sign in "<|=>")

KEPT = "".join(f"line {number}\n" for number in range(12))


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_conflicts(text)]


@pytest.mark.parametrize("style", ["--no-diff3", "--diff3", "--zdiff3"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_what_git_writes_is_found_and_resolved(tmp_path: Path, style: str, ending: str) -> None:
    texts = {
        "ours": "# A\nours\n" + KEPT + "ours\n",
        "base": "# A\nx\n" + KEPT + "y\n",
        "theirs": "# A\ntheirs\n" + KEPT + "\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_bytes(text.replace("\n", ending).encode())
    done = subprocess.run(
        ["git", "merge-file", style, "-p", "ours", "base", "theirs"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    text = done.stdout.decode()
    assert len(found(text)) == 2
    assert resolved(text, theirs=False) == texts["ours"].replace("\n", ending)
    assert resolved(text, theirs=True) == texts["theirs"].replace("\n", ending)


@pytest.mark.parametrize(
    "text",
    [
        f"{OURS} HEAD\na\n",
        f"{OURS}\na\n{MIDDLE}\n",
        f"a\n{MIDDLE}\nb\n{THEIRS} b\n",
        f"a\n{THEIRS} branch\nb\n",
        f"{OURS} a\n{OURS} b\n",
        f"```sh\n{OURS} HEAD\nls\n{MIDDLE}\ncd\n{THEIRS} x\n```\n",
    ],
)
def test_a_part_of_one_is_found(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        f"A heading\n{MIDDLE}\n",
        f"{MIDDLE}\n{MIDDLE}\n",
        f"> a\n{THEIRS} quoted\n",
        f"{THEIRS} quoted\n> a\n",
        f" {OURS} HEAD\n",
        f"{OURS}< HEAD\n",
        f"{OURS}HEAD\n",
        f"{BASE}\n|---|\n",
        f"text {OURS} HEAD\n",
    ],
)
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert not found(text)


@given(st.lists(st.sampled_from([OURS + " a", BASE, MIDDLE, THEIRS + " b", "> q", "x"])))
def test_spans_are_in_order_and_begin_and_end_at_marks(lines: list[str]) -> None:
    text = "\n".join(lines)
    end = -1
    for span in find_conflicts(text):
        assert end < span.start < span.end
        end = span.end
        part = text[span.start : span.end].split("\n")
        assert part[0] in lines
        assert part[-1] in lines
        assert part[0][:7] in {OURS, MIDDLE, THEIRS}


def test_many_marks_take_linear_time() -> None:
    for line in (OURS, MIDDLE, THEIRS, THEIRS + " x\n> q"):
        find_conflicts(f"{line}\n" * 100_000 + f"{OURS}\n")
