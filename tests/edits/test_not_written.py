"""What is said of a file that was left alone."""

from __future__ import annotations

import errno
import os

import pytest

from curriculum_lint.edits.not_written import NotWritten, Reason, reason_of


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_ends_a_sentence_that_begins_with_a_path(reason: Reason) -> None:
    names = reason.replace("UTF-8", "").replace(".git ", "").replace(".gitignore", "")
    assert names == names.lower()
    assert names.startswith(("was not ", "was left ", "is "))
    assert names[-1].isalpha() and "  " not in reason
    if reason not in (Reason.NOT_DONE, Reason.UNFINISHED, Reason.OUTDATED):
        assert NotWritten("a.md", reason).message == f"a.md {reason}"
        assert NotWritten("a.md", reason, "Disk full").message == f"a.md {reason}: Disk full"


@pytest.mark.parametrize(
    ("path", "reason", "detail", "message"),
    [
        (".", Reason.NOT_DONE, "Disk full", "Nothing was changed: Disk full."),
        (".", Reason.NOT_DONE, "", "Nothing was changed."),
        ("a.md", Reason.NOT_DONE, "", "a.md was not changed"),
        (".", Reason.FAILED, "", ". was not written"),
        (".", Reason.OUTDATED, "It went.",
         "It went. Nothing else was changed: run the command again."),
        (".", Reason.UNFINISHED, "Disk full",
         "What was begun could be neither finished nor undone: Disk full. "
         "Put that right, and run the command again: it ends this first."),
    ],
)  # fmt: skip
def test_what_concerns_everything_is_a_sentence_of_its_own(
    path: str, reason: Reason, detail: str, message: str
) -> None:
    assert NotWritten(path, reason, detail).message == message


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "No space left on device"),
        (OSError("odd"), "odd"),
        (ValueError("bad"), "bad"),
        (ValueError(), "ValueError"),
    ],
)
def test_an_error_is_told_in_one_line(error: Exception, said: str) -> None:
    assert reason_of(error) == said
