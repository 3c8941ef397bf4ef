from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from curriculum_lint.links.destination import DestinationForm, read_destination
from curriculum_lint.links.rewrite import respelt, with_fragment, with_path, written_path
from curriculum_lint.parse.document import Link, LinkKind
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.text.source import Span


def link_to(destination: str) -> Link:
    return Link(LinkKind.INLINE, destination, Span(0, 0), Span(0, 0), "text")


@pytest.mark.parametrize(
    ("destination", "looked_for", "path", "expected"),
    [
        ("../4_x/readme.md", "a/4_x/readme.md", "a/5_x/readme.md", "../5_x/readme.md"),
        ("../4_x/#part", "a/4_x", "a/5_x", "../5_x/#part"),
        ("../4_x", "a/4_x", "a/5_x", "../5_x"),
        ("./n.md?plain=1#L3", "a/1_y/n.md", "a/1_y/m.md", "./m.md?plain=1#L3"),
        ("n.md", "a/1_y/n.md", "a/1_y/s t.md", "s%20t.md"),
        ("n o.md#x", "a/1_y/n o.md", "a/1_y/s t.md", "s t.md#x"),
        ("n%20o.md", "a/1_y/n o.md", "a/1_y/é t.md", "%C3%A9%20t.md"),
        ("n.md", "a/1_y/n.md", "a/1_y/é.md", "é.md"),
        ("n.md", "a/1_y/n.md", "a/1_y/100%#?.md", "100%25%23%3F.md"),
        ("n.md", "a/1_y/n.md", "a/1_y/b(1).md", "b(1).md"),
        ("n.md", "a/1_y/n.md", "a/1_y/b).md", "b%29.md"),
        ("n.md", "a/1_y/n.md", "a/1_y/b|c.md", "b%7Cc.md"),
        ("n.md", "a/1_y/n.md", "a/1_y/c:d.md", "./c:d.md"),
        ("n.md", "a/1_y/n.md", "a/1_y/\udcff.md", "%FF.md"),
        ("n.md", "a/1_y/n.md", "readme.md", "../../readme.md"),
        ("/a/4_x/", "a/4_x", "a/5_x", "/a/5_x/"),
        ("/part/a/4_x", "a/4_x", "a/5_x", "/part/a/5_x"),
        ("../n", "a/n", "a/1_y", "./"),
        ("/a/4_x", "a/4_x", ".", "/"),
        ("/part/a/4_x/", "a/4_x", ".", "/part/"),
        ("/part/", ".", "a/4_x", "/part/a/4_x/"),
        ("/", ".", "a/4_x", "/a/4_x/"),
        ("./", "a/1_y", "a/1_y/m.md", "./m.md"),
        ("../n", "a/n", "a/m", "../m"),
        ("./../n", "a/n", "a/m", "../m"),
    ],
)
def test_a_new_path_is_written_as_the_author_writes(
    destination: str, looked_for: str, path: str, expected: str
) -> None:
    link = link_to(destination)
    assert with_path(link, "a/1_y/readme.md", path, looked_for, folder="." not in path) == expected


@pytest.mark.parametrize(
    ("destination", "actual", "expected"),
    [
        ("Docs/setup.md#x", "docs/Setup.md", "docs/Setup.md#x"),
        ("./DOCS/", "docs", "./docs/"),
        ("/DOCS/x.md?plain=1", "docs/x.md", "/docs/x.md?plain=1"),
        ("../A/../B/x.md", "b/x.md", "../A/../b/x.md"),
        ("A%20B.md", "a b.md", "a%20b.md"),
        ("A B.md", "a b.md", "a b.md"),
        ("DOCS/%FF.md", "docs/\udcff.md", "docs/%FF.md"),
        ("DOCS/.//X.md", "docs/x.md", "docs/.//x.md"),
        ("/Part/DOCS/x.md", "docs/x.md", "/Part/docs/x.md"),
        ("./", ".", "./"),
        ("../DOCS/../x.md", "x.md", "../DOCS/../x.md"),
    ],
)
def test_only_the_spelling_changes(destination: str, actual: str, expected: str) -> None:
    assert respelt(link_to(destination), actual) == expected


