"""“Lesson 3 of 5” and “Files (3/5)” say the place and the number of units that there are now."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.repository import write_files

_NAMES = ("alpha", "bravo", "carol", "delta", "echo")
_FORMS = {
    "below the title": ("{N}", "Lesson {i} of {n}"),
    "in the title": ("{N} ({i}/{n})", ""),
    "first": ("{i}/{n}: {N}", ""),
    "with blanks": ("{N}", "**Part {i} / {n}**"),
    "in German": ("{N}", "Teil {i} von {n}"),
    "with two digits": ("{N}", "0{i}/0{n}"),
}
_ORDERS = {
    ("move", "4", "--to", "2"): ("alpha", "delta", "bravo", "carol", "echo"),
    ("remove", "2"): ("alpha", "carol", "delta", "echo"),
    ("new", "module", "Shiny", "--at", "2"): ("alpha", "shiny", "bravo", "carol", "delta", "echo"),
}


def _course(names: tuple[str, ...], title: str, line: str) -> dict[str, str]:
    count = len(names)
    files = {"curriculum-lint.toml": 'levels = ["."]\n'}
    for i, name in enumerate(names, 1):
        own = title.format(N=name.title(), i=i, n=count)
        said = line.format(i=i, n=count)
        files[f"{i}_{name}/readme.md"] = f"# {own}\n\n{said}\n\nA half is 1/2, and 7 of 9.\n"
    return files


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("words", _ORDERS)
def test_places_follow(words: tuple[str, ...], form: str, tmp_path: Path) -> None:
    write_files(tmp_path, _course(_NAMES, *_FORMS[form]))
    done = invoke(*words, "--root", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    for path, text in _course(_ORDERS[words], *_FORMS[form]).items():
        if "shiny" not in path:
            assert (tmp_path / path).read_text() == text


def test_links_to_titles_with_places_follow(tmp_path: Path) -> None:
    def index(names: tuple[str, ...]) -> str:
        lines = (
            f"{i}. [{n.title()} ({i}/5)]({i}_{n}/readme.md#{n}-{i}5)\n"
            for i, n in enumerate(names, 1)
        )
        return f"# Course\n\n{''.join(lines)}"

    files = _course(_NAMES, "{N} ({i}/{n})", "") | {"readme.md": index(_NAMES)}
    write_files(tmp_path, files)
    done = invoke("move", "4", "--to", "2", "--root", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    order = _ORDERS["move", "4", "--to", "2"]
    assert (tmp_path / "readme.md").read_text() == index(order)


@pytest.mark.parametrize(
    "line", ["Score {i}/10", "`{i}/{n}`", "{n} of {i}", "v{i}/{n}", "{i}/{n}/1"]
)
def test_what_is_no_place_stays(line: str, tmp_path: Path) -> None:
    files = _course(_NAMES, "{N}", line)
    write_files(tmp_path, files)
    invoke("move", "4", "--to", "2", "--root", str(tmp_path))
    assert (tmp_path / "3_bravo/readme.md").read_text() == files["2_bravo/readme.md"]


def test_two_fractions_are_no_places(tmp_path: Path) -> None:
    files = _course(_NAMES, "{N}", "") | {
        "2_bravo/readme.md": "# Bravo\n\nIt takes 2/5.\n",
        "3_carol/readme.md": "# Carol\n\nIt takes 3/5.\n",
    }
    write_files(tmp_path, files)
    invoke("move", "4", "--to", "2", "--root", str(tmp_path))
    assert (tmp_path / "3_bravo/readme.md").read_text() == files["2_bravo/readme.md"]
