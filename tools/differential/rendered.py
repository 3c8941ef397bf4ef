"""What GitHub's page shows of a text: the rendered HTML → `Page`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from curriculum_lint.parse.anchors import AnchorNames
from curriculum_lint.parse.front_matter import front_matter_lines

from .addresses import addresses_of
from .html_tokens import Tag, Text, tokens_of
from .oracle import render
from .page import Page, PageHeading
from .plain_page import PlainPage, squeezed

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LABEL = re.compile(r"\[([A-Za-z0-9][\w .-]{0,30})\]:")
_PROBE = re.compile(r"probe(\d+)")


def rendered_page(text: str) -> Page:
    """What GitHub shows of ``text``.

    Markdown's own facts are read where raw HTML is left out, so that it cannot confuse them.
    """
    text = _without_front_matter(text)
    plain = render(text, places=True, raw=False)
    page = PlainPage(plain).page
    tokens = list(tokens_of(render(text, places=True)))
    page.is_swallowed = not _holds(tokens, tokens_of(plain))
    page.nests_headings = _nest_headings(tokens)
    tags = [token for token in tokens if isinstance(token, Tag) and not token.closing]
    own = Counter(link.destination for link in (*page.links, *page.images))
    shown = Counter(each for tag in tags if not is_of_footnotes(tag) for each in addresses_of(tag))
    page.addresses = list((shown - own).elements())
    page.anchors = [name for tag in tags for name in _names(tag)]
    page.headings = list(_headings(tokens))
    page.definitions = _definitions(text)
    return page


def _without_front_matter(text: str) -> str:
    lines = text.split("\n")
    count = front_matter_lines(lines)
    return "\n".join([""] * count + lines[count:])


def _holds(tokens: Iterable[Tag | Text], plain: Iterable[Tag | Text]) -> bool:
    """Whether all of Markdown's tags are there: raw HTML left open takes some for its own."""
    there = iter([token for token in tokens if isinstance(token, Tag)])
    return all(tag in there for tag in plain if isinstance(tag, Tag))


def _nest_headings(tokens: Iterable[Tag | Text]) -> bool:
    """Whether a heading begins in a heading: browsers disagree on what the outer one holds."""
    is_open = False
    for token in tokens:
        if isinstance(token, Tag) and token.name in _HEADINGS:
            if is_open and not token.closing:
                return True
            is_open = not token.closing
    return False


def is_of_footnotes(tag: Tag) -> bool:
    """Whether it leads to a footnote or back."""
    return not {"data-footnote-ref", "data-footnote-backref"}.isdisjoint(tag.attributes)


def _names(tag: Tag) -> Iterator[str]:
    if tag.name in _HEADINGS or tag.attributes.get("id", "").startswith(("fn-", "fnref-")):
        return
    if name := tag.attributes.get("id"):
        yield name
    if tag.name == "a" and (name := tag.attributes.get("name")):
        yield name


def _headings(tokens: list[Tag | Text]) -> Iterator[PageHeading]:
    names = AnchorNames()
    opened, in_mark = "", False
    parts, own = list[str](), list[str]()
    for token in tokens:
        if isinstance(token, Text):
            parts.append(token.data)
            own += [] if in_mark else [token.data]
        elif token.name == "sup":
            # The number of a footnote is in the anchor, but no part of the title.
            in_mark = token.attributes.get("class") == "footnote-ref"
        elif token.name in _HEADINGS and not token.closing:
            opened, parts, own = token.name, [], []
        elif token.name in _HEADINGS and opened:
            text = "".join(parts).replace("\n", "")
            anchor = names.take(text) if text else ""
            yield PageHeading(int(opened[1]), squeezed("".join(own).replace("\n", "")), anchor)
            opened = ""


def _definitions(text: str) -> dict[str, str | None]:
    """Where each label in ``text`` leads: references are put above it and seen to be links.

    ``None`` for one that only looks as if it were defined.
    """
    labels = sorted({match[1].lower() for match in _LABEL.finditer(text)})
    probes = "".join(f"[probe{at}][{label}]\n\n" for at, label in enumerate(labels))
    found: dict[str, str | None] = dict.fromkeys(labels)
    address = None
    for token in tokens_of(render(probes + text, raw=False)) if labels else ():
        if isinstance(token, Tag):
            address = token.attributes.get("href")
        elif address is not None and (probe := _PROBE.fullmatch(token.data)):
            found[labels[int(probe[1])]] = address
    return found
