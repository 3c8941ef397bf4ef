"""Translations follow: readmes beside the original ones, and folders with the same numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.refactor import steps
from curriculum_lint.refactor.restructuring import Restructuring
from curriculum_lint.refactor.transfer_steps import transfer_unit
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.command import invoke
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
in_all_forms = pytest.mark.parametrize("form", PLACES)


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


@in_all_forms
def test_a_move_takes_the_translation_along(form: str, tmp_path: Path) -> None:
    write_files(tmp_path, course(form, "Start", "Files", "Nets", "Tests"))
    before = state_of(tmp_path)
    run(tmp_path, lambda work: steps.move_unit(work, "3_nets", "2"))
    assert _texts(tmp_path) == course(form, "Start", "Nets", "Files", "Tests")
    run(tmp_path, lambda work: steps.move_unit(work, "2_nets", "3"))
    assert state_of(tmp_path) == before


@in_all_forms
def test_a_removal_takes_the_translation_along(form: str, tmp_path: Path) -> None:
    write_files(tmp_path, course(form, "Start", "Files", "Nets", "Tests"))
    run(tmp_path, lambda work: steps.remove_unit(work, "2_files"))
    assert _texts(tmp_path) == course(form, "Start", "Nets", "Tests")


@in_all_forms
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


def levels(form: str, **names: list[str]) -> dict[str, str]:
    """The modules of two levels, in English and in Spanish, with an overview of both in each."""
    files = {
        "curriculum-lint.toml": "levels = ['basic', 'expert']\nschemas = { module = 'any.json' }\n",
        "any.json": "{}\n",
    }
    place = PLACES[form].format
    for word, path in (("Module", "{}README.md".format), ("Módulo", place)):
        readme = path("").rpartition("/")[2]
        overview = ["# Course", ""]
        for level, found in names.items():
            listed = []
            for at, name in enumerate(found, 1):
                folder = f"{at}_{name.lower()}"
                listed.append(f"{at}. [{word} {at}: {name}]({{}}{folder}/{readme})")
                files[path(f"{level}/{folder}/")] = f"# {word} {at}: {name}\n\n[Up](../{readme})\n"
            own = "\n".join(listed)
            files[path(f"{level}/")] = f"# {level}\n\n{own.replace('{}', '')}\n"
            overview += [f"## {level}", "", own.replace("{}", f"{level}/"), ""]
        files[path("")] = "\n".join(overview)
    return files


#: Where translations lie beside each other by levels: not in folders with other names.
BY_LEVELS = ["beside", "in a folder", "in folders with names of their own"]


@pytest.mark.parametrize("form", BY_LEVELS)
def test_what_goes_to_another_level_takes_its_translation_along(form: str, tmp_path: Path) -> None:
    write_files(tmp_path, levels(form, basic=["Start", "Files", "Nets"], expert=["Deep", "Wide"]))
    before = state_of(tmp_path)
    done = invoke(
        "move", "basic/2_files", "--level", "expert", "--to", "2", "--root", str(tmp_path)
    )
    assert done.exit_code == 0, done.stderr
    assert "by hand" not in done.stderr
    assert _texts(tmp_path) == levels(
        form, basic=["Start", "Nets"], expert=["Deep", "Files", "Wide"]
    )
    run(tmp_path, lambda work: transfer_unit(work, "expert/2_files", "basic", "2"))
    assert state_of(tmp_path) == before


def test_a_translation_without_that_level_stays_and_is_told(tmp_path: Path) -> None:
    files = levels("in a folder", basic=["Start", "Files", "Nets"], expert=["Deep", "Wide"])
    files = {path: text for path, text in files.items() if "es/expert" not in path}
    write_files(tmp_path, files | {"translations/es/README.md": "# Curso\n"})
    done = invoke("move", "basic/2_files", "--level", "expert", "--root", str(tmp_path))
    told = "translations/es/basic/2_files translates basic/2_files, and stays where it is"
    assert told in done.stderr
    assert (tmp_path / "translations/es/basic/2_files/README.md").exists()


def test_many_translations_follow(tmp_path: Path) -> None:
    files = course("in a folder", "Start", "Files", "Nets")
    own = {path: text for path, text in files.items() if path.startswith("translations/es/")}
    codes = "ar bg bn cs da de el fi fr he hi hu it ja ko".split()
    for code in codes:
        files |= {path.replace("/es/", f"/{code}/"): text for path, text in own.items()}
    write_files(tmp_path, files)
    run(tmp_path, lambda work: steps.move_unit(work, "3_nets", "1"))
    assert all((tmp_path / f"translations/{each}/1_nets/README.md").exists() for each in codes)
