"""Links that are routes of a website follow units that get other names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.repository import write_files

FOLDERS = 'levels = ["docs"]\nmodule-pattern = "{number}-{slug}"\nreadme = "README.md"\n[links]\n'
FILES = FOLDERS.replace("{slug}", "{slug}.md")
SITE = 'endings = "ignore"\nabsolute = "ignore"\n'


@pytest.mark.parametrize(
    ("config", "old", "new"),
    [
        # From docs/1-start of a site, and from the root of it.
        (FOLDERS, "../3-files/intro", "../2-files/intro"),
        (FOLDERS, "../3-files/intro#more", "../2-files/intro#more"),
        (FOLDERS, "/3-files/intro/", "/2-files/intro/"),
        (FOLDERS, "/docs/3-files/intro", "/docs/2-files/intro"),
        (FOLDERS, "/docs/3-files/", "/docs/2-files/"),
        (FOLDERS, "../3-files/intro.html", "../2-files/intro.html"),
        # What is not there may be anything, but in a folder that is.
        (FOLDERS, "/blog/3-files/intro", "/blog/3-files/intro"),
        (FOLDERS, "../3-files/other", "../2-files/other"),
        (FILES, "3-files", "2-files"),
        (FILES, "./3-files/", "./2-files/"),
        (FILES, "/3-files.html", "/2-files.html"),
        (FILES, "/docs/3-files?x=1#y", "/docs/2-files?x=1#y"),
        (FILES, "https://example.org/3-files", "https://example.org/3-files"),
    ],
)
def test_a_route_follows(tmp_path: Path, config: str, old: str, new: str) -> None:
    is_folder = config is FOLDERS
    names = ("1-start", "2-loops", "3-files")
    ending = "/README.md" if is_folder else ".md"
    files = {f"docs/{name}{ending}": f"# {name[2:].title()}\n" for name in names}
    files[f"docs/1-start{ending}"] += f"\n[x]({old})\n"
    if is_folder:
        files["docs/3-files/intro.md"] = "# Intro\n\n## More\n"
    write_files(tmp_path, {"curriculum-lint.toml": config + SITE, **files})
    done = invoke("move", "3", "--to", "2", "--root", str(tmp_path))
    assert done.exit_code == 0, done
    assert f"[x]({new})" in (tmp_path / f"docs/1-start{ending}").read_text()
