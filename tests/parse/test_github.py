"""Where GitHub's grammar is not what one would guess, and what we read there."""

from __future__ import annotations

import pytest

from curriculum_lint.parse.document import BlockKind, Document
from curriculum_lint.parse.parser import parse_document


def read(text: str) -> Document:
    return parse_document("x.md", text)


def links(text: str) -> list[str]:
    return [link.destination for link in read(text).links if link.target is not None]


def anchors(text: str) -> list[str]:
    return [anchor.name for anchor in read(text).anchors]


NOTE = "Seen.[^a]\n\n[^a]: One.\n\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("    [x](y.md)\n", ["y.md"]),
        ("    - [x](y.md)\n      - [z](w.md)\n", ["y.md", "w.md"]),
        ("    > [x](y.md)\n", ["y.md"]),
        ("\t[x](y.md)\n", ["y.md"]),
        ("    ```\n    [x](y.md)\n    ```\n", []),
        ("        [x](y.md)\n", []),
        ("    <a href='y.md'>\n", ["y.md"]),
        ("    [x]\n\n    [x]: y.md\n", ["y.md"]),
        ("Outside [x](y.md).\n", ["y.md"]),
    ],
)
def test_what_stands_in_a_footnote_behind_a_blank_line_is_live(body: str, found: list[str]) -> None:
    assert links(NOTE + body) == found


def test_a_heading_in_a_footnote_has_an_anchor_after_those_of_the_page() -> None:
    text = f"{NOTE}    ## Name\n\n## Name\n\n# Last\n"
    assert [(h.text, h.anchor, h.nested) for h in read(text).headings] == [
        ("Name", "name-1", True),
        ("Name", "name", False),
        ("Last", "last", False),
    ]


def test_a_footnote_that_nothing_refers_to_is_not_shown() -> None:
    document = read("# T\n\n[^a]: [x](y.md) <a id='z'></a>\n\n    ## H\n")
    assert (document.links, [anchor.name for anchor in document.anchors]) == ((), ["t"])
    assert [(note.label, note.number) for note in document.footnotes] == [("a", 0)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Tools[^note]\n\n[^note]: N\n", ["tools1"]),
        ("A[^b] c.\n\n# Tools[^a] and more[^b]\n\n[^a]: N\n[^b]: N\n", ["tools2-and-more1"]),
        ("# Tools[^none]\n", ["toolsnone"]),
        ("# Tools[^A]\n\n[^a]: N\n", ["tools1"]),
        ("# `[^a]`\n\n[^a]: N\n", ["a"]),
    ],
)
def test_the_mark_of_a_footnote_is_its_number_in_an_anchor(text: str, found: list[str]) -> None:
    assert anchors(text) == found


def test_the_title_has_no_mark_of_a_footnote() -> None:
    assert read("# Tools[^a]\n\n[^a]: N\n").headings[0].text == "Tools"


@pytest.mark.parametrize("before", ["- a\n", "1. a\n", "> a\n", "> - a\n", "- a\n  - b\n"])
@pytest.mark.parametrize("tag", ["<br>", "</span>", "<img src='i.png'>", "<custom-tag>"])
def test_a_tag_alone_below_a_list_or_quote_begins_html(before: str, tag: str) -> None:
    document = read(f"{before}{tag}\n# Not a heading\n\n# One\n")
    assert [heading.text for heading in document.headings] == ["One"]
    assert [block.kind for block in document.blocks][-2] is BlockKind.HTML


@pytest.mark.parametrize("tag", ["<br>", "</span>", "<custom-tag a='b'>"])
@pytest.mark.parametrize(
    "definition", ["[r]: r.md\n", "[r]:\nr.md\n", "[r]: r.md 'T'\n[s]: s.md\n"]
)
def test_what_follows_a_definition_is_a_paragraph(definition: str, tag: str) -> None:
    assert links(f"{definition}{tag}\n[x](y.md)\n")[-1] == "y.md"
    assert [link.text for link in read(f"{definition}    [r]\n").links][-1] == "r"


