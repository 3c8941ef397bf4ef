"""`_category_.json` follows the number of its unit, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.refactor import steps
from tests.command import invoke
from tests.edits.trees import state_of
from tests.refactor.random_commands import run
from tests.repository import write_files

FORMS = {
    "_category_.json": '{{\n  "label": "Module {n}: {t}",\n  "position": {n}\n}}\n',
    "_category_.yml": "position: {n}\nlabel: 'Module {n}: {t}'\n",
}


@pytest.mark.parametrize("name", FORMS)
def test_position_and_label_follow(name: str, tmp_path: Path) -> None:
    files = {"curriculum-lint.toml": "levels = ['docs']\nschemas = { module = 'any.json' }\n"}
    files |= {"any.json": "{}\n", "readme.md": "# C\n", "docs/readme.md": "# L\n"}
    for n, title in enumerate(("One", "Two", "Three"), 1):
        files[f"docs/{n}_{title.lower()}/readme.md"] = f"# Module {n}: {title}\n"
        files[f"docs/{n}_{title.lower()}/{name}"] = FORMS[name].format(n=n, t=title)
    write_files(tmp_path, files)
    before = state_of(tmp_path)
    run(tmp_path, lambda work: steps.move_unit(work, "docs/3_three", "1"))
    for n, title in ((1, "Three"), (2, "One"), (3, "Two")):
        path = tmp_path / f"docs/{n}_{title.lower()}/{name}"
        assert path.read_text() == FORMS[name].format(n=n, t=title)
    run(tmp_path, lambda work: steps.move_unit(work, "docs/1_three", "3"))
    assert state_of(tmp_path) == before


@pytest.mark.parametrize("label", ["Files", "3. Files"])
def test_a_label_that_is_the_title_is_renamed_with_it(tmp_path: Path, label: str) -> None:
    files = {"curriculum-lint.toml": "levels = ['docs']\n"}
    for n, title in enumerate(("Start", "Loops"), 1):
        files[f"docs/{n}_{title.lower()}/readme.md"] = f"# {title}\n"
    files["docs/3_files/readme.md"] = f"# {label}\n"
    category = f'{{"label": "{label}", "position": 3}}\n'
    write_files(tmp_path, files | {"docs/3_files/_category_.json": category})
    run(tmp_path, lambda work: steps.rename_title(work, "docs/3_files", "Round & round"))
    found = (tmp_path / "docs/3_files/_category_.json").read_text()
    assert found == category.replace("Files", "Round & round")


def test_a_new_unit_without_such_a_file_is_told(tmp_path: Path) -> None:
    files = {"curriculum-lint.toml": "levels = ['docs']\n"}
    for n, title in enumerate(("Start", "Loops"), 1):
        files[f"docs/{n}_{title.lower()}/readme.md"] = f"# {title}\n"
        files[f"docs/{n}_{title.lower()}/_category_.json"] = f'{{"position": {n}}}\n'
    write_files(tmp_path, files)
    done = invoke("new", "module", "Sets", "--root", str(tmp_path))
    assert done.exit_code == 0, done
    assert "docs/3_sets has no _category_.json: those beside it have one" in done.stderr
