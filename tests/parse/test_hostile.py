"""Texts that are made to break or to stall a parser."""

from __future__ import annotations

import re
import sys

import pytest

from curriculum_lint.parse.parser import ParseLimits, parse_document

from .parse_laws import check_laws

SIZE = 6_000
REPEATED = [
    *("[", "![", "](", "[](", "[x](", "<", "<a", "<a ", '<a href="', "<a x='", "<!--", "<!-- -->"),
    *("`", "*", "_", "*x_", "**a ", "**a b** ", "> ", "> > x\n", "- ", "1. ", "- \n", "- x\n\n"),
    *("[a]: b\n", "[a][b", "[x][y] ", "[x][", "[[x][y] ", "![x][y] ", "[x][]", "&", "&amp;", "&#"),
    *("\0", "\r", "x\r", "x", "\\", "<script>", "<script></script>\n", "<h1>\n\n", "<?", "<!A"),
    *("```\n", "```x\n", "~~~~ ", "a) x\n", "\t", "\n", " \n", "<![CDATA[", "[](<", '[a](b "'),
    *(
        "[a](((",
        "<https://",
        "x  \n",
        "    x\n",
        "a|b\n-|-\n",
        "|",
        "|-",
        "# a\n",
        "a\n-\n",
        "**A:** x\n",
    ),
    *("<div>\n<a b=' c=\" ", "[^1]: x\n", "[^", "---\na: b\n", "![ ][ ", "<a\n", "***\n", ":"),
]
OPENINGS = [
    "",
    "x ",
    "- ",
    "> ",
    "<div>\n",
    "# ",
    "```\n",
    "---\n",
    "a|b\n-|-\n",
    "[a]: b\n\n",
    "<h2>",
]

WIDE = ParseLimits(line_characters=1_000_000)


