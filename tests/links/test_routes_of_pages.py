"""Links that are counted from the address of a page, as a website does, are told and taken so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository import diagnostics_on, write_files

FILES = {
    "docs/loops.md": "# Loops\n\nSee {}.\n",
    "docs/files.md": "# Files\n",
    "docs/text/_index.md": "# Text\n",
    "docs/deep/pages.md": "# Pages\n",
    "docs/first/index.md": "# First\n",
    "docs/second/README.markdown": "# Second\n",
    "docs/third.mdx": "# Third\n",
    "docs/fourth.qmd": "# Fourth\n",
    "docs/fifth.Rmd": "# Fifth\n",
    "docs/sixth.md/x.txt": "text\n",
}


def _found(root: Path, destination: str, configuration: str = "") -> list[tuple[str, str]]:
    files = {**FILES, "docs/loops.md": f"# Loops\n\nSee [it]({destination}).\n"}
    write_files(root, {**files, "curriculum-lint.toml": configuration or "levels = []\n"})
    return [(each.code, each.help or "") for each in diagnostics_on(root)]


@pytest.mark.parametrize(
    ("destination", "right"),
    [
        ("../files/", "files.md"),
        ("../files", "files.md"),
        ("../files#files", "files.md#files"),
        ("../text/", "text/_index.md"),
        ("../deep/pages/", "deep/pages.md"),
        ("files", "files.md"),
        ("../first/", "first/index.md"),
        ("../second/", "second/README.markdown"),
        ("../third/", "third.mdx"),
        ("../fourth", "fourth.qmd"),
        ("fifth", "fifth.Rmd"),
    ],
)
def test_a_route_is_told_with_the_file_it_means(
    destination: str, right: str, tmp_path: Path
) -> None:
    assert _found(tmp_path, destination) == [("CL301", f"Write `{right}`.")]
    routes = 'levels = []\n[links]\nendings = "ignore"\n'
    assert _found(tmp_path, destination, routes) == []


@pytest.mark.parametrize(
    "destination", ["../no-such/", "../../docs/nothing/", "loops/../nothing", "sixth", "../../../x"]
)
def test_what_no_page_answers_stays_broken(destination: str, tmp_path: Path) -> None:
    routes = 'levels = []\n[links]\nendings = "ignore"\n'
    assert _found(tmp_path, destination, routes)[0][0] in ("CL301", "CL304")
