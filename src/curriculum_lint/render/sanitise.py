"""HTML that strangers wrote → HTML that can do nothing, with what this program added to it.

The library decides what is safe; what this program adds passes it too. Its classes and data are
attributes whose names hold a digest of the readme: nobody can write a text that holds its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from hashlib import blake2b

from ..text.utf_8 import utf_8, writable

#: What GitHub lets through, without what belongs to forms and to whole pages.
_TAGS = frozenset(
    """
    a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption
    figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section
    small span strike strong sub summary sup table tbody td tfoot th thead time tr tt ul var wbr
    """.split()  # noqa: SIM905
)
#: What goes with everything that is in it.
DROPPED = frozenset(
    """
    script style title textarea xmp iframe noembed noframes noscript plaintext template object
    select svg math
    """.split()  # noqa: SIM905
)
_EVERYWHERE = frozenset({"align", "dir", "id", "lang", "title"})
_ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset({"href", "name"}),
    "abbr": frozenset(),
    "details": frozenset({"open"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "type", "reversed"}),
    "td": frozenset({"colspan", "rowspan", "valign"}),
    "th": frozenset({"colspan", "rowspan", "scope", "valign"}),
    "time": frozenset({"datetime"}),
}
#: The attributes that this program adds.
_OWN = ("class", "data-exercise", "data-diagram", "data-words")
_SCHEMES = frozenset({"http", "https", "mailto"})

#: Decides on the value of an attribute: ``(element, attribute, value)``; ``None`` removes it.
Filter = Callable[[str, str, str], str | None]


class AdditionNames:
    """The names by which additions to one readme are told from what is written in it."""

    def __init__(self, text: str) -> None:
        self._digest = blake2b(utf_8(text), digest_size=12).hexdigest()
        self._kept: list[str] = []

    def attribute(self, name: str) -> str:
        """The name under which an attribute passes the sanitiser."""
        return f"data-{self._digest}-{name}"

    def keep(self, html: str) -> str:
        """A text that stands for ``html``, which is this program's own, until all is safe."""
        self._kept.append(html)
        return f"{self._digest}:{len(self._kept) - 1}:"

    def restore(self, safe: str) -> str:
        """``safe`` with the additions in their places."""
        safe = safe.replace(f" data-{self._digest}-", " ")
        return re.sub(rf"{self._digest}:(\d+):", lambda match: self._kept[int(match[1])], safe)


def sanitised(html: str, mark: AdditionNames, decide: Filter) -> str:
    """``html`` without what could do harm; ``decide`` is asked about links, pictures and names."""
    import nh3

    own = {mark.attribute(name) for name in _OWN}
    attributes = {tag: set(names) for tag, names in _ATTRIBUTES.items()}
    safe = nh3.clean(
        # Names of files need not be UTF-8; the library's texts are.
        writable(html),
        tags=set(_TAGS),
        clean_content_tags=set(DROPPED),
        attributes={**attributes, "*": set(_EVERYWHERE) | own},
        attribute_filter=lambda tag, name, value: _decided(tag, name, value, decide),
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )
    return mark.restore(safe)


_DECIDED: Mapping[str, frozenset[str]] = {
    "href": frozenset({"a"}),
    "src": frozenset({"img"}),
    "name": frozenset({"a"}),
}


def _decided(tag: str, name: str, value: str, decide: Filter) -> str | None:
    if name != "id" and tag not in _DECIDED.get(name, ()):
        return value
    decided = decide(tag, name, value)
    return None if decided is None else writable(decided)
