"""HTML in readmes: what is dropped takes nothing along that follows it."""

from __future__ import annotations

import pytest

from tests.page.test_render import written

ELEMENTS = (
    *("title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext"),
    *("noscript", "template", "object", "select", "svg", "math"),
)


@pytest.mark.parametrize("name", ELEMENTS)
@pytest.mark.parametrize("form", ["Use the <{}> element.", "<{}>", "<{} a='b'>\n\ntext", "- <{}>"])
def test_what_follows_an_element_without_an_end_is_there(name: str, form: str) -> None:
    if form.startswith("<") and name in ("script", "style", "textarea"):
        return  # A block of these goes on to its end, as on GitHub.
    read = written(f"# One\n\n{form.format(name)}\n\nStill **here**.\n")
    assert "here" in {each.text for each in read.all("strong")}


@pytest.mark.parametrize("name", ["title", "script", "style", "iframe"])
def test_an_element_that_a_sentence_speaks_of_is_text(name: str) -> None:
    read = written(f"# One\n\nThe <{name}>x</{name}> of a page.\n")
    assert f"The <{name}>x</{name}> of a page." in read.texts()


@pytest.mark.parametrize("name", ["script", "style", "svg", "title"])
def test_a_block_that_has_its_end_is_left_out(name: str) -> None:
    read = written(f"# One\n\n<{name}>\nsecret\n</{name}>\n\nStill here.\n")
    assert "Still here." in read.texts()
    assert not [each for each in read.elements if "secret" in each.text]


def test_a_frame_is_a_link_to_what_it_shows() -> None:
    frame = '<iframe width="5" src="https://example.org/v?a=1&amp;b=2" title="A talk"></iframe>'
    read = written(f"# One\n\n{frame}\n")
    [link] = [each for each in read.all("a") if each.text == "A talk"]
    assert link.attributes["href"] == "https://example.org/v?a=1&b=2"


def test_a_frame_of_something_else_is_none() -> None:
    read = written('# One\n\n<iframe src="javascript:alert(1)">x</iframe>\n\nStill here.\n')
    assert "Still here." in read.texts()
    assert not [each for each in read.values("href") if "javascript" in each]
