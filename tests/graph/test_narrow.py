"""Which part of a graph is shown."""

from __future__ import annotations

import pytest

from curriculum_lint.graph.build import concept_graph, unit_graph
from curriculum_lint.graph.graph import Graph, NodeKind
from curriculum_lint.graph.narrow import around, below, without_subsections
from curriculum_lint.index.find import UnitNotFound, find_unit
from tests.graph.sample import course, index_of, level, module, subsection
from tests.graph.test_build import edges, short


def names(graph: Graph, **marks: bool) -> list[str]:
    """What is shown, without levels; only what has those marks."""
    return [
        short(node.id)
        for node in graph.nodes
        if node.kind is not NodeKind.LEVEL
        and all(getattr(node, mark) is value for mark, value in marks.items())
    ]


def test_around_a_unit_is_all_that_it_needs_and_leads_to() -> None:
    graph = around(unit_graph(course()), ["low/2_files"])
    assert names(graph) == ["start", "files", "data", "web"]
    assert names(graph, chosen=True) == ["files"]
    assert edges(graph) == ["start → files", "files → data", "data → web"]


def test_around_two_units_is_what_is_around_either() -> None:
    graph = around(unit_graph(course()), ["low/1_start/a_more", "high/4_web"])
    assert names(graph) == ["start", "more", "files", "data", "web"]


def test_a_level_that_nothing_is_shown_of_is_left_out() -> None:
    graph = around(unit_graph(course()), ["low/1_start/a_more"])
    assert [node.id for node in graph.nodes if node.kind is NodeKind.LEVEL] == ["low"]


def test_around_a_unit_of_the_concepts_are_the_next_ones() -> None:
    graph = around(concept_graph(course()), ["low/2_files"])
    assert names(graph) == ["start", "output", "exit", "files", "read", "data"]
    assert edges(graph) == [
        "start → output (teaches)",
        "start → exit (teaches)",
        "output → files",
        "exit → files",
        "files → read (teaches)",
        "read → data",
    ]


def test_around_a_unit_in_a_cycle_is_found() -> None:
    index = index_of(
        level("low", module("low/1_one", "low/2_two"), module("low/2_two", "low/1_one"))
    )
    assert names(around(unit_graph(index), ["low/1_one"])) == ["one", "two"]


def test_below_a_folder_are_its_units_and_in_grey_what_they_require() -> None:
    graph = below(unit_graph(course()), "high")
    assert names(graph) == ["data", "web"]
    assert names(graph, outside=True) == ["data"]
    assert {node.id: node.outside for node in graph.nodes if node.kind is NodeKind.LEVEL} == {
        "low": True,
        "high": False,
    }


def test_below_a_folder_concepts_of_other_units_are_grey() -> None:
    graph = below(concept_graph(course()), "low/2_files")
    assert names(graph, outside=True) == ["start", "output", "exit"]
    assert names(graph, outside=False) == ["files", "read"]


def test_below_a_folder_is_nothing_of_a_folder_whose_name_begins_alike() -> None:
    index = index_of(level("low", module("low/1_one")), level("lower", module("lower/2_two")))
    assert names(below(unit_graph(index), "low")) == ["one"]


def test_below_the_root_is_everything() -> None:
    assert below(unit_graph(course()), "") == unit_graph(course())


def test_without_subsections_what_requires_one_requires_its_module() -> None:
    index = index_of(
        level(
            "low",
            module("low/1_one", subs=[subsection("low/1_one/a_more", "low/1_one")]),
            module("low/2_two", "low/1_one/a_more"),
        )
    )
    assert edges(without_subsections(unit_graph(index))) == ["one → two"]


@pytest.mark.parametrize(
    "word",
    ["low/1_start/a_more", "low/1_start/a_more/", "low/1_start/a_more/readme.md", "1a", "1A"],
)
def test_a_unit_is_found_by_path_readme_and_label(word: str) -> None:
    assert find_unit(course(), word).path == "low/1_start/a_more"


def test_a_label_that_two_units_have_is_refused_with_their_paths() -> None:
    index = index_of(level("low", module("low/1_one")), level("high", module("high/1_two")))
    with pytest.raises(UnitNotFound) as caught:
        find_unit(index, "1")
    assert str(caught.value) == (
        "2 units are called “1”; write the path of one: low/1_one or high/1_two."
    )


def test_an_unknown_unit_is_refused_with_the_one_that_is_meant() -> None:
    with pytest.raises(UnitNotFound) as caught:
        find_unit(course(), "low/2_file")
    assert str(caught.value) == "There is no unit “low/2_file”; did you mean low/2_files?"
    with pytest.raises(UnitNotFound) as caught:
        find_unit(course(), "")
    assert str(caught.value) == ("There is no unit “”; write its path, or its label such as 4b.")
