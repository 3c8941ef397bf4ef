"""Several lists of a page that go on with each other: the modules of part 1, those of part 2."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.command import invoke
from tests.edits.trees import state_of
from tests.repository import write_files

Parts = Sequence[Sequence[str]]
PARTS: Parts = (("Start", "Files", "Nets"), ("Tests", "Deploy", "Scale"))
#: Of each form: what stands above a part, and an entry, with the place in the part as ``k``.
FORMS = {
    "bullets": ("", "- [{t}]({n}_{s}/readme.md): learn {s}\n"),
    "numbers of units": ("", "{n}. [{t}]({n}_{s}/readme.md): learn {s}\n"),
    "counted": ("", "{k}. [{t}]({n}_{s}/readme.md): learn {s}\n   and more\n"),
    "rows": ("| # | Unit |\n|---|---|\n", "| {n} | [{t}]({n}_{s}/readme.md) |\n"),
    "sections": ("", "### {n}. [{t}]({n}_{s}/readme.md)\n\nLearn {s}.\n\n"),
    "without links": ("", "{n}. {t}\n"),
}


def course(form: str, parts: Parts, *, overview: bool = False) -> dict[str, str]:
    above, entry = FORMS[form]
    text, number, files = "# Course\n\n", 0, {"curriculum-lint.toml": "levels = ['.']\n"}
    if overview:
        names = [name for part in parts for name in part]
        lines = (f"| [{t}]({n}_{t.lower()}/readme.md) |\n" for n, t in enumerate(names, 1))
        text += "| All |\n|---|\n" + "".join(lines) + "\n"
    for at, part in enumerate(parts, 1):
        text += f"## Part {at}\n\n{above}"
        for k, name in enumerate(part, 1):
            number += 1
            text += entry.format(t=name, s=name.lower(), n=number, k=k)
            files[f"{number}_{name.lower()}/readme.md"] = f"# {name}\n\nWords.\n"
        text = text.rstrip("\n") + "\n\n"
    return files | {"README.md": text + "## The end\n"}


def text_of(root: Path) -> dict[str, str]:
    return {path: body.decode() for path, body in state_of(root).items()}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("overview", [False, True])
@pytest.mark.parametrize(
    ("unit", "to", "parts"),
    [
        ("5", "2", (("Start", "Deploy", "Files", "Nets"), ("Tests", "Scale"))),
        ("1", "5", (("Files", "Nets"), ("Tests", "Deploy", "Start", "Scale"))),
        ("6", "1", (("Scale", "Start", "Files", "Nets"), ("Tests", "Deploy"))),
        ("3", "2", (("Start", "Nets", "Files"), ("Tests", "Deploy", "Scale"))),
    ],
)
def test_a_unit_comes_to_the_list_where_it_belongs(
    form: str, overview: bool, unit: str, to: str, parts: Parts, tmp_path: Path
) -> None:
    write_files(tmp_path, course(form, PARTS, overview=overview))
    done = invoke("move", unit, "--to", to, "--root", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    assert text_of(tmp_path) == course(form, parts, overview=overview)


#: One section alone is no index.
SINGLE = (("Start", "Files", "Nets"), ("Tests",), ("Deploy",))


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        *((form, PARTS) for form in FORMS if form != "counted"),
        *((form, SINGLE) for form in FORMS if form not in ("counted", "sections")),
    ],
)
def test_a_new_unit_is_listed_once(form: str, parts: Parts, tmp_path: Path) -> None:
    write_files(tmp_path, course(form, parts))
    before = state_of(tmp_path)
    assert invoke("new", "module", "More", "--at", "5", "--root", str(tmp_path)).exit_code == 0
    text = (tmp_path / "README.md").read_text()
    assert text.count("More") == 1
    assert text.index("Tests") < text.index("More") < text.index("Deploy")
    assert invoke("remove", "5", "--root", str(tmp_path)).exit_code == 0
    assert state_of(tmp_path) == before


def test_the_only_entry_of_a_list_stays_and_is_told(tmp_path: Path) -> None:
    parts = (("Start", "Files"), ("Nets",), ("Tests", "Deploy"))
    write_files(tmp_path, course("numbers of units", parts))
    done = invoke("move", "3", "--to", "1", "--root", str(tmp_path))
    assert done.exit_code == 1
    assert "README.md:5 lists units in another order, through several lists." in done.stderr
