"""Old addresses of units lead on, and get out of the way when the units come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.edits.trees import state_of
from tests.repository import write_files

SETTINGS = "levels = ['{}']\nreadme = 'README.md'\nschemas = {{ module = 'any.json' }}\n"


def course(root: Path, level: str = ".", **files: str) -> dict[str, bytes]:
    inside = "" if level == "." else f"{level}/"
    names = ("start", "files", "nets")
    entries = "".join(
        f"{n}. [{name.title()}]({n}_{name}/README.md)\n" for n, name in enumerate(names, 1)
    )
    write_files(
        root,
        {
            "curriculum-lint.toml": SETTINGS.format(level),
            "any.json": "{}\n",
            f"{inside}README.md": f"# Course\n\n{entries}",
            **{
                f"{inside}{n}_{name}/README.md": f"# Module {n}: {name.title()}\n\nText.\n"
                for n, name in enumerate(names, 1)
            },
            **files,
        },
    )
    return state_of(root)


def move(root: Path, unit: str, to: str, *more: str) -> str:
    done = invoke("move", unit, "--to", to, "--root", str(root), *more)
    assert done.exit_code == 0, done.stderr
    return done.stdout


def test_a_readme_with_a_link_stays(tmp_path: Path) -> None:
    before = course(tmp_path)
    told = move(tmp_path, "3_nets", "2", "--redirects")
    assert "let 2 old addresses lead on" in told
    assert (tmp_path / "3_nets/README.md").read_text() == (
        "<!-- curriculum-lint-moved -->\n\n# Module 2: Nets\n\n"
        "This has moved: [Module 2: Nets](../2_nets/README.md).\n"
    )
    checked = invoke("check", "--root", str(tmp_path), "--no-cache")
    assert checked.exit_code == 0, checked.stdout
    move(tmp_path, "2_nets", "3")
    assert state_of(tmp_path) == before


def test_what_stays_leads_to_where_the_unit_is_in_the_end(tmp_path: Path) -> None:
    course(tmp_path)
    move(tmp_path, "3_nets", "2", "--redirects")
    move(tmp_path, "2_nets", "1", "--redirects")
    text = (tmp_path / "3_nets/README.md").read_text()
    assert "(../1_nets/README.md)" in text
    assert (tmp_path / "2_nets/README.md").read_text().endswith("(../1_nets/README.md).\n")


def test_jekyll_is_told_in_front_matter(tmp_path: Path) -> None:
    course(tmp_path, **{"_config.yml": "plugins:\n  - jekyll-redirect-from\n"})
    move(tmp_path, "3_nets", "2", "--redirects")
    head = "---\nredirect_from:\n  - /3_nets/\n---\n\n# Module 2: Nets\n"
    assert (tmp_path / "2_nets/README.md").read_text().startswith(head)
    assert not (tmp_path / "3_nets").exists()
    move(tmp_path, "2_nets", "3", "--redirects")
    text = (tmp_path / "3_nets/README.md").read_text()
    assert text.startswith("---\nredirect_from:\n  - /2_nets/\n---\n\n# Module 3: Nets\n")


@pytest.mark.parametrize("end", ["", "      '9_old/README.md': '1_start/README.md'\n"])
def test_mkdocs_is_told_in_its_configuration(tmp_path: Path, end: str) -> None:
    config = "plugins:\n  - search\n  - redirects:\n      redirect_maps:\n"
    config = config.replace("      redirect_maps", "    redirect_maps") + end
    course(tmp_path, "docs", **{"mkdocs.yml": config})
    move(tmp_path, "docs/3_nets", "2", "--redirects")
    assert (tmp_path / "mkdocs.yml").read_text() == config.replace(
        "redirect_maps:\n",
        "redirect_maps:\n      '2_files/README.md': '3_files/README.md'\n"
        "      '3_nets/README.md': '2_nets/README.md'\n",
    )


def test_a_link_that_led_on_is_not_told_as_removed(tmp_path: Path) -> None:
    course(tmp_path)
    move(tmp_path, "3_nets", "1", "--redirects")
    said = move(tmp_path, "1_nets", "3")
    assert "emoved" not in said
    assert "took away 3 links that led on from there" in said
