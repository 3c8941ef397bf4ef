from __future__ import annotations

import subprocess
import sys

import pytest

from curriculum_lint.report.formats import FORMATS, OutputFormat

from .sample import report

_PROBE = """
import sys
from curriculum_lint.report.formats import FORMATS, OutputFormat
for load in FORMATS.values():
    load()
print(sorted({"pydantic", "jsonschema", "click", "difflib"} & set(sys.modules)))
"""


@pytest.mark.parametrize("output_format", list(OutputFormat))
def test_every_format_can_be_loaded_and_gives_text(output_format: OutputFormat) -> None:
    chunks = list(FORMATS[output_format]()(report()))
    assert chunks
    assert chunks[-1].endswith("\n")


def test_no_format_imports_a_heavy_package() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _PROBE],
        env={"PYTHONPATH": ":".join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "[]"