def test_what_stands_below_definitions_is_underlined() -> None:
    assert [h.text for h in read("[r]: r.md\nTitle\n===\n").headings] == ["Title"]
    assert [block.kind for block in read("[r]: r.md\n===\n").blocks] == [BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("| Name |\n------\n| x |\n", [BlockKind.HEADING, BlockKind.PARAGRAPH]),
        ("Name\n---\nx\n", [BlockKind.HEADING, BlockKind.PARAGRAPH]),
        ("| Name |\n|------|\n| x |\n", [BlockKind.TABLE]),
        ("| Name |\n|------\n| x |\n", [BlockKind.TABLE]),
        ("Name\n:-----\nx\n", [BlockKind.TABLE]),
        ("Above\n| Name |\n|------|\n", [BlockKind.PARAGRAPH, BlockKind.TABLE]),
        ("| a | b |\n|------|\n", [BlockKind.PARAGRAPH]),
        ("| a |\n|---|\n> b\n", [BlockKind.TABLE, BlockKind.PARAGRAPH]),
    ],
)
def test_an_underline_wins_over_a_table_of_one_column(text: str, kinds: list[BlockKind]) -> None:
    assert [block.kind for block in read(text).blocks] == kinds


def test_cells_beyond_the_columns_of_the_head_are_not_shown() -> None:
    assert links("a|b\n-|-\n[x](y)|z|[v](w)\n") == ["y"]


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        ("- [ ] a\n- [x] b\n- [X] c\n- d\n", [True, True, True, False]),
        ("1. [ ] a\n", [True]),
        ("> - [ ] a\n", [False]),
        ("- []  a\n- [ ]\n- [ ](x)\n", [False, False, False]),
        ("- a\n  - [ ] b\n", [True, False]),
    ],
)
def test_which_items_are_tasks(text: str, tasks: list[bool]) -> None:
    items = [item for each in read(text).lists for item in each.items]
    assert sorted(item.task for item in items) == sorted(tasks)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("$[0,1][a]$ $x[i][j]$ $\\Pr[\\text{f}][n]$", []),
        ("$$\nf[x][y]\n$$", []),
        ("$`x[i][j]`$ and `x [i][j]`", []),
        ("```math\n[a][b]\n```", []),
        ("$5 for [a][b] and $6", ["b"]),
        ("\\$x [a][b] y$", ["b"]),
        ("$ x [a][b] $", ["b"]),
        ("$x$ [a][b] $y$", ["b"]),
    ],
)
def test_brackets_in_formulas_are_no_references(text: str, labels: list[str]) -> None:
    assert [each.label for each in read(text).undefined] == labels


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<a href="a&sect=b&region.md">', ["a&sect=b&region.md"]),
        ('<a href="a&copy;b">', ["a\xa9b"]),
        ('<a href="a&copy.md">', ["a\xa9.md"]),
        ('<a href="a&copyright.md">', ["a&copyright.md"]),
        ('<a href="a&amp;copy.md">', ["a&copy.md"]),
        ('<a href="a&#38;b&#x26;c">', ["a&b&c"]),
        (
            '<img srcset="a.png, b.png 2x,c,d.png 3x" src=e.png>',
            ["a.png", "b.png", "c,d.png", "e.png"],
        ),
        ('<img srcset="a.png,">', ["a.png"]),
        ('<source srcset=" data:image/png,x 1x (a, b), c.png ">', ["data:image/png,x", "c.png"]),
        ('<video poster="a.png"><track src="b.vtt"></video>', ["a.png", "b.vtt"]),
        ('<object data="a.svg"></object><p data="b">', ["a.svg"]),
        ("<p style=\"background: url(a.png), URL( 'b c.png' )\">", ["a.png", "b c.png"]),
        ('<base href="a">', []),
    ],
)
def test_addresses_in_attributes(html: str, found: list[str]) -> None:
    text = f"x {html}\n"
    document = read(text)
    assert [link.destination for link in document.links] == found
    for link in document.links:
        assert link.target is not None
        written = text[slice(*link.target)]
        assert "&" in html or written.strip() == link.destination


def test_bare_addresses_are_links() -> None:
    text = "See https://a.org/b_c_(d)). www.e.org/f; and x.y@g.org, not [https://h.org](i.md).\n"
    assert [(link.destination, text[slice(*link.span)]) for link in read(text).links] == [
        ("https://a.org/b_c_(d)", "https://a.org/b_c_(d)"),
        ("http://www.e.org/f", "www.e.org/f"),
        ("mailto:x.y@g.org", "x.y@g.org"),
        ("i.md", "[https://h.org](i.md)"),
    ]


def test_brackets_are_read_however_deep_they_are() -> None:
    text = "[" * 40 + "![a](b.png)" + "](c)" * 40
    assert links(text)[:2] == ["c", "b.png"]


def test_a_label_that_does_not_end_is_none() -> None:
    assert [link.text for link in read("[r]: s\n\n[r][\\]\n").links] == ["r", "r"]
