"""Fences, front matter, HTML, suppressions, references: what hides links, and what does not."""

from __future__ import annotations

import pytest

from curriculum_lint.parse.document import BlockKind, LinkKind, SuppressionKind
from curriculum_lint.parse.parser import parse_document


def destinations(text: str) -> list[str]:
    return [link.destination for link in parse_document("x.md", text).links]


@pytest.mark.parametrize(
    ("text", "info", "content", "closed", "glued"),
    [
        ("```python\nx\n```", "python", "x\n", True, None),
        ("~~~\nx\n~~~~", "", "x\n", True, None),
        ("````md\n```\nx\n```\n````", "md", "```\nx\n```\n", True, None),
        ("```js a=b\nx", "js a=b", "x", False, None),
        ("```\nx\n```text", "", "x\n```text", False, "```text"),
        ("```\nx\n    ```\n", "", "x\n    ```", False, None),
        ("```\n```", "", "", True, None),
        ("```", "", "", False, None),
        ("```\n\n\n", "", "", False, None),
        ("~~~ a`b\nx\n~~~", "a`b", "x\n", True, None),
        ("- ```\n  x\n  ```", "", "  x\n", True, None),
        ("> ```\n> x\n> ```", "", "> x\n", True, None),
        ("> ```\n> x\n\ny", "", "> x", False, None),
        ("- > ~~~r\n  > x\n  > ~~~\n", "r", "  > x\n", True, None),
        ("1. a\n   ```sh\n   x\n   ```\n", "sh", "   x\n", True, None),
        ("```\r\nx\r\n```\r\n", "", "x\r\n", True, None),
    ],
)
def test_fences(text: str, info: str, content: str, closed: bool, glued: str | None) -> None:
    (fence,) = parse_document("x.md", text).fences
    assert (fence.info, fence.closed) == (info, closed)
    assert text[slice(*fence.content)] == content
    assert (text[slice(*fence.glued)] if fence.glued else None) == glued
    assert text[fence.span.start] in "`~"


@pytest.mark.parametrize(
    "text",
    [
        "---\na: [x](y)\n---\n",
        "---  \na: [x](y)\n...\t\n",
        '---\n# note\n\n"k": 1\nlist:\n- [x](y)\n- z\nb:\n  - c\n---\n',
        "+++\na = '[x](y)'\n[t]\n+++\n",
        "---\r\na: [x](y)\r\n---\r\n",
        "---\ntitle:\n---\n",
        "---\n---\n",
    ],
)
def test_front_matter_is_not_markdown(text: str) -> None:
    document = parse_document("x.md", text + "# [a](b)\n")
    assert [each.text for each in document.headings] == ["a"]
    assert [link.destination for link in document.links] == ["b"]
    assert [each.kind for each in document.blocks] == [BlockKind.HEADING]
    assert document.text[slice(*document.headings[0].span)] == "# [a](b)"


