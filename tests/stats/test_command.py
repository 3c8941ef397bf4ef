"""``curriculum-lint stats`` as it is used, and what its page says of it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from curriculum_lint.stats.reading import Reading
from tests.checkout import ROOT
from tests.command import invoke
from tests.repository import write_files
from tests.stats.sample import RICH, SHOWN

PAGE = (ROOT / "docs/stats.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _usual_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_files(tmp_path, RICH)
    return tmp_path


@pytest.mark.parametrize(
    ("output_format", "beginning"),
    [
        ("text", "A course\n\nFirst level  "),
        ("markdown", "## A course\n"),
        ("json", '{"version": 1'),
    ],
)
def test_each_format_is_written(output_format: str, beginning: str, root: Path) -> None:
    done = invoke("stats", "--root", str(root), "--output-format", output_format)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(beginning)


def test_a_wider_terminal_is_used(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    head = invoke("stats", "--root", str(root)).stdout.splitlines()[2]
    assert len(head) == 100


def test_a_folder_without_modules_is_no_failure(tmp_path: Path) -> None:
    done = invoke("stats", "--root", str(tmp_path))
    assert (done.exit_code, done.stdout) == (0, "Curriculum\n\nThere are no modules yet.\n")


def test_a_wrong_configuration_is_a_failure(root: Path) -> None:
    (root / "curriculum-lint.toml").write_text("level = 1\n")
    done = invoke("stats", "--root", str(root))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "levels" in done.stderr


def test_the_page_shows_what_the_command_writes(tmp_path: Path) -> None:
    [shown] = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    write_files(tmp_path, SHOWN)
    assert shown == invoke("stats", "--root", str(tmp_path)).stdout


def test_the_page_explains_every_figure() -> None:
    schema = json.loads((ROOT / "schema/stats.schema.json").read_text(encoding="utf-8"))
    explained = set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE))
    assert explained == schema["$defs"]["Figures"]["properties"].keys()


def test_the_page_names_the_bands_as_they_are() -> None:
    rows = re.findall(r"^\| (\d+) to (\d+) \| ([a-z ]+) \|", PAGE, re.MULTILINE)
    assert [int(least) for least, *_ in rows] == [0, 25, 35, 45, 55]
    for least, most, band in rows:
        for lix in (max(int(least), 10), int(most)):
            text = Reading(words=1_000, running=1_000, long=(lix - 10) * 10, sentences=100)
            assert text.readability is not None
            assert (text.readability.lix, text.readability.band) == (lix, band)
