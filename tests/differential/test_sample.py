"""The sample of findings that is judged by hand: some of every rule, the same for equal seeds."""

from __future__ import annotations

from pathlib import Path

from tests.repository import write_files
from tools.sample import draw, findings_of, told


def test_each_rule_has_its_share(tmp_path: Path) -> None:
    broken = "".join(f"[a{n}](gone{n}/x{n}.md)\n" for n in range(20))
    write_files(tmp_path, {"a.md": f"# A\n\n{broken}\n[b](#c)\n\n[the text][label]\n"})
    found = list(findings_of(tmp_path))
    drawn = draw(found, 8, seed=3)
    codes = [each.finding.code for each in drawn]
    assert len(codes) == 8
    assert {"CL301", "CL302", "CL307"} <= set(codes)
    assert drawn == draw(found, 8, seed=3)
    assert len(draw(found, 1000, seed=3)) == len(found)


def test_a_finding_is_shown_with_its_lines(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": "# A\n\nSee [b](#c).\n\nEnd.\n"})
    text = told(next(each for each in findings_of(tmp_path) if each.finding.code == "CL302"))
    assert "a.md:3:9" in text
    assert ">    3 See [b](#c)." in text
