"""Lists of units are read in every form in which people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.listings.read import ListingReader, reader_of
from tests.repository import write_files

from .reading import called, indexes, listed, read, texts, written

START, FILES, NETS = "[S](1_start/readme.md)", "[F](2_files/readme.md)", "[N](3_nets/)"
SHELLS, EDITORS = "[A](a_shells/readme.md)", "[B](b_editors/readme.md)"
MODULE = "a_level/1_start/readme.md"
ROOT = "readme.md"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A list.
        (f"- {START}\n- {FILES}\n", [("item", "1", "2")]),
        (f"- {START}\n- text\n", [("item", "1", "-")]),
        (f"- {START}\n- text\n- more\n", []),
        (f"- {START}: x\n- {FILES}\n\nText.\n\n- {NETS}\n", [("item", "1", "2"), ("item", "3")]),
        ("- Getting started\n- Files\n", [("item", "1", "2")]),
        # A list that counts on, with something below each item.
        (f"1. {START}\n\nx\n\n2. {FILES}\n\ny\n", [("item", "1", "2")]),
        (f"1. {START}\n\n- x\n- y\n\n---\n\n2. {FILES}\n\n- z\n\nEnd.\n", [("item", "1", "2")]),
        (f"1. {START}\n\nx\n\n## More\n\n2. {FILES}\n\ny\n", [("item", "1"), ("item", "2")]),
        (f"1. {START}\n\nx\n\n2. {FILES}\n", [("item", "1"), ("item", "2")]),
        (f"1. {START}\n\n**Two**\n\n2. {FILES}\n\ny\n", [("item", "1"), ("item", "2")]),
        (f"1. {START}\n\nNext:\n\n2. {FILES}\n\ny\n", [("item", "1"), ("item", "2")]),
        (f"1. {START}\n\nx\n\n3. {FILES}\n\ny\n", [("item", "1", "2")]),
        (f"1. {START}\n\nx\n\n1. {FILES}\n\ny\n", [("item", "1"), ("item", "2")]),
        ("- **Files**: all of them\n- More\n", [("item", "2", "-")]),
        ("- \n- text\n", []),
        (f"- Week: {START}\n  - {FILES}\n", [("item", "1"), ("item", "2")]),
        # Lettered lines in an item.
        (
            f"1. {START}\n   a) {FILES}\n   b) {NETS}\n",
            [("item", "1"), ("lettered", "2", "3")],
        ),
        # A table.
        (
            f"| Nr | Unit |\n|---|---|\n| 1 | {START} |\n| 2 | {FILES} |\n",
            [("row", "1", "2")],
        ),
        (f"| Unit |\n|---|\n| {START} |\n| text |\n", [("row", "1", "-")]),
        (f"| Unit |\n|---|\n| {START} |\n| text |\n| text |\n", []),
        (f"| {START} | Unit |\n|---|---|\n| x | y |\n", []),
        # A grid: line by line, or column by column. What is said beside a unit makes none.
        (f"|||\n|---|---|\n| {START} | {FILES} |\n| {NETS} | |\n", [("cell", "1", "2", "3")]),
        (f"|||\n|---|---|\n| {START} | {NETS} |\n| {FILES} | |\n", [("cell", "1", "2", "3")]),
        (f"|||\n|---|---|\n| {START} | {NETS} |\n| {FILES} | x |\n", [("row", "1", "2")]),
        (f"|||\n|---|---|\n| {START} | {FILES} |\n| {FILES} | |\n", [("row", "1", "2")]),
        (
            f"||||\n|---|---|---|\n| {START} | [A](1_start/a_shells/) "
            f"| [B](1_start/b_editors/) |\n| {FILES} | | |\n",
            [("row", "1", "2"), ("cell", "a", "b")],
        ),
        (
            f"| A | Needs |\n|---|---|\n| {START} | {FILES} |\n| {NETS} | |\n",
            [("row", "1", "3")],
        ),
        (
            f"| A | B | C |\n|---|---|---|\n| {START} | {FILES} | {NETS} |\n",
            [("cell", "1", "2", "3")],
        ),
        # Sections.
        (f"# T\n\n## {START}\n\nx\n\n## {FILES}\n\ny\n", [("section", "1", "2")]),
        ("# T\n\n## Files\n\nx\n\n## Networks\n\ny\n", [("section", "2", "3")]),
        (f"# T\n\n## One\n\n{START}\n\n## Two\n\n{FILES}\n", [("section", "1", "2")]),
        (f"# T\n\n## One\n\n{START} {FILES}\n\n## Two\n\n{NETS}\n", [("section", "-", "3")]),
        (f"# T\n\n## Files\n\n{START}\n\n## Two\n\n{NETS}\n", [("section", "2", "3")]),
        (f"# T\n\n## {START}\n", []),
        (f"# T\n\n## {START}\n\n### {FILES}\n", []),
        # Paragraphs.
        (f"{START}\n\nx\n\n{FILES}\n\ny\n", [("block", "1", "2")]),
        (f"{START}\n\nx\n", []),
        (f"{START} {FILES}\n\nx\n\n{NETS}\n", []),
        ("**Files** are good.\n\nx\n\n**Networks** too.\n", [("block", "2", "3")]),
        ("Files\n\nx\n\nNetworks\n", [("block", "2", "3")]),
        ("Files\nare good.\n\nNetworks\n", []),
        # Lines of one paragraph.
        (f"{START}\\\n{FILES}\n", [("line", "1", "2")]),
        (f"{START}  \n{FILES}<br>\n{NETS}\n", [("line", "1", "2", "3")]),
        (f"Text.\n{START}\n{FILES}\n", [("line", "1", "2")]),
        (f"{START}\n{START}\n{FILES}\n", []),
        (f"{START}\nText {FILES}, {NETS}.\n", []),
        (
            '<p>\n<a href="1_start/readme.md">S</a><br>\n<a href="2_files/readme.md">F</a>\n</p>\n',
            [("line", "1", "2")],
        ),
        (
            f'<p>\n<img src="x.png"><a href="1_start/readme.md">S</a>\n<i/>{FILES}\n</p>\n'.replace(
                FILES, '<a href="2_files/readme.md">F</a>'
            ),
            [("line", "1", "2")],
        ),
        # Links on one line.
        (f"{START} | {FILES} | {NETS}\n", [("inline", "1", "2", "3")]),
        (f"{START} | {FILES}\n", []),
        (f"{START} | {FILES} - {NETS}\n", []),
        (f"{START} | {FILES} |\n{NETS}\n", []),
        (f"{START} and {FILES} and {NETS}\n", []),
        (f"Go: {START}, {FILES}, {NETS}.\n", [("inline", "1", "2", "3")]),
    ],
)
def test_units_are_listed_in_any_form(
    text: str, found: list[tuple[str, ...]], tmp_path: Path
) -> None:
    assert listed(tmp_path, text) == found


def test_a_generated_list_is_none_that_somebody_wrote(tmp_path: Path) -> None:
    text = (
        f"<!-- curriculum-index:start -->\n- {START}\n- {FILES}\n<!-- curriculum-index:end -->\n\n"
        f"- {FILES}\n- {NETS}\n"
    )
    assert listed(tmp_path, text) == [("item", "2", "3")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"- {SHELLS}\n- {EDITORS}\n", [("item", "a", "b")]),
        (f"{SHELLS}\\\n{EDITORS}\n", [("line", "a", "b")]),
        (f"- {SHELLS}\n- Next: {EDITORS}\n", []),
        (f"- ← {SHELLS}\n- {EDITORS}\n", []),
        (f"- {SHELLS}\n- Previously: {EDITORS}\n", [("item", "a", "b")]),
        ("[F](../2_files/readme.md)\\\n[N](../3_nets/readme.md)\n", []),
        ("- [F](../2_files/readme.md)\n- [N](../3_nets/readme.md)\n", [("item", "2", "3")]),
    ],
)
def test_what_a_unit_says_of_its_neighbours_is_no_list(
    text: str, found: list[tuple[str, ...]], tmp_path: Path
) -> None:
    assert listed(tmp_path, text, MODULE) == found


def test_links_on_a_line_of_an_entry_are_no_list_of_their_own(tmp_path: Path) -> None:
    line = f"{START} | {FILES} | {NETS}"
    assert listed(tmp_path, f"- {line}\n") == [("item", "1")]
    assert listed(tmp_path, f"- {START}\n\nx\n\n{line}\n") == [
        ("item", "1"),
        ("inline", "1", "2", "3"),
    ]


def test_entries_are_what_is_written_of_a_unit(tmp_path: Path) -> None:
    (items,) = indexes(tmp_path, f"- {START}\n\n  More.\n\n- {FILES}  \n  and more\n\nText.\n")
    assert texts(items) == [f"- {START}\n\n  More.", f"- {FILES}  \n  and more"]
    assert (items.first, items.around is not None) == (items.entries[0].marker, True)
    (rows,) = indexes(tmp_path, f"Text.\n\n| U |\n|---|\n|  {START} |  \n| {FILES} |\n")
    assert texts(rows) == [f"|  {START} |", f"| {FILES} |"]
    assert (rows.first, rows.around) == (rows.entries[0].span, None)
    (sections,) = indexes(
        tmp_path, f"# T\n\n## {START}\n\nx\n\n---\n\n## {FILES}\n\ny\n\n# U\n\nz\n"
    )
    assert texts(sections) == [f"## {START}\n\nx", f"## {FILES}\n\ny"]
    assert sections.span == (sections.entries[0].span.start, sections.entries[1].span.end)
    (lines,) = indexes(tmp_path, f"Text.\n  {START} x <BR > \n{FILES} y \\\n{NETS}\n")
    assert texts(lines) == [f"{START} x", f"{FILES} y", NETS]
    assert lines.span.start == 0
    (inline,) = indexes(tmp_path, f"Go: {START}, {FILES}, {NETS}.\n")
    assert texts(inline) == [START, FILES, NETS]
    assert inline.span == (4, 4 + len(f"{START}, {FILES}, {NETS}"))


def test_a_section_is_about_the_one_unit_that_it_links_to(tmp_path: Path) -> None:
    heading = "## What one needs to know"
    text = f"# T\n\n{heading}\n\nSee [x](y.md) and {START}.\n\n## Then\n\n{FILES}\n"
    (index,) = indexes(tmp_path, text)
    entry = index.entries[0]
    assert (called(entry.place), entry.leads, entry.link) == ("1", True, text.index("[S]"))
    assert entry.line == heading[3:]


def test_a_paragraph_that_begins_with_a_unit_takes_what_follows(tmp_path: Path) -> None:
    text = f"{START}\n\nx\n\n---\n\n{FILES}\n\ny\n\nz\n\n{NETS}\n\nu\n\nv\n\nw\n"
    (blocks,) = indexes(tmp_path, text)
    assert texts(blocks) == [f"{START}\n\nx", f"{FILES}\n\ny\n\nz", f"{NETS}\n\nu\n\nv"]
    assert blocks.span == (0, text.index("\n\nw"))
    (blocks,) = indexes(tmp_path, f"{START}\n\n{FILES}\n\nx\n\n# T\n\n{NETS}\n")
    assert texts(blocks) == [START, FILES]


def test_lettered_lines_are_entries_with_their_letters(tmp_path: Path) -> None:
    text = f"1. {START}\n   a) {FILES}\n      more\n   b) {NETS} x\n\n      Text.\n\n2. x\n"
    items, lettered = indexes(tmp_path, text)
    assert [entry.number for entry in items.entries] == [1, 2]
    assert [entry.place is not None for entry in items.entries] == [True, False]
    assert texts(lettered) == [f"a) {FILES}\n      more", f"b) {NETS} x"]
    assert [text[slice(*entry.marker)] for entry in lettered.entries if entry.marker] == [
        "a)",
        "b)",
    ]
    assert lettered.span == (text.index("a)"), text.index(" x\n") + 2)


def test_an_entry_knows_the_units_it_names_and_links_to(tmp_path: Path) -> None:
    (index,) = indexes(tmp_path, f"3. Files: {START}, {FILES}\n4. x\n")
    entry, other = index.entries
    assert [called(each) for each in entry.linked] == ["1", "2"]
    assert (called(entry.named), called(entry.place), entry.leads) == ("2", "1", True)
    assert (entry.number, entry.has_link, entry.line) == (3, True, f"Files: {START}, {FILES}")
    assert written(index, entry)[entry.link - entry.span.start :].startswith("[S]")
    assert (other.place, other.has_link, other.link) == (None, False, -1)
    assert index.listed == {"a_level/1_start", "a_level/2_files"}
    assert index.holds_groups
    assert index.is_index


def test_an_entry_about_several_units_makes_groups_unless_they_have_entries(tmp_path: Path) -> None:
    (index,) = indexes(tmp_path, f"- {START}, {FILES}\n- {FILES}\n")
    assert not index.holds_groups
    (index,) = indexes(tmp_path, f"- {START}, {START}\n- {FILES}\n")
    assert not index.holds_groups


def test_entries_are_counted_by_what_is_around_their_units(tmp_path: Path) -> None:
    text = (
        "- [S](a_level/1_start)\n- [D](b_level/4_data)\n- [A](a_level/1_start/a_shells)\n"
        "- [F](a_level/2_files)\n- text\n- [B](a_level/1_start/b_editors)\n"
    )
    (index,) = indexes(tmp_path, text, ROOT)
    found = [[called(entry.place) for entry in each.entries] for each in index.series()]
    assert found == [["1", "2"], ["4"], ["a", "b"]]


@pytest.mark.parametrize(
    ("numbers", "claimed"),
    [("1 3", "3"), ("1 2", "2"), ("1 1", "-"), ("1 4", "-"), ("1 9", "-")],
)
def test_a_number_claims_the_module_that_has_it(numbers: str, claimed: str, tmp_path: Path) -> None:
    first, second = numbers.split()
    rows = f"| {first} | [S](a_level/1_start) |\n| {second} | x |\n"
    text = f"| Nr | U |\n|---|---|\n{rows}"
    curriculum = read(tmp_path, {ROOT: text})
    reader = ListingReader(curriculum)
    table = reader.on(curriculum.pages[ROOT])[-1]
    assert called(table.claimed(table.entries[-1], reader.order)) == claimed


@pytest.mark.parametrize(
    ("cell", "number", "marker"),
    [
        ("3", 3, "3"),
        ("**03**", 3, "03"),
        ("_3._", 3, "3"),
        ("`3)`", 3, "3"),
        ("#3", 3, "3"),
        ("Week 3", 3, "3"),
        ("Week #3a", 3, "3a"),
        ("week3", None, ""),
        ("Woche 3.", 3, "3"),
        ("3 x", None, ""),
        ("3.1", None, "3.1"),
        ("#1.2.3a)", None, "1.2.3a"),
        ("1.2345", None, ""),
        ("1234.5", None, ""),
        ("1234567890", None, ""),
        ("the week 3", None, ""),
        ("-3", None, ""),
        ("", None, ""),
    ],
)
def test_a_number_alone_in_its_cell_is_that_of_the_row(
    cell: str, number: int | None, marker: str, tmp_path: Path
) -> None:
    head = "| x | Nr | Unit | y |\n|---|---|---|---|\n"
    (index,) = indexes(tmp_path, f"{head}| x | {cell} | {FILES} | 9 |\n| 7 |\n")
    entry, short = index.entries
    assert (entry.number, called(entry.place)) == (number, "2")
    at = entry.marker
    assert (index.page.document.text[slice(*at)] if at else "") == marker
    assert (short.line, short.place, short.number) == ("", None, None)
    assert short.start == short.span.start


def test_the_column_with_most_units_is_the_one_that_lists_them(tmp_path: Path) -> None:
    head = "| A | B |\n|---|---|\n"
    cases = {
        f"| {START} | {FILES} |\n| {START} | {NETS} |\n": ["2", "3"],
        f"| {START} | {FILES} |\n| {NETS} | {START} |\n": ["1", "3"],
        f"| {START} |\n| {FILES} | {START} |\n": ["1", "2"],
        f"| x | {START} |\n| y | [s](1_start/readme.md) |\n": ["1", "1"],
        "| 1 | Files |\n| 2 | [N](3_nets/readme.md) |\n": ["2", "3"],
    }
    for rows, units in cases.items():
        (index,) = indexes(tmp_path, head + rows)
        assert [called(entry.place) for entry in index.entries] == units, rows


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        # Beside a unit that is named or linked to, others are called nearly so.
        ("- Getting startd\n- Files\n", "1 -"),
        (f"- The {START} x\n- Our network\n", "- 3"),
        ("- Getting startd\n- Getting started\n", "- -"),
        ("- [Getting](x.md) startd\n- Files\n", "- -"),
        # Without one, all have to be, and numbered so.
        ("1. Getting startd\n2. Fils and files\n", "1 2"),
        ("1. Getting startd\n3. Fils and files\n", ""),
        ("1. Getting startd\n2. Something\n", ""),
        ("1. Getting startd\n", ""),
        ("- Getting startd\n- Fils and files\n", ""),
        # Of another level nothing is meant, and of two units that are alike neither.
        ("- Databases here\n- Files\n", "- -"),
        ("- Getting networks\n- Files\n", "- -"),
        # … but for the one whose whole title is there.
        ("- The Getting started networks\n- Files\n", "1 -"),
    ],
)
def test_a_unit_may_be_called_nearly_as_it_is_called(text: str, alike: str, tmp_path: Path) -> None:
    found = indexes(tmp_path, text)
    assert [" ".join(called(e.alike) for e in each.entries) for each in found] == alike.split("|")[
        : bool(alike)
    ]


def test_a_short_list_behind_a_long_one_is_read(tmp_path: Path) -> None:
    start, files = "[S](a_level/1_start)", "[F](a_level/2_files)"
    text = f"- {start}\n- x\n- y\n\nText.\n\n- {start}\n- {files}\n"
    assert listed(tmp_path, text, "notes.md") == [("item", "1", "2")]
    text = text.replace("- y\n", "")
    assert listed(tmp_path, text, "notes.md") == [("item", "1", "-"), ("item", "1", "2")]


def test_the_only_subsection_of_a_module_may_be_named_in_it(tmp_path: Path) -> None:
    write_files(tmp_path, {"a_level/3_nets/a_http/readme.md": "# Web requests\n"})
    path = "a_level/3_nets/readme.md"
    assert listed(tmp_path, "- Requests and web requests\n- Web requests\n", path) == [
        ("item", "-", "a")
    ]


def test_what_is_known_of_an_entry_goes_before_its_words(tmp_path: Path) -> None:
    path = "a_level/readme.md"
    curriculum = read(tmp_path, {path: "- Something\n- Files\n- Networks\n"})
    known = {(path, "Something"): "a_level/3_nets", (path, "Files"): "a_level/9_gone"}
    reader = reader_of(curriculum, known)
    (index,) = reader.on(curriculum.pages[path])
    assert [called(entry.named) for entry in index.entries] == ["3", "-", "3"]
    assert reader_of(curriculum) is reader_of(curriculum) is not reader


def test_a_list_may_name_what_it_lists_a_few_times(tmp_path: Path) -> None:
    """Each of six units eight times: what stands behind is not looked at."""
    (index,) = indexes(tmp_path, "- Files\n" * 24 + "- Getting startd\n" * 24)
    assert [called(entry.place) for entry in index.entries] == ["2"] * 24 + ["1"] * 24
    (index,) = indexes(tmp_path, "- Files\n" * 24 + "- Getting startd\n" * 25)
    assert len(index.entries) == 48
    (index,) = indexes(tmp_path, "- Files\n" * 49)
    assert len(index.entries) == 49


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("- **Editors**\n- Shells & pipes\n", "b a"),
        ("- Editors (vi)\n- Shells and pipes: all\n", "b a"),
        ("- Éditors\n- Shells and pipes\n", "b a"),
        ("- Shells\n- Editors\n", "a b"),
        ("- Files\n- Editors\n", "- b"),
        ("- Getting started\n- Editors\n", "- b"),
    ],
)
def test_a_module_may_name_its_subsections(text: str, units: str, tmp_path: Path) -> None:
    (index,) = indexes(tmp_path, text, MODULE)
    assert " ".join(called(entry.place) for entry in index.entries) == units


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        (ROOT, "- Databases\n- Files\n", [("item", "4", "2")]),
        ("b_level/readme.md", "- Databases\n- Files\n", [("item", "4", "-")]),
        ("a_level/2_files/readme.md", "- Networks\n- Editors\n", []),
        ("notes.md", "- Networks\n- Files\n", []),
        ("notes.md", "- [N](a_level/3_nets)\n- [F](a_level/2_files)\n", [("item", "3", "2")]),
        ("notes.md", "- [N](a_level/3_nets)\n", []),
        ("notes.md", "- [N](a_level/3_nets/#x)\n- [F](a_level/2_files/#y)\n", []),
    ],
)
def test_names_are_looked_for_where_the_unit_may_be_listed(
    path: str, text: str, found: list[tuple[str, ...]], tmp_path: Path
) -> None:
    assert listed(tmp_path, text, path) == found


def test_references_lead_where_their_definitions_do(tmp_path: Path) -> None:
    text = (
        "- [Start][s]\n- [Files][f]\n- [Nets][n]\n\n[s]: 1_start/readme.md\n"
        "[s]: 2_files/readme.md\n[f]: 2_files/readme.md#files\n[n]: 3_nets/\n"
    )
    (index,) = indexes(tmp_path, text)
    assert [(called(e.linked[0]), e.leads) for e in index.entries] == [
        ("1", True),
        ("2", False),
        ("3", True),
    ]


def test_a_link_leads_its_entry_where_little_stands_before_it(tmp_path: Path) -> None:
    text = f"- Module 1: {START}\n- You will read about files in {FILES}\n- {NETS}\n"
    (index,) = indexes(tmp_path, text)
    assert [entry.leads for entry in index.entries] == [True, False, True]


def test_the_units_that_a_page_links_to_are_known_anywhere_on_it(tmp_path: Path) -> None:
    curriculum = read(tmp_path, {"a_level/readme.md": f"Text {START}.\n\n- {NETS}\n\nx [D](#x)\n"})
    reader = ListingReader(curriculum)
    page = curriculum.pages["a_level/readme.md"]
    assert reader.linked_on(page) == {"a_level/1_start", "a_level/3_nets"}
    assert [each.page.path for each in reader.everywhere()] == [page.path]


def test_what_stands_before_the_first_link_of_each_item_is_known(tmp_path: Path) -> None:
    text = f"1. Week {START} {FILES}\n2. [x](y.md) {NETS}\n3. x\n\nText.\n\n- [x](y.md)\n"
    curriculum = read(tmp_path, {"a_level/readme.md": text})
    page = curriculum.pages["a_level/readme.md"]
    leading = ListingReader(curriculum).leading_on(page)
    assert leading == {text.index("[S]"): "Week ", text.index("[x]"): ""}
