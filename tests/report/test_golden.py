"""The formats as they look. UPDATE_GOLDEN=1 writes the files anew: look at the difference."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from curriculum_lint.report.formats import FORMATS, OutputFormat

from .sample import ci_report, report

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("output_format", "color", "name"),
    [
        (OutputFormat.TEXT, False, "text.txt"),
        (OutputFormat.TEXT, True, "text-color.txt"),
        (OutputFormat.CONCISE, False, "concise.txt"),
        (OutputFormat.JSON, False, "report.json"),
    ],
)
def test_the_sample_looks_as_agreed(output_format: OutputFormat, color: bool, name: str) -> None:
    written = "".join(FORMATS[output_format]()(report(color=color))).encode()
    if os.environ.get("UPDATE_GOLDEN"):
        (GOLDEN / name).write_bytes(written)
    assert written.decode() == (GOLDEN / name).read_bytes().decode()


@pytest.mark.parametrize(
    ("output_format", "name"),
    [
        (OutputFormat.GITHUB, "github.txt"),
        (OutputFormat.SARIF, "report.sarif"),
        (OutputFormat.JUNIT, "junit.xml"),
        (OutputFormat.GITLAB, "gitlab.json"),
        (OutputFormat.MARKDOWN, "summary.md"),
    ],
)
def test_the_sample_looks_as_agreed_to_platforms(
    output_format: OutputFormat, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda size: "0" * (2 * size))
    written = "".join(FORMATS[output_format]()(ci_report())).encode()
    if os.environ.get("UPDATE_GOLDEN"):
        (GOLDEN / name).write_bytes(written)
    assert written.decode() == (GOLDEN / name).read_bytes().decode()
