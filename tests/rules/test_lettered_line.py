from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.edits.compose import apply_edits, edits_by_path
from tests.repository import diagnostics_on, write_files

PROGRAM = """\
- **junior_level/**: the basics, with 3 modules:
  1. **Foundations & HTTP**: Learn the basics.
    a) **API Design**: Best practices.
    b) **Rate Limiting**: Protecting APIs.
  2. **CRUD**: Build APIs.
  10. **Persistence**: Real databases.
    a) **Data Modeling**: Schema design.

- **mid_level/**: Reserved.
"""


def _found(root: Path, text: str) -> tuple[Diagnostic, ...]:
    write_files(root, {"notes.md": text})
    return tuple(d for d in diagnostics_on(root) if d.code in ("CL209", "CL000"))


def _fixed(root: Path, text: str) -> str:
    fixes = [each.fix for each in _found(root, text) if each.fix]
    fixed = apply_edits(text, edits_by_path(fixes)["notes.md"])
    assert _found(root, fixed) == ()
    return fixed


@pytest.mark.parametrize(
    "text",
    [
        "We met at\na. m. and ate vitamin\nb) pills.\n",
        "- At nine\n  a. m. we met.\n",
        "Some text\na) alone in prose.\n",
        "a) A paragraph.\n\nb) Another.\n",
        "a) A paragraph\nof two lines.\n",
        "Choose:  \na) one  \nb) two\n",
        "Choose:\\\na) one<br>\nb) two\n",
        "```text\nx\na) one\nb) two\n```\n",
        "see\nb) and\nc) above\n",
    ],
)
def test_what_is_no_melted_list_is_not_reported(text: str, tmp_path: Path) -> None:
    assert _found(tmp_path, text) == ()


def test_every_run_is_reported_once_with_its_fix(tmp_path: Path) -> None:
    found = _found(tmp_path, PROGRAM)
    assert [(d.place.start.line, d.fix is not None, d.message) for d in found] == [
        (3, True, "The lines `a)` and `b)` are no list in Markdown: they melt into the text above "
                  "them."),
        (7, True, "`a)` begins no list in Markdown: this line melts into the text above it."),
    ]  # fmt: skip


def test_a_run_that_begins_a_paragraph_is_told_from_its_first_line_to_its_last(
    tmp_path: Path,
) -> None:
    (found,) = _found(tmp_path, "a) one\nb) two\nc) three\nd) four\n")
    assert found.message == "The lines `a)` to `d)` are no list in Markdown: they are shown as one."
    assert found.help == "Begin each line with a bullet: `- a) …`."


def test_the_fix_makes_nested_lists_and_changes_nothing_else(tmp_path: Path) -> None:
    before = MarkdownIt().render(PROGRAM)
    after = MarkdownIt().render(_fixed(tmp_path, PROGRAM))
    assert after.count("<ul>") == before.count("<ul>") + 2
    items = "\n<ul>\n<li>a) <strong>API Design</strong>: Best practices.</li>\n<li>b) <strong>Rate"
    assert items in after
    unlisted = after.replace("</li>\n<li>b)", "\nb)").replace("<ul>\n<li>a)", "a)")
    assert unlisted.replace(".</li>\n</ul>\n</li>", ".</li>") == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Choose:\na) one\nb) two\n", "Choose:\n- a) one\n- b) two\n"),
        ("a) one\nb) two\n", "- a) one\n- b) two\n"),
        ("1. a) one\n   b) two\n", "1. - a) one\n   - b) two\n"),
        ("10. X\na) one\nb) two\nof it\n", "10. X\n    - a) one\n    - b) two\nof it\n"),
        ("- X\n\n  Y:\n  **a) one**\n  b) two\n", "- X\n\n  Y:\n  - **a) one**\n  - b) two\n"),
        ("X\na) one\nb) two\n\n- real\n", "X\n* a) one\n* b) two\n\n- real\n"),
        ("- real\n\na) one\nb) two\n", "- real\n\n* a) one\n* b) two\n"),
        ("X\r\na) one\r\nb) two\r\n", "X\r\n- a) one\r\n- b) two\r\n"),
    ],
)
def test_the_fix_puts_bullets_in_the_column_of_the_text_above(
    before: str, after: str, tmp_path: Path
) -> None:
    assert _fixed(tmp_path, before) == after
    assert "<li>a)" in MarkdownIt().render(after).replace("<strong>", "")


@pytest.mark.parametrize(
    "text",
    [
        "a) one\nb) two\n10. ten\n",
        "a) one\nb) two\n\n  indented\n",
        "> X\n> a) one\n> b) two\n",
        "1.\tX\na) one\nb) two\n",
        "- X\n  a) one\n  b) two\n  **Goal:** y\n",
    ],
    ids=["number behind it", "would be swallowed", "quote", "tab", "label behind it"],
)
def test_no_fix_is_offered_where_it_could_change_more(text: str, tmp_path: Path) -> None:
    (found,) = _found(tmp_path, text)
    assert found.fix is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("a) b) a) b)", [(4, True), (6, True)]),
        ("a) b) x c)", [(4, True)]),
        ("a) b) b)", [(4, False)]),
        ("a) b) d) e)", [(4, False)]),
        ("b) a) b)", [(5, False)]),
    ],
)
def test_a_run_goes_on_while_the_letters_do(
    lines: str, expected: list[tuple[int, bool]], tmp_path: Path
) -> None:
    """Only where every line that looks like an item is one of a list, the list can be made."""
    text = "# T\n\n1. Do\n" + "".join(f"   {each} word\n" for each in lines.split())
    found = _found(tmp_path, text)
    assert [(d.place.start.line, d.fix is not None) for d in found] == expected


@pytest.mark.parametrize(
    ("text", "message", "mark"),
    [
        ("1. Do\n   **a)** x\n   **b)** y\n",
         "The lines `a)` and `b)` are no list in Markdown: they melt into the text above them.",
         "each line with a bullet: `- a) …`."),
        ("1. Do\n   a. x\n   b. y\n   c. z\n",
         "The lines `a.` to `c.` are no list in Markdown: they melt into the text above them.",
         "each line with a bullet: `- a. …`."),
        ("a) x\nb) y\n",
         "The lines `a)` and `b)` are no list in Markdown: they are shown as one.",
         "each line with a bullet: `- a) …`."),
        ("1. Do\n   a) x\n",
         "`a)` begins no list in Markdown: this line melts into the text above it.",
         "the line with a bullet: `- a) …`."),
    ],
)  # fmt: skip
def test_the_message_names_the_letters(text: str, message: str, mark: str, tmp_path: Path) -> None:
    (found,) = _found(tmp_path, f"# T\n\n{text}")
    assert (found.message, found.help) == (message, f"Begin {mark}")
