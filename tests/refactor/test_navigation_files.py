"""Navigation in YAML and JSON: paths, numbers, titles and order follow, and units come and go."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import Result, invoke
from tests.edits.trees import state_of
from tests.repository import write_files

NAMES = ("start", "files", "loops", "maps")
CONFIG = 'levels = ["docs"]\nmodule-pattern = "{number}_{slug}"\nreadme = "readme.md"\n'

#: A file and its form; the items are made of the number, the slug and the title of each unit.
FORMS = {
    "mkdocs.yml": (
        "site_name: X\nnav:\n  - Home: index.md\n{}  - About: about.md\ntheme: y\n",
        "  - {title}: {n}_{slug}/readme.md\n",
    ),
    "docs/.pages": ("nav:\n{}", "  - {n}_{slug}\n"),
    "_toc.yml": ("format: jb-book\nroot: index\nchapters:\n{}", "- file: docs/{n}_{slug}/readme\n"),
    "docs/_toctree.yml": (
        "- title: Course\n  sections:\n{}- local: end\n",
        "  - local: {n}_{slug}/readme\n    title: {n}. {title}\n",
    ),
    "config.yaml": ("# order\r\nepisodes:\r\n{}\r\nlearners:\r\n", "- {n}_{slug}\r\n"),
    "_quarto.yml": ("book:\n  chapters:\n    - index.md\n{}", '    - "docs/{n}_{slug}/readme.md"\n'),
    "sidebars.json": (
        '{"tutorial": ["intro",\n  {"type": "category", "label": "A, b", "items": [\n{}  ]}\n]}\n',
        '    "docs/{n}_{slug}/readme",\n',
    ),
}  # fmt: skip


def form(path: str, names: tuple[str, ...]) -> str:
    frame, item = FORMS[path]
    items = [
        item.replace("{n}", str(n)).replace("{slug}", name).replace("{title}", name.title())
        for n, name in enumerate(names, 1)
    ]
    written = "".join(items)
    if path.endswith(".json"):
        written = written.removesuffix(",\n") + "\n"
    return frame.replace("{}", written)


def curriculum(root: Path) -> Path:
    units = {
        f"docs/{n}_{name}/readme.md": f"# {name.title()}\n\nText.\n"
        for n, name in enumerate(NAMES, 1)
    }
    files = {path: form(path, NAMES) for path in FORMS}
    write_files(root, {"curriculum-lint.toml": CONFIG, **units, **files})
    return root


def run(root: Path, *arguments: str) -> Result:
    done = invoke(*arguments, "--root", str(root))
    assert done.exit_code == 0, done
    return done


@pytest.mark.parametrize(
    ("command", "names"),
    [
        (("move", "4", "--to", "2"), ("start", "maps", "files", "loops")),
        (("move", "1", "--to", "4"), ("files", "loops", "maps", "start")),
        (("remove", "docs/2_files"), ("start", "loops", "maps")),
        (("remove", "docs/4_maps"), ("start", "files", "loops")),
        (("new", "module", "Sets", "--at", "2"), ("start", "sets", "files", "loops", "maps")),
        (("new", "module", "Sets", "--at", "1"), ("sets", "start", "files", "loops", "maps")),
        (("new", "module", "Sets"), ("start", "files", "loops", "maps", "sets")),
        (
            ("rename", "docs/3_loops", "--title", "Rounds", "--folder"),
            ("start", "files", "rounds", "maps"),
        ),
    ],
)
def test_navigation_follows(
    tmp_path: Path, command: tuple[str, ...], names: tuple[str, ...]
) -> None:
    root = curriculum(tmp_path)
    done = run(root, *command)
    for path in FORMS:
        assert (root / path).read_bytes().decode() == form(path, names), path
    assert "Also named here" not in done.stderr
    assert "add it" not in done.stderr


@pytest.mark.parametrize(
    ("there", "back"),
    [
        (("move", "4", "--to", "2"), ("move", "2", "--to", "4")),
        (("new", "module", "Sets", "--at", "3"), ("remove", "docs/3_sets")),
        (("new", "module", "Sets"), ("remove", "docs/5_sets")),
    ],
)
def test_and_back(tmp_path: Path, there: tuple[str, ...], back: tuple[str, ...]) -> None:
    root = curriculum(tmp_path)
    before = state_of(root)
    run(root, *there)
    run(root, *back)
    assert state_of(root) == before


def test_groups_move_with_everything_in_them(tmp_path: Path) -> None:
    root = curriculum(tmp_path)
    text = (
        "nav:\n"
        "  # first\n"
        "  - Module 1:\n      - docs/1_start/readme.md\n      - docs/1_start/more.md\n"
        "  - Live: live.md\n"
        "  - Module 2:\n      - docs/2_files/readme.md\n"
        "  - 'Module 2.1: more':\n      - docs/2_files/notes.md\n"
    )
    write_files(root, {"mkdocs.yml": text, "docs/1_start/more.md": "# M\n\nText.\n"})
    run(root, "move", "2", "--to", "1")
    assert (root / "mkdocs.yml").read_text() == (
        "nav:\n"
        "  # first\n"
        "  - Module 1:\n      - docs/1_files/readme.md\n"
        "  - Live: live.md\n"
        "  - 'Module 1.1: more':\n      - docs/1_files/notes.md\n"
        "  - Module 2:\n      - docs/2_start/readme.md\n      - docs/2_start/more.md\n"
    )


def test_a_title_above_a_list_comes_with_a_new_unit(tmp_path: Path) -> None:
    root = curriculum(tmp_path)
    text = "nav:\n  - A:\n      - docs/1_start/readme.md\n  - B:\n      - docs/2_files/readme.md\n"
    write_files(root, {"mkdocs.yml": text})
    run(root, "new", "module", "Sets", "--at", "2")
    assert (root / "mkdocs.yml").read_text() == (
        "nav:\n  - A:\n      - docs/1_start/readme.md\n  - Sets:\n      - docs/2_sets/readme.md\n"
        "  - B:\n      - docs/3_files/readme.md\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "nav: [docs/2_files/readme.md, docs/1_start/readme.md]\n",
        "- - docs/1_start/readme.md\n- ]\n",
        "- docs/1_start/readme.md\n- docs/1_start/more.md\n",
        "x: |\n  - a\n\n- \n-\n",
        "",
    ],
)
def test_what_is_in_no_order_keeps_it(tmp_path: Path, text: str) -> None:
    root = curriculum(tmp_path)
    write_files(root, {"mkdocs.yml": text})
    run(root, "move", "3", "--to", "4")
    assert (root / "mkdocs.yml").read_text() == text