@pytest.mark.parametrize(
    "text",
    [
        "---\na: [x](y)\n",
        "---\n[x](y)\n---\n",
        "---\n\nText with a [x](y)\n\n---\n",
        "---\n# [x](y)\n---\n",
        "---\n# Title\n\nText: [x](y)\nmore\n\n---\n",
        "---\n- [x](y)\n---\n",
        "---\nsee example.org or [x](y)\n---\n",
        "\n---\na: [x](y)\n---\n",
        "----\na: [x](y)\n----\n",
        "+++\n[x](y)\n",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    assert destinations(text) == ["y"]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- [x](y) <a href=y> -->",
        "<!--\n\n[x](y)\n\n<img src=y>\n-->",
        "a <!-- [x](y)\n<a href='y'> --> b",
        "- <!--\n  [x](y)\n  -->",
        "<script>\nvar x = '<a href=y>';\n\n[x](y)\n</script>",
        "<style>\n<a href=y>\n</STYLE>",
        "<div><script>'<a href=y>'</script></div>",
        "<textarea>\n<a href=y>\n</textarea>",
        "`[x](y)`",
        "``a ` [x](y)\n<a href=y>``",
        "    [x](y)",
        "\t<a href=y>",
        "```\n[x](y)\n```",
        "````\n```\n[x](y)\n```\n````",
        "> ~~~\n> [x](y)\n> ~~~",
        "\\[x](y)",
        "[x] (y)",
        "<pre><!-- <a href=y> --></pre>",
        "<? <a href=y> ?>",
        "[^1]",
        "<base href=y>",
    ],
)
def test_what_is_no_link(text: str) -> None:
    assert destinations(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "<a\n  class='x'\n  href='y'>z</a>",
        "<div>\n<img\n  src=y>\n</div>",
        "a <img\nalt='>'\nsrc=\"y\"\n/> b",
        "<A HREF=' y '>",
        "<script src=y></script>",
        "<!-- x --> <a href=y>",
        "<!--> <a href=y>",
        "<script>x</script>\n\n[x](y)",
        "İ <b>İ</b> <a href=y>",
        "<div>\nİİİİ<script>İİ</SCRIPT>\n<a href=y></div>",
        "> <p>\n> <a\n> href=y>\n",
        "[x]( <y> 'title' )",
        "[x](\ny\n)",
        "[![]()](y)".replace("![]()", "z"),
        "# [x](y)",
        "[x](y)\n---",
        "| [x](y) |\n|---|",
        "[^1]\n\n[^1]: see [x](y)",
        "[^1]\n\n[^1]:\n    [x](y)",
        "[x]: y",
        "<y:>".replace("<y:>", "<a href=y>"),
        "**[x](y)**",
        "[x](y",
    ][:-1],
)
def test_links_are_found(text: str) -> None:
    document = parse_document("x.md", text)
    (link,) = document.links
    assert link.destination == "y"
    assert document.text[slice(*link.target)].strip() == "y"


def test_a_badge_is_an_image_in_a_link() -> None:
    text = "[![build *ok*](b.svg)](ci.yml) [<img alt='html' src=h.svg>](h)"
    found = [(link.kind, link.destination, link.text) for link in parse_document("x", text).links]
    assert found == [
        (LinkKind.INLINE, "ci.yml", "build ok"),
        (LinkKind.IMAGE, "b.svg", "build ok"),
        (LinkKind.INLINE, "h", "html"),
        (LinkKind.HTML_SOURCE, "h.svg", "html"),
    ]


def test_a_mailbox_gets_its_scheme() -> None:
    (link,) = parse_document("x.md", "<a@b.org>").links
    assert (link.destination, link.text) == ("mailto:a@b.org", "a@b.org")


def test_a_link_over_two_lines_keeps_its_words_apart() -> None:
    assert parse_document("x.md", "[click\nhere](y)").links[0].text == "click here"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a][b]", [("b", "[a][b]")]),
        ("[a][]", [("a", "[a][]")]),
        ("![a][b]", [("b", "![a][b]")]),
        ("x [a\nb][c\nd] y", [("c\nd", "[a\nb][c\nd]")]),
        ("[a][b] [c][d]", [("b", "[a][b]"), ("d", "[c][d]")]),
        ("[*a* `]` z][b]", [("b", "[*a* `]` z][b]")]),
        ("[[a][b]", [("b", "[a][b]")]),
        ("![a [x][y] b](u) [p][q]", [("q", "[p][q]")]),
        ("| [a][b] |\n|---|", [("b", "[a][b]")]),
        ("# [a][b]", [("b", "[a][b]")]),
        ("[a][b]\n\n[b]: x", []),
        ("[a][]\n\n[A]: x", []),
        ("a[i][j]", []),
        ("f(x)[i][j]", []),
        ("`[a][b]`", []),
        ("[a][^1]", []),
        ("[a][ ]", []),
        ("[a] [b]", []),
        ("\\[a][b]", []),
        ("[a\\][b]", []),
        ("[a](x)[b]", []),
        ("[a][b](x)", []),
        ("<!-- [a][b] -->", []),
        ("<a title='[a][b]'>", []),
        ("- [ ][x](y)", []),
    ],
)
def test_references_without_a_definition(text: str, found: list[tuple[str, str]]) -> None:
    undefined = parse_document("x.md", text).undefined
    assert [(each.label, text[slice(*each.span)]) for each in undefined] == found


