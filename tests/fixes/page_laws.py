"""What a fix may change of the page that GitHub shows, checked with GitHub's own grammar."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from html import unescape
from urllib.parse import unquote

from curriculum_lint.check.page_change import PageChange
from curriculum_lint.check.rule import Rule
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.text.invisible import find_invisible
from tools.differential.oracle import render

_TAG = re.compile(r"<[^>]*>")
_ADDRESS = re.compile(r'\b(?:href|src|alt|title)="([^"]*)"')
_NUMBER = re.compile(r"\b\d+[a-z]?\b[).:]? ?|\b[a-z]\) ?")
_LIST = re.compile(r"<(/?)[ou]l>")
_ADDED = re.compile(
    r"<(?P<tag>p|h[1-6])>(?:<strong>)?[^<]*:?(?:</strong>)?(?: TODO)?</(?P=tag)> "
    r"(?:<[ou]l> (?:<li>TODO</li> )+</[ou]l>|<p>TODO</p>) ?"
)
#: Not the `x` of a box, and not the number of an item.
_WORD = re.compile(r"[^\W_]{2,}")


def _same(html: str) -> Hashable:
    return html


def _without_addresses(html: str) -> str:
    return _ADDRESS.sub("", html)


def _tags(html: str) -> Hashable:
    return tuple(_TAG.findall(_without_addresses(html)))


def _words(html: str) -> Hashable:
    return tuple(_TAG.sub(" ", html).split())


def _numbers(html: str) -> Hashable:
    return _NUMBER.sub("", _without_addresses(html))


def _list_kinds(html: str) -> Hashable:
    return _LIST.sub("<list>", html)


def _added(html: str) -> Hashable:
    return tuple(part for part in _ADDED.sub("", html).split("\n") if part)


def _marks(html: str) -> Hashable:
    """The words that are shown or that a link leads to, each once.

    "mailto" is GitHub's own, where an address becomes a link by itself.
    """
    shown = " ".join((_TAG.sub(" ", html), *_ADDRESS.findall(html)))
    return frozenset(_WORD.findall(unquote(unescape(shown)))) - {"mailto"}


def _generated(_html: str) -> Hashable:
    return None


_KEPT: dict[PageChange, Callable[[str], Hashable]] = {
    PageChange.NOTHING: _same,
    PageChange.ADDRESSES: _without_addresses,
    PageChange.NUMBERS: _numbers,
    PageChange.WORDS: _tags,
    PageChange.CHARACTERS: _tags,
    PageChange.ELEMENTS: _words,
    PageChange.MARKS: _marks,
    PageChange.LIST_KINDS: _list_kinds,
    PageChange.ADDED: _added,
    PageChange.GENERATED: _generated,
}
#: What may give a heading another anchor: its number, or a word in it.
_RENAMING = frozenset({PageChange.NUMBERS, PageChange.WORDS, PageChange.GENERATED})


def differences(rule: Rule, before: str, after: str) -> list[str]:
    """What a fix of ``rule`` changed of the page, and must not."""
    assert rule.fix_changes is not None, rule.code
    kept = _KEPT[rule.fix_changes]
    old, new = kept(_page(before)), kept(_page(after))
    return [] if old == new else [f"{rule.fix_changes}: {old} became {new}"]


def lost_anchors(rule: Rule, before: str, after: str) -> set[str]:
    """The anchors that a safe fix of ``rule`` took from the page, and must not."""
    if rule.fix_changes in _RENAMING:
        return set()
    return _anchors(before) - _anchors(after)


def seen_text(text: str) -> str:
    """What the page shows of ``text``, without blanks and what cannot be seen."""
    shown = unescape(_TAG.sub("", _page(text)))
    hidden = {match[0] for match in find_invisible(shown)}
    return "".join(char for char in shown if char not in hidden and not char.isspace())


def _page(text: str) -> str:
    html = re.sub(r"<!--.*?-->", "", render(text), flags=re.DOTALL)
    # The white space between blocks, and in an empty one, is no part of what is shown.
    return re.sub(r"\s+", " ", html).replace("<li> </li>", "<li></li>").strip()


def _anchors(text: str) -> set[str]:
    return {anchor.name for anchor in parse_document("page.md", text).anchors}
