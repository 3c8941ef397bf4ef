"""docs/output-formats.md says what is so."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from curriculum_lint.report.formats import OutputFormat

from . import test_gitlab, test_json_report

PAGE = (Path(__file__).parents[2] / "docs" / "output-formats.md").read_text(encoding="utf-8")


def sample(section: str, language: str) -> str:
    part = PAGE.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    return re.search(rf"```{language}\n(.*?)```", part, re.DOTALL)[1]


@pytest.mark.parametrize("output_format", OutputFormat)
def test_every_format_is_in_the_table(output_format: str) -> None:
    assert re.search(rf"^\| \[?`{output_format}`", PAGE, re.MULTILINE)


def test_the_json_samples_are_valid() -> None:
    test_json_report.VALIDATOR.validate(json.loads(sample("json", "json")))
    test_gitlab.VALIDATOR.validate(json.loads(sample("gitlab", "json")))


def test_the_xml_sample_is_wellformed() -> None:
    assert ET.fromstring(sample("junit", "xml")).tag == "testsuite"
