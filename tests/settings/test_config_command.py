"""``curriculum-lint config``."""

from __future__ import annotations

import json
import tomllib

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from curriculum_lint.cli.config import text_lines
from curriculum_lint.settings.load import load_settings
from curriculum_lint.settings.loaded import LoadedSettings
from curriculum_lint.settings.settings import Settings
from curriculum_lint.settings.toml_text import toml_value
from tests.command import invoke

from .test_validate import EVERYTHING


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: invoke("config", *arguments)


def test_shows_each_setting_with_its_origin(run, tmp_path):
    (tmp_path / "curriculum-lint.toml").write_text('levels = ["a"]\n')
    result = run()
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[:3] == [f"# root: {tmp_path.resolve()}", "# file: curriculum-lint.toml", ""]
    assert lines[3].split() == ["levels", "=", '["a"]', "#", "curriculum-lint.toml:1"]
    assert lines[4].split() == ["module-pattern", "=", '"{number}_{slug}"', "#", "default"]
    assert lines[3].index("#") == lines[4].index("#")
    assert any(line.startswith("# select is not set ") for line in lines)


def test_says_that_there_is_no_file(run):
    assert "# file: none, every value is the default\n" in run("--root", ".").stdout


@pytest.mark.parametrize("text", ["", EVERYTHING])
def test_output_is_a_configuration_that_means_the_same(run, tmp_path, text):
    (tmp_path / "curriculum-lint.toml").write_text(text)
    shown = run().stdout
    (tmp_path / "again.toml").write_text(shown)
    before, again = load_settings("."), load_settings(".", config="again.toml")
    assert again.settings == before.settings


def test_json_has_settings_and_origins(run, tmp_path):
    (tmp_path / "curriculum-lint.toml").write_text('index.json = "i.json"\n')
    data = json.loads(run("--output-format", "json").stdout)
    assert data["root"] == str(tmp_path.resolve())
    assert data["file"] == "curriculum-lint.toml"
    assert data["settings"]["index"]["json"] == "i.json"
    assert data["origins"]["index.json"] == "curriculum-lint.toml:1"
    assert data["origins"]["index.html"] == "default"


def test_wrong_configuration_is_exit_2_on_standard_error(run, tmp_path):
    (tmp_path / "x.toml").write_text("selct = []\nreadme = 3\n")
    result = run("--config", "x.toml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        'x.toml:1: unknown key "selct"; did you mean "select"?',
        'x.toml:2: readme must be a string, e.g. readme = "README.md", not 3',
    ]


HOSTILE = (
    'exclude = ["\\u001b[31m", "##[error]x", "\\u202e", "\\u007f"]\n[sections]\na = ["::error::"]\n'
)


@pytest.mark.parametrize("output_format", ["text", "json"])
def test_strangers_text_reaches_no_terminal_and_no_workflow(run, tmp_path, output_format):
    (tmp_path / "curriculum-lint.toml").write_text(HOSTILE)
    shown = run("--output-format", output_format).stdout
    assert not any(text in shown for text in ("\x1b", "##[", "\u202e", "\x7f"))
    assert not any(line.lstrip().startswith("::") for line in shown.splitlines())


def test_folder_and_file_names_are_escaped(run, tmp_path):
    folder = tmp_path / "a\n::error::b\x1b"
    folder.mkdir()
    (folder / "x.toml").write_text("selct = 1")
    result = run("--config", f"{folder.name}/x.toml")
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr
    (folder / "x.toml").write_text("")
    assert run("--config", f"{folder.name}/x.toml").stdout.count("\x1b") == 0


@given(st.text(st.characters(codec="utf-8")))
def test_a_value_is_toml_that_means_it(text):
    assert tomllib.loads(f"a = {toml_value([text, {text: text}])}") == {"a": [text, {text: text}]}


@examples(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=3).map(tuple))
def test_the_text_stays_toml_whatever_it_shows(names):
    loaded = LoadedSettings(Settings(root="/x", exclude=names), None, _Anything())
    assert tuple(tomllib.loads("\n".join(text_lines(loaded)))["exclude"]) == names


class _Anything(dict):
    def __missing__(self, key):
        return "default"
