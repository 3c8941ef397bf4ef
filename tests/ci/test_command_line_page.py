"""What docs/command-line.md shows is what happens."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.checkout import ROOT
from tests.ci.documents import snippets
from tests.command import invoke
from tests.curricula import SECOND, write_broken

PAGE = ROOT / "docs/command-line.md"


def test_the_matcher_for_vs_code_reads_every_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_broken(tmp_path / "course"))
    (tmp_path / "course/odd: 3:4: name.md").write_text("[x](y.md)\n")
    [shown] = [each for each in snippets(PAGE) if each.language == "json"]
    [task] = json.loads(shown.text)["tasks"]
    program, *arguments = task["command"].split()
    assert program == "curriculum-lint"
    *findings, closing = invoke(*arguments, "--no-cache").stdout.splitlines()
    matcher = task["problemMatcher"]["pattern"]
    pattern = re.compile(matcher["regexp"])
    read = [match for line in findings if (match := pattern.fullmatch(line))]
    assert len(read) == len(findings) >= 2
    assert not pattern.fullmatch(closing)
    found = {(m[matcher["file"]], m[matcher["code"]]) for m in read}
    assert (SECOND, "CL104") in found
    assert all(int(m[matcher["line"]]) > 0 and int(m[matcher["column"]]) > 0 for m in read)


def test_the_answer_that_is_shown_is_given() -> None:
    [shown] = [each.text for each in snippets(PAGE) if each.language == "console"]
    command, _, answer = shown.partition("\n")
    assert invoke(*command.removeprefix("$ curriculum-lint ").split()).stderr == answer
