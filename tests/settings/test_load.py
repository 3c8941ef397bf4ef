"""Where each setting is from, what the command line changes, and what is imported for it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from curriculum_lint.settings.data import leaves, settings_to_data
from curriculum_lint.settings.errors import Problem, SettingsError
from curriculum_lint.settings.load import Overrides, load_settings
from curriculum_lint.settings.toml_text import toml_key

from .writing import load

SOURCE = Path(__file__).parents[2] / "src"


def test_origin_of_every_setting_is_known(tmp_path):
    loaded = load(tmp_path, 'readme = "README.md"\n[links]\nignore = ["x"]\n')
    data = {k: v for k, v in settings_to_data(loaded.settings).items() if k != "root"}
    assert set(loaded.origins) == {toml_key(key) for key, _ in leaves(data)}
    from_file = {key: origin for key, origin in loaded.origins.items() if origin != "default"}
    assert from_file == {
        "readme": "curriculum-lint.toml:1",
        "links.ignore": "curriculum-lint.toml:3",
    }


def test_value_that_equals_the_default_is_still_from_the_file(tmp_path):
    assert load(tmp_path, 'readme = "readme.md"').origins["readme"] == "curriculum-lint.toml:1"


def test_origin_is_relative_to_the_working_folder(tmp_path):
    (tmp_path / "curriculum-lint.toml").write_text("levels = []")
    (tmp_path / "a" / "b").mkdir(parents=True)
    loaded = load_settings(str(tmp_path / "a" / "b"))
    assert loaded.file == "../../curriculum-lint.toml"
    assert loaded.origins["levels"] == "../../curriculum-lint.toml:1"


def test_origin_without_a_sure_line_is_the_file(tmp_path):
    loaded = load(tmp_path, '"\\u006cevels" = []')
    assert loaded.settings.levels == ()
    assert loaded.origins["levels"] == "curriculum-lint.toml"


def test_without_a_file_everything_is_the_default(tmp_path):
    loaded = load_settings(str(tmp_path), root=".")
    assert loaded.file is None
    assert set(loaded.origins.values()) == {"default"}


def test_command_line_replaces_select_and_adds_to_the_others(tmp_path):
    text = 'select = ["CL1"]\nignore = ["CL2"]\n'
    (tmp_path / "curriculum-lint.toml").write_text(text)
    overrides = Overrides(select=("CL3",), ignore=("CL4",), extend_select=("CL5",))
    loaded = load_settings(str(tmp_path), overrides=overrides)
    settings, origins = loaded.settings, loaded.origins
    assert settings.select == ("CL3",)
    assert settings.ignore == ("CL2", "CL4")
    assert settings.extend_select == ("CL5",)
    assert origins["select"] == "command line"
    assert origins["ignore"] == "curriculum-lint.toml:2 and command line"
    assert origins["extend-select"] == "command line"


def test_select_of_nothing_is_obeyed(tmp_path):
    settings = load_settings(str(tmp_path), root=".", overrides=Overrides(select=())).settings
    assert settings.select == ()


def test_malformed_codes_of_the_command_line_are_all_named(tmp_path):
    overrides = Overrides(select=("C L",), ignore=("CL301", "?"))
    with pytest.raises(SettingsError) as caught:
        load_settings(str(tmp_path), overrides=overrides)
    first, second = str(caught.value).split("\n")
    assert first.startswith('--select: "C L" is not a rule; write a code')
    assert second.startswith('--ignore: "?" is not a rule; write a code')


class Memory:
    """A store in memory that passes everything through JSON, as a file would."""

    def __init__(self):
        self.texts = {}

    def get(self, text, name):
        found = self.texts.get((text, name))
        return None if found is None else json.loads(found)

    def put(self, text, name, data):
        self.texts[text, name] = json.dumps(data)


def test_stored_settings_are_the_validated_ones_with_the_root_of_now(tmp_path, monkeypatch):
    store = Memory()
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        (folder / "curriculum-lint.toml").write_text('readme = "R.md"\n[sections]\na = ["A"]\n')
    validated = load_settings(str(first), store=store)
    monkeypatch.setattr("curriculum_lint.settings.load.validate", None)
    stored = load_settings(str(second), store=store)
    assert stored.origins == validated.origins
    assert stored.settings.root == str(second.resolve())
    assert stored._replace(settings=validated.settings) == validated
    assert settings_to_data(stored.settings) == {
        **settings_to_data(validated.settings),
        "root": str(second.resolve()),
    }


def test_wrong_configuration_is_never_stored(tmp_path):
    store = Memory()
    (tmp_path / "curriculum-lint.toml").write_text("readme = 3")
    with pytest.raises(SettingsError):
        load_settings(str(tmp_path), store=store)
    assert store.texts == {}


@pytest.mark.parametrize("name", [None, "pyproject.toml"])
def test_without_configuration_nothing_heavy_is_imported(tmp_path, name):
    if name:
        (tmp_path / name).write_text('[project]\ndependencies = ["curriculum-lint"]\n')
    program = (
        "import sys; from curriculum_lint.settings.load import load_settings; "
        f"load_settings({str(tmp_path)!r}, root='.'); "
        "print(*sorted(sys.modules))"
    )
    environment = {"PYTHONPATH": str(SOURCE)}
    command = [sys.executable, "-c", program]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    loaded = set(run.stdout.split())
    heavy = {"pydantic", "tomllib", "jsonschema", "click", "difflib", "subprocess"}
    assert not loaded & heavy


def test_problems_are_ordered_by_place_and_show_a_column():
    error = SettingsError([Problem("b", "x.toml", 12, 3), Problem("a", "x.toml", 2), Problem("c")])
    assert str(error) == "c\nx.toml:2: a\nx.toml:12:3: b"


def test_error_carries_message_path_and_line():
    error = SettingsError.single("is wrong", "x.toml", 2)
    assert (error.message, error.path, error.line) == ("is wrong", "x.toml", 2)
