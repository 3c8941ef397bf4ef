"""The list in a readme: what it says, and that no title can break out of it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from curriculum_lint.index.entries import CurriculumIndex
from curriculum_lint.index.listing import Listing, list_text
from curriculum_lint.settings.index_settings import IndexDepth, IndexField, IndexSettings
from curriculum_lint.text.escape import visible
from curriculum_lint.text.markdown import in_markdown
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


@pytest.mark.parametrize(
    ("folder", "first", "entry"),
    [
        ("", 1, "  1. [Unit 1]"),
        # Behind the line of its level, only a list that begins with 1 is one for Markdown.
        ("", 9, "  - 9\\. [Unit 9]"),
        ("", 0, "  - 0\\. [Unit 0]"),
        ("first_level", 9, "9. [Unit 9]"),
        ("first_level", 0, "0. [Unit 0]"),
        # Numbers of ordered lists have nine digits at most.
        ("first_level", 999_999_998, "- 999999998\\. [Unit 999999998]"),
    ],
)
def test_numbers_without_gaps_make_an_ordered_list_where_markdown_has_one(
    tmp_path: Path, folder: str, first: int, entry: str
) -> None:
    numbers = range(first, first + 3)
    units = {f"first_level/{n}_u/readme.md": f"# Unit {n}\n" for n in numbers}
    write_files(tmp_path, {"first_level/readme.md": "# First level\n", **units})
    lines = listing(index_of(tmp_path), folder)
    assert lines[not folder].startswith(entry)
    items = [t for t in MarkdownIt().parse("\n".join(lines)) if t.type == "list_item_open"]
    assert len(items) == len(lines)


def test_parts_of_a_number_are_told(tmp_path: Path) -> None:
    config = 'levels = ["."]\nmodule-pattern = "{number}.{part}-{slug}"\n'
    units = {f"{n}.1-u/readme.md": f"# Unit {n}\n" for n in (1, 2)}
    write_files(tmp_path, {"curriculum-lint.toml": config, **units})
    assert listing(index_of(tmp_path)) == [
        "- 1.1\\. [Unit 1](1.1-u/readme.md)",
        "- 2.1\\. [Unit 2](2.1-u/readme.md)",
    ]


def test_no_title_or_anchor_makes_a_line_that_cannot_be_read_again(tmp_path: Path) -> None:
    long = "é" * 5_000
    text = f"# {long}\n\n{long}\n\n## Exercises\n\n### 1.1 {long}\n"
    write_files(tmp_path, {"first_level/1_u/readme.md": text})
    lines = listing(index_of(tmp_path), depth=IndexDepth.EXERCISES)
    assert max(map(len, lines)) < 1_000
    assert lines[-1].endswith("é…](first_level/1_u/readme.md)")


def test_what_makes_a_list_too_long_for_a_readme_is_left_out_and_said(tmp_path: Path) -> None:
    exercises = "".join(f"### 1.{n} {'word ' * 50}\n\n" for n in range(1, 100))
    text = f"# Unit\n\n## Exercises\n\n{exercises}"
    write_files(tmp_path, {f"first_level/{n}_u/readme.md": text for n in range(1, 15)})
    chosen = replace(IndexSettings(), depth=IndexDepth.EXERCISES)
    shown = list_text(index_of(tmp_path), "", chosen)
    assert shown.count("[Unit]") == 14
    assert "[1.1 " not in shown
    assert shown.endswith("*\n\nThis list would be too long for a readme with its exercises.")


@pytest.mark.parametrize(
    "text", ["See https://e.org and http://e.org.", "ftp://e.org", "www.e.org", "x (www.e.org)"]
)
def test_github_links_no_address_in_the_words_of_somebody_else(text: str) -> None:
    # It does so where a scheme or "www." stands as it is; a backslash is no part of either.
    written = in_markdown(text)
    assert not re.search(r"(https?|ftp)://|www\.", written)
    [inline] = MarkdownIt().parseInline(written)
    assert "".join(token.content for token in inline.children or ()) == text


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
    from curriculum_lint.links.destination import DestinationForm, read_destination

    path = f"a/{name}/readme.md"
    address = Lister("", IndexSettings())._address(path)
    tokens = MarkdownIt("commonmark").parseInline(f"[x]({address})")[0].children or []
    assert tokens[0].type == "link_open"
    read = read_destination(str(tokens[0].attrs["href"]))
    # Site generators fill in what stands in such brackets, encoded or not.
    is_template = "{{" in name or "{%" in name
    if name not in (".", "..") and not is_template:
        assert (read.form, read.path) == (DestinationForm.RELATIVE, path)
