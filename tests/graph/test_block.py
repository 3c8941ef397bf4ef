"""The graph in a readme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.graph.block import GraphBlocks
from curriculum_lint.graph.build import unit_graph
from curriculum_lint.graph.mermaid import MOST_CHARACTERS, MOST_EDGES, mermaid
from curriculum_lint.index.entries import CurriculumIndex, Module
from curriculum_lint.settings.index_settings import GraphOf
from tests.graph.sample import HOSTILE, course, index_of, level, module, plain, subsection

EMPTY = "There are no modules here yet.\n"


def graph_block(index: CurriculumIndex, of: GraphOf, folder: str) -> str:
    return GraphBlocks(index, of).block(folder)


def picture(block: str) -> str:
    """The text of the only fence."""
    before, fence, rest = block.partition("```mermaid\n")
    assert fence and not before
    text, end, _ = rest.partition("```\n")
    assert end
    return text


def drawn(block: str) -> bool:
    text = picture(block)
    arrows = sum(
        line.split()[1:2] in (["-->"], ["-.->"], ["-.-"], ["---"]) for line in text.split("\n")
    )
    return len(text) <= MOST_CHARACTERS and arrows <= MOST_EDGES


def test_the_root_shows_everything_with_a_caption() -> None:
    block = graph_block(course(), GraphOf.UNITS, "")
    assert picture(block) == mermaid(unit_graph(course()))
    assert block.endswith(
        "```\n\nAn arrow leads from what is needed to the unit that requires it. "
        "Units with a dashed border are optional.\n"
    )


def test_a_folder_shows_its_units_and_what_they_require_in_grey() -> None:
    block = graph_block(course(), GraphOf.UNITS, "high")
    assert '["3 data"]' in block
    assert '["2 files"]' not in block
    assert "What is grey is taught elsewhere." in block


def test_a_module_shows_its_concepts() -> None:
    block = graph_block(course(), GraphOf.CONCEPTS, "low/2_files")
    assert '(["read"])' in block
    assert '(["exit"])' in block


def test_a_folder_without_units_shows_everything() -> None:
    assert graph_block(course(), GraphOf.UNITS, "docs") == graph_block(course(), GraphOf.UNITS, "")


@pytest.mark.parametrize("folder", ["later", "later/1_planned"])
def test_a_level_that_is_still_to_come_says_so(folder: str) -> None:
    assert graph_block(course(), GraphOf.UNITS, folder) == EMPTY


@pytest.mark.parametrize("of", list(GraphOf))
@pytest.mark.parametrize("index", [index_of(), index_of(level("."))], ids=["no level", "no module"])
def test_a_curriculum_without_units_says_so(index: CurriculumIndex, of: GraphOf) -> None:
    assert graph_block(index, of, "") == EMPTY


def test_a_level_whose_units_state_nothing_shows_their_order() -> None:
    index = index_of(
        level("low", module("low/1_one"), module("low/2_two")),
        level("high", module("high/3_three"), module("high/4_four", "high/3_three")),
    )
    assert "-.->" in graph_block(index, GraphOf.UNITS, "low")
    assert "-.->" not in graph_block(index, GraphOf.UNITS, "")


def test_the_root_as_a_level_is_like_any_root() -> None:
    index = index_of(level(".", module("1_one"), module("2_two", "1_one")))
    assert "u1 --> u2" in graph_block(index, GraphOf.UNITS, "")
    assert "subgraph" not in graph_block(index, GraphOf.UNITS, "")


def crowd(count: int, *, subs: int = 0, concepts: int = 0, title: str = "Title") -> CurriculumIndex:
    """Modules that each require all concepts of the one before."""
    modules: list[Module] = []
    for number in range(1, count + 1):
        path = f"low/{number}_m"
        before = f"low/{number - 1}_m"
        required = [f"{before}#c{n}" for n in range(concepts)] or [before]
        modules.append(
            module(
                path,
                *(required if number > 1 else ()),
                title=title,
                concepts=[f"c{n}" for n in range(concepts)],
                subs=[subsection(f"{path}/{'abcdefgh'[n]}_s", path) for n in range(subs)],
            )
        )
    return index_of(level("low", *modules))


def test_too_many_concepts_give_way_to_the_units() -> None:
    block = graph_block(crowd(40, subs=1, concepts=10), GraphOf.CONCEPTS, "")
    assert drawn(block)
    assert "u77 --> u79" in block
    assert block.endswith("are too many for a picture here: the units are shown.\n")


def test_too_many_subsections_give_way_to_the_modules() -> None:
    block = graph_block(crowd(150, subs=4), GraphOf.UNITS, "")
    assert drawn(block)
    assert "u149 --> u150" in block
    assert block.endswith("are too many for a picture here: the modules are shown.\n")


def test_exactly_as_many_edges_as_are_drawn_are_shown() -> None:
    assert drawn(graph_block(crowd(MOST_EDGES + 1), GraphOf.UNITS, ""))


@pytest.mark.parametrize("of", list(GraphOf))
def test_too_many_modules_give_way_to_a_sentence(of: GraphOf) -> None:
    assert graph_block(crowd(MOST_EDGES + 2), of, "") == (
        "502 modules are too many for a picture here. `curriculum-lint graph --unit UNIT` draws "
        "what one of them needs and leads to.\n"
    )


def test_too_many_characters_give_way_as_well() -> None:
    block = graph_block(crowd(499, title="<" * 40), GraphOf.UNITS, "")
    assert block.startswith("499 modules are too many")


@given(st.sampled_from(HOSTILE), st.sampled_from(HOSTILE), st.sampled_from(list(GraphOf)))
def test_no_title_ends_the_fence_or_the_region(one: str, other: str, of: GraphOf) -> None:
    index = index_of(
        level("low", module("low/1_m", title=one, concepts=[other]), title=other), title=one
    )
    block = graph_block(index, of, "")
    assert block.count("```") == 2
    assert "<!--" not in block
    assert "\r" not in block and block.endswith("\n")
    assert graph_block(index, of, "") == block


def test_blocks_of_several_folders_are_what_each_alone_is() -> None:
    blocks = GraphBlocks(course(), GraphOf.CONCEPTS)
    for folder in ("", "low", "low/2_files", "high", "later"):
        assert blocks.block(folder) == graph_block(course(), GraphOf.CONCEPTS, folder)


def test_a_foreign_curriculum_has_a_picture_of_what_it_has() -> None:
    block = graph_block(plain("alpha", "beta"), GraphOf.CONCEPTS, "")
    assert picture(block).count('["') == 2
    assert block.endswith("```\n")
