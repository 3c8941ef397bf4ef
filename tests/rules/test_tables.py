"""CL122, CL128: tables that are none, what they swallow, and when a fix is certain."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.said import Said, said_of

T = "# T\n\n"
HEAD, DASHES, ROW = "| a | b |\n", "| --- | --- |\n", "| 1 | 2 |\n"
NO_HEAD = "No head stands above this row of dashes, so the table is shown as text."
NO_DASHES = "No row of dashes stands below the first of these rows: they are no table."
PARTED = "A blank line parts this row from its table, so it is shown as text."
IN_ITEM = "This table is part of the item of the list above, and is shown as text."
OTHERS = "This row has more than dashes in it, so the table is shown as text."


def _widths(head: int, dashes: int) -> str:
    return (
        f"The head of this table has {head} cells, the row of dashes below it {dashes}, "
        "so the table is shown as text."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + DASHES + ROW, None),
        (DASHES, None),
        (DASHES + "text\n", None),
        ("a\n" + DASHES + ROW, None),
        (HEAD + "| 1 | 2 | 3 |\n", None),
        (HEAD, None),
        (HEAD + DASHES + ROW + "\n- x\n", None),
        (DASHES + ROW, Said("3:1-14", NO_HEAD)),
        ("> " + DASHES + "> " + ROW, Said("3:3-16", NO_HEAD)),
        ("- x\n" + HEAD + DASHES + ROW, Said("4:1-10", IN_ITEM)),
        ("- x\n  y\n" + HEAD + DASHES + ROW, Said("5:1-10", IN_ITEM)),
        (HEAD + "| --- | --- | --- |\n" + ROW,
         Said("4:1-20", _widths(2, 3), T + HEAD + DASHES + ROW)),
        (HEAD + "| --- | --- | --- |\n| 1 | 2 | 3 |\n", Said("4:1-20", _widths(2, 3))),
        (HEAD + "| :-- | --: | --- |\n" + ROW,
         Said("4:1-20", _widths(2, 3), T + HEAD + "| :--- | ---: |\n" + ROW)),
        ("x\ny\n" + HEAD + "| --- |\n" + ROW,
         Said("6:1-8", _widths(2, 1), T + "x\ny\n" + HEAD + DASHES + ROW)),
        ("[x]\n\n[x]: #t\n" + HEAD + "| --- |\n" + ROW,
         Said("7:1-8", _widths(2, 1), T + "[x]\n\n[x]: #t\n" + HEAD + DASHES + ROW, True)),
        ("- x\n  " + HEAD + "  | --- |\n  " + ROW, Said("5:3-10", _widths(2, 1))),
        (HEAD + "| --- | — |\n" + ROW, Said("4:1-12", OTHERS, T + HEAD + DASHES + ROW)),
        (HEAD + ROW, Said("3:1-10", NO_DASHES, T + HEAD + DASHES + ROW, True)),
        ("- x\n\n  " + HEAD + "  " + ROW, Said("5:3-12", NO_DASHES)),
        (HEAD + DASHES + ROW + "\n" + ROW, Said("7:1-10", PARTED, T + HEAD + DASHES + ROW + ROW)),
        (HEAD + DASHES + ROW + "\n| 3 | 4 | 5 |\n", Said("7:1-14", PARTED)),
        ("- x\n\n  " + HEAD + "  " + DASHES + "  " + ROW + "\n  " + ROW, Said("9:3-12", PARTED)),
    ],
)  # fmt: skip
def test_what_keeps_rows_from_being_a_table(
    text: str, expected: Said | None, tmp_path: Path
) -> None:
    assert said_of(tmp_path, "CL122", T + text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("behind", "is_unsafe"),
    [("All.\n", False), ("All\nof it.\n", False), ("All\\\nof it.\n", True), ("[x]: y\n", None)],
)
def test_text_that_a_table_swallowed(behind: str, is_unsafe: bool | None, tmp_path: Path) -> None:
    said = said_of(tmp_path, "CL128", T + HEAD + DASHES + ROW + behind)
    assert [each.is_unsafe for each in said] == ([] if is_unsafe is None else [is_unsafe])
