"""The rows of a table as they are written: cells, and the row of dashes below the head."""

from __future__ import annotations

from ...text.late_pattern import late_pattern

_PARTING = late_pattern(r"(?<!\\)\|")
_DASHES = late_pattern(r"[ \t]*:?-+:?[ \t]*")
#: What looks like a row of dashes to people: other dashes, blanks or signs between them.
_LIKE_DASHES = late_pattern(r"(?=(?:[^-–—=\n]*[-–—=]){2})[|:\-–—=_ \t]+")


def cells_of(row: str) -> list[str]:
    """The texts of the cells; empty for a line without an unescaped ``|``."""
    if _PARTING.search(row) is None:
        return []
    cells = _PARTING.split(row.strip())
    return cells[not cells[0].strip() : len(cells) - (len(cells) > 1 and not cells[-1].strip())]


def is_row(line: str) -> bool:
    """Whether a line begins and ends with ``|`` and has two or more cells."""
    line = line.strip()
    is_framed = line.startswith("|") and line.endswith("|") and not line.endswith("\\|")
    return is_framed and len(cells_of(line)) > 1


def is_delimiter(line: str) -> bool:
    """Whether a line is a row of dashes as GitHub reads it, with two or more cells."""
    cells = cells_of(line)
    return len(cells) > 1 and all(_DASHES.fullmatch(cell) for cell in cells)


def is_like_delimiter(line: str) -> bool:
    """Whether a line was meant to be a row of dashes, whatever GitHub takes it for."""
    return "|" in line and _LIKE_DASHES.fullmatch(line.strip()) is not None


def delimiter_for(head: str, old: str) -> str:
    """The row of dashes for ``head``, with the alignment that ``old`` gives its first columns."""
    columns = len(cells_of(head))
    marks = [_dashes(cell.strip()) for cell in cells_of(old)[:columns]]
    return "| " + " | ".join([*marks, *["---"] * (columns - len(marks))]) + " |"


def _dashes(cell: str) -> str:
    return f"{':' if cell.startswith(':') else ''}---{':' if cell.endswith(':') else ''}"
