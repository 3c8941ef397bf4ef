"""What the tests of this folder share: a configuration file and its errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.settings.errors import SettingsError
from curriculum_lint.settings.load import load_settings
from curriculum_lint.settings.loaded import LoadedSettings


def load(folder: Path, text: str, name: str = "curriculum-lint.toml") -> LoadedSettings:
    (folder / name).write_text(text, encoding="utf-8")
    return load_settings(str(folder))


def error_lines(folder: Path, text: str, name: str = "curriculum-lint.toml") -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load(folder, text, name)
    return str(caught.value).split("\n")
