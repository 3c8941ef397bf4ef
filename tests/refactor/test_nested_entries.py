"""What stands below the entry of a unit that is removed, and leads to what remains."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import Result, invoke
from tests.repository import write_files

CONFIG = 'levels = ["src"]\nmodule-pattern = "{slug}.md"\norder = ["src/SUMMARY.md"]\n'
PAGES = ("start", "cargo", "loops", "cargo/tools", "cargo/samples")


def removed(root: Path, contents: str, config: str = CONFIG) -> tuple[Result, str]:
    """The answer to the removal of `cargo.md`, and the contents behind it."""
    pages = {f"src/{each}.md": f"# {each.rpartition('/')[2].title()}\n" for each in PAGES}
    write_files(root, {"curriculum-lint.toml": config, "src/SUMMARY.md": contents, **pages})
    done = invoke("remove", "src/cargo.md", "--root", str(root))
    return done, (root / "src/SUMMARY.md").read_text()


NESTED = "# Summary\n\n- [Start](start.md)\n- [Cargo](cargo.md)\n{}- [Loops](loops.md)\n"


@pytest.mark.parametrize(
    ("nested", "left"),
    [
        # Pages that remain keep their place, below a chapter that is a draft now.
        ("  - [Tools](cargo/tools.md)\n", "- [Cargo]()\n  - [Tools](cargo/tools.md)\n"),
        (
            "  - [Tools](cargo/tools.md)\n    - [Samples](cargo/samples.md)\n",
            "- [Cargo]()\n  - [Tools](cargo/tools.md)\n    - [Samples](cargo/samples.md)\n",
        ),
        # What leads into what is removed goes with it.
        (
            "  - [Part](cargo.md#part)\n  - [Tools](cargo/tools.md)\n",
            "- [Cargo]()\n  - [Tools](cargo/tools.md)\n",
        ),
        ("  - [Part](cargo.md#part)\n", ""),
        # Slides on the web are the unit's own.
        ("  - [Slides](https://example.org/3)\n", ""),
        ("  - no link\n", ""),
    ],
)
def test_pages_that_remain_stay_listed(tmp_path: Path, nested: str, left: str) -> None:
    done, contents = removed(tmp_path, NESTED.format(nested))
    assert done.exit_code == 0, done
    assert contents == NESTED.replace("- [Cargo](cargo.md)\n{}", left)
    assert ("SUMMARY.md:4 “Cargo” is a link no more" in done.stderr) == bool(left)


@pytest.mark.parametrize(
    ("words", "nested", "line"), [("", "   - ", 3), ("\nWords.\n\n", "\n- ", 5)]
)
def test_an_item_that_counts_goes_and_what_remains_is_told(
    words: str, nested: str, line: int, tmp_path: Path
) -> None:
    start, loops = f"1. [Start](start.md)\n{words}", f"[Loops](loops.md)\n{words}"
    cargo = f"2. [Cargo](cargo.md)\n{nested}[Tools](cargo/tools.md)\n{words and nested[0]}"
    done, left = removed(tmp_path, f"# Summary\n\n{start}{cargo}3. {loops}")
    assert done.exit_code == 0, done
    assert left == f"# Summary\n\n{start}2. {loops}"
    assert f"SUMMARY.md:{line} “Tools” was listed below what is removed" in done.stderr


@pytest.mark.parametrize("mark", ["- 2. ", "* 2) "])
def test_an_item_around_a_list_of_one_goes_with_it(tmp_path: Path, mark: str) -> None:
    config = 'levels = ["."]\nmodule-pattern = "{number}_{slug}"\nreadme = "README.md"\n'
    names = ("start", "loops", "files")
    units = {f"{n}_{name}/README.md": f"# {name}\n" for n, name in enumerate(names, 1)}
    items = [
        f"{mark.replace('2', str(n))}[{name}]({n}_{name}/README.md)\n"
        for n, name in enumerate(names, 1)
    ]
    files = {"README.md": f"# Course\n\n{''.join(items)}", "curriculum-lint.toml": config, **units}
    write_files(tmp_path, files)
    done = invoke("remove", "2", "--root", str(tmp_path))
    assert done.exit_code == 0, done
    assert (tmp_path / "README.md").read_text() == (
        f"# Course\n\n{items[0]}{mark}[files](2_files/README.md)\n"
    )
