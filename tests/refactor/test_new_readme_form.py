"""The readme of a new unit has the form of those beside it, and none of their words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import Result, invoke
from tests.repository import write_files

CONFIG = 'levels = ["."]\nmodule-pattern = "{number}-{slug}"\nreadme = "README.md"\n'
NAMES = ("start", "loops", "files")


def begun(root: Path, texts: list[str]) -> tuple[Result, str]:
    """The readme of a module that is begun as the second of those that have ``texts``."""
    units = {
        f"{n}-{name}/README.md": text
        for n, (name, text) in enumerate(zip(NAMES, texts, strict=False), 1)
    }
    write_files(root, {"curriculum-lint.toml": CONFIG, **units})
    done = invoke("new", "module", "Maps & Sets", "--at", "2", "--root", str(root))
    assert done.exit_code == 0, done
    return done, (root / "2-maps-sets/README.md").read_text()


def written(form: str) -> list[str]:
    """Three readmes of that form."""
    return [
        form.replace("{n}", str(n)).replace("{slug}", name).replace("{title}", name.title())
        for n, name in enumerate(NAMES, 1)
    ]


@pytest.mark.parametrize(
    ("form", "new"),
    [
        # Titles: where they stand, and how they are numbered.
        ("# {title}\n\nText.\n", "# Maps & Sets\n\nTODO\n"),
        ("## Module {n}: {title}\n\nText.\n", "## Module 2: Maps & Sets\n\nTODO\n"),
        (
            "---\ntitle: {title}\n---\n\nText {n}.\n",
            "---\ntitle: Maps & Sets\n---\n\nTODO\n",
        ),
        (
            "---\ntitle: 'Unit {n}: {title}'\n---\n\n# {title}\n",
            "---\ntitle: 'Unit 2: Maps & Sets'\n---\n\n# Maps & Sets\n\nTODO\n",
        ),
        (
            "---\ntitle: Unit {n}\n---\n\nText.\n",
            '---\ntitle: "Unit 2: Maps & Sets"\n---\n\nTODO\n',
        ),
        ("+++\ntitle = '{title}'\n+++\n\nText.\n", "+++\ntitle = 'Maps & Sets'\n+++\n\nTODO\n"),
        # A key that all have: constants, numbers, words, names, lists and texts of several lines.
        (
            "---\nlayout: page\nteaching: {n}0\nabout: All of {slug}\n---\n\n# {title}\n",
            "---\nlayout: page\nteaching: 0 # TODO\nabout: TODO\n---\n\n# Maps & Sets\n\nTODO\n",
        ),
        (
            '---\nid: "unit-{slug}"\nslug: {slug}\npermalink: /course/{slug}/\n---\n\n# {title}\n',
            '---\nid: "unit-maps-sets"\nslug: maps-sets\npermalink: /course/maps-sets/\n---\n\n'
            "# Maps & Sets\n\nTODO\n",
        ),
        (
            "---\ngoals:\n  - Use {slug}\n  - More\ntags: [{slug}, x]\n---\n\n# {title}\n",
            "---\ngoals:\n  - TODO\ntags: []\n---\n\n# Maps & Sets\n\nTODO\n",
        ),
        (
            "---\nsummary: >\n  All of {slug}\n  and more.\nnav_order: {n}0\n---\n\n# {title}\n",
            "---\nsummary: >\n  TODO\nnav_order: 20\n---\n\n# Maps & Sets\n\nTODO\n",
        ),
        (
            '+++\nweight = {n}\ndescription = "On {slug}"\n[params]\n  a = 1\n+++\n\n# {title}\n',
            '+++\nweight = 2\ndescription = "TODO"\n[params]\n  a = 1\n+++\n\n'
            "# Maps & Sets\n\nTODO\n",
        ),
        (
            "---\ntitle: {title}\nabout: On {slug}\nsidebar:\n  order: {n}\n  badge: {slug} x\n---\n\nText.\n",
            "---\ntitle: Maps & Sets\nabout: TODO\nsidebar:\n  order: 2\n  badge: TODO\n---\n\nTODO\n",
        ),
        # Dates are for a person to choose.
        ("---\ndate: 2024-01-0{n}\n---\n\n# {title}\n", "# Maps & Sets\n\nTODO\n"),
    ],
)
def test_a_new_readme_is_written_as_those_beside_it(tmp_path: Path, form: str, new: str) -> None:
    _, text = begun(tmp_path, written(form))
    assert text == new


def test_words_of_a_single_one_are_not_copied(tmp_path: Path) -> None:
    front = "---\nlayout: page\nabout: The start of all\n---\n\n# Start\n"
    write_files(tmp_path, {"curriculum-lint.toml": CONFIG, "1-start/README.md": front})
    done = invoke("new", "module", "Maps", "--root", str(tmp_path))
    assert done.exit_code == 0, done
    assert (tmp_path / "2-maps/README.md").read_text() == (
        "---\nlayout: page\nabout: TODO\n---\n\n# Maps\n\nTODO\n"
    )


def test_a_key_of_order_that_follows_no_number_is_told(tmp_path: Path) -> None:
    fronts = [f"---\nweight: {weight}\n---\n\n# A\n" for weight in (10, 25, 30)]
    done, text = begun(tmp_path, fronts)
    assert "weight" not in text
    assert "2-maps-sets/README.md has no `weight`: choose one" in done.stderr


def test_most_titles_say_how_one_is_written(tmp_path: Path) -> None:
    titles = ["## Module 1: Start\n", "## Module 2: Loops\n", "# Files\n"]
    _, text = begun(tmp_path, titles)
    assert text.startswith("## Module 2: Maps & Sets\n")


def test_a_section_is_no_title(tmp_path: Path) -> None:
    files = {"1-start/README.md": "Text.\n\n## Hints\n\n- One.\n", "curriculum-lint.toml": CONFIG}
    write_files(tmp_path, files)
    done = invoke("rename", "1", "--title", "Begin", "--root", str(tmp_path))
    assert done.exit_code == 2
    assert "1-start/README.md has no title that could be changed: write one" in done.stderr


def test_a_title_that_is_a_label_alone_gets_the_words_behind_it(tmp_path: Path) -> None:
    files = {"1-start/README.md": "---\ntitle: Unit 1\n---\n", "curriculum-lint.toml": CONFIG}
    write_files(tmp_path, files)
    done = invoke("rename", "1", "--title", "Begin", "--root", str(tmp_path))
    assert done.exit_code == 0, done
    assert (tmp_path / "1-start/README.md").read_text() == '---\ntitle: "Unit 1: Begin"\n---\n'


def test_a_folder_whose_name_is_a_number_keeps_it_and_that_is_told(tmp_path: Path) -> None:
    config = 'levels = ["."]\nmodule-pattern = "week{number}"\nreadme = "README.md"\n'
    write_files(tmp_path, {"week1/README.md": "# Start\n", "curriculum-lint.toml": config})
    done = invoke("rename", "1", "--title", "Begin", "--folder", "--root", str(tmp_path))
    assert done.exit_code == 0, done
    assert (tmp_path / "week1/README.md").read_text() == "# Begin\n"
    assert "week1 keeps its name: names by `week{number}` are numbers only" in done.stderr
