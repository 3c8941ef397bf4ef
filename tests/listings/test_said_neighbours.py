"""What pages say of the units that come next and before."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.listings.neighbours import Neighbours, neighbours_on, next_sections
from curriculum_lint.model.reading_order import ReadingOrder
from curriculum_lint.parse.parser import parse_document
from tests.links.resolving import page_of

from .reading import called, read

PATH = "a_level/2_files/readme.md"
START, NETS = "[S](../1_start/readme.md)", "[N](../3_nets/readme.md)"


def said(root: Path, text: str, path: str = PATH) -> list[tuple[str, ...]]:
    """Direction, unit and spot of each neighbour."""
    curriculum = read(root, {path: text})
    order = ReadingOrder(curriculum)
    page = curriculum.pages[path]
    found = neighbours_on(curriculum, page, order)
    for each in found:
        assert each.page is page
        assert each.owner is order.by_readme[path]
        assert each.link is None or each.span == each.link.span
    return [(each.direction, called(each.target), each.spot) for each in found]


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        *((f"[{word}](../3_nets)", "next") for word in ("Next", "Next: x", "Up next", "Weiter")),
        *((f"[{word}](../3_nets)", "next") for word in ("Continue", "go on", "Onward", "下一课")),
        *((f"[{word}](../3_nets)", "next") for word in ("x →", "x ➡️", "x >", "x -->", "x »!")),
        *((f"[{word}](../3_nets)", "next") for word in ("Siguiente", "Nächster", "Suivant")),
        *((f"[{word}](../3_nets)", "next") for word in ("Próximo", "Avanti", "Volgende", "далее")),
        *((f"[{word}](../3_nets)", "previous") for word in ("Prev", "Previous", "Back", "Zurück")),
        *((f"[{word}](../3_nets)", "previous") for word in ("← x", "⬅️ x", "< x", "<-- x", "«x")),
        *((f"[{word}](../3_nets)", "previous") for word in ("Vorherige", "Anterior", "Précédent")),
        *(
            (f"[{word}](../3_nets)", "previous")
            for word in ("Indietro", "Vorige", "назад", "上一课")
        ),
        ("Next: [N](../3_nets)", "next"),
        ("Next module: [N](../3_nets)", "next"),
        ("Up next is the [N](../3_nets)", None),
        ("Next up is with [N](../3_nets)", "next"),
        ("Next up is with to [N](../3_nets)", None),
        ("→ [N](../3_nets)", "next"),
        ("Then: next → [N](../3_nets)", "next"),
        ("Back to [N](../3_nets)", "previous"),
        ("Previous week: [N](../3_nets)", "previous"),
        ("← [N](../3_nets)", "previous"),
        ("[S](../1_start) next: [N](../3_nets)", "next"),
        ("Next: [S](../1_start) [N](../3_nets)", "next S"),
        ("Next:\n[N](../3_nets)", None),
        ("[Nextcloud](../3_nets)", None),
        ("[x -> y](../3_nets)", None),
        ("[Backend](../3_nets)", None),
        ("Contextnext: [N](../3_nets)", None),
        ("Text [N](../3_nets)", None),
        ("Next: ![x](../3_nets)", None),
        ("Next: <../3_nets>", None),
        ("Next: [N](../3_nets#x)", None),
        ("Next: [N](https://example.org)", None),
    ],
)
def test_words_and_signs_say_where_a_link_leads(
    line: str, direction: str | None, tmp_path: Path
) -> None:
    found = said(tmp_path, f"# Files\n\n{line}\n")
    if direction == "next S":
        assert found == [("next", "1", "top")]
    else:
        assert found == ([(direction, "3", "top")] if direction else [])


def test_a_word_far_before_a_link_says_nothing(tmp_path: Path) -> None:
    assert said(tmp_path, f"# F\n\nNext{'.' * 56}{NETS}\n") == [("next", "3", "top")]
    assert said(tmp_path, f"# F\n\nNext{'.' * 57}{NETS}\n") == []


@pytest.mark.parametrize("at", range(12))
def test_a_neighbour_is_looked_for_at_both_ends_of_a_page(at: int, tmp_path: Path) -> None:
    blocks = [f"Text {number}." for number in range(12)]
    blocks[at] = f"Next: {NETS}"
    spot = "top" if at < 4 else "bottom" if at >= 8 else ""
    assert said(tmp_path, "\n\n".join(blocks)) == ([("next", "3", spot)] if spot else [])


@pytest.mark.parametrize("at", range(11))
def test_links_alone_are_navigation_anywhere(at: int, tmp_path: Path) -> None:
    blocks = [f"Text {number}." for number in range(11)]
    blocks[at] = "[← S](../1_start) | [N →](../3_nets)"
    spot = "top" if at < 5 else "bottom"
    found = [("previous", "1", spot), ("next", "3", spot)]
    assert said(tmp_path, "\n\n".join(blocks)) == found


def test_words_beside_links_make_no_navigation(tmp_path: Path) -> None:
    text = "\n\n".join(f"Text {number}." for number in range(5))
    for line in (f"x {NETS} →", f"[N →](../3_nets) x {NETS}", "[N →](../3_nets) x"):
        assert said(tmp_path, f"{text}\n\n{line}\n\n{text}\n") == []


def test_comments_do_not_count_and_headings_say_nothing(tmp_path: Path) -> None:
    comments = "<!-- x -->\n\n" * 5
    text = "\n\n".join(f"Text {number}." for number in range(9))
    assert said(tmp_path, f"{comments}# F\n\nNext: {NETS}\n\n{text}\n")[0][2] == "top"
    assert said(tmp_path, f"## Then [N →](../3_nets)\n\n{text}\n") == []
    assert said(tmp_path, f"> Next: {NETS}\n\n{text}\n") == [("next", "3", "top")]
    table = "| [← S](../1_start) | [N →](../3_nets) |\n|---|---|\n"
    assert [each[1] for each in said(tmp_path, f"{text}\n\n{table}")] == ["1", "3"]
    html = '<p><a href="../3_nets/readme.md">Next</a></p>\n'
    assert said(tmp_path, f"{html}\n{text}\n") == [("next", "3", "top")]


def test_a_block_at_both_ends_is_at_the_top(tmp_path: Path) -> None:
    assert said(tmp_path, f"Next: {NETS}\n") == [("next", "3", "top")]


def test_a_section_says_what_its_first_block_leads_to(tmp_path: Path) -> None:
    text = "\n\n".join(f"Text {number}." for number in range(9))
    assert said(
        tmp_path, f"{text}\n\n## Next\n\n{NETS}, or back: {START}\n\nx {NETS}\n\n{text}"
    ) == [
        ("next", "3", "section"),
        ("previous", "1", "section"),
    ]
    assert said(tmp_path, f"{text}\n\n## Next\n\nText.\n\nx {NETS}\n\n{text}") == []
    assert said(tmp_path, f"{text}\n\n## Previous\n\n{START}\n") == [("previous", "1", "section")]
    assert said(tmp_path, f"{text}\n\n## Next\n\n## Then\n\n{NETS}\n\n{text}") == []


def test_front_matter_comes_first(tmp_path: Path) -> None:
    found = said(tmp_path, f"---\nprev: ../1_start\n---\n\n# F\n\nNext: {NETS}\n")
    assert found == [("previous", "1", "front_matter"), ("next", "3", "top")]


def test_other_pages_have_no_neighbours(tmp_path: Path) -> None:
    assert said(tmp_path, f"# F\n\nNext: {NETS}\n", PATH) != []
    curriculum = read(tmp_path, {"notes.md": "Next: [N](a_level/3_nets)\n"})
    assert neighbours_on(curriculum, curriculum.pages["notes.md"], ReadingOrder(curriculum)) == []


@pytest.mark.parametrize(
    ("heading", "direction"),
    [
        ("Next", "next"),
        ("➡️ Next", "next"),
        ("What's next?", "next"),
        ("What’s next", "next"),
        ("What is next", "next"),
        ("What comes next", "next"),
        ("Next steps", "next"),
        ("Next lesson up", "next"),
        ("Previous", "previous"),
        ("Previous module", "previous"),
        ("Previous modules", ""),
        ("Back to page", "previous"),
        ("Next.js", ""),
        ("Next of kin", ""),
        ("The next", ""),
        (f"Next{'!' * 55}", "next"),
        (f"Next{'!' * 56}", ""),
    ],
)
def test_a_heading_says_what_comes_next(heading: str, direction: str) -> None:
    text = f"# T\n\n## {heading}\n\nx\n\n### y\n\nz\n\n## {'z'}\n"
    found = list(next_sections(page_of(parse_document("x.md", text))))
    assert [each.value for _, each, _ in found] == ([direction] if direction else [])
    assert all(text[slice(*body)] == "\n\nx\n\n### y\n\nz\n\n" for _, _, body in found)


def test_a_section_at_the_end_ends_with_the_page() -> None:
    text = "# T\n\n## Next\n\nx\n"
    ((heading, _, body),) = next_sections(page_of(parse_document("x.md", text)))
    assert (heading.text, text[slice(*body)]) == ("Next", "\n\nx\n")


def test_levels_follow_each_other_unless_they_stand_apart(tmp_path: Path) -> None:
    curriculum = read(tmp_path, {})
    order = ReadingOrder(curriculum)
    nets, data = (order.places[path] for path in ("a_level/3_nets", "b_level/4_data"))
    from curriculum_lint.listings.neighbours import Side

    for apart, after, before in (((), "4", "3"), (("b_level",), "", ""), (("a_level",), "4", "3")):
        neighbours = Neighbours(order, apart=apart)
        assert [called(each) for each in neighbours.of(nets, Side.NEXT)] == [after] * 2 * bool(
            after
        )
        assert [called(e) for e in neighbours.of(data, Side.PREVIOUS)] == [before] * 2 * bool(
            before
        )


def test_what_is_said_is_right_if_any_route_leads_there(tmp_path: Path) -> None:
    text = f"# F\n\nNext: {NETS}\n\nNext: {START}\n\nPrevious: {START}\n\nPrevious: [B](../1_start/b_editors)\n"
    curriculum = read(tmp_path, {PATH: text})
    order = ReadingOrder(curriculum)
    neighbours = Neighbours(order)
    found = neighbours_on(curriculum, curriculum.pages[PATH], order)
    assert [neighbours.is_right(each) for each in found] == [True, False, True, True]
