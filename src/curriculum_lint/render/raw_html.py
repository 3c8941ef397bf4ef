"""HTML in a readme, before it is made safe: what would swallow what follows is shown as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape, unescape

from markdown_it.token import Token

from .sanitise import DROPPED

#: What GitHub shows as text wherever it stands in a sentence: "the <title> of a page".
_SHOWN = frozenset(
    "title textarea style xmp iframe noembed noframes script plaintext".split()  # noqa: SIM905
)
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>{'|'.join(sorted(DROPPED))})(?=[\s/>])", re.IGNORECASE)
_IFRAME = re.compile(r"<iframe\b([^<>]*)>[^<]*</iframe\s*>", re.IGNORECASE)
_SOURCE = re.compile(r"""\bsrc\s*=\s*(?:"(https?://[^"]*)"|'(https?://[^']*)')""", re.IGNORECASE)
_TITLE = re.compile(r"""\btitle\s*=\s*(?:"([^"]+)"|'([^']+)')""", re.IGNORECASE)


def with_readable_html(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens; elements that are dropped with all that is in them end where they should."""
    for token in tokens:
        if token.type == "html_block":
            text = _IFRAME.sub(_linked, token.content)
            token.content = _escaped(text, _last_ends([text]), frozenset())
        else:
            _guard(token.children or ())
        yield token


def _guard(children: Sequence[Token]) -> None:
    pieces = [each for each in children if each.type == "html_inline"]
    ends = _last_ends(each.content for each in pieces)
    for place, each in enumerate(pieces):
        still = {name for name, last in ends.items() if last[0] > place}
        each.content = _escaped(each.content, dict.fromkeys(still, (0, 1)), _SHOWN)


def _last_ends(texts: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Where each element ends for the last time: the text, and the place in it."""
    found: dict[str, tuple[int, int]] = {}
    for number, text in enumerate(texts):
        for tag in _TAG.finditer(text):
            if tag["end"]:
                found[tag["name"].lower()] = (number, tag.start())
    return found


def _escaped(text: str, ends: dict[str, tuple[int, int]], shown: frozenset[str]) -> str:
    def written(tag: re.Match[str]) -> str:
        name = tag["name"].lower()
        is_closed = bool(tag["end"]) or ends.get(name, (0, -1))[1] > tag.start()
        return tag[0] if is_closed and name not in shown else f"&lt;{tag[0][1:]}"

    return _TAG.sub(written, text)


def _linked(frame: re.Match[str]) -> str:
    """A link to what a frame shows: a page that loads nothing cannot show it."""
    source = _SOURCE.search(frame[1])
    if source is None:
        return ""
    address = escape(unescape(source[1] or source[2]))
    title = _TITLE.search(frame[1])
    words = escape(unescape(title[1] or title[2])) if title else address
    return f'<p><a href="{address}">{words}</a></p>'
