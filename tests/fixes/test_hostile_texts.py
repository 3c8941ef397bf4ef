"""Texts that are right, or that only their author can mend: no safe fix touches them."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.edits.compose import apply_edits, edits_by_path
from curriculum_lint.edits.edit import Safety
from tests.repository import diagnostics_on, write_files

_EXERCISE = (
    "## 1) Say hi\n\n**Goal:** Print.\n\n**Build steps:**\n\n1. Run:\n\n   **Hint:** with node.\n\n"
    "2. Read.\n\n**Acceptance criteria:**\n\n- It prints.\n"
)


def fixed(root: Path, text: str, path: str = "notes.md") -> str:
    """``text`` after all safe fixes."""
    write_files(root, {path: text})
    fixes = [each.fix for each in diagnostics_on(root) if each.place.path == path and each.fix]
    edits = edits_by_path(each for each in fixes if each.safety is Safety.SAFE)
    return apply_edits(text, edits.get(path, ()))


@pytest.mark.parametrize(
    "text",
    [
        "Sie spielt in der\n2. Liga und dann in der\n3. Liga.\n",
        "Født den\n3. mai, døpt den\n4. juni.\n",
        "It came as\n2) this and\n3) that.\n",
        "#MeToo is a movement\n",
        "#TODO Write this part\n",
        "Tagged:\n\n#Hiring Engineers in Berlin\n",
        "Text in the wrong encoding looks like “cafÃ©”.\n",
        "文字化けの例：Ã©\n",
        "|a|b|\n|-|-|\n\n|c|d|\n|1|2|\n",
        "f(**a, **b), 2 ** 3 ** 2 and src/**/x.\n",
        "a[0] (first), [0, 1] (closed), [12] (Smith) and (int)[3].\n",
        "Use `“` and `–` in text. The key `l’été` is French.\n",
        "[it](if you like) and [this](see below).\n",
        "- [] is an empty array\n- {} is an empty object\n",
        "- x(1)[a.b], foo(1)[bar]\n",
    ],
)
def test_no_safe_fix_touches_it(tmp_path: Path, text: str) -> None:
    text = f"# Notes\n\n{text}"
    assert fixed(tmp_path, text) == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            '[a](a b.md) [b](my file.pdf "t") ![c](img (1).png)\n',
            '[a](a%20b.md) [b](my%20file.pdf "t") ![c](img%20(1).png)\n',
        ),
        ("Write to [us](us@example.org).\n", "Write to [us](mailto:us@example.org).\n"),
        ("Two things:\n2. Read\n3. Write\n", "Two things:\n\n2. Read\n3. Write\n"),
        ("##Set it up\n", "## Set it up\n"),
    ],
)
def test_what_is_sure_is_mended(tmp_path: Path, text: str, after: str) -> None:
    assert fixed(tmp_path, f"# Notes\n\n{text}") == f"# Notes\n\n{after}"


@pytest.mark.parametrize(
    "text",
    [
        f"# One\n\n{_EXERCISE}",
        f"# One\n\nIt has 1 exercise, for readers of the 12 exercises of *Loops*.\n\n{_EXERCISE}",
        f"# One\n\nBelow are 3 exercises.\n\n{_EXERCISE}",
    ],
)
def test_no_safe_fix_touches_a_unit(tmp_path: Path, text: str) -> None:
    assert fixed(tmp_path, text, "a_level/1_one/readme.md") == text
