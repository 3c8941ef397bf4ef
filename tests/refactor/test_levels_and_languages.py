"""What moves between levels, and what is renamed, where pages are written in several languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.edits.trees import state_of
from tests.repository import write_files

_LEVELS = {"a": ("Alpha", "Bravo"), "b": ("Carol", "Delta", "Echo")}
#: How the titles of modules are written, and links to these.
_FORMS = ("{}", "*{}* at last")


def course(root: Path, form: str = "{}") -> None:
    """Two levels in English and French; modules of b have a subsection, and name what they follow."""
    files = {
        "curriculum-lint.toml": "levels = ['a', 'b']\nreadme = 'readme.md'\n"
        "schemas = { module = 'any.json', subsection = 'any.json' }\n",
        "any.json": "{}\n",
        "readme.md": "# Course\n\n"
        + "".join(_index(level, form, "md", level) for level in _LEVELS),
    }
    for level, names in _LEVELS.items():
        for end in ("md", "fr.md"):
            files[f"{level}/readme.{end}"] = f"# Level {level}\n\n" + _index(level, form, end)
            for number, name in enumerate(names, 1):
                folder = f"{level}/{number}_{name.lower()}"
                title = form.format(name)
                before = f"../{number - 1}_{names[number - 2].lower()}/readme.{end}"
                words = f"After [module {number - 1}]({before}): module {number}.\n"
                files[f"{folder}/readme.{end}"] = (
                    f"# Module {number}: {title}\n\n" + words * (number > 1) + "Words.\n"
                )
                if level == "b":
                    files[f"{folder}/a_deep/readme.{end}"] = f"# Deep {name}\n\nWords.\n"
    write_files(root, files)


def _index(level: str, form: str, end: str, around: str = "") -> str:
    lines = [f"## List {level}\n"]
    for number, name in enumerate(_LEVELS[level], 1):
        folder = "/".join(filter(None, (around, f"{number}_{name.lower()}")))
        lines.append(f"{number}. [{form.format(name)}]({folder}/readme.{end})")
        if level == "b" and not around:
            lines.append(f"   - a) [Deep {name}]({folder}/a_deep/readme.{end})")
    return "\n".join(lines) + "\n\n"


def done(root: Path, *words: str) -> str:
    result = invoke(*words, "--root", str(root))
    assert result.exit_code == 0, result.stderr
    return result.stderr


@pytest.mark.parametrize("form", _FORMS)
def test_each_language_lists_it_with_what_is_in_it(form: str, tmp_path: Path) -> None:
    course(tmp_path, form)
    done(tmp_path, "move", "b/1_carol", "--level", "a", "--to", "2")
    # Marks around a part of a title are not written again.
    name = form.format("Carol").replace("*", "")
    for end in ("md", "fr.md"):
        text = (tmp_path / f"a/readme.{end}").read_text()
        entry = (
            f"2. [{name}](2_carol/readme.{end})\n   - a) [Deep Carol](2_carol/a_deep/readme.{end})"
        )
        assert entry in text
    overview = (tmp_path / "readme.md").read_text()
    assert f"2. [{name}](a/2_carol/readme.md)\n3. " in overview
    assert "fr.md" not in overview


@pytest.mark.parametrize("place", ["1", "2", "3"])
def test_a_link_across_levels_says_the_number_of_its_unit(place: str, tmp_path: Path) -> None:
    course(tmp_path)
    done(tmp_path, "move", "a/1_alpha", "--level", "b", "--to", place)
    text = (tmp_path / "a/1_bravo/readme.md").read_text()
    assert f"[module {place}](../../b/{place}_alpha/readme.md): module 1." in text


def test_translations_keep_the_title_that_they_have(tmp_path: Path) -> None:
    course(tmp_path)
    french = "# Level a\n\n1. **Alpha**\n2. **Bravo**\n\n- [Alpha](1_alpha)\n- [Bravo](2_bravo)\n"
    write_files(tmp_path, {"a/readme.fr.md": french})
    before = state_of(tmp_path)
    told = done(tmp_path, "rename", "a/2_bravo", "--title", "Xray")
    assert (tmp_path / "a/readme.fr.md").read_text() == french
    assert "a/readme.fr.md:7 calls it “Bravo”" in told
    assert "Also says “Bravo”: a/readme.fr.md:4" in told
    done(tmp_path, "rename", "a/2_bravo", "--title", "Bravo", "--force")
    assert state_of(tmp_path) == before


def test_a_letter_behind_a_padded_number_is_a_label(tmp_path: Path) -> None:
    titles = {"": "Module {0}: T{0}x", "a_deep/": "0{0}a T{0}x"}
    files = {
        f"{n}_t{n}x/{inner}readme.md": f"# {title.format(n)}\n\nWords.\n"
        for n in (1, 2, 3)
        for inner, title in titles.items()
    }
    write_files(tmp_path, files | {"curriculum-lint.toml": "levels = ['.']\n"})
    done(tmp_path, "move", "3", "--to", "1")
    assert (tmp_path / "1_t3x/a_deep/readme.md").read_text() == "# 01a T3x\n\nWords.\n"


def test_a_list_that_lost_all_but_one_names_no_order(tmp_path: Path) -> None:
    generated = "<!-- curriculum-index:start -->\n<!-- curriculum-index:end -->"
    table = "| Where | What |\n|---|---|\n| a | [Alpha](a/1_alpha/readme.md) |\n"
    files = {
        "curriculum-lint.toml": "levels = ['a']\n",
        "readme.md": f"# Course\n\n{generated}\n\n{table}| a | [Bravo](a/2_bravo/readme.md) |\n",
        "a/readme.md": "# A\n\nWords.\n",
        "a/1_alpha/readme.md": "# Alpha\n\nWords.\n",
        "a/1_alpha/a_deep/readme.md": "# Deep\n\nWords.\n",
        "a/2_bravo/readme.md": "# Bravo\n\nWords.\n",
    }
    write_files(tmp_path, files)
    invoke("index", "--root", str(tmp_path))
    done(tmp_path, "remove", "a/2_bravo")
    assert table in (tmp_path / "readme.md").read_text()


def test_sections_that_hold_tables_are_no_list(tmp_path: Path) -> None:
    names = {"a": ("Alpha", "Bravo"), "b": ("Delta",)}
    files = {
        f"{level}/{n}_{name.lower()}/readme.md": f"# {name}\n\nWords.\n"
        for level, found in names.items()
        for n, name in enumerate(found, 1)
    }
    row = "| {} | [{}]({}_{}) |\n"
    rows = "".join(row.format(n, name, n, name.lower()) for n, name in enumerate(names["a"], 1))
    head = "| # | Lesson |\n|---|---|\n"
    text = f"# A\n\nBefore.\n\n## More\n\n{head}{rows}\n## More\n\n{head}{rows.splitlines()[0]}\n"
    text += "\n## Bravo\n\n[Bravo](2_bravo)\n\n## About\n\nEnd.\n"
    files |= {"a/readme.md": text, "b/readme.md": "# B\n\nWords.\n"}
    write_files(tmp_path, files | {"curriculum-lint.toml": "levels = ['a', 'b']\n"})
    done(tmp_path, "move", "b/1_delta", "--level", "a")
    assert "| 3 | [Delta](3_delta) |" in (tmp_path / "a/readme.md").read_text()
