"""The start tags, end tags and texts of HTML, as html5lib's tokenizer tells them apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from html5lib._tokenizer import HTMLTokenizer
from html5lib.constants import tokenTypes


class Text(NamedTuple):
    """Characters, decoded."""

    data: str


class Tag(NamedTuple):
    """A start or end tag; names are lower-case, values decoded."""

    name: str
    closing: bool
    attributes: dict[str, str]


_TEXTS = frozenset(tokenTypes[name] for name in ("Characters", "SpaceCharacters"))
_STARTS = frozenset(tokenTypes[name] for name in ("StartTag", "EmptyTag"))
_END = tokenTypes["EndTag"]
#: Elements whose content is text: a browser's parser switches the tokenizer over.
_STATES = {
    "script": "scriptDataState",
    "style": "rawtextState",
    "textarea": "rcdataState",
}


def tokens_of(html: str) -> Iterator[Text | Tag]:
    """The tags and texts in order; comments and declarations are left out."""
    tokenizer = HTMLTokenizer(html)
    for token in tokenizer:
        kind = token["type"]
        if kind in _TEXTS:
            yield Text(token["data"])
        elif kind in _STARTS:
            yield Tag(token["name"], False, _attributes(token))
            if state := _STATES.get(token["name"]):
                tokenizer.state = getattr(tokenizer, state)
        elif kind == _END:
            yield Tag(token["name"], True, {})


def _attributes(token: dict[str, Any]) -> dict[str, str]:
    # The first of equal names is the one that counts.
    return dict(token["data"])
