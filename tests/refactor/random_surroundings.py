"""What stands around random curricula: translations of them, and menus of sites."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.refactor.random_curricula import Made, Styles


def surroundings(
    units: Sequence[Made], styles: Styles, files: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Files beside those of the curriculum."""
    yield from _edition(styles, files)
    yield from _menu(units, styles)


def _edition(styles: Styles, files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A translation of all readmes: beside them, or in a folder of its own."""
    for path, text in files.items():
        is_readme = path.endswith("/readme.md")
        if is_readme and styles.edition == "beside":
            translated = text.replace("readme.md", "readme.fr.md").replace("Words", "Mots")
            yield f"{path[:-3]}.fr.md", translated
        if path.endswith(".md") and path != "README.md" and styles.edition == "in a folder":
            yield f"translations/fr/{path}", text.replace("by heart", "par cœur")


def _menu(units: Sequence[Made], styles: Styles) -> Iterator[tuple[str, str]]:
    """Navigation of a site that names every module."""
    levels = list(dict.fromkeys(each.level for each in units))
    if styles.menu == "mkdocs":
        lines = ["site_name: Course", "docs_dir: .", "nav:", "  - Home: README.md"]
        for level in levels:
            lines += [f"  - {level}:", f"      - {level}/readme.md"]
            lines += [f'      - "{_title(e)}": {_path(e)}' for e in units if e.level == level]
        yield "mkdocs.yml", "\n".join(lines) + "\n"
    if styles.menu == "SUMMARY":
        lines = ["# Summary", "", "* [Course](README.md)"]
        for level in levels:
            lines += [f"* [{level}]({level}/readme.md)"]
            lines += [f"  * [{e.lesson.title}]({_path(e)})" for e in units if e.level == level]
        yield "SUMMARY.md", "\n".join(lines) + "\n"
    if styles.menu == "sidebar":
        items = [
            {
                "type": "category",
                "label": level,
                "items": [_path(e)[:-3] for e in units if e.level == level],
            }
            for level in levels
        ]
        yield "sidebars.json", json.dumps({"docs": items}, indent=2) + "\n"


def _title(each: Made) -> str:
    return each.lesson.title.replace('"', "'")


def _path(each: Made) -> str:
    return f"{each.level}/{each.lesson.folder}/readme.md"