@pytest.mark.parametrize("piece", REPEATED)
def test_one_piece_repeated_is_read_by_the_laws(piece: str) -> None:
    for opening in OPENINGS:
        check_laws(parse_document("x.md", opening + piece * (600 // len(piece))))
    check_laws(parse_document("x.md", piece * (SIZE // len(piece))))


def test_quotes_in_quotes_that_go_on_lazily_are_read() -> None:
    text = "> " * 40 + "x\n" + "[a](b)\n" * 5_000 + "\n# After [a](b)\n"
    document = parse_document("x.md", text)
    check_laws(document)
    assert (len(document.links), document.limits) == (5_001, ())
    assert [heading.text for heading in document.headings] == ["After a"]


def test_a_long_quote_is_no_quote_in_quotes() -> None:
    document = parse_document("x.md", "> > [a](b)\n" * 6_000)
    assert (len(document.links), document.limits) == (6_000, ())


@pytest.mark.parametrize("text", ["> " * 10_000 + "x", "- " * 10_000 + "x", "1. > " * 5_000 + "x"])
def test_deep_nesting_is_said_once(text: str) -> None:
    document = parse_document("x.md", text + "\n\n# After\n", WIDE)
    check_laws(document)
    assert len(document.limits) == 1
    assert re.fullmatch(
        r"Nested \d+ deep: what is inside is not read\.", document.limits[0].message
    )
    assert [heading.text for heading in document.headings] == ["After"]


@pytest.mark.parametrize("end", ["> ", ">    ", ">\t", "> > "])
@pytest.mark.parametrize("opening", ["> - <!--", "> 1) <script>", "> + <?", "> - - <!A"])
def test_html_that_never_ends_in_a_list_in_a_quote(opening: str, end: str) -> None:
    check_laws(parse_document("x.md", f"{opening}\n{end}"))


def test_lists_nested_ten_deep_keep_their_links() -> None:
    text = "".join(f"{'  ' * depth}- [a{depth}](b{depth})\n" for depth in range(20))
    document = parse_document("x.md", text)
    assert [link.destination for link in document.links] == [f"b{depth}" for depth in range(20)]
    assert document.limits == ()


def test_a_long_paragraph_is_not_read_and_it_is_said() -> None:
    text = "[a](b) " * 100
    document = parse_document("x.md", text + "\n\n[c](d)", ParseLimits(block_characters=500))
    assert [link.destination for link in document.links] == ["d"]
    assert "characters: links in it are not read" in document.limits[0].message


def test_a_long_paragraph_without_markup_needs_no_reading() -> None:
    assert parse_document("x.md", "word " * 20_000, WIDE).limits == ()


def test_links_behind_and_inside_many_brackets_are_found() -> None:
    text = "[" * 500 + "[a](b) [c][d]" + "]" * 500 + " [e](f)"
    document = parse_document("x.md", text)
    assert [link.destination for link in document.links] == ["b", "f"]
    assert [each.label for each in document.undefined] == ["d"]


def test_many_references_definitions_and_headings_are_all_kept() -> None:
    count = 500
    definitions = "".join(f"[a{i}]: b{i}\n" for i in range(count))
    text = definitions + "\n" + "".join(f"[x][a{i}] [y][z{i}]\n" for i in range(count)) + "\n"
    document = parse_document("x.md", text + "# T\n" * count)
    assert len(document.links) == 2 * count
    assert [each.label for each in document.undefined] == [f"z{i}" for i in range(count)]
    assert len({heading.anchor for heading in document.headings}) == count


@pytest.mark.parametrize(
    ("opening", "closing"), [("**a\n", "x** "), ("*a ", "b*"), ("_**", "**_"), ("[", "](x)")]
)
def test_deeply_nested_markup_is_read_by_the_laws(opening: str, closing: str) -> None:
    check_laws(parse_document("x.md", opening * 1_000 + "x" + closing * 1_000))


def test_a_tag_of_many_attributes_keeps_every_link() -> None:
    text = f"<div>\n<a {'href=x ' * 2_000}title=t>"
    links = parse_document("x.md", text).links
    assert {(link.destination, link.text) for link in links} == {("x", "t")}
    assert len(links) == 2_000


def test_a_label_holds_no_label() -> None:
    assert [each.text for each in parse_document("x.md", "**A\n**B** C**").labels] == ["A B C"]


def test_wide_tables_keep_every_cell() -> None:
    row = "|".join(["[b](c)"] * 300)
    text = f"{'|'.join('a' * 300)}\n{'|'.join('-' * 300)}\n{row}\n{row}\n"
    document = parse_document("x.md", text)
    check_laws(document)
    assert len(document.links) == 600


def work(text: str) -> int:
    """How many Python calls parsing ``text`` takes: unlike time, the same on every machine."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        parse_document("x.md", text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    ("opening", "piece"),
    [("", "["), ("", "!["), ("", "[x]["), ("", "[[x][y] "), ("", "[a](b) "), ("a|b\n-|-\n", "c|\n"),
     ("<div>\n", "<a "), ("<div>\n", "<a b=' c=\" "), ("<div>\n", "<script>"), ("> > > ", "x\n"),
     ("", "- x\n"), ("", "[a]: b\n"), ("", "# a\n"), ("", "**A:** x\n"), ("---\n", "a: b\n")],
)  # fmt: skip
def test_twice_the_text_is_about_twice_the_work(opening: str, piece: str) -> None:
    parse_document("x.md", "x")
    once = work(opening + piece * 400)
    twice = work(opening + piece * 800)
    assert twice < 3 * once + 1_000


LONG = "[x](y) <a id=gone> " * 2_000


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "around", [("", ""), ("- a\n  ", ""), ("> ", ""), ("```\n", "\n```"), ("| a |\n|---|\n", "")]
)
def test_a_line_over_the_limit_costs_what_is_on_it(around: tuple[str, str], end: str) -> None:
    lines = f"# T\n\n{around[0]}{LONG}{around[1]}\n\n## Next [a](b)\n".replace("\n", end)
    document = parse_document("x.md", lines)
    check_laws(document)
    assert [heading.text for heading in document.headings] == ["T", "Next a"]
    assert [link.destination for link in document.links] == ["b"]
    (limit,) = document.limits
    row = 3 + around[0].count("\n")
    assert limit.message == (
        f"Line {row} has {len(around[0].split(chr(10))[-1]) + len(LONG):,} characters: what stands on "
        "it is not read. The limit is 20,000 (limits.line-characters)."
    )
    assert LONG in document.text[slice(*limit.span)]


def test_lines_at_the_limit_are_read() -> None:
    document = parse_document("x.md", "[x](y)\n" * 3, ParseLimits(line_characters=6))
    assert (len(document.links), document.limits) == (3, ())


def test_nesting_over_the_limit_costs_what_is_inside() -> None:
    text = "# A\n\n" + "> " * 61 + "# [x](y)\n\n# B\n\n- [z](w)\n"
    document = parse_document("x.md", text)
    assert [heading.text for heading in document.headings] == ["A", "B"]
    assert [link.destination for link in document.links] == ["w"]
    assert len(document.limits) == 1