@pytest.mark.parametrize(
    ("destination", "anchor", "expected"),
    [
        ("#3-title", "4-title", "#4-title"),
        ("a.md?plain=1#x", "y", "a.md?plain=1#y"),
        ("#user-content-x", "y", "#user-content-y"),
        ("#caf%C3%A9", "thé", "#th%C3%A9"),
        ("#café", "thé", "#thé"),
        ("a b.md#x", "y", "a b.md#y"),
        ("a%20b.md#x", "y", "a%20b.md#y"),
        ("#x", "a(b", "#a%28b"),
        ("#x", "100%", "#100%25"),
    ],
)
def test_a_new_fragment_leaves_the_path_alone(destination: str, anchor: str, expected: str) -> None:
    assert with_fragment(link_to(destination), anchor) == expected


names = st.text(
    st.characters(codec="utf-8", exclude_characters="/\x00", exclude_categories=("Cs",)), min_size=1
).filter(lambda name: name not in (".", ".."))
paths = (
    st.lists(names, min_size=1, max_size=3)
    .map("/".join)
    # Nothing leads to such a name: its brackets say that a template fills something in.
    .filter(lambda path: read_destination(path).form is not DestinationForm.TEMPLATE)
)


@pytest.mark.parametrize(
    "form",
    [
        *("[x]({})", "[x](<{}>)", "[x]: {}", '<a href="{}">', "<img src='{}'>"),
        *("<img srcset='{} 2x, z'>", "<img srcset='{}'>", '<p style="--x: url({})">'),
        *("<p style=\"--x: url('{}')\">", '<video poster="{}">', '<object data="{}">'),
    ],
)
@given(path=paths)
@example(path="a&copy.md")
@example(path="a&copy;.md")
@example(path="a&sect=b&region")
@example(path="&#38;")
@example(path=",a,")
@example(path="  a ")
@example(path="a b  ")
@example(path="(a")
@example(path="a)(b")
@example(path="a(b)")
@example(path="`a`\\b|c^d{e}[f]")
@example(path="\x7f\x01\u200b\u00a0")
@example(path="⚠\ufe0f")
@example(path="100%?#.md")
@example(path="a:b")
def test_what_is_written_leads_to_the_path(form: str, path: str) -> None:
    before = "a b.md" if "<{}>" in form else "n.md"
    link = parse_document("readme.md", form.format(before) + "\n").links[0]
    written = with_path(link, "readme.md", path, before, folder=False)
    document = parse_document("readme.md", form.format(written) + "\n")
    destination = read_destination(document.links[0].destination)
    assert destination.path.removeprefix("./") == path


@given(path=paths)
def test_what_is_written_fits_into_a_table(path: str) -> None:
    written = with_path(link_to("n.md"), "readme.md", path, "n.md", folder=False)
    document = parse_document("readme.md", f"| a | b |\n|---|---|\n| [x]({written}) | y |\n")
    assert read_destination(document.links[0].destination).path.removeprefix("./") == path


@pytest.mark.parametrize(
    ("path", "enclosed", "written"),
    [
        ("a/b.md", False, "a/b.md"),
        ("a b.md", False, "a%20b.md"),
        ("a b.md", True, "a b.md"),
        ("100%?#.md", False, "100%25%3F%23.md"),
        ("100%?#.md", True, "100%25%3F%23.md"),
        ("a(b).md", False, "a%28b%29.md"),
        ("a(b).md", True, "a(b).md"),
        ("a<b>[c].md", False, "a%3Cb%3E%5Bc%5D.md"),
    ],
)
def test_a_path_is_written_as_it_can_stand_there(path: str, enclosed: bool, written: str) -> None:
    assert written_path(path, enclosed=enclosed) == written
