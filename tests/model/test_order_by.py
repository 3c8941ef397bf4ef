"""A number in front matter says where a module comes."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.model.skeleton import find_units
from curriculum_lint.parse.front_matter import front_matter_numbers
from curriculum_lint.settings.settings import Settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("---\nweight: 3\norder: -1.5 # of all\n---\n", {"weight": 3, "order": -1.5}),
        ("+++\nweight = 20\n[menu]\nweight = 1\n+++\n", {"weight": 20}),
        ('---\nweight: "7"\ntitle: 3 ways\n---\n', {"weight": 7}),
        ("---\nmenu:\n  weight: 1\n---\n", {}),
        ("# Weights\n\nweight: 3\n", {}),
        ("---\nweight: 3\n", {}),
    ],
)
def test_only_keys_of_front_matter_have_numbers(text: str, numbers: dict[str, float]) -> None:
    assert front_matter_numbers(text) == numbers


def test_modules_come_in_the_order_of_their_weights(tmp_path: Path) -> None:
    weights = {
        "loops": "weight: 20",
        "setup": "weight: 3",
        "files": "title: x",
        "intro": "weight: 1",
    }
    write_files(tmp_path, {f"docs/{name}.md": f"---\n{it}\n---\n" for name, it in weights.items()})
    settings = Settings(
        root=str(tmp_path), levels=("docs",), module_pattern="{name}.md", order_by="weight"
    )
    workspace = Disk(settings)
    skeleton = find_units(workspace.tree, settings, workspace.read)
    names = [unit.basename for unit in skeleton.levels[0].children]
    assert names == ["intro.md", "setup.md", "loops.md", "files.md"]
