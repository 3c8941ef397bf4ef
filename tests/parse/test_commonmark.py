"""On the specification's own examples we see what an unmodified CommonMark parser sees."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from curriculum_lint.parse.document import Document, LinkKind
from curriculum_lint.parse.parser import parse_document

from .commonmark_examples import examples
from .parse_laws import check_laws

EXAMPLES = examples()
WRAPPERS = {
    "plain": lambda text: text,
    "quoted": lambda text: re.sub(r"^", "> ", text, flags=re.MULTILINE),
    "in a list": lambda text: "- " + text.replace("\n", "\n  "),
    "in an ordered list in a quote": lambda text: "> 1) " + text.replace("\n", "\n>    "),
    "with CRLF": lambda text: text.replace("\n", "\r\n"),
    "with CR": lambda text: text.replace("\n", "\r"),
}
REFERENCES = {LinkKind.REFERENCE, LinkKind.IMAGE_REFERENCE}
IMAGES = {LinkKind.IMAGE, LinkKind.IMAGE_REFERENCE}
MARKDOWN = {LinkKind.INLINE, LinkKind.AUTOLINK, *REFERENCES, *IMAGES}
TEXT = ("text", "text_special", "code_inline")


class Plain(MarkdownIt):
    """The library's own parser, which leaves destinations as they are written."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url


def spoken(tokens: list[Token]) -> str:
    return "".join(map(_spoken, tokens))


def _spoken(token: Token) -> str:
    if token.type == "image":
        return spoken(token.children or [])
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in TEXT else ""


def seen_by_the_library(text: str) -> dict[str, list]:
    tokens = Plain("commonmark", {"maxNesting": 60}).parse(text)
    seen: dict[str, list] = {"links": [], "headings": [], "code": [], "fences": [], "items": []}
    for at, token in enumerate(tokens):
        if token.type == "inline":
            _add_inline(seen, token.children or [])
        elif token.type == "heading_open":
            children = tokens[at + 1].children or []
            plain = "".join(child.content for child in children if child.type in TEXT)
            seen["headings"].append((int(token.tag[1]), plain.strip()))
        elif token.type == "fence":
            seen["fences"].append(token.info.strip())
        elif token.type == "list_item_open":
            seen["items"].append(int(token.info) if token.info else None)
    return seen


def _add_inline(seen: dict[str, list], children: list[Token]) -> None:
    for at, child in enumerate(children):
        if child.type == "link_open":
            end = next(i for i in range(at, len(children)) if children[i].type == "link_close")
            inside = spoken(children[at + 1 : end]).strip()
            seen["links"].append(("link", child.attrs["href"], inside))
        elif child.type == "image":
            seen["links"].append(("image", child.attrs["src"], spoken([child]).strip()))
        elif child.type == "code_inline":
            seen["code"].append(child.content)


def seen_by_us(document: Document) -> dict[str, list]:
    definitions: dict[str | None, str] = {}
    for link in document.links:
        if link.kind is LinkKind.DEFINITION:
            definitions.setdefault(link.label, link.destination)
    links = [
        (
            "image" if link.kind in IMAGES else "link",
            definitions[link.label] if link.kind in REFERENCES else link.destination,
            link.text,
        )
        for link in document.links
        if link.kind in MARKDOWN
    ]
    items = sorted(
        (item for each in document.lists for item in each.items), key=lambda i: i.span[0]
    )
    return {
        "links": links,
        "headings": [(each.level, each.text) for each in document.headings if not each.html],
        "code": [code_content(document.text[slice(*span)]) for span in document.code_spans],
        "fences": [fence.info for fence in document.fences],
        "items": [item.number for item in items],
    }


def code_content(written: str) -> str:
    ticks = re.match("`+", written)[0]
    content = re.sub(r"(\r\n?|\n)[ >]*", " ", written[len(ticks) : -len(ticks)])
    is_padded = content.startswith(" ") and content.endswith(" ") and content.strip()
    return content[1:-1] if is_padded else content


@pytest.mark.skipif(not EXAMPLES, reason="the examples of the specification could not be fetched")
@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_the_specification_is_read_as_the_library_reads_it(wrapper: str) -> None:
    assert len(EXAMPLES) > 640
    for example in EXAMPLES:
        text = WRAPPERS[wrapper](example)
        document = parse_document("x.md", text)
        check_laws(document)
        assert seen_by_us(document) == seen_by_the_library(text), text
