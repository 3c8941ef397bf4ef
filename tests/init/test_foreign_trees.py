"""Trees of other people's kinds are read as their authors mean them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from curriculum_lint.init.survey import look, settings_of
from curriculum_lint.model.curriculum import Kind
from curriculum_lint.model.skeleton import find_units
from curriculum_lint.settings.load import load_settings
from curriculum_lint.settings.settings import Settings
from tests.command import invoke
from tests.repository import write_files

from .foreign import TREES, Foreign, Found
from .kinds import Right, kinds
from .trees import expand

KINDS = {name: (foreign, right) for name, foreign, right in kinds()}


@pytest.mark.parametrize("foreign", TREES.values(), ids=TREES)
def test_the_layout_is_the_one_that_is_meant(tmp_path: Path, foreign: Foreign) -> None:
    texts = {path: f"# {path.rpartition('/')[2]}\n" for path in foreign.paths}
    write_files(tmp_path, {**texts, **foreign.texts})
    assert _found(tmp_path) == foreign.found


@pytest.mark.parametrize(("foreign", "right"), KINDS.values(), ids=KINDS)
def test_a_kind_is_understood_and_what_is_right_is_not_reported(
    tmp_path: Path, foreign: Foreign, right: Right
) -> None:
    root = tmp_path / "course"
    write_files(root, foreign.texts)
    assert _found(root) == foreign.found
    assert invoke("init", "--root", str(root)).exit_code == 0
    done = invoke("check", "--root", str(root), "--output-format", "json")
    report = json.loads(done.stdout)
    found = report["diagnostics"]
    assert sorted(each["code"] for each in found) == right.finds, found
    if right.exercises is not None:
        settings = load_settings(str(root)).settings.exercises
        written = [*map(str, settings.forms)], [*settings.files], report["summary"]["exercises"]
        assert written == (right.forms, right.files, right.exercises)


def _found(root: Path) -> Found | None:
    sight = look(str(root))
    if not sight.layouts:
        return None
    settings = settings_of(str(root), sight.layouts[0])
    skeleton = find_units(sight.workspace.tree, settings, sight.workspace.read)
    modules = sum(unit.kind is Kind.MODULE for unit in skeleton.units())
    patterns = (settings.module_pattern, *settings.other_module_patterns)
    return Found(settings.levels, patterns, modules, settings.unit_file, *_order(settings))


def _order(settings: Settings) -> tuple[tuple[str, ...], str | None]:
    return settings.order, settings.order_by


def test_a_pattern_of_paths_stands_for_many() -> None:
    assert expand("a{1..2}/{=}-{x,y}.md") == ["a1/1-x.md", "a1/1-y.md", "a2/2-x.md", "a2/2-y.md"]
