"""Titles in every form of label, under every command: the label and the name stay apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum_lint.refactor import steps
from curriculum_lint.refactor.transfer_steps import transfer_unit
from tests.edits.trees import state_of
from tests.refactor.random_commands import run, undo
from tests.repository import write_files

#: A title by its number and name.
FORMS: dict[str, Callable[[int, str], str]] = {
    "no label": lambda n, name: name,
    "a picture": lambda n, name: f"🚀 {name}",
    "a word": lambda n, name: f"Module {n}: {name}",
    "a bar": lambda n, name: f"Week {n} | {name}",
    "a dash": lambda n, name: f"Día 0{n} - {name}",
    "of how many": lambda n, name: f"Day {n}/30: {name}",
    "short": lambda n, name: f"M0{n}: {name}",
    "a number": lambda n, name: f"{n}. {name}",
    "padded": lambda n, name: f"0{n} {name}",
    "compound": lambda n, name: f"2.{n} - {name}",
    "in brackets": lambda n, name: f"[Week {n}] {name}",
    "at the end": lambda n, name: f"{name} (Part {n})",
    "last words": lambda n, name: f"{name} - Week {n}",
    "counted": lambda n, name: f"第{n}章 {name}",
    "counted in words": lambda n, name: f"第{'〇一二三四'[n]}章：{name}",
    "counted behind": lambda n, name: f"{n}주차 {name}",
    "Roman": lambda n, name: f"Part {['', 'I', 'II', 'III', 'IV'][n]}: {name}",
    "in words": lambda n, name: f"Lesson {['', 'One', 'Two', 'Three', 'Four'][n]}: {name}",
    "ordinal": lambda n, name: f"{['', '1st', '2nd', '3rd', '4th'][n]} week: {name}",
    "keycaps": lambda n, name: f"{n}\ufe0f\u20e3 {name}",
    "with an anchor": lambda n, name: f"Week {n}: {name} {{#topic}}",
}
pytestmark = pytest.mark.parametrize("form", FORMS)


def curriculum(form: str, *names: str) -> dict[str, str]:
    """A level with modules of these names; the list repeats the titles, the pages the next one."""
    titles = {at: FORMS[form](at, name) for at, name in enumerate(names, 1)}
    shown = {at: _shown(title) for at, title in titles.items()}
    folders = {at: f"{at}_{name.lower()}" for at, name in enumerate(names, 1)}
    pages = [*(f"../{each}" for each in folders.values()), "../../3_top/1_last"]
    next_ones = [*shown.values(), "Last"][1:]
    files = {
        "curriculum-lint.toml": (
            "levels = ['2_mid', '3_top']\nschemas = { module = 'any.json' }\n"
        ),
        "any.json": "{}\n",
        "README.md": "# Course\n\n[Mid](2_mid/readme.md), [Top](3_top/readme.md)\n",
        "3_top/readme.md": "# Top\n\n- [Last](1_last/readme.md)\n",
        "3_top/1_last/readme.md": "# Last\n\nThe end.\n",
        "2_mid/readme.md": "# Mid\n\n"
        + "".join(f"- [{shown[at]}]({folders[at]}/readme.md)\n" for at in titles),
    }
    for at, title in titles.items():
        after = f"[Next: {next_ones[at - 1]}]({pages[at]}/readme.md)"
        files[f"2_mid/{folders[at]}/readme.md"] = (
            f"# {title}\n\nAbout {names[at - 1]}.\n\n{after}\n"
        )
    return files


def _shown(title: str) -> str:
    """A title as the text of a link."""
    return title.partition(" {")[0].replace("[", r"\[").replace("]", r"\]")


def _texts(root: Path, among: dict[str, str]) -> dict[str, str]:
    return {path: (root / path).read_text(encoding="utf-8") for path in among}


def test_a_move_renumbers_the_label(form: str, tmp_path: Path) -> None:
    write_files(tmp_path, curriculum(form, "Alpha", "Bravo", "Carol"))
    before = state_of(tmp_path)
    run(tmp_path, lambda work: steps.move_unit(work, "2_mid/3_carol", "1"))
    wanted = curriculum(form, "Carol", "Alpha", "Bravo")
    assert _texts(tmp_path, wanted) == wanted
    run(tmp_path, lambda work: steps.move_unit(work, "2_mid/1_carol", "3"))
    assert state_of(tmp_path) == before


def test_a_new_title_keeps_the_label(form: str, tmp_path: Path) -> None:
    write_files(tmp_path, curriculum(form, "Alpha", "Bravo", "Carol"))
    before = state_of(tmp_path)
    back = run(tmp_path, lambda work: steps.rename_title(work, "2_mid/2_bravo", "Delta"))
    wanted = curriculum(form, "Alpha", "Delta", "Carol")
    readme = wanted["2_mid/2_delta/readme.md"].replace("About Delta", "About Bravo")
    assert (tmp_path / "2_mid/2_bravo/readme.md").read_text(encoding="utf-8") == readme
    index = (tmp_path / "2_mid/readme.md").read_text(encoding="utf-8")
    assert index.replace("2_bravo", "2_delta") == wanted["2_mid/readme.md"]
    assert back
    undo(tmp_path, back)
    assert state_of(tmp_path) == before


def test_a_new_unit_has_its_own_label(form: str, tmp_path: Path) -> None:
    write_files(tmp_path, curriculum(form, "Alpha", "Bravo", "Carol"))
    new = steps.Beginning("Extra", "2")
    run(tmp_path, lambda work: steps.add_module(work, "2_mid", new))
    wanted = curriculum(form, "Alpha", "Extra", "Bravo", "Carol")
    title = (tmp_path / "2_mid/2_extra/readme.md").read_text(encoding="utf-8").partition("\n")[0]
    assert title.lstrip("#🚀 ") == FORMS[form](2, "Extra").partition(" {")[0].lstrip("🚀 ")
    index = (tmp_path / "2_mid/readme.md").read_text(encoding="utf-8")
    assert index.replace("🚀 ", "") == wanted["2_mid/readme.md"].replace("🚀 ", "")


def test_a_removed_unit_leaves_the_other_labels_right(form: str, tmp_path: Path) -> None:
    write_files(tmp_path, curriculum(form, "Alpha", "Bravo", "Carol"))
    run(tmp_path, lambda work: steps.remove_unit(work, "2_mid/2_bravo"))
    wanted = curriculum(form, "Alpha", "Carol")
    assert _texts(tmp_path, wanted) == wanted


def test_a_transferred_unit_is_listed_by_its_name(form: str, tmp_path: Path) -> None:
    write_files(tmp_path, curriculum(form, "Alpha", "Bravo", "Carol"))
    before = state_of(tmp_path)
    run(tmp_path, lambda work: transfer_unit(work, "2_mid/2_bravo", "3_top", "1"))
    index = (tmp_path / "3_top/readme.md").read_text(encoding="utf-8")
    name = "🚀 Bravo" if form == "a picture" else "Bravo"
    assert f"- [{name}](1_bravo/readme.md)\n- [Last](2_last/readme.md)\n" in index
    run(tmp_path, lambda work: transfer_unit(work, "3_top/1_bravo", "2_mid", "2"))
    assert state_of(tmp_path) == before
