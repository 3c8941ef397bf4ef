"""The texts for Mermaid and Graphviz: what is in them, and what GitHub draws of them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html import unescape

import pydot
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.graph.build import concept_graph, unit_graph
from curriculum_lint.graph.dot import dot
from curriculum_lint.graph.graph import Edge, Graph, Node, NodeKind
from curriculum_lint.graph.label import label_of, legible
from curriculum_lint.graph.layout import Direction, direction
from curriculum_lint.graph.mermaid import MOST_CHARACTERS, MOST_EDGES, is_drawn, mermaid
from curriculum_lint.graph.narrow import around, below
from curriculum_lint.settings.index_settings import GraphOf
from tests.graph.sample import HOSTILE, course, index_of, level, plain

#: Ids, arrows, and strings of which nothing but text can come: that is all there is in a picture.
MERMAID_LINE = re.compile(
    r"""%%\{init:\ [\w{}":,\ ]+\}%%|flowchart\ (LR|TB)|\ \ acc(Title|Descr):\ [\w ,.()'/+&-]*
    |\ \ subgraph\ l\d+\["[^"\n\r<>`{}\[\]|]*"\]|\ \ end
    |\ +[uc]\d+\(?\["[^"\n\r<>`{}\[\]|%]*"\]\)?
    |\ \ [uc]\d+\ (-->|-\.->|-\.-|---)\ [uc]\d+
    |\ \ classDef\ \w+\ [\w:,#\ -]+|\ \ class\ [ucl\d,]+\ \w+""",
    re.VERBOSE,
)


def of_titles(*titles: str, concepts: bool = False) -> Graph:
    """A graph with every title as that of a level, a unit, and a concept."""
    nodes = []
    for at, title in enumerate(titles):
        nodes.append(Node(id=f"l{at}", kind=NodeKind.LEVEL, title=title))
        nodes.append(Node(id=f"m{at}", kind=NodeKind.MODULE, title=title, parent=f"l{at}"))
        nodes.append(Node(id=f"c{at}", kind=NodeKind.CONCEPT, title=title, parent=f"m{at}"))
    return Graph(GraphOf.UNITS, titles[0], tuple(nodes), (Edge("m0", "c0"),))


def test_a_small_course_in_mermaid() -> None:
    assert mermaid(unit_graph(course())) == (
        '%%{init: {"flowchart": {"nodeSpacing": 20, "rankSpacing": 40, "wrappingWidth": 180, '
        '"subGraphTitleMargin": {"bottom": 16}}}}%%\n'
        "flowchart TB\n"
        "  accTitle: What leads to what in A course\n"
        "  accDescr: 4 modules and 1 subsection. An arrow leads from what is needed to the unit "
        "that requires it. Units with a dashed border are optional.\n"
        '  subgraph l1["low"]\n'
        '    u1["1 start"]\n'
        '    u2["1a more"]\n'
        '    u3["2 files"]\n'
        '    u4["3 data"]\n'
        "  end\n"
        '  subgraph l2["high"]\n'
        '    u5["4 web"]\n'
        "  end\n"
        "  u1 --> u2\n"
        "  u1 --> u3\n"
        "  u3 --> u4\n"
        "  u4 --> u5\n"
        "  classDef optional stroke-dasharray:6 4\n"
        "  class u2 optional\n"
    )


def test_a_small_course_in_dot() -> None:
    assert dot(around(unit_graph(course()), ["low/1_start/a_more"])) == (
        "digraph curriculum {\n"
        '  graph [rankdir="TB", label="What leads to what in A course", '
        'fontname="Helvetica,Arial,sans-serif"];\n'
        '  node [shape="box", fontname="Helvetica,Arial,sans-serif"];\n'
        '  n2 [label="1 start"];\n'
        '  n3 [label="1a more", style="dashed,bold"];\n'
        "  n2 -> n3;\n"
        "}\n"
    )


def test_marks_and_concepts_have_a_look_of_their_own() -> None:
    graph = below(concept_graph(course()), "low/2_files")
    text = mermaid(graph)
    assert '  c1(["output"])\n' in text
    assert "  u1 --- c1\n" in text
    assert "  class u1,c1,c2 outside\n" in text
    assert 'label="output", style="rounded", color="#767676"' in dot(graph)


def test_the_order_of_modules_is_dotted() -> None:
    graph = unit_graph(plain("1_one", "2_two"))
    assert "  u1 -.-> u2\n" in mermaid(graph)
    assert '  n2 -> n3 [style="dotted"];\n' in dot(graph)
    assert "Dotted arrows show the order of the modules, as none states" in mermaid(graph)


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_a_title_is_never_more_than_a_label(title: str) -> None:
    text = mermaid(of_titles(title, "other"))
    assert [line for line in text.split("\n") if not MERMAID_LINE.fullmatch(line)] == [""]
    assert re.search(r'"[^"]*direction\s', text.partition("  subgraph")[2]) is None


@given(st.lists(st.text(max_size=90) | st.sampled_from(HOSTILE), min_size=1, max_size=3))
def test_no_text_is_ever_more_than_a_label(titles: list[str]) -> None:
    lines = mermaid(of_titles(*titles)).split("\n")
    assert [line for line in lines if not MERMAID_LINE.fullmatch(line)] == [""]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@given(st.lists(st.text(max_size=90) | st.sampled_from(HOSTILE), min_size=2, max_size=3))
def test_graphviz_has_as_many_nodes_as_there_are(titles: list[str]) -> None:
    graph = of_titles(*titles)
    (parsed,) = pydot.graph_from_dot_data(dot(graph)) or [None]
    assert parsed is not None
    clusters = parsed.get_subgraphs()
    assert len(clusters) == len(titles)
    assert len(parsed.get_edges()) == 1
    nodes = [node for each in clusters for node in each.get_nodes()]
    names = [node.get_name() for node in nodes if node.get_name() != "graph"]
    assert len(set(names)) == len(names) == 2 * len(titles)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed.")
def test_graphviz_draws_every_title_as_it_is() -> None:
    graph = of_titles(*HOSTILE)
    done = subprocess.run(
        ["dot", "-Tjson"], input=dot(graph), capture_output=True, text=True, check=True
    )
    assert not done.stderr
    drawn = [
        "".join(op["text"] for op in each["_ldraw_"] if op["op"] == "T")
        for each in json.loads(done.stdout)["objects"]
        if "_ldraw_" in each
    ]
    expected = [label_of(node) for node in graph.nodes]
    assert sorted(_solid(each) for each in drawn) == sorted(_solid(each) for each in expected)


def _solid(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("  A \n title\x00 ", "A title"),
        ("\u202eright\u2066 to left", "right to left"),
        ("کتاب\u200cها", "کتاب\u200cها"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("no\xa0break", "no break"),
        ("x" * 71, "x" * 69 + "…"),
        ("\u202e", "m1"),
        ("", "m1"),
    ],
)
def test_a_label_is_legible(title: str, shown: str) -> None:
    assert label_of(Node(id="low/m1", kind=NodeKind.MODULE, title=title)) == shown


def test_a_label_begins_with_number_and_letter() -> None:
    node = Node(id="m", kind=NodeKind.SUBSECTION, title="Sessions", label="4b")
    assert label_of(node) == "4b Sessions"


@given(st.text())
def test_legible_text_is_short_and_stays_as_it_is(text: str) -> None:
    once = legible(text)
    assert len(once) <= 70
    assert legible(once) == once


def test_a_long_chain_leads_down_and_a_wide_row_to_the_right() -> None:
    assert direction(unit_graph(plain(*(f"{n}_m" for n in range(1, 20))))) is Direction.DOWN
    assert direction(unit_graph(plain("a", "b", "c"))) is Direction.RIGHT


def test_what_github_draws_has_limits_in_edges_and_characters() -> None:
    assert is_drawn("x" * MOST_CHARACTERS, MOST_EDGES)
    assert not is_drawn("x" * MOST_CHARACTERS, MOST_EDGES + 1)
    assert not is_drawn("x" * MOST_CHARACTERS + "x", 0)
    assert not is_drawn("😀" * (MOST_CHARACTERS // 2 + 1), 0)


def test_an_empty_graph_is_a_picture_as_well() -> None:
    graph = replace(unit_graph(index_of(level("low"))), title="")
    assert mermaid(graph).endswith(
        "  accTitle: What leads to what in the curriculum\n  accDescr: No modules.\n"
    )
    assert dot(graph).endswith("];\n}\n")


def test_no_title_is_a_command_in_the_log_of_a_workflow() -> None:
    title = "###[error]x ##[group]"
    text = dot(of_titles(title))
    assert "##[" not in text
    assert f'label="{title}"' in unescape(text)
