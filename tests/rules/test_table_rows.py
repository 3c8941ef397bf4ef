"""Lines as rows of a table."""

from __future__ import annotations

import pytest

from curriculum_lint.rules.structure._table_rows import (
    cells_of,
    delimiter_for,
    is_delimiter,
    is_like_delimiter,
    is_row,
)


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| a | b |", [" a ", " b "]),
        ("a | b", ["a ", " b"]),
        ("| a", [" a"]),
        ("a |", ["a "]),
        ("  | a |  ", [" a "]),
        ("|  |", ["  "]),
        ("|", []),
        ("a", []),
        (r"a \| b", []),
        (r"| a \| b | c |", [r" a \| b ", " c "]),
    ],
)
def test_cells(row: str, cells: list[str]) -> None:
    assert cells_of(row) == cells


@pytest.mark.parametrize(
    ("line", "row", "delimiter", "like"),
    [
        ("| a | b |", True, False, False),
        ("a | b", False, False, False),
        ("| a |", False, False, False),
        ("| a | b", False, False, False),
        ("a | b |", False, False, False),
        (r"| a | b \|", False, False, False),
        ("|---|---|", True, True, True),
        (":-- | --:", False, True, True),
        ("|---|", False, False, True),
        ("|-|", False, False, False),
        ("| --- | — |", True, False, True),
        ("|===|===|", True, False, True),
        ("| - - | - |", True, False, True),
        ("---", False, False, False),
        ("|   |   |", True, False, False),
    ],
)
def test_rows_and_rows_of_dashes(line: str, row: bool, delimiter: bool, like: bool) -> None:
    assert (is_row(line), is_delimiter(line), is_like_delimiter(line)) == (row, delimiter, like)


@pytest.mark.parametrize(
    ("head", "old", "written"),
    [
        ("| a | b |", "", "| --- | --- |"),
        ("| a | b |", "|:-|", "| :--- | --- |"),
        ("a | b", "-: | :-: | -", "| ---: | :---: |"),
    ],
)
def test_a_row_of_dashes_keeps_the_alignment(head: str, old: str, written: str) -> None:
    assert delimiter_for(head, old) == written
