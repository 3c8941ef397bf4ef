"""What docs/ci.md shows: files that their platforms accept, and what the tool really says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from textwrap import indent
from urllib.parse import unquote

import pytest

from tests.checkout import ROOT
from tests.ci.documents import (
    ACTION,
    Snippet,
    complaints,
    loaded,
    schema_complaints,
    snippets,
    zizmor_complaints,
)
from tests.curricula import FIRST, write_clean

PAGE = ROOT / "docs/ci.md"
TEXT = PAGE.read_text()
YAML = [
    each
    for path in sorted(ROOT.glob("docs/*.md"))
    for each in snippets(path)
    # Those of the other tools have tests of their own.
    if each.language == "yaml" and path.name != "integrations.md"
]
JOB = """\
on: pull_request
jobs:
  job:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
"""
BIN = Path(sys.executable).parent

each_snippet = pytest.mark.parametrize("snippet", YAML, ids=lambda snippet: snippet.place)


def _with_values(text: str) -> str:
    """What a reader makes of a snippet."""
    return text.replace("FULL-COMMIT-HASH", "0" * 40).replace("YOUR-FORK", "a-mentor")


def _as_file(snippet: Snippet) -> str:
    """The file that is shown; steps alone are put into a workflow."""
    text = _with_values(snippet.text)
    return JOB + indent(text, " " * 6) if text.startswith("- ") else text


def _fences(language: str) -> list[str]:
    return [each.text for each in snippets(PAGE) if each.language == language]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The curriculum that the page speaks of: one link leads nowhere."""
    root = write_clean(tmp_path / "course")
    (root / ".git").mkdir()
    (root / FIRST).write_text(
        f"{(root / FIRST).read_text()}\nThen read [the next module](../2_file/readme.md).\n"
    )
    return root


def _check(root: Path, *arguments: str) -> str:
    environment = {**os.environ, "GITHUB_STEP_SUMMARY": str(root.parent / "summary.md")}
    done = subprocess.run(
        [str(BIN / "curriculum-lint"), "check", "--no-cache", *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    return done.stdout


@each_snippet
def test_a_file_that_is_shown_is_accepted_by_its_platform(snippet: Snippet, tmp_path: Path) -> None:
    data = loaded(_as_file(snippet))
    file = tmp_path / "shown.yml"
    file.write_text(_as_file(snippet))
    if "repos" in data:
        assert not complaints("pre-commit", "validate-config", str(file))
    elif "jobs" in data:
        assert not schema_complaints("vendor.github-workflows", file)
        assert not schema_complaints("custom.github-workflows-require-timeout", file)
    else:
        assert all("script" in job for job in data.values()), "a kind of file without a test"
        assert not schema_complaints("vendor.gitlab-ci", file)


def test_the_workflows_that_are_shown_are_safe(tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    workflows = [each.text for each in YAML if "jobs:" in each.text]
    assert len(workflows) >= 3
    for index, text in enumerate(workflows):
        (folder / f"{index}.yml").write_text(_with_values(text))
    assert not zizmor_complaints(folder)


def test_every_input_that_is_shown_is_one_of_the_action() -> None:
    inputs = loaded(ACTION.read_text())["inputs"]
    used = 0
    for snippet in YAML:
        for job in loaded(_as_file(snippet)).get("jobs", {}).values():
            for step in job["steps"]:
                if "/curriculum-lint@" in step.get("uses", ""):
                    assert step.get("with", {}).keys() <= inputs.keys(), snippet.place
                    used += 1
    assert used >= 3


def test_the_tables_name_every_input_and_output() -> None:
    action = loaded(ACTION.read_text())
    inputs, outputs = TEXT.split("### Inputs")[1].split("### Outputs")
    rows = re.findall(r"^\| `([\w-]+)` \|.* \| (.+) \|$", inputs, re.MULTILINE)
    assert [name for name, _ in rows] == list(action["inputs"])
    for name, default in rows:
        if default.startswith("`"):
            assert default.strip('`"') == action["inputs"][name]["default"]
        else:
            assert action["inputs"][name]["default"] in ("", ".")
    table = outputs.split("\n### ")[0]
    first_cells = re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE)
    assert re.findall(r"`([\w-]+)`", " ".join(first_cells)) == list(action["outputs"])


def test_the_report_that_is_shown_is_what_the_hook_says(broken: Path) -> None:
    hook = _fences("text")[0]
    heading, _, report = hook.partition("\n\n")
    assert heading.startswith("curriculum-lint....")
    assert report == _check(broken)


def test_the_annotation_that_is_shown_is_what_github_is_told(broken: Path) -> None:
    [line] = re.findall(r"^::error (.*)$", _check(broken, "--output-format=github"), re.MULTILINE)
    properties, _, message = line.partition("::")
    of = dict(pair.split("=", 1) for pair in properties.split(","))
    where, _, shown = _fences("text")[1].partition("\n\n")
    assert where == f"Check failure on line {of['line']} in {of['file']}"
    assert shown == f"{of['title']}\n{unquote(message)}\n"


def test_the_summary_that_is_shown_is_how_it_begins(broken: Path) -> None:
    _check(broken, "--output-format=github")
    [shown] = _fences("markdown")
    assert (broken.parent / "summary.md").read_text().startswith(shown)


def test_what_gitlab_is_told_to_run_leaves_the_report_that_it_reads(broken: Path) -> None:
    [job] = [loaded(each.text)["curriculum"] for each in YAML if "  rules:" in each.text]
    install, check = job["script"]
    assert install.startswith("pip install https://")
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-ec", check], cwd=broken, env=environment, capture_output=True)
    assert done.returncode == 1, done.stderr
    [finding] = json.loads((broken / job["artifacts"]["reports"]["codequality"]).read_text())
    assert finding["check_name"] == "CL301 broken-link"
    assert finding["location"]["path"] == FIRST


def test_what_another_system_is_told_to_run_leaves_a_report(broken: Path) -> None:
    home = broken.parent / "home"
    (home / "curriculum-lint").mkdir(parents=True)
    (home / "curriculum-lint/bin").symlink_to(BIN)
    [script] = _fences("sh")
    *_, check = script.splitlines()
    environment = {**os.environ, "HOME": str(home)}
    done = subprocess.run(["bash", "-ec", check], cwd=broken, env=environment, capture_output=True)
    assert done.returncode == 1, done.stderr
    assert 'failures="1"' in (broken / "curriculum-lint.xml").read_text()
