r"""GitHub's heading anchors.

The algorithm is html-pipeline's ``toc_filter.rb``; ``tests/data/github-slugger-fixtures.json``
holds what GitHub itself produced. `\\w` would be wrong: it keeps ``²`` and drops combining marks.
"""

from __future__ import annotations

import unicodedata

#: Characters of category So that Unicode calls alphabetic: circled and squared Latin letters.
_OTHER_ALPHABETIC = (
    range(0x24B6, 0x24EA),
    range(0x1F130, 0x1F14A),
    range(0x1F150, 0x1F16A),
    range(0x1F170, 0x1F18A),
)
_KEPT_CATEGORIES = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})


def _is_kept(char: str) -> bool:
    if char in "- " or unicodedata.category(char) in _KEPT_CATEGORIES:
        return True
    return any(ord(char) in block for block in _OTHER_ALPHABETIC)


def slug(text: str) -> str:
    """The anchor GitHub makes of a heading's text, before duplicates are numbered."""
    lowered = text.lower()
    if lowered.isascii():
        kept = [char for char in lowered if char.isalnum() or char in "-_ "]
    else:
        kept = [char for char in lowered if _is_kept(char)]
    return "".join(kept).replace(" ", "-")


class AnchorNames:
    """Numbers equal slugs within one file, skipping names that are taken."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def take(self, text: str) -> str:
        """The anchor of the next heading of the file, whose text is ``text``."""
        return self.take_slug(slug(text))

    def next(self, base: str) -> str:
        """What `take_slug` would give."""
        name, count = base, self._used.get(base, 0)
        while name in self._used:
            count += 1
            name = f"{base}-{count}"
        return name

    def take_slug(self, base: str) -> str:
        """The same for a heading whose anchor would be ``base`` if it were the only one."""
        name = base
        while name in self._used:
            self._used[base] += 1
            name = f"{base}-{self._used[base]}"
        self._used[name] = 0
        return name


#: GitHub puts it before every id; links work with it and without.
ID_PREFIX = "user-content-"
#: What comes behind it asks the browser to look for a text.
_DIRECTIVE = ":~:"


def fragment_name(fragment: str | None) -> str:
    """The id that a decoded fragment asks for, as it is written."""
    return (fragment or "").partition(_DIRECTIVE)[0]


def anchor_name(fragment: str) -> str:
    """The name of the anchor that a decoded fragment asks for."""
    return fragment_name(fragment).removeprefix(ID_PREFIX)
