"""Translations follow: readmes beside the original ones, and folders with the same numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.refactor import steps
from curriculum_lint.refactor.restructuring import Restructuring
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.edits.trees import state_of
from tests.refactor.test_round_trips import run
from tests.repository import write_files

NAMES = {"Start": "Inicio", "Files": "Archivos", "Nets": "Redes", "Tests": "Pruebas"}
#: Where the Spanish readme of a folder lies.
PLACES = {
    "beside": "{}README.es.md",
    "in a folder": "translations/es/{}README.md",
    "of a site generator": "i18n/es/docs/current/{}README.md",
    "in folders with names of their own": "es/{}README.md",
}
pytestmark = pytest.mark.parametrize("form", PLACES)


def course(form: str, *names: str) -> dict[str, str]:
    """Modules in English and in Spanish, with lists, exercises and links to what comes next."""
    files = {
        "curriculum-lint.toml": "levels = ['.']\nschemas = { module = 'any.json' }\n",
        "any.json": "{}\n",
        "README.md": _index("Course", "Module", _folders(names), names, "README.md"),
    }
    spanish = [NAMES[name] for name in names]
    own = spanish if form == "in folders with names of their own" else names
    readme = PLACES[form].rpartition("}")[2]
    place = PLACES[form].format
    files[place("")] = _index("Curso", "Módulo", _folders(own), spanish, readme)
    for words, titles, folders, path in (
        (("Module", "Exercise", "Next"), names, _folders(names), "{}README.md".format),
        (("Módulo", "Exercise", "Siguiente"), spanish, _folders(own), place),
    ):
        for at, title in enumerate(titles, 1):
            module, exercise, following = words
            text = (
                f"# {module} {at}: {title}\n\n## {exercise} {at}.1: One\n\nAs in exercise {at}.1.\n"
            )
            if at < len(titles):
                target = f"../{folders[at]}/{path('').rpartition('/')[2]}"
                text += f"\n[{following}: {module} {at + 1}: {titles[at]}]({target})\n"
            files[path(f"{folders[at - 1]}/")] = text
    return files


def _folders(names: list[str] | tuple[str, ...]) -> list[str]:
    return [f"{at}_{name.lower()}" for at, name in enumerate(names, 1)]


def _index(
    title: str, word: str, folders: list[str], names: list[str] | tuple[str, ...], readme: str
) -> str:
    lines = [
        f"{at}. [{word} {at}: {name}]({folder}/{readme})\n"
        for at, (folder, name) in enumerate(zip(folders, names, strict=True), 1)
    ]
    return f"# {title}\n\n{''.join(lines)}"


def _texts(root: Path) -> dict[str, str]:
    return {path: body.decode() for path, body in state_of(root).items()}


def test_a_move_takes_the_translation_along(form: str, tmp_path: Path) -> None:
    write_files(tmp_path, course(form, "Start", "Files", "Nets", "Tests"))
    before = state_of(tmp_path)
    run(tmp_path, lambda work: steps.move_unit(work, "3_nets", "2"))
    assert _texts(tmp_path) == course(form, "Start", "Nets", "Files", "Tests")
    run(tmp_path, lambda work: steps.move_unit(work, "2_nets", "3"))
    assert state_of(tmp_path) == before


def test_a_removal_takes_the_translation_along(form: str, tmp_path: Path) -> None:
    write_files(tmp_path, course(form, "Start", "Files", "Nets", "Tests"))
    run(tmp_path, lambda work: steps.remove_unit(work, "2_files"))
    assert _texts(tmp_path) == course(form, "Start", "Nets", "Tests")


def test_a_new_module_makes_room_and_its_lack_is_told(form: str, tmp_path: Path) -> None:
    write_files(tmp_path, course(form, "Start", "Files", "Nets", "Tests"))
    before = state_of(tmp_path)
    known = load_settings(str(tmp_path), root=str(tmp_path)).settings
    work = Restructuring(Disk(known))
    steps.add_module(work, ".", steps.Beginning("Extra", "2"))
    (note,) = (each for each in work.end((), ()).notes if "lacks" in each)
    assert note.endswith("lacks 2_extra")
    run(tmp_path, lambda work: steps.add_module(work, ".", steps.Beginning("Extra", "2")))
    spanish = _texts(tmp_path)
    assert any(
        path.endswith(("3_files/README.es.md", "es/3_archivos/README.md"))
        or ("es/" in path and "/3_files/" in path)
        for path in spanish
    )
    run(tmp_path, lambda work: steps.remove_unit(work, "2_extra"))
    assert state_of(tmp_path) == before
