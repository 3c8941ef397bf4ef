"""The program's own description, as it was handed over, is real input with real faults."""

from __future__ import annotations

from pathlib import Path

from tests.repository import diagnostics_on, places, write_files

PROGRAM = (Path(__file__).parents[1] / "data" / "program.md").read_text(encoding="utf-8")


def test_its_melted_lettered_lines_and_its_mojibake_are_found(tmp_path: Path) -> None:
    write_files(tmp_path, {"readme.md": PROGRAM})
    found = [place for place in places(diagnostics_on(tmp_path)) if "CL404" not in place]
    lines = PROGRAM.split("\n")
    # Each run of lettered lines is told at its first.
    lettered = [n for n, line in enumerate(lines, 1) if line.startswith("    a)")]
    broken = next(n for n, line in enumerate(lines, 1) if "â€”" in line)
    columns = [lines[broken - 1].index(run) + 1 for run in ("â€”", "ðŸ˜Š")]
    assert len(lettered) == 6
    assert sorted(found) == sorted(
        [f"readme.md:{n}:5 CL209" for n in lettered]
        + [f"readme.md:{broken}:{column} CL601" for column in columns]
    )
