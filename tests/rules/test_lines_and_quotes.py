"""CL606, CL607: a `>` that begins no quotation, and the ends of lines and files."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.check.run import run
from curriculum_lint.fix.repair import repair
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.settings import Settings
from curriculum_lint.workspace.disk import Disk
from curriculum_lint.workspace.draft import Draft

RULES = [rule for rule in all_rules() if rule.code in ("CL606", "CL607")]


def found(root: Path, text: str) -> tuple[Diagnostic, ...]:
    (root / "readme.md").write_bytes(text.encode())
    return run(Disk(Settings(str(root))), RULES).diagnostics


def fixed(root: Path, text: str) -> str:
    found(root, text)
    settings = Settings(str(root))
    done = repair(Draft(Disk(settings)), lambda _: True, lambda draft: run(draft, RULES))
    assert done.run.diagnostics == ()
    return done.after["readme.md"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- > 4 MB\n", "- \\> 4 MB\n"),
        ("- >= 4\n", "- \\>= 4\n"),
        ("- >4\n", "- \\>4\n"),
        ("1. > 90% of it\n", "1. \\> 90% of it\n"),
        ("- [ ] > 4 MB is refused\n", None),
        ("- a\n  - > 4 MB\n", "- a\n  - \\> 4 MB\n"),
        ("Files of\n> 4 MB are refused.\n", "Files of\n\\> 4 MB are refused.\n"),
        ("- a\n- > 1\n- > 2\n", "- a\n- \\> 1\n- \\> 2\n"),
    ],
)
def test_a_comparison_is_no_quotation(tmp_path: Path, before: str, after: str | None) -> None:
    text = f"# T\n\n{before}"
    if after is None:
        assert found(tmp_path, text) == ()
    else:
        assert fixed(tmp_path, text) == f"# T\n\n{after}"


@pytest.mark.parametrize(
    "text",
    [
        "> 4 is a number.\n",
        "He said:\n> 4 is a number.\n",
        "A sentence.\n> 4 is a number.\n",
        "- > a quotation\n",
        "- > 4 lines\n  > of a quotation\n",
        "- > 1. a list in a quotation\n",
        "> a\n> 4 b\n",
        "Some words\n> 4 b\n> and c\n",
        "```\n- > 4 MB\n```\n",
        "    - > 4 MB\n",
        "`- > 4 MB`\n",
        "<!--\n- > 4 MB\n-->\n",
        "- a > 4\n- <b> 4\n- \\> 4\n",
        "---\nx:\n- > 4\n---\n",
        "- a\n\n  > 4 is a number.\n",
    ],
)
def test_a_quotation_is_fine(tmp_path: Path, text: str) -> None:
    text = text if text.startswith("---") else f"# T\n\n{text}"
    assert found(tmp_path, text) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a", "a\n"),
        ("a\r\nb", "a\r\nb\r\n"),
        ("a\nb\r\nc\n", "a\nb\nc\n"),
        ("a\r\nb\r\nc\n", "a\r\nb\r\nc\r\n"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\r\nb\r\nc\nd", "a\r\nb\r\nc\r\nd\r\n"),
    ],
)
def test_lines_end_alike(tmp_path: Path, before: str, after: str) -> None:
    assert fixed(tmp_path, before) == after


@pytest.mark.parametrize("text", ["", "a\n", "a\r\nb\r\n", "a\rb\r", "a\n\n\n"])
def test_lines_that_end_alike_are_fine(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == ()


def test_a_byte_order_mark_and_a_nul_are_said(tmp_path: Path) -> None:
    first, second = found(tmp_path, "\ufeffa\0b\0\n")
    assert "byte-order mark" in first.message
    assert "2 NUL characters" in second.message
    assert (second.place.start.line, second.place.start.column) == (1, 2)


def test_every_end_of_a_mixed_file_is_counted(tmp_path: Path) -> None:
    (only,) = found(tmp_path, "a\r\nb\r\nc\n\n\n\n")
    assert only.message == (
        "2 lines of the file end with CRLF (as on Windows), the other 4 with LF (as on Linux and "
        "macOS)."
    )
