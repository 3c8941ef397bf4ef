"""CL104, CL107: sections that are begun where they belong, and lists of the other kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.edits.compose import apply_edits
from tests.repository import diagnostics_on, write_files

README = "first_level/1_start/readme.md"
LEVEL = {"first_level/readme.md": "# First level\n\n1. [Start](1_start/readme.md)\n"}
GOAL, STEPS = "**Goal:** Print it.\n", "**Build steps:**\n\n1. Write it.\n"
CRITERIA, PRACTICES = "**Acceptance criteria:**\n\n- It prints.\n", "## Best practices\n\n- Read.\n"


def found(root: Path, text: str, code: str) -> list[Diagnostic]:
    write_files(root, {**LEVEL, README: text})
    return [each for each in diagnostics_on(root) if each.code == code]


def fixed(root: Path, text: str, code: str = "CL104") -> str | None:
    for _ in range(4):
        fixes = [each.fix for each in found(root, text, code)]
        if not fixes:
            return text
        if fixes[0] is None:
            return None
        text = apply_edits(text, fixes[0].edits)
    return text


def readme(*parts: str) -> str:
    return "# Start\n\n" + "\n".join(parts)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            ("## 1) A\n", GOAL, CRITERIA, PRACTICES),
            ("## 1) A\n", GOAL, "**Build steps:**\n\n1. TODO\n", CRITERIA, PRACTICES),
        ),
        (
            ("## 1) A\n", STEPS, CRITERIA, PRACTICES),
            ("## 1) A\n", "**Goal:** TODO\n", STEPS, CRITERIA, PRACTICES),
        ),
        (
            ("## 1) A\n", GOAL, STEPS, CRITERIA),
            ("## 1) A\n", GOAL, STEPS, CRITERIA, "## Best practices\n\nTODO\n"),
        ),
        (
            ("## 1) A\n", GOAL, PRACTICES),
            (
                *("## 1) A\n", GOAL, "**Build steps:**\n\n1. TODO\n"),
                *("**Acceptance criteria:**\n\n- TODO\n", PRACTICES),
            ),
        ),
        (
            ("## 1) A\n", "### Goal\n\nX.\n", "### Steps\n\n1. Y.\n", PRACTICES),
            (
                *("## 1) A\n", "### Goal\n\nX.\n", "### Steps\n\n1. Y.\n"),
                *("### Acceptance criteria\n\n- TODO\n", PRACTICES),
            ),
        ),
        (
            (
                *("## 1) A\n", GOAL, "**Steps**\n\n1. X.\n", CRITERIA),
                *("## 2) B\n", GOAL, CRITERIA, PRACTICES),
            ),
            (
                *("## 1) A\n", GOAL, "**Steps**\n\n1. X.\n", CRITERIA),
                *("## 2) B\n", GOAL, "**Steps**\n\n1. TODO\n", CRITERIA, PRACTICES),
            ),
        ),
        (
            ("## Exercises\n", "### 1) A\n", GOAL, STEPS, CRITERIA),
            (
                *("## Exercises\n", "### 1) A\n", GOAL, STEPS, CRITERIA),
                "## Best practices\n\nTODO\n",
            ),
        ),
    ],
)
def test_a_missing_section_is_begun_where_the_schema_wants_it(
    tmp_path: Path, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    assert fixed(tmp_path, readme(*before)) == readme(*after)


@pytest.mark.parametrize(
    "text",
    [
        readme("## 1) A\n", "**Goal:** X.\n**Build steps:**\n\n1. Y.\n", PRACTICES),
        readme("## 1) A\n", f"{STEPS}   **Acceptance criteria:**\n   - Y.\n", PRACTICES),
    ],
)
def test_nothing_is_begun_between_sections_that_hang_together(tmp_path: Path, text: str) -> None:
    assert fixed(tmp_path, text) is None


def test_without_a_line_end_at_the_end(tmp_path: Path) -> None:
    text = readme("## 1) A\n", GOAL, STEPS, "**Acceptance criteria:**\n\n- It prints.")
    assert fixed(tmp_path, text) == f"{text}\n\n## Best practices\n\nTODO\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- a\n- b\n", "1. a\n2. b\n"),
        ("* a\n* b\n", "1. a\n2. b\n"),
        ("- a\n  more\n- b\n\n  ```js\n  x\n\n  y\n  ```\n", None),
        ("- a\nlazy\n- b\n", "1. a\nlazy\n2. b\n"),
        ("- a\n  - n\n    - m\n- b\n", "1. a\n   - n\n     - m\n2. b\n"),
        ("- [ ] a\n- [x] b\n", "1. [ ] a\n2. [x] b\n"),
        ("-   a\n\n    b\n", "1.   a\n\n     b\n"),
        ("- a\n\n\n- b\n", "1. a\n\n\n2. b\n"),
        ("- a\n\tb\n", "none"),
        ("-\ta\n", "none"),
        ("-     code\n", "none"),
        ("> - a\n", "none"),
        ("- a\n\ntext\n\n- b\n", "none"),
        ("Text only.\n", "none"),
    ],
)
def test_bullets_become_steps(tmp_path: Path, before: str, after: str | None) -> None:
    head, tail = f"# Start\n\n## 1) A\n\n{GOAL}\n**Build steps:**\n\n", f"\n{CRITERIA}\n{PRACTICES}"
    if after is None:
        after = "1. a\n   more\n2. b\n\n   ```js\n   x\n\n   y\n   ```\n"
    result = fixed(tmp_path, head + before + tail, "CL107")
    assert result == (None if after == "none" else head + after + tail)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1. a\n2. b\n", "- a\n- b\n"),
        ("9. a\n   x\n10. b\n    x\n", "- a\n  x\n- b\n  x\n"),
        ("1) a\n   1. n\n      x\n2) b\n", "- a\n  1. n\n     x\n- b\n"),
    ],
)
def test_numbers_become_criteria(tmp_path: Path, before: str, after: str) -> None:
    head = f"# Start\n\n## 1) A\n\n{GOAL}\n{STEPS}\n**Acceptance criteria:**\n\n"
    assert fixed(tmp_path, f"{head}{before}\n{PRACTICES}", "CL107") == f"{head}{after}\n{PRACTICES}"


_pieces = st.sampled_from(
    ["a", "a\n  b", "a\n\n  b", "a\nlazy", "a\n  - n\n    x", "a\n\n  ```\n  c\n  ```"]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(_pieces, min_size=1, max_size=12))
def test_only_the_kind_of_list_changes(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    root = tmp_path_factory.mktemp("list")
    bullets = "".join(f"- {piece}\n" for piece in pieces)
    head, tail = f"# Start\n\n## 1) A\n\n{GOAL}\n**Build steps:**\n\n", f"\n{CRITERIA}\n{PRACTICES}"
    text = head + bullets + tail
    result = fixed(root, text, "CL107")
    assert result is not None
    html = MarkdownIt().render(result)
    before = MarkdownIt().render(text)
    outer = before.index("<ul>")
    end = html.index("</ol>")
    assert html == f"{before[:outer]}<ol>{before[outer + 4 : end]}</ol>{before[end + 5 :]}"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_a_blank_line_precedes_a_section_whatever_ends_the_lines(tmp_path: Path, end: str) -> None:
    text = readme("## 1) A\n", GOAL, STEPS, CRITERIA)
    write_files(tmp_path, {**LEVEL, README: text.replace("\n", end)})
    (fix,) = (each.fix for each in diagnostics_on(tmp_path) if each.code == "CL104")
    assert fix is not None
    assert [edit.text for edit in fix.edits] == ["\n## Best practices\n\nTODO\n"]


@pytest.mark.parametrize(
    "endless",
    [
        "```",
        "~~~ js\nlet a",
        "<!-- note",
        "<!--\n\nnote",
        "<script>\nx",
        "<pre>\n\nx",
        "<?php x",
        "<!A",
        "<![CDATA[x",
    ],
)
def test_nothing_is_written_behind_what_never_ends(tmp_path: Path, endless: str) -> None:
    text = readme("## 1) A\n", GOAL, STEPS, CRITERIA, f"{endless}\n")
    if endless.startswith(("`", "~")):
        # An open fence may hold what is missing: nothing is said of it but that it is open.
        assert not any(each.fix for each in found(tmp_path, text, "CL104"))
        return
    (each,) = found(tmp_path, text, "CL104")
    assert each.fix is None


@pytest.mark.parametrize("ended", ["```\n```", "<!-- note -->", "<div>", "<pre>x</pre>"])
def test_behind_what_ends_a_section_is_begun(tmp_path: Path, ended: str) -> None:
    text = readme("## 1) A\n", GOAL, STEPS, CRITERIA, f"{ended}\n")
    (each,) = found(tmp_path, text, "CL104")
    assert each.fix is not None
