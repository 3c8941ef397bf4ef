"""`_category_.json` follows the number of its unit, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.refactor import steps
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
