"""Dates and counts that were in order, and are not any more, are told, or stay where they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.refactor.indexes import Form, curriculum, lessons
from tests.repository import write_files

_NAMES = ("alpha", "bravo", "carol", "delta", "echo")
_DAYS = ("15 Nov", "29 Nov", "13 Dec", "10 Jan", "24 Jan")
_ISO = ("2025-01-08", "2025-01-15", "2025-01-22", "2025-01-29", "2025-02-05")
_SLASHES = ("1/8", "1/15", "1/22", "1/29", "2/5")
_TABLE = "| Lesson | When |\n|---|---|\n"


def _form(line: str, values: tuple[str, ...], head: str = "") -> Form:
    return lambda found: (
        head + "\n".join(line.format(e=each, v=values[_NAMES.index(each.slug)]) for each in found)
    )


_ROW, _ITEM = "| {e.link} | {v} |", "- {e.link} ({v})"
_COUNTS = ("10", "20", "30", "40", "50")
_TOLD = {
    "days in rows": (_form(_ROW, _DAYS, _TABLE), ("10 Jan", "29 Nov")),
    "dates in rows": (_form(_ROW, _ISO, _TABLE), ("2025-01-29", "2025-01-15")),
    "in cells before": (_form("| {v} | {e.link} |", _DAYS, _TABLE), ("10 Jan", "29 Nov")),
    "with slashes": (_form(_ROW, _SLASHES, _TABLE), ("1/29", "1/15")),
    "in items": (_form(_ITEM, _ISO), ("2025-01-29", "2025-01-15")),
    "before links": (_form("- **{v}**: {e.link}", _DAYS), ("10 Jan", "29 Nov")),
    "in headings": (_form("### {e.link} ({v})\n\nWords.\n", _DAYS), ("10 Jan", "29 Nov")),
    "totals": (_form(_ROW, _COUNTS, _TABLE), ("40", "20")),
    "days of the course": (_form("- {e.link} on day {e.number}", _DAYS), ("day 4", "day 2")),
}
_SILENT = {
    "not in order": _form(_ROW, ("4 May", "3 May", "9 May", "1 May", "2 May"), _TABLE),
    "hours": _form(_ROW, ("4 h", "4 h", "6 h", "8 h", "9 h"), _TABLE),
    "numbers in titles": _form("- {e.link} with HTTP {v}", ("1", "3", "2", "2", "9")),
    "addresses": _form("- {e.link} [slides](https://example.org/{v})", _ISO),
    "not all": _form(_ROW, ("1 May", "", "3 May", "4 May", "5 May"), _TABLE),
}


def _moved(root: Path, form: Form, *more: str) -> tuple[str, str]:
    write_files(root, curriculum(lessons(*_NAMES), form))
    done = invoke("move", "4", "--to", "2", *more, "--root", str(root))
    assert done.exit_code == 0, done.stderr
    return done.stderr, (root / "a_level/readme.md").read_text()


@pytest.mark.parametrize("form", _TOLD)
def test_values_that_were_in_order_are_told(form: str, tmp_path: Path) -> None:
    write, (above, below) = _TOLD[form]
    told, text = _moved(tmp_path, write)
    line = text[: text.index("2_delta")].count("\n") + 1
    said = f"Also says “{above}” above “{below}”, which were in order: a_level/readme.md:{line}."
    assert said in told.splitlines()


@pytest.mark.parametrize("form", _TOLD)
def test_values_stay_with_their_places_where_that_is_wanted(form: str, tmp_path: Path) -> None:
    told, text = _moved(tmp_path, _TOLD[form][0], "--unsafe-fixes")
    assert "in order" not in told
    values = next((v for v in (_DAYS, _ISO, _SLASHES, _COUNTS) if v[0] in text), ())
    values = values or tuple(f"day {number}" for number in range(1, 6))
    places = [text.index(each) for each in (*values, "1_alpha", "2_delta", "3_bravo", "4_carol")]
    assert places[:5] == sorted(places[:5])
    assert places[5:] == sorted(places[5:])


@pytest.mark.parametrize("form", _SILENT)
def test_other_values_are_not(form: str, tmp_path: Path) -> None:
    told, _ = _moved(tmp_path, _SILENT[form])
    assert "in order" not in told


def test_what_is_removed_takes_its_date_with_it(tmp_path: Path) -> None:
    write_files(tmp_path, curriculum(lessons(*_NAMES), _TOLD["in items"][0]))
    done = invoke("remove", "2", "--root", str(tmp_path))
    assert done.exit_code == 0
    assert "in order" not in done.stderr
