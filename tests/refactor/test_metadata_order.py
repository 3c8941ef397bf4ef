"""Front matter that puts pages in order by uneven values keeps them in order, or is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.edits.trees import state_of
from tests.repository import write_files

FORMS = {"toml": "+++\n{key} = {value}\n+++\n", "yaml": "---\n{key}: {value}\n---\n"}


def course(form: str, key: str, *values: int) -> dict[str, str]:
    files = {
        f"{n}_t{n}x/readme.md": FORMS[form].format(key=key, value=value) + f"\n# T{n}x\n\nWords.\n"
        for n, value in enumerate(values, 1)
    }
    return files | {"curriculum-lint.toml": "levels = ['.']\n"}


def values_of(root: Path) -> list[str]:
    pages = sorted(root.glob("*_*/readme.md"))
    return [page.read_text().splitlines()[1] for page in pages]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("values", [(1, 5, 6, 9), (10, 20, 30, 45)])
def test_uneven_weights_go_with_the_order(
    form: str, values: tuple[int, ...], tmp_path: Path
) -> None:
    write_files(tmp_path, course(form, "weight", *values))
    before, weights = state_of(tmp_path), values_of(tmp_path)
    assert invoke("move", "4", "--to", "2", "--root", str(tmp_path)).exit_code == 0
    assert values_of(tmp_path) == weights
    assert invoke("move", "2", "--to", "4", "--root", str(tmp_path)).exit_code == 0
    assert state_of(tmp_path) == before


def test_what_may_count_something_else_is_told(tmp_path: Path) -> None:
    write_files(tmp_path, course("yaml", "sprint", 1, 1, 2, 2))
    done = invoke("move", "4", "--to", "2", "--root", str(tmp_path))
    assert "Also says “sprint: 1”: 3_t2x/readme.md:2." in done.stderr


def test_values_that_were_in_no_order_stay(tmp_path: Path) -> None:
    write_files(tmp_path, course("yaml", "weight", 3, 1, 7, 2))
    done = invoke("move", "4", "--to", "2", "--root", str(tmp_path))
    assert values_of(tmp_path) == ["weight: 3", "weight: 2", "weight: 1", "weight: 7"]
    assert "weight" not in done.stderr


@pytest.mark.parametrize(
    ("line", "is_told"),
    [("permalink: /lessons/4-t4x/", True), ("slug: 4_t4x", True), ("slug: t4x", False)],
)
def test_an_address_with_the_old_number_is_told(line: str, is_told: bool, tmp_path: Path) -> None:
    own = {"4_t4x/readme.md": f"---\n{line}\n---\n\n# T4x\n\nWords.\n"}
    write_files(tmp_path, course("yaml", "weight", 1, 2, 3, 4) | own)
    done = invoke("move", "4", "--to", "2", "--root", str(tmp_path))
    assert (f"Also says “{line}”: 2_t4x/readme.md:2." in done.stderr) is is_told
