"""Which unit is read after which, as far as that is certain, and what leads round."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.run import read_curriculum
from curriculum_lint.model.curriculum import Curriculum
from curriculum_lint.model.prerequisites import Prerequisites, required_targets
from curriculum_lint.model.reading_order import ReadingOrder
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files


def curriculum(root: Path, units: list[str], configuration: str = "", **texts: str) -> Curriculum:
    files = {f"{unit}/readme.md": "# T\n" for unit in units}
    write_files(root, {**files, **texts, "curriculum-lint.toml": configuration})
    return read_curriculum(Disk(load_settings(str(root), root=str(root)).settings))


TRACKS = 'module-pattern = "{number}_{track}_{part}_{slug}"\n'


@pytest.mark.parametrize(
    ("unit", "other", "configuration", "comes_after"),
    [
        ("a_level/2_x", "a_level/1_x", "", True),
        ("a_level/1_x", "a_level/2_x", "", False),
        ("a_level/10_x", "a_level/9_x", "", True),
        ("a_level/1_x/a_y", "a_level/1_x", "", True),
        ("a_level/1_x", "a_level/1_x/a_y", "", False),
        ("a_level/1_x/b_y", "a_level/1_x/a_y", "", True),
        ("a_level/2_x", "a_level/1_x/b_y", "", True),
        ("a_level/1_x", "a_level/1_y", "", None),
        ("a_level/1_x", "a_level/1_x", "", None),
        ("a_level/1_a_2_x", "a_level/1_a_1_x", TRACKS, True),
        ("a_level/2_a_1_x", "a_level/1_a_2_x", TRACKS, True),
        ("a_level/2_b_1_x", "a_level/1_a_1_x", TRACKS, None),
        # Levels: the order of their patterns, words, numbers.
        ("mid_level/1_x", "junior_level/1_x", "", True),
        ("junior_level/1_x", "mid_level/1_x", "", False),
        ("beginner_level/1_x", "expert_level/1_x", "", False),
        ("third_level/1_x", "second_level/1_x", "", True),
        ("my_senior_level/1_x", "intermediate_level/1_x", "", True),
        ("juniors_level/1_x", "senior_level/1_x", "", None),
        ("red_level/1_x", "green_level/1_x", "", None),
        ("10_level/1_x", "9_level/1_x", "", True),
        ("9_level/1_x", "10_level/1_x", "", False),
        ("x1_level/1_x", "y1_level/1_x", "", None),
        ("x1_level/1_x", "y_level/1_x", "", None),
        ("junior_2_level/1_x", "junior_1_level/1_x", "", True),
        ("a/1_x", "b/1_x", 'levels = ["b", "a"]\n', True),
        ("b/1_x", "a/1_x", 'levels = ["b", "a"]\n', False),
        ("a/1_x", "b/1_x", 'levels = ["?"]\n', None),
        ("2/1_x", "1/1_x", 'levels = ["2", "?"]\n', False),
    ],
)
def test_what_is_read_after_what(
    unit: str, other: str, configuration: str, comes_after: bool | None, tmp_path: Path
) -> None:
    order = ReadingOrder(curriculum(tmp_path, [unit, other], configuration))
    assert order.comes_after(order.places[unit], order.places[other]) is comes_after


def test_units_are_found_by_their_folders_and_readmes(tmp_path: Path) -> None:
    units = ["a_level/2_x", "a_level/1_x", "a_level/1_x/b_y", "a_level/1_x/a_y", "b_level/3_x"]
    order = ReadingOrder(curriculum(tmp_path, units))
    assert list(order.places) == [
        *("a_level/1_x", "a_level/1_x/a_y", "a_level/1_x/b_y", "a_level/2_x", "b_level/3_x")
    ]
    assert list(order.by_readme) == [f"{path}/readme.md" for path in order.places]
    labels = {path: place.label for path, place in order.places.items()}
    assert labels["a_level/1_x/b_y"] == "subsection 1b"
    assert labels["a_level/2_x"] == "module 2"
    assert order.places["a_level/1_x/b_y"].key == (1, 0, "b")
    assert order.places["a_level/1_x"].key == (1, 0, "")


START = "## Before you start\n\n"


@pytest.mark.parametrize(
    ("text", "led"),
    [
        (f"{START}- [B](../2_b/readme.md)\n", ["2_b"]),
        (f"{START}- Text [B](../2_b/readme.md)\n", []),
        (f"{START}- Text [B](../2_b/readme.md#b)\n", ["2_b#b"]),
        (f"{START}[B](../2_b/readme.md)\n", []),
        (f"{START}[B](../2_b/readme.md#b)\n", ["2_b#b"]),
        (f"{START}[B](../2_b/readme.md#B)\n", ["2_b#B"]),
        (f"{START}[B](../2_b/readme.md#nope)\n", []),
        (f"{START}- [B](../9_b/readme.md)\n", []),
        (f"{START}-\n\n- [B](../2_b/)\n", ["2_b"]),
        (f"{START}1. - [B](../2_b/)\n", ["2_b"]),
        (f"{START}- [x](#t)\n\n  [B](../2_b/)\n", ["#t"]),
        (f"{START}x\n\n## More\n\n- [B](../2_b/)\n", []),
        (f"- [B](../2_b/)\n\n{START}- [C](../3_c/)\n", ["3_c"]),
        (f"{START}- [B](../2_b/)\n\n{START}- [C](../3_c/)\n", ["2_b", "3_c"]),
        ("- [B](../2_b/)\n", []),
    ],
)
def test_what_a_unit_requires_is_linked_before_it_starts(
    text: str, led: list[str], tmp_path: Path
) -> None:
    units = ["a_level/1_a", "a_level/2_b", "a_level/3_c"]
    found = curriculum(
        tmp_path,
        units,
        **{"a_level/1_a/readme.md": f"# T\n\n{text}", "a_level/2_b/readme.md": "# B\n"},
    )
    page = found.pages["a_level/1_a/readme.md"]
    shown = [
        each.link.destination.removesuffix("/").removeprefix("../").replace("/readme.md", "")
        for each in required_targets(found, page)
    ]
    assert shown == led


CONCEPTS = "# X\n\n## One\n\n## Concepts\n\n### Two\n\n#### Three\n\n## Four\n"


@pytest.mark.parametrize(
    ("link", "concept"),
    [
        ("../2_b/readme.md#two", "Two"),
        ("../2_b#two", "Two"),
        ("../2_b/readme.md#Two", "Two"),
        ("../2_b/readme.md#user-content-two", "Two"),
        ("../2_b/readme.md#three", "Three"),
        ("../2_b/", ""),
        ("../2_b/readme.md", ""),
        ("../2_b/readme.md#one", None),
        ("../2_b/readme.md#four", None),
        ("../2_b/readme.md#concepts", None),
        ("readme.md#own", None),
        ("../../notes.md", None),
    ],
)
def test_a_unit_or_a_concept_of_it_is_required(
    link: str, concept: str | None, tmp_path: Path
) -> None:
    texts = {
        "a_level/1_a/readme.md": f"# A\n\n{START}- [x]({link})\n\n## Concepts\n\n### Own\n",
        "a_level/2_b/readme.md": CONCEPTS,
        "notes.md": "# N\n",
    }
    found = Prerequisites(curriculum(tmp_path, ["a_level/1_a", "a_level/2_b"], **texts))
    if concept is None:
        assert found.all == []
    else:
        (only,) = found.all
        assert (only.unit.label, only.other.label, only.concept) == (
            "module 1",
            "module 2",
            concept,
        )
        assert only.span == only.target.link.span
        assert found.is_forward(only) is True


def requiring(root: Path, requires: dict[int, list[int]], levels: str = "a_level") -> Prerequisites:
    texts = {
        f"{levels}/{unit}_x/readme.md": f"# X\n\n{START}"
        + "".join(f"- [x](../{other}_x/)\n" for other in others)
        for unit, others in requires.items()
    }
    units = [path.removesuffix("/readme.md") for path in texts]
    return Prerequisites(curriculum(root, units, **texts))


@pytest.mark.parametrize(
    ("requires", "cycles"),
    [
        ({1: [], 2: [1], 3: [1, 2]}, []),
        ({1: [2], 2: []}, []),
        ({1: [2], 2: [1]}, ["121"]),
        ({1: [2], 2: [3], 3: [1]}, ["1231", "2312"]),
        # The shortest way back.
        ({1: [2], 2: [3, 1], 3: [1]}, ["121", "2312"]),
        ({1: [3], 2: [1], 3: [2]}, ["1321"]),
        ({1: [3], 2: [], 3: [2, 1]}, ["131"]),
        ({1: [2, 3], 2: [1], 3: [1]}, ["121", "131"]),
    ],
)
def test_each_requirement_that_closes_a_cycle_is_told_with_the_way(
    requires: dict[int, list[int]], cycles: list[str], tmp_path: Path
) -> None:
    found = requiring(tmp_path, requires).cycles()
    shown = ["".join(str(each.unit.module.name.number) for each in (*way, way[0])) for way in found]
    assert shown == cycles


def test_a_unit_without_a_readme_hides_no_requirement(tmp_path: Path) -> None:
    write_files(tmp_path, {"a_level/0_x/x.txt": ""})
    assert len(requiring(tmp_path, {1: [2], 2: []}).all) == 1


def test_a_module_with_a_letter_is_a_module(tmp_path: Path) -> None:
    pattern = 'module-pattern = "{number}{letter}_{slug}"\n'
    order = ReadingOrder(curriculum(tmp_path, ["a_level/1b_x"], pattern))
    assert order.places["a_level/1b_x"].label == "module 1"
