"""Navigation in brackets, in scripts and with lists in its items follows a restructuring."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.edits.trees import state_of
from tests.repository import write_files

NAMES = ("start", "files", "loops", "maps")
CONFIG = 'levels = ["docs"]\nmodule-pattern = "{number}-{slug}"\nreadme = "README.md"\n'

#: A file, what stands around the items, an item, what stands between two, and behind the last.
FORMS = {
    "flow": ("mkdocs.yml", "nav: [index.md, {}]\n", "docs/{n}-{slug}/README.md", ", ", ""),
    "flow on lines": (
        "mkdocs.yml",
        "site_name: Course\nnav: [\n  index.md,\n{}]\n",
        '  "docs/{n}-{slug}/README.md"',
        ",\n",
        ",\n",
    ),
    "flow items": (
        "_toc.yml",
        "format: jb-book\nchapters:\n{}",
        "  - {file: docs/{n}-{slug}/README, title: {title}}\n",
        "",
        "",
    ),
    "flow in flow": (
        "menu.yml",
        "menu: [{}]\n",
        "{title: '{title}', url: docs/{n}-{slug}/}",
        ", ",
        "",
    ),
    "flow in an item": (
        "mkdocs.yml",
        "nav:\n  - Home: index.md\n  - Course: [{}]\n  - About: about.md\n",
        "docs/{n}-{slug}/README.md",
        ", ",
        "",
    ),
    "script": (
        "sidebars.js",
        "// The course [a, b], in order.\nmodule.exports = {\n  docs: [\n    'intro',\n{}  ],\n};\n",
        "    '{n}-{slug}/README',\n",
        "",
        "",
    ),
    "script with items": (
        "sidebars.ts",
        "const s: Config = {\n  docs: [\n    {type: 'category', label: 'It\\'s', items: [\n{}    ]},\n"
        "    'end',\n  ],\n};\nexport default s;\n",
        "      {type: 'doc', id: '{n}-{slug}/README', label: '{title}'},\n",
        "",
        "",
    ),
    "links of a site": (
        "docs/.vitepress/config.mts",
        "export default {\n  themeConfig: { sidebar: [\n{}  ] }\n}\n",
        "    { text: '{n}. {title}', link: '/{n}-{slug}/README' }",
        ",\n",
        "\n",
    ),
    "below a title": (
        "mkdocs.yml",
        "nav:\n  - Home: index.md\n{}  - About: about.md\n",
        "  - {title}:\n      - docs/{n}-{slug}/README.md\n",
        "",
        "",
    ),
    "below a key": (
        "_toctree.yml",
        "{}- local: end\n",
        "- title: Unit {n}. {title}\n  sections:\n  - local: docs/{n}-{slug}/README\n    title: {title}\n",
        "",
        "",
    ),
}  # fmt: skip


def written(form: str, names: tuple[str, ...]) -> str:
    _, frame, item, joint, end = FORMS[form]
    items = [
        item.replace("{n}", str(n)).replace("{slug}", name).replace("{title}", name.title())
        for n, name in enumerate(names, 1)
    ]
    return frame.replace("{}", joint.join(items) + end)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("command", "names"),
    [
        (("move", "4", "--to", "2"), ("start", "maps", "files", "loops")),
        (("move", "1", "--to", "4"), ("files", "loops", "maps", "start")),
        (("remove", "docs/2-files"), ("start", "loops", "maps")),
        (("remove", "docs/4-maps"), ("start", "files", "loops")),
        (("new", "module", "Sets", "--at", "2"), ("start", "sets", "files", "loops", "maps")),
        (("new", "module", "Sets", "--at", "1"), ("sets", "start", "files", "loops", "maps")),
        (("new", "module", "Sets"), ("start", "files", "loops", "maps", "sets")),
        (("rename", "docs/3-loops", "--title", "Rounds"), ("start", "files", "loops", "maps")),
    ],
)
def test_a_menu_follows(
    tmp_path: Path, form: str, command: tuple[str, ...], names: tuple[str, ...]
) -> None:
    path = FORMS[form][0]
    units = {
        f"docs/{n}-{name}/README.md": f"# {name.title()}\n\nText.\n"
        for n, name in enumerate(NAMES, 1)
    }
    write_files(tmp_path, {"curriculum-lint.toml": CONFIG, path: written(form, NAMES), **units})
    before = state_of(tmp_path)
    done = invoke(*command, "--root", str(tmp_path))
    assert done.exit_code == 0, done
    after = written(form, names)
    if command[0] == "rename":
        after = after.replace("Loops", "Rounds")
    assert (tmp_path / path).read_text() == after, done.stderr
    if command[0] == "move":
        back = ("move", command[3], "--to", command[1])
        assert invoke(*back, "--root", str(tmp_path)).exit_code == 0
        assert state_of(tmp_path) == before


NOT_KNOWN = {
    "more words": "  - {title: {title}, file: docs/{n}-{slug}/README, about: All of {slug}}\n",
    "other pages first": "  - {title}:\n      - docs/{n}-{slug}/lab.md\n      - docs/{n}-{slug}/x.md\n",
}


@pytest.mark.parametrize("item", NOT_KNOWN.values(), ids=NOT_KNOWN)
def test_an_item_with_words_of_its_own_is_told(tmp_path: Path, item: str) -> None:
    items = "".join(
        item.replace("{n}", str(n)).replace("{slug}", name).replace("{title}", name.title())
        for n, name in enumerate(NAMES, 1)
    )
    units = {
        f"docs/{n}-{name}/{file}": f"# {name.title()}\n"
        for n, name in enumerate(NAMES, 1)
        for file in ("README.md", "lab.md", "x.md")
    }
    files = {"curriculum-lint.toml": CONFIG, "mkdocs.yml": f"nav:\n{items}", **units}
    write_files(tmp_path, files)
    done = invoke("new", "module", "Sets", "--at", "2", "--root", str(tmp_path))
    assert done.exit_code == 0, done
    assert "sets" not in (tmp_path / "mkdocs.yml").read_text().lower()
    assert "mkdocs.yml:2 lists no module 2: add it" in done.stderr
