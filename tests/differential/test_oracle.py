"""The oracle is GitHub's grammar: what only github.com's extensions do is done."""

from __future__ import annotations

import pytest

from tools.differential.html_tokens import Tag, Text, tokens_of
from tools.differential.oracle import render


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a | b\n--|--\n", "<table>"),
        ("~~gone~~", "<del>"),
        ("https://example.org", '<a href="https://example.org">'),
        ("- [x] done", '<input type="checkbox" checked=""'),
        ("a[^b]\n\n[^b]: c", '<section class="footnotes"'),
        ("<a\nid=x>", "<a\nid=x>"),
        ("a\0b", "a\ufffdb"),
    ],
)
def test_an_extension_is_on(text: str, html: str) -> None:
    assert html in render(text)


def test_elements_say_where_they_are_from() -> None:
    assert render("# a\n\nb\n", places=True) == (
        '<h1 data-sourcepos="1:1-1:3">a</h1>\n<p data-sourcepos="3:1-3:1">b</p>\n'
    )


def test_attributes_are_decoded_as_browsers_do() -> None:
    tokens = list(tokens_of('<A HREF="a&sect=b&copy;&amp;c" href=no>&copy b</a>'))
    assert tokens[0] == Tag("a", False, {"href": "a&sect=b©&c"})
    assert "".join(each.data for each in tokens if isinstance(each, Text)) == "© b"
    assert tokens[-1] == Tag("a", True, {})


def test_the_content_of_scripts_is_text() -> None:
    tags = [each for each in tokens_of("<script>'<a>'</script><b>") if isinstance(each, Tag)]
    assert [each.name for each in tags] == ["script", "script", "b"]
