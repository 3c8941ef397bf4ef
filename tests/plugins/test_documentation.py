"""The worked example of docs/plugins.md, installed and run as a user would."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import write_files

from .package import FILES, PAGE, install_example

CONFIGURATION = re.search(r"^```toml\n(plugins = .*?)```", PAGE, re.MULTILINE | re.DOTALL)[1]
NOTES = "# Notes\n\n## Simply start a server\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    install_example(tmp_path / "site")
    root = tmp_path / "repository"
    write_files(root, {"curriculum-lint.toml": f"levels = []\n{CONFIGURATION}", "notes.md": NOTES})
    return root


def python(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    source = Path(__file__).parents[2] / "src"
    path = os.pathsep.join([str(root.parent / "site"), str(source)])
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=root, env=environment, capture_output=True, text=True
    )


def lint(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return python(root, "-m", "curriculum_lint", *arguments)


def test_the_rule_reports_what_the_page_says(repository: Path) -> None:
    shown = re.search(r"^```text\n(notes.*?)```", PAGE, re.MULTILINE | re.DOTALL)[1]
    done = lint(repository, "check", "--output-format", "concise", "--select", "TONE")
    assert done.stdout.startswith(shown)
    assert done.returncode == 1
    again = lint(repository, "check", "--output-format", "concise", "--select", "TONE")
    assert again.stdout.startswith(shown)


def test_it_is_explained_selected_suppressed_and_graded(repository: Path) -> None:
    assert "# TONE101 minimizing-word" in lint(repository, "rule", "tone101").stdout
    listed = json.loads(lint(repository, "rule", "--output-format", "json").stdout)
    assert listed[-1]["code"] == "TONE101" and listed[0]["code"].startswith("CL")
    assert lint(repository, "check", "--ignore", "minimizing-word,CL3").returncode == 0
    configuration = repository / "curriculum-lint.toml"
    configuration.write_text(configuration.read_text() + 'severity = { TONE1 = "info" }\n')
    assert lint(repository, "check", "--select", "TONE101").returncode == 0
    comment = "<!-- curriculum-lint-disable-next-line {} -- a quotation -->\n"
    for word, findings in (
        ("TONE101", []),
        ("minimizing-word", []),
        ("TONE102", ["CL003", "TONE101"]),
    ):
        (repository / "notes.md").write_text(NOTES.replace("## ", comment.format(word) + "## "))
        done = lint(repository, "check", "--output-format", "json", "--ignore", "CL311")
        assert [each["code"] for each in json.loads(done.stdout)["diagnostics"]] == findings


def test_its_tests_pass_and_can_fail(repository: Path) -> None:
    write_files(repository.parent, {"tests/test_rules.py": FILES["tests/test_rules.py"]})
    tests = str(repository.parent / "tests")
    options = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", tests, tests)
    assert "3 passed" in python(repository, *options).stdout
    rules = repository.parent / "site/curriculum_lint_tone/rules.py"
    rules.write_text(rules.read_text().replace("3:4 TONE101", "3:5 TONE101"))
    done = python(repository, *options)
    assert "states ['notes.md:3:5 TONE101'], found ['notes.md:3:4 TONE101" in done.stdout


def test_nothing_is_loaded_that_the_configuration_does_not_name(repository: Path) -> None:
    (repository / "curriculum-lint.toml").write_text("levels = []\n")
    done = lint(repository, "check", "--ignore", "CL311")
    assert (done.returncode, "TONE" in done.stdout) == (0, False)
    assert "no rule is called" in lint(repository, "check", "--select", "TONE101").stderr


def test_what_an_edited_plugin_finds_is_not_remembered(repository: Path) -> None:
    options = ("check", "--output-format", "concise", "--select", "TONE")
    for _ in range(2):
        assert "makes this sound easy" in lint(repository, *options).stdout
    rules = repository.parent / "site/curriculum_lint_tone/rules.py"
    rules.write_text(rules.read_text().replace("makes this sound easy", "belittles"))
    assert "belittles" in lint(repository, *options).stdout


def test_a_cached_check_loads_no_plugin(repository: Path) -> None:
    options = ("check", "--select", "TONE")
    lint(repository, *options)
    rules = repository.parent / "site/curriculum_lint_tone/rules.py"
    state = rules.stat()
    text = rules.read_text()
    # Of the same size and time, so that only loading it would show the difference.
    rules.write_text("raise SystemExit(7)".ljust(len(text.encode())))
    os.utime(rules, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert "TONE101" in lint(repository, *options).stdout
