"""The list in a readme: what it says, and that no title can break out of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from curriculum_lint.index.entries import CurriculumIndex
from curriculum_lint.index.listing import Listing
from curriculum_lint.settings.settings import IndexDepth, IndexField, IndexSettings
from curriculum_lint.text.escape import visible
from tests.index.sample import index_of, write_sample
from tests.repository import write_files


def listing(index: CurriculumIndex, folder: str = "", **settings: object) -> list[str]:
    chosen = replace(IndexSettings(), **settings)  # type: ignore[arg-type]
    return list(Listing(folder, chosen).lines(index))


@pytest.fixture
def index(tmp_path: Path) -> CurriculumIndex:
    return index_of(write_sample(tmp_path))


def test_it_lists_levels_modules_and_subsections(index: CurriculumIndex) -> None:
    assert listing(index) == [
        "- [First level](first_level/readme.md): The basics."
        " *3 modules · 1 optional subsection · 2–3 h · 3 exercises*",
        "  - 1\\. [Start](first_level/1_start/readme.md): Print hello with Node.js, e.g. twice."
        " *2–3 h · difficulty 1–3 · 1 exercise*",
        "    - a) [More output](first_level/1_start/a_more/readme.md)"
        " *optional · 25–30 min · 2 exercises*",
        "  - 2\\. [Files](first_level/2_files/readme.md): Read them.",
        "  - 10\\. [The end](first_level/10_end/readme.md)",
    ]


def test_numbers_without_gaps_make_an_ordered_list(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {f"first_level/{n}_u/readme.md": f"# Unit {n}\n" for n in range(9, 12)},
    )
    assert listing(index_of(tmp_path))[1:] == [
        "  9. [Unit 9](first_level/9_u/readme.md)",
        "  10. [Unit 10](first_level/10_u/readme.md)",
        "  11. [Unit 11](first_level/11_u/readme.md)",
    ]


def test_a_level_lists_its_modules_and_a_module_its_subsections(index: CurriculumIndex) -> None:
    [first, more, *_] = listing(index, "first_level")
    assert first.startswith("- 1\\. [Start](1_start/readme.md): ")
    assert more.startswith("  - a) [More output](1_start/a_more/readme.md)")
    [only] = listing(index, "first_level/1_start")
    assert only.startswith("- a) [More output](a_more/readme.md)")


def test_another_folder_lists_everything_from_where_it_is(index: CurriculumIndex) -> None:
    assert listing(index, "docs")[0].startswith("- [First level](../first_level/readme.md)")


def test_depth_and_fields_are_chosen(index: CurriculumIndex) -> None:
    assert len(listing(index, depth=IndexDepth.LEVELS)) == 1
    assert len(listing(index, depth=IndexDepth.MODULES)) == 4
    everything = listing(index, depth=IndexDepth.EXERCISES)
    assert "    - [1.1 Print a line](first_level/1_start/readme.md#11-print-a-line)" in everything
    assert listing(index, fields=(), depth=IndexDepth.MODULES)[1] == (
        "  - 1\\. [Start](first_level/1_start/readme.md)"
    )
    assert listing(index, fields=(IndexField.CONCEPTS,))[1].endswith("*2 concepts*")


TITLES = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cf", "Zs", "Zl", "Zp", "Cs", "Cn", "Co"]
    )
    | st.sampled_from(" `*_[]()<>|\\~&;:#!-+.1$\"'"),
    min_size=1,
    max_size=30,
).map(lambda text: " ".join(text.split()))


@given(title=TITLES.filter(bool), summary=TITLES)
def test_titles_and_summaries_read_as_they_are(title: str, summary: str) -> None:
    from curriculum_lint.text.markdown import in_markdown

    source = f"1. [{in_markdown(title)}](a/readme.md): x {in_markdown(summary)} *2 h*\n"
    [inline] = [t for t in MarkdownIt("commonmark").parse(source) if t.type == "inline"]
    texts = ""
    linked = ""
    depth = 0
    for token in inline.children or []:
        depth += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        assert token.type in (
            "text",
            "text_special",
            "link_open",
            "link_close",
            "em_open",
            "em_close",
        )
        if depth:
            linked += token.content
        else:
            texts += token.content
    assert linked == visible(title)
    assert texts == f": x {visible(summary)} 2 h" if summary else ": x  2 h"


@given(
    name=st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=12)
)
def test_every_path_can_be_linked(name: str) -> None:
    from curriculum_lint.index.listing import Listing as Lister
    from curriculum_lint.links.destination import Form, read_destination

    path = f"a/{name}/readme.md"
    address = Lister("", IndexSettings())._address(path)
    tokens = MarkdownIt("commonmark").parseInline(f"[x]({address})")[0].children or []
    assert tokens[0].type == "link_open"
    read = read_destination(str(tokens[0].attrs["href"]))
    if name not in (".", ".."):
        assert (read.form, read.path) == (Form.RELATIVE, path)