@pytest.mark.parametrize(
    ("text", "written", "target"),
    [
        ("[a]: b", "[a]: b", "b"),
        ("- [a]: b  \n", "[a]: b", "b"),
        ("> [a]:\n> b\n> 'c'", "[a]:\n> b\n> 'c'", "b"),
        ("[a]: <b c> 'd'", "[a]: <b c> 'd'", "b c"),
        ("[a\\]]:\n   b", "[a\\]]:\n   b", "b"),
        ("[a]: b\n[c]: d", "[a]: b", "b"),
        ("[a]: <>", "[a]: <>", ""),
    ],
)
def test_definitions(text: str, written: str, target: str) -> None:
    link = parse_document("x.md", text).links[0]
    assert text[slice(*link.span)] == written
    assert text[slice(*link.target)] == target == link.destination


def test_a_definition_that_is_repeated_is_kept() -> None:
    found = parse_document("x.md", "[a]: b\n\n[A]: c\n\n[a]").links
    assert [(link.kind, link.destination, link.label) for link in found] == [
        (LinkKind.DEFINITION, "b", "A"),
        (LinkKind.DEFINITION, "c", "A"),
        (LinkKind.REFERENCE, "", "A"),
    ]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("- a | b\n  --|--\n  [x](y) | z", 1),
        ("> |a|\n> |-|\n> |[x](y)|", 1),
        ("|a|b|\n|-|-|\n| \\|[x](y)\\| | `\\|` [z](y)|", 2),
        ("a|b\n-|-\n[x](y)", 1),
        ("a|b\n-|-\n[x](y)|1|[z](y)", 1),
    ],
)
def test_cells_of_a_table(text: str, cells: int) -> None:
    document = parse_document("x.md", text)
    assert [text[slice(*link.target)] for link in document.links] == ["y"] * cells
    assert BlockKind.TABLE in {block.kind for block in document.blocks}


@pytest.mark.parametrize("text", ["# a | b\n|---|---|", "- a | b\n|---|---|", "> a | b\n|---|---|"])
def test_no_table_begins_where_another_block_does(text: str) -> None:
    assert BlockKind.TABLE not in {block.kind for block in parse_document("x.md", text).blocks}


PREFIX = "<!-- curriculum-lint-"


@pytest.mark.parametrize("kind", SuppressionKind)
@pytest.mark.parametrize(
    "place", ["{}", "text {} text", "- > {}", "# T {}", "<p>\n{}\n</p>", "|a {}|\n|-|"]
)
def test_suppressions(kind: SuppressionKind, place: str) -> None:
    comment = f"{PREFIX}{kind} CL301, broken-link  CL1 -- it's -- fine -->"
    text = place.format(comment)
    (found,) = parse_document("x.md", text).suppressions
    assert text[slice(*found.span)] == comment
    assert (found.kind, found.reason) == (kind, "it's -- fine")
    assert [target.text for target in found.targets] == ["CL301", "broken-link", "CL1"]
    assert [text[slice(*target.span)] for target in found.targets] == [
        "CL301",
        "broken-link",
        "CL1",
    ]


@pytest.mark.parametrize(
    ("comment", "targets", "reason"),
    [
        (f"{PREFIX}disable -->", [], None),
        (f"{PREFIX}disable-line\nCL101\n--\nwhy -->", ["CL101"], "why"),
        ("<!--curriculum-lint-enable CL101-->", ["CL101"], None),
        (f"{PREFIX}disable CL1 -- -->", ["CL1"], None),
        (f"{PREFIX}disable missing-title,CL2-->", ["missing-title", "CL2"], None),
    ],
)
def test_how_a_suppression_is_written(comment: str, targets: list[str], reason: str | None) -> None:
    (found,) = parse_document("x.md", comment).suppressions
    assert [target.text for target in found.targets] == targets
    assert found.reason == reason


@pytest.mark.parametrize(
    "text",
    [f"`{PREFIX}disable -->`", f"```\n{PREFIX}disable -->\n```", f"{PREFIX}disabled -->",
     f"{PREFIX}all -->", "<!-- see curriculum-lint-disable -->", f"    {PREFIX}disable -->"],
)  # fmt: skip
def test_what_is_no_suppression(text: str) -> None:
    assert parse_document("x.md", text).suppressions == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [("{}\nx", 2), ("{}\n\n \nx", 4), ("x {} y\nz", 2), ("{}", 2), ("<p>\n{}\n</p>\n\nx", 3)],
)
def test_a_suppression_knows_the_next_line_with_text(text: str, line: int) -> None:
    written = text.format(f"{PREFIX}disable-next-line -->")
    (found,) = parse_document("x.md", written).suppressions
    assert found.following == line
