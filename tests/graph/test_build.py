"""Which nodes and edges a curriculum gives."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.graph.build import concept_graph, unit_graph
from curriculum_lint.graph.graph import Edge, EdgeKind, Graph, Node, NodeKind
from curriculum_lint.graph.reach import reduced
from curriculum_lint.settings.index_settings import GraphOf
from tests.graph.sample import course, index_of, level, module, plain, subsection


def edges(graph: Graph) -> list[str]:
    """``start → files``, in order; with the kind where it is another one than required."""
    said = []
    for edge in graph.edges:
        kind = "" if edge.kind is EdgeKind.REQUIRES else f" ({edge.kind})"
        said.append(f"{short(edge.source)} → {short(edge.target)}{kind}")
    return said


def short(id_: str) -> str:
    return id_.rpartition("#")[2].rpartition("_")[2]


def test_a_unit_leads_to_what_requires_it() -> None:
    graph = unit_graph(course(), reduce=False)
    assert edges(graph) == [
        "start → more",
        "start → files",
        "start → data",
        "files → data",
        "data → web",
    ]


def test_an_arrow_that_others_imply_is_left_out() -> None:
    assert "start → data" not in edges(unit_graph(course()))


def test_a_level_without_modules_is_no_node() -> None:
    levels = [node.id for node in unit_graph(course()).nodes if node.kind is NodeKind.LEVEL]
    assert levels == ["low", "high"]


def test_a_subsection_is_optional() -> None:
    assert [node.title for node in unit_graph(course()).nodes if node.optional] == ["more"]


def test_a_cycle_stays_whole() -> None:
    index = index_of(
        level(
            "low",
            module("low/1_one", "low/3_three"),
            module("low/2_two", "low/1_one"),
            module("low/3_three", "low/2_two", "low/1_one"),
        )
    )
    assert edges(unit_graph(index)) == ["three → one", "one → two", "two → three"]


def test_without_prerequisites_the_numbers_are_the_way() -> None:
    graph = unit_graph(plain("1_one", "10_ten", "2_two", "4_four"))
    assert edges(graph) == ["four → ten (follows)", "one → two (follows)", "two → four (follows)"]


def test_one_prerequisite_is_enough_for_numbers_to_mean_nothing() -> None:
    index = index_of(
        level("low", module("low/1_one"), module("low/2_two"), module("low/3_three", "low/1_one"))
    )
    assert edges(unit_graph(index)) == ["one → three"]


@pytest.mark.parametrize(
    "names", [("1_one", "1_other", "2_two"), ("one", "two"), ("1_one",)], ids=["twice", "none", "1"]
)
def test_numbers_that_give_no_order_give_no_way(names: tuple[str, ...]) -> None:
    assert unit_graph(plain(*names)).edges == ()


def test_the_way_goes_round_a_number_that_occurs_twice() -> None:
    graph = unit_graph(plain("1_one", "2_two", "3_three", "3_other", "4_four", "5_five"))
    assert edges(graph) == ["one → two (follows)", "four → five (follows)"]


def test_the_way_does_not_lead_from_level_to_level() -> None:
    index = index_of(level("low", module("low/1_one")), level("high", module("high/2_two")))
    assert unit_graph(index).edges == ()


def test_a_subsection_that_states_nothing_hangs_on_its_module() -> None:
    index = index_of(
        level("low", module("low/1_one", subs=[subsection("low/1_one/a_more")])),
    )
    assert edges(unit_graph(index)) == ["one → more (part)"]


def test_a_subsection_that_a_later_module_leads_to_hangs_on_its_own() -> None:
    index = index_of(
        level(
            "low",
            module("low/1_one", subs=[subsection("low/1_one/a_more", "low/2_two")]),
            module("low/2_two", "low/1_one"),
        )
    )
    # "two" is read after "more", so that the way there is no way through the curriculum.
    assert edges(unit_graph(index)) == ["one → more (part)", "two → more", "one → two"]


def test_a_subsection_that_its_module_leads_to_over_others_needs_no_line() -> None:
    other = subsection("low/1_one/b_other", "low/1_one/a_more")
    more = subsection("low/1_one/a_more", "low/1_one")
    index = index_of(level("low", module("low/1_one", subs=[more, other])))
    assert edges(unit_graph(index)) == ["one → more", "more → other"]


def test_concepts_lead_from_their_unit_to_what_requires_them() -> None:
    assert edges(concept_graph(course())) == [
        "start → output (teaches)",
        "start → exit (teaches)",
        "output → more",
        "output → files",
        "exit → files",
        "files → read (teaches)",
        "start → data",
        "read → data",
        "data → web",
    ]


def test_a_concept_that_nothing_requires_is_shown_on_demand() -> None:
    assert "start → unused (teaches)" in edges(concept_graph(course(), reduce=False))


def test_where_nothing_is_required_every_concept_is_shown_along_the_way() -> None:
    index = index_of(
        level("low", module("low/1_one", concepts=["c"]), module("low/2_two", concepts=["d"]))
    )
    assert edges(concept_graph(index)) == [
        "one → c (teaches)",
        "one → two (follows)",
        "two → d (teaches)",
    ]


def test_a_required_concept_that_its_unit_does_not_list_is_shown() -> None:
    index = index_of(level("low", module("low/1_one"), module("low/2_two", "low/1_one#deep")))
    graph = concept_graph(index)
    assert edges(graph) == ["one → deep (teaches)", "deep → two"]
    assert graph.of is GraphOf.CONCEPTS


def test_without_concepts_the_units_are_shown() -> None:
    graph = concept_graph(plain("1_one", "2_two"))
    assert graph.of is GraphOf.UNITS
    assert edges(graph) == ["one → two (follows)"]


def test_a_prerequisite_that_is_no_unit_is_left_out() -> None:
    index = index_of(level("low", module("low/1_one", "gone/1_gone", "gone/1_gone#c")))
    for build in (unit_graph, concept_graph):
        assert [node.id for node in build(index).nodes if node.kind is not NodeKind.CONCEPT] == [
            "low",
            "low/1_one",
        ]
        assert not build(index).has(EdgeKind.REQUIRES)


@pytest.mark.parametrize("build", [unit_graph, concept_graph])
def test_an_empty_curriculum_gives_an_empty_graph(build) -> None:
    assert build(index_of(level("low"))).nodes == ()


PAIRS = st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda e: e[0] != e[1]))


def _reachable(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    found = set(pairs)
    while True:
        more = {(a, d) for (a, b), (c, d) in itertools.product(found, found) if b == c} - found
        if not more:
            return found
        found |= more


@given(PAIRS)
def test_reduction_loses_no_way_and_keeps_no_arrow_that_leads_on_and_is_implied(
    pairs: set[tuple[int, int]],
) -> None:
    nodes = tuple(Node(id=str(n), kind=NodeKind.MODULE, title="") for n in range(9))
    whole = Graph(GraphOf.UNITS, "", nodes, ()).with_edges(Edge(str(a), str(b)) for a, b in pairs)
    small = {(edge.source, edge.target) for edge in reduced(whole).edges}
    assert small <= {(str(a), str(b)) for a, b in pairs}
    assert _reachable(small) == _reachable({(str(a), str(b)) for a, b in pairs})
    onward = {(a, b) for a, b in small if a < b}
    for edge in onward:
        assert edge not in _reachable(onward - {edge})
