"""Mermaid draws the graph, whatever the titles are: every label as it is, and nothing else."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from curriculum_lint.graph.block import GraphBlocks
from curriculum_lint.graph.build import concept_graph, unit_graph
from curriculum_lint.graph.graph import Graph, NodeKind
from curriculum_lint.graph.label import label_of
from curriculum_lint.graph.mermaid import MOST_EDGES, mermaid
from curriculum_lint.graph.narrow import around, below
from curriculum_lint.settings.index_settings import GraphOf
from tests.browser.mermaid_library import CHECKSUMS, NoMermaidError, mermaid_script
from tests.browser.watch import Watch
from tests.graph.sample import HOSTILE, course, index_of, level
from tests.graph.test_block import crowd, picture
from tests.graph.test_text import of_titles
from tools.browser import REQUIRED

PARSE = """async (text) => {
    await mermaid.parse(text);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    return [db.getVertices().size, db.getEdges().length, db.getSubGraphs().length];
}"""
DRAW = """async (text) => {
    const place = document.getElementById("place");
    place.innerHTML = (await mermaid.render("graph", text)).svg;
    const all = (what) => [...place.querySelectorAll(what)];
    return {
        labels: all("g.node").map((node) => [node.id, node.textContent]),
        frames: all("g.cluster-label").map((label) => label.textContent),
        arrows: all("path.flowchart-link").length,
        active: all("script, img, a, b, i, em, strong, ul, ol, iframe").length,
        title: place.querySelector("title").textContent,
        description: place.querySelector("desc").textContent,
        run: window.pwned !== undefined,
    };
}"""


@pytest.fixture(scope="module", params=list(CHECKSUMS))
def drawing(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page with Mermaid as GitHub sets it up; loading that takes longer than any test."""
    watch = Watch()
    with browser.new_context() as context:
        watch.over(context)
        page = context.new_page()
        page.set_content('<meta charset="utf-8"><div id="place"></div>')
        page.add_script_tag(path=_script(request.param))
        page.evaluate("mermaid.initialize({startOnLoad: false, securityLevel: 'strict'})")
        yield page
    assert watch.complaints == []


def _script(version: str) -> Path:
    try:
        return mermaid_script(version)
    except NoMermaidError as error:
        if os.environ.get(REQUIRED):
            pytest.fail(str(error))
        pytest.skip(str(error))


def draw(page: Page, graph: Graph) -> dict[str, Any]:
    drawn = page.evaluate(DRAW, mermaid(graph))
    assert not drawn["run"]
    assert drawn["active"] == 0
    assert isinstance(drawn, dict)
    return drawn


def solid(text: str) -> str:
    """Without blanks: lines are broken anywhere."""
    return "".join(text.split())


def test_every_title_is_drawn_as_it_is(drawing: Page) -> None:
    graph = of_titles(*HOSTILE)
    drawn = draw(drawing, graph)
    labels = {re.search(r"[uc]\d+(?=-\d+$)", id_)[0]: text for id_, text in drawn["labels"]}
    units = [node for node in graph.nodes if node.kind is NodeKind.MODULE]
    for number, unit in enumerate(units, 1):
        for letter in "uc":
            assert solid(labels[f"{letter}{number}"]) == solid(label_of(unit))
    assert sorted(map(solid, drawn["frames"])) == sorted(solid(label_of(unit)) for unit in units)


def test_every_title_alone_is_parsed_as_one_node_of_each_kind(drawing: Page) -> None:
    found = {title: drawing.evaluate(PARSE, mermaid(of_titles(title, "x"))) for title in HOSTILE}
    assert set(map(tuple, found.values())) == {(4, 1, 2)}


@pytest.mark.parametrize("of", list(GraphOf))
def test_a_course_is_drawn_whole_with_words_for_those_who_cannot_see_it(
    drawing: Page, of: GraphOf
) -> None:
    graph = unit_graph(course()) if of is GraphOf.UNITS else concept_graph(course())
    drawn = draw(drawing, graph)
    assert len(drawn["labels"]) == sum(node.kind is not NodeKind.LEVEL for node in graph.nodes)
    assert drawn["arrows"] == len(graph.edges)
    assert drawn["title"] == "What leads to what in A course"
    assert drawn["description"].startswith("4 modules")


def test_parts_and_nothing_are_drawn(drawing: Page) -> None:
    graph = concept_graph(course())
    for part in (around(graph, ["low/2_files"]), below(graph, "high")):
        assert draw(drawing, part)["arrows"] == len(part.edges)
    assert draw(drawing, unit_graph(index_of(level("low"))))["labels"] == []


def test_as_many_arrows_as_a_block_may_have_are_parsed(drawing: Page) -> None:
    text = picture(GraphBlocks(crowd(MOST_EDGES + 1), GraphOf.UNITS).block(""))
    assert drawing.evaluate(PARSE, text) == [MOST_EDGES + 1, MOST_EDGES, 0]
    too_many = mermaid(unit_graph(crowd(MOST_EDGES + 2)))
    said = drawing.evaluate("(text) => mermaid.parse(text).catch((error) => `${error}`)", too_many)
    assert "500" in said


def test_a_block_keeps_to_the_limit_of_characters(drawing: Page) -> None:
    index = crowd(400, title="<" * 17 + "ü" * 20)
    text = picture(GraphBlocks(index, GraphOf.UNITS).block(""))
    assert len(text) > 45_000
    assert drawing.evaluate(PARSE, text)[0] == 400
