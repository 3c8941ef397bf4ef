"""What is remembered of links gives what looking them all up again does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.links.link_memory import LinkMemory
from curriculum_lint.links.resolve import resolve_links
from curriculum_lint.model.curriculum import Page
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.settings.settings import Settings
from curriculum_lint.text.globs import compile_globs
from curriculum_lint.workspace.tree import Tree, scan
from tests.links.resolving import page_of
from tests.repository import write_files

NAMES = ("a.md", "b.md", "c.md")
LINES = st.sampled_from(
    ("## One", "## Two", "[x](b.md#one)", "[y](c.md#two)", "[z](a.md)", "[u](#one)", "Words.")
)
TEXTS = st.lists(LINES, max_size=4).map("\n\n".join)
EDITS = st.lists(st.tuples(st.sampled_from(NAMES), TEXTS), max_size=5)


def page(path: str, text: str) -> Page:
    return page_of(parse_document(path, f"# T\n\n{text}\n"))


def tree_of(root: Path) -> Tree:
    write_files(root, dict.fromkeys(NAMES, "# T\n"))
    return scan(str(root), compile_globs(()))


@given(edits=EDITS)
def test_links_that_are_remembered_are_those_that_are_looked_up(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str]]
) -> None:
    root = tmp_path_factory.getbasetemp() / "links"
    tree, settings, memory = tree_of(root), Settings(str(root)), LinkMemory()
    pages = {name: page(name, "## One\n\n[x](b.md#one) [y](c.md#two)") for name in NAMES}
    for path, text in [("a.md", "## Two"), *edits]:
        pages = {**pages, path: page(path, text)}
        found = memory.resolve(pages, tree, settings, "", {})
        assert found == resolve_links(pages, tree, settings, "", {}, pages)


def test_a_link_notices_the_heading_that_another_page_loses(tmp_path: Path) -> None:
    tree, settings, memory = tree_of(tmp_path), Settings(str(tmp_path)), LinkMemory()
    pages = {"a.md": page("a.md", "[x](b.md#one)"), "b.md": page("b.md", "## One")}
    before = memory.resolve(pages, tree, settings, "", {})["a.md"]
    pages["b.md"] = page("b.md", "## Other")
    after = memory.resolve(pages, tree, settings, "", {})["a.md"]
    assert before != after == resolve_links(pages, tree, settings, "", {}, pages)["a.md"]
