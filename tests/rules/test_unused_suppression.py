"""CL002: what a comment suppresses, and what of it can go."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.said import Said, said_of

LINK = "[x](gone.md)"


def _comment(words: str) -> str:
    return f"<!-- curriculum-lint-{words} -- a reason -->"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("disable", "no rule finds anything"),
        ("disable-file", "no rule finds anything"),
        ("disable CL301", "CL301 finds nothing"),
        ("disable-file CL301 broken-anchor", "CL301 and broken-anchor find nothing"),
        ("disable-next-line CL301, CL116, CL117", "CL301, CL116 and CL117 find nothing"),
    ],
)
def test_a_comment_that_suppresses_nothing_can_go(words: str, found: str, tmp_path: Path) -> None:
    text = f"# T\n\n{_comment(words)}\n\ntext\n"
    message = f"This comment suppresses nothing: {found} here."
    end = len(_comment(words)) + 1
    fixed = "# T\n\n\n\ntext\n"
    assert said_of(tmp_path, "CL002", text) == [Said(f"3:1-{end}", message, fixed)]


@pytest.mark.parametrize(
    ("written", "unused"),
    [
        ("CL301", []),
        ("broken-link", []),
        ("CL301 CL116", ["CL116"]),
        ("CL116, CL301, CL117", ["CL116", "CL117"]),
        ("", []),
    ],
)
def test_a_rule_that_finds_nothing_can_go_by_itself(
    written: str, unused: list[str], tmp_path: Path
) -> None:
    text = f"# T\n\n{_comment(f'disable-next-line {written}')}\n{LINK}\n"
    found = said_of(tmp_path, "CL002", text)
    assert [each.message for each in found] == [
        f"{code} finds nothing here, so it need not be suppressed." for code in unused
    ]
    assert [each.fixed for each in found] == [text.replace(code, "") for code in unused]


def test_the_end_of_a_line_keeps_its_blanks(tmp_path: Path) -> None:
    text = f"# T\n\nx {_comment('disable-line CL301, CL116')} {LINK}\n"
    (found,) = said_of(tmp_path, "CL002", text)
    assert found.is_unsafe
