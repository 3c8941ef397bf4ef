"""Generated curricula with injected defects: every one is found, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.make_corpus import main as make_corpus
from curriculum_lint.check.diagnostic import Diagnostic
from tests.repository import run_on

#: The rule that finds each kind of defect.
CODES = {
    "missing_label": "CL104",
    "missing_notes": "CL104",
    "number_gap": "CL206",
    "duplicate_number": "CL206",
    "module_gap": "CL201",
    "module_duplicate": "CL202",
    "letter_gap": "CL204",
    "broken_link": "CL301",
    "broken_anchor": "CL302",
    "wrong_case_link": "CL303",
}
#: What the generator writes everywhere: labels as real curricula place them, titles drawn at
#: random, some of them twice and some with a typographic hyphen, and indexes that number what has
#: letters.
LAYOUT = ("CL108", "CL109", "CL113", "CL118", "CL127", "CL319")

SMALL = ["--levels", "1", "--modules", "6", "--sections", "2", "--defects", "1"]
LARGE = ["--levels", "3", "--modules", "83", "--sections", "3", "--defects", "10"]


@pytest.mark.parametrize(("size", "files", "defects"), [(SMALL, 20, 10), (LARGE, 1000, 100)])
def test_every_injected_defect_is_found_and_nothing_else(
    tmp_path: Path, size: list[str], files: int, defects: int
) -> None:
    root, truth_file = tmp_path / "corpus", tmp_path / "truth.json"
    make_corpus([str(root), "--truth", str(truth_file), *size])
    truth = json.loads(truth_file.read_text())
    expected = sorted(_expected(each) for each in truth["defects"])
    assert (truth["files"], len(expected)) == (files, defects)

    found = run_on(root, ignore=LAYOUT).diagnostics
    assert sorted(map(_place, found)) == expected


def _expected(defect: dict[str, object]) -> tuple[str, int, str]:
    path, line = str(defect["path"]), defect["line"]
    if line is None:
        return f"{path}/readme.md", 1, CODES[str(defect["kind"])]
    return path, int(str(line)), CODES[str(defect["kind"])]


def _place(diagnostic: Diagnostic) -> tuple[str, int, str]:
    return diagnostic.place.path, diagnostic.place.start.line, diagnostic.code
