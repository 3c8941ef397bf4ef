"""With which configuration a base is read, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from curriculum_lint.settings.load import load_settings
from curriculum_lint.views.changed.base_settings import as_it_was, as_it_would_be_checked
from curriculum_lint.views.changed.versions import Versions, open_versions
from curriculum_lint.workspace.disk import Disk
from tests.changed.history import repository
from tests.curricula import clean_files
from tests.repository import write_files

OWN, PROJECT = "curriculum-lint.toml", "pyproject.toml"
TABLE = "[tool.curriculum-lint]\n"
PART = {"part/1_start/readme.md": "# Start\n", "part/readme.md": "# Part\n"}


@contextmanager
def versions(root: Path, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Versions]:
    """A change of ``before`` to ``after``, which is not committed."""
    repository(root, before)
    write_files(root, after)
    with open_versions(Disk(load_settings(str(root), root=str(root)).settings), "main") as opened:
        yield opened


@pytest.mark.parametrize(
    ("before", "levels"),
    [
        ({OWN: 'levels = ["part"]\n', **PART}, ("part",)),
        ({PROJECT: f'{TABLE}levels = ["part"]\n', **PART}, ("part",)),
        ({OWN: 'levels = ["part"]\n', PROJECT: f'{TABLE}levels = ["x"]\n', **PART}, ("part",)),
        # A file that is silent about us says nothing.
        ({PROJECT: "[project]\nname = 'x'\n", **clean_files()}, ("*_level",)),
        (clean_files(), ("*_level",)),
        # One that cannot be read is no reason to read the base otherwise than today.
        ({OWN: "levels = 3\n", **PART, **clean_files()}, ("today",)),
        # Its own configuration finds nothing.
        ({OWN: 'levels = ["gone"]\n', **PART}, ("today",)),
        ({"notes.md": "# Notes\n"}, ("today",)),
    ],
)
def test_a_base_is_read_as_it_was(
    tmp_path: Path, before: dict[str, str], levels: tuple[str, ...]
) -> None:
    today = {OWN: 'levels = ["today"]\n', "today/1_start/readme.md": "# Start\n"}
    with versions(tmp_path, before, today) as opened:
        assert opened.then.settings.levels == ("today",)
        then = as_it_was(opened.then)
        assert then.settings.levels == levels
        assert then.settings.root == str(tmp_path)
        assert then.tree_name == opened.then.tree_name


def test_the_configuration_of_today_counts_where_it_finds_a_level(tmp_path: Path) -> None:
    before = {OWN: 'levels = ["part"]\n', **PART, **clean_files()}
    with versions(tmp_path, before, {OWN: ""}) as opened:
        assert as_it_would_be_checked(opened.then) is opened.then


def test_a_curriculum_that_was_laid_out_otherwise_has_the_rules_of_today(tmp_path: Path) -> None:
    layout = {
        "levels": '["part"]',
        "order": '["part/one-a.md"]',
        "order-by": '"weight"',
        "module-pattern": '"{number}-{slug}.md"',
        "other-module-patterns": '["week{number}.md"]',
        "subsection-pattern": '"{letter}-{slug}"',
        "select": '["CL301"]',
    }
    before = {
        OWN: "".join(f"{key} = {value}\n" for key, value in layout.items()),
        "part/1-a.md": "# A\n",
    }
    after = {OWN: 'levels = ["today"]\nselect = ["CL104"]\n'}
    with versions(tmp_path, before, after) as opened:
        today, then = opened.then.settings, as_it_would_be_checked(opened.then).settings
    assert (then.select, today.select) == (("CL104",), ("CL104",))
    assert then.levels == ("part",)
    assert then.order == ("part/one-a.md",)
    assert then.order_by == "weight"
    assert then.module_pattern == "{number}-{slug}.md"
    assert then.other_module_patterns == ("week{number}.md",)
    assert then.subsection_pattern == "{letter}-{slug}"
