"""Name templates such as ``{number:02}_{slug}``: one template both reads and writes names.

Placeholders: ``{number}`` and ``{part}`` (digits; ``{number:02}`` is padded to two), ``{letter}``,
``{slug}`` (lower-case words joined by ``-``, ``_`` or ``.``), ``{track}`` (one such word) and
``{name}`` (anything). A template that ends in a file suffix such as ``.md`` names files. Where no
hyphen follows ``{number}``, it may be a range: ``32-33.projects``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..text.late_pattern import late_pattern
from ..workspace.tree import MARKDOWN_SUFFIXES

_FIELD = re.compile(r"\{(number|part|letter|slug|track|name)(?::0(\d))?\}")
_JOINED = late_pattern(r"([-_.])\{slug\}")
#: A loose reading of any name: an optional word, a number, an optional letter, and the rest.
#: `3rd-party`, `3d-models`, the version `7.0_notes` and the date `2021-04_news` begin with no
#: number of a unit.
_LOOSE = late_pattern(
    r"(?P<word>[^\W\d_]*?)[\s_.-]*(?P<number>\d{1,9})(?!\d)(?!(?:st|nd|rd|th|d)(?![^\W_]))"
    r"(?!\.\d+(?![^\W_]))(?<!(?:19|20)\d\d(?=[-_.](?:0[1-9]|1[0-2])(?!\d)))(?P<rest>.*)",
    re.DOTALL | re.IGNORECASE,
)
#: The end of a range, and how many numbers one may have.
_UNTIL = r"(?:-(?P<until>\d{1,9}))?"
_LONGEST_RANGE = 100
_LOOSE_LETTER = late_pattern(r"(?P<letter>[A-Za-z])(?:[\s_.)-]+)(?P<rest>.*)", re.DOTALL)


class NameParts(NamedTuple):
    """What a folder's or file's name says. ``number`` is ``None`` where the template has none."""

    number: int | None = None
    letter: str | None = None
    part: int | None = None
    track: str = ""
    slug: str = ""
    #: How many numbers follow ``number`` in a range: 1 for ``32-33``.
    more: int = 0
    #: Which of the template's forms the name has: 0 is the template itself.
    form: int = 0


@dataclass(frozen=True)
class Template:
    """One template, as it is written in the configuration.

    ``others`` are further templates, which names may have as well. New names have the first form.
    """

    text: str
    others: tuple[str, ...] = ()

    @cached_property
    def forms(self) -> tuple[Template, ...]:
        """The template itself, and the others."""
        return (self, *map(Template, self.others))

    @cached_property
    def fields(self) -> frozenset[str]:
        """The placeholders that its forms hold."""
        texts = " ".join((self.text, *self.others))
        return frozenset(match[1] for match in _FIELD.finditer(texts))

    @cached_property
    def is_file(self) -> bool:
        """Whether it names files rather than folders."""
        return self.text.lower().endswith(MARKDOWN_SUFFIXES)

    @cached_property
    def _strict(self) -> re.Pattern[str]:
        return re.compile(self._pattern(), re.DOTALL)

    def _pattern(self) -> str:
        parts: list[str] = []
        at = 0
        seen: set[str] = set()
        for match in _FIELD.finditer(self.text):
            parts.append(re.escape(self.text[at : match.start()]))
            parts.append(_field_pattern(match[1], match[2], repeated=match[1] in seen))
            if match[1] == "number" and "number" not in seen and self._may_be_range(match.end()):
                parts.append(_UNTIL)
            seen.add(match[1])
            at = match.end()
        return "".join(parts) + re.escape(self.text[at:]) + r"\Z"

    def _may_be_range(self, end: int) -> bool:
        """Whether a hyphen behind the number at ``end`` can mean nothing else."""
        return self.text[end : end + 1] not in ("-", "{")

    def read(self, name: str, *, is_file: bool | None = None) -> NameParts | None:
        """What ``name`` says, if it has one of the forms; only one for files, or for folders."""
        for at, form in enumerate(self.forms):
            if is_file in (None, form.is_file) and (found := form._read(name)) is not None:
                return found._replace(form=at)
        return None

    def _read(self, name: str) -> NameParts | None:
        match = self._strict.match(name)
        if match is None:
            return None
        found = match.groupdict()
        number = int(found["number"]) if found.get("number") else None
        more = int(found["until"]) - (number or 0) if found.get("until") else 0
        if found.get("until") and not 0 < more < _LONGEST_RANGE:
            return None
        part = int(found["part"]) if found.get("part") else None
        slug = found.get("slug") or found.get("name") or ""
        return NameParts(number, found.get("letter"), part, found.get("track") or "", slug, more)

    def write(self, name: NameParts) -> str:
        """The name that says ``name``, in the form that it has."""

        def value(match: re.Match[str]) -> str:
            if match[1] in ("number", "part"):
                number = (name.number if match[1] == "number" else name.part) or 0
                is_range = match[1] == "number" and name.more
                numbers = (number, number + name.more) if is_range else (number,)
                return "-".join(str(each).zfill(int(match[2] or 1)) for each in numbers)
            return {"letter": name.letter or "", "track": name.track}.get(match[1], name.slug)

        return _FIELD.sub(value, self.forms[name.form].text)

    @cached_property
    def lead(self) -> str:
        """The literal text before the first placeholder: ``week`` in ``week{number}``."""
        match = _FIELD.search(self.text)
        return self.text[: match.start()] if match else self.text

    def guess(self, name: str, *, is_file: bool | None = None) -> NameParts | None:
        """What a name of none of the forms seems to mean, if it seems a unit's.

        That takes a number (or a letter, where the template has only a letter) in the place
        where the template has it.
        """
        for at, form in enumerate(self.forms):
            if is_file in (None, form.is_file) and (found := form._guess(name)) is not None:
                return found._replace(form=at)
        return None

    def _guess(self, name: str) -> NameParts | None:
        if "number" in self.fields and "letter" not in self.fields:
            match = _LOOSE.match(name)
            if match is None or match["word"].casefold() != _word(self.lead):
                return None
            return NameParts(number=int(match["number"]), slug=slugify(match["rest"], self.joint))
        match = _LOOSE_LETTER.match(name)
        if match is None or "number" in self.fields:
            return None
        return NameParts(letter=match["letter"].lower(), slug=slugify(match["rest"], self.joint))

    @cached_property
    def joint(self) -> str:
        """The character that joins words: the one before ``{slug}`` in the template."""
        match = _JOINED.search(self.text)
        return match[1] if match else "_"


def slugify(text: str, joint: str = "_") -> str:
    """``text`` as lower-case words joined by ``joint``."""
    spaced = re.sub(r"(?<=[a-z\d])(?=[A-Z])", " ", text)
    return joint.join(re.findall(r"[^\W_]+", spaced.casefold()))


def _word(lead: str) -> str:
    """The letters of a template's leading text."""
    return re.sub(r"[\s_.-]+$", "", lead).casefold()


def _field_pattern(field: str, width: str | None, *, repeated: bool) -> str:
    if repeated:
        return f"(?P={field})"
    if field in ("number", "part"):
        return f"(?P<{field}>{_digits(int(width or 1))})"
    return {
        "letter": "(?P<letter>[a-z])",
        "slug": "(?P<slug>[^\\W_A-Z]+(?:[-_.][^\\W_A-Z]+)*)",
        "track": "(?P<track>[^\\W\\d_A-Z][^\\W_A-Z]*)",
        "name": "(?P<name>.+)",
    }[field]


def _digits(width: int) -> str:
    """Digits padded to ``width``: shorter numbers begin with zeros, longer ones do not."""
    if width < 2:
        return r"(?:0|[1-9]\d{0,8})"
    return rf"(?:\d{{{width}}}|[1-9]\d{{{width},8}})"
