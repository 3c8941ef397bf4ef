"""docs/configuration.md says what is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from curriculum_lint.settings.data import leaves, settings_to_data
from curriculum_lint.settings.section_names import DEFAULT_SECTIONS
from curriculum_lint.settings.settings import Settings
from curriculum_lint.settings.toml_text import toml_value

from .writing import error_lines, load

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
DEFAULTS = settings_to_data(Settings(root=""))
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_example_is_a_configuration(tmp_path, text):
    assert set(load(tmp_path, text).origins.values()) != {"default"}


def test_every_setting_has_a_heading():
    headings = set(re.findall(r"^### `\[?([a-z-]+)\]?`$", PAGE, re.MULTILINE))
    assert headings == set(DEFAULTS) - {"root"}


@pytest.mark.parametrize(
    "key", [k for k, v in DEFAULTS.items() if k != "root" and not isinstance(v, dict)]
)
def test_stated_default_is_the_default(key):
    section = PAGE.partition(f"### `{key}`")[2].partition("\n### ")[0]
    stated = re.search(r"^Default: (.*)$", section, re.MULTILINE)[1].strip("`")
    value = DEFAULTS[key]
    assert stated == ("not set" if value is None else toml_value(value))


@pytest.mark.parametrize("table", ["links", "index", "limits"])
def test_every_key_of_a_table_has_a_row_with_its_default(table):
    section = PAGE.partition(f"### `[{table}]`")[2].partition("\n### ")[0]
    for (key,), value in leaves(DEFAULTS[table]):
        (row,) = re.findall(rf"^\| `{key}` \|.*$", section, re.MULTILINE)
        assert ("not written" if value is None else toml_value(value)) in row


def test_built_in_vocabulary_is_shown():
    for key, names in DEFAULT_SECTIONS.items():
        assert f"| `{key}` | {', '.join(names)} |" in PAGE


def test_shown_messages_are_the_real_ones(tmp_path):
    shown = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)[1].splitlines()
    text = 'levels = "part1"\n' + "\n" * 10 + "selct = []\n"
    assert error_lines(tmp_path, text) == shown
