"""What speaks for a layout, counted; and how much each kind of evidence weighs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..settings.unit_words import UNIT_ABBREVIATIONS, UNIT_WORDS
from ..text.phrases import counted, listed
from ..text.titles import is_shared_by
from ..workspace.read import FileText
from ..workspace.workspace import Workspace
from .runs import Numbering, NumberingStyle

#: Words for what is inside a unit, or beside it.
_NO_UNITS = frozenset(
    [
        *(
            "iteration",
            "exercise",
            "exercises",
            "task",
            "tasks",
            "quiz",
            "quizzes",
            "homework",
            "hw",
        ),
        *("homeworks", "assignment", "assignments", "problem", "problems", "question", "questions"),
        *("example", "examples", "ex", "project", "projects", "solution", "solutions", "demo"),
        *("demos", "figure", "draft", "issue", "sample", "samples", "checkpoint", "challenge"),
        *("challenges", "hint", "answer", "answers", "video", "slide", "slides", "review", "guest"),
        *("example", "starter", "final", "image", "img", "appendix", "bonus", "extra", "kata"),
        *("live", "labs", "lab", "activity", "activities", "practice", "exam", "test", "option"),
    ]
)
#: Folders of what goes with units; slides may be the units themselves.
_BESIDE_UNITS = _NO_UNITS - {"slide", "slides"}
_WORDS = frozenset(UNIT_WORDS) | frozenset(UNIT_ABBREVIATIONS)
_LETTERS = re.compile(r"[^\W\d_]+")
_HEADING = re.compile(r"^(?:#{1,2}[ \t]+|title:[ \t]*)(\S.*)$", re.MULTILINE)
_FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_MOST_TITLES = 80
#: What a folder of exercises weighs, and the share of files from which on it is all there is.
_ONE_KIND = -1.0
_NEARLY_ALL = 0.9

#: What explains fewer files than this is a corner of the course, and loses up to two points.
_FAIR_SHARE = 0.25
_LOSS = 8.0
WEIGHTS = {
    "listed": 3.0,
    "explained": 2.5,
    "numbers": 1.5,
    "texts": 1.5,
    "titles": 0.7,
    "words": 1.0,
    "size": 0.6,
    "depth": 0.6,
}


class Evidence(NamedTuple):
    """What was counted for the ``units`` of one candidate.

    ``listed_in`` names the files that list most of them; ``listed`` counts units that a list for
    the whole course names, ``listed_inside`` those that only a list of their own folder does.
    ``explained`` of ``files`` Markdown files are in units or introduce them.
    """

    units: int
    texts: int
    listed: int
    listed_inside: int
    listed_in: tuple[str, ...]
    explained: int
    files: int
    titled: int
    titles: int
    style: NumberingStyle | None
    word: float
    depth: int
    #: What a candidate gets because another one is its levels, or loses because it is.
    nesting: float = 0.0

    @property
    def shares(self) -> dict[str, float]:
        """Each kind of evidence, from 0 to 1 (a word may count against the candidate)."""
        units = max(self.units, 1)
        explained = self.explained / max(self.files, 1)
        # Where there is nothing but exercises, they are the course.
        is_all = self.word == _ONE_KIND and explained > _NEARLY_ALL
        return {
            "listed": min(1.0, (self.listed + 0.4 * self.listed_inside) / units),
            "explained": explained,
            "numbers": _weigh_style(self.style),
            "texts": self.texts / units,
            "titles": self.titled / max(self.titles, 1),
            "words": self.word / 2 if is_all else self.word,
            "size": min(1.0, units / 8),
            "depth": 1 / (1 + self.depth),
        }

    @property
    def score(self) -> float:
        """How much speaks for the candidate, of 11.4 points."""
        shares = self.shares
        whole = sum(weight * shares[name] for name, weight in WEIGHTS.items()) + self.nesting
        return whole - _LOSS * max(0.0, _FAIR_SHARE - shares["explained"])

    def told(self) -> str:
        """The evidence in one sentence."""
        listed_units = self.listed + self.listed_inside
        parts = [f"{self.texts} of {self.units} have a text"]
        if listed_units and self.listed_in:
            parts.append(f"{listed_units} are listed in {listed(list(self.listed_in[:2]))}")
        elif not listed_units:
            parts.append("no list names them")
        if self.style is not None:
            parts.append(_numbers(self.style))
        parts.append(f"{self.explained} of {counted(self.files, 'Markdown file')} belong to them")
        return "; ".join(parts)


def _numbers(style: NumberingStyle) -> str:
    shown = style.numbering.format(
        first=style.first,
        last=style.last,
        step=style.step,
        key=style.key,
        example=f"{style.first}.1",
    )
    if style.kept >= 1 or style.numbering in (Numbering.STEPS, Numbering.WEIGHTS):
        return shown
    return f"{shown}, with gaps"


def weigh_word(word: str, folders: Iterable[str]) -> float:
    """What the word before the numbers, and the names of the folders around, say: -1.5 to 1."""
    words, around = _LETTERS.findall(word), list(folders)
    inside = sum(bool(_BESIDE_UNITS & set(_LETTERS.findall(each.casefold()))) for each in around)
    if any(each in _NO_UNITS for each in words) and not _WORDS & set(words[-1:]):
        return -1.5
    if 2 * inside > len(around):
        # The exercises and the solutions are two kinds of pages; only the one may be the course.
        return _ONE_KIND if len(around) == 1 else -1.5
    return 1.0 if words and words[-1] in _WORDS else (0.6 if not words else 0.0)


def count_titles(
    workspace: Workspace, texts: Sequence[tuple[str, str, int | None]]
) -> tuple[int, int]:
    """How many units call themselves what their names say, and how many were looked at.

    ``texts`` are their files, with the rest of the name and the number.
    """
    step = max(1, len(texts) // _MOST_TITLES)
    found = [(_title(workspace, path), slug, number) for path, slug, number in texts[::step]]
    titled = [each for each in found if each[0]]
    return sum(_agrees(*each) for each in titled), len(found)


def _agrees(title: str, slug: str, number: int | None) -> bool:
    numbers = [int(each) for each in re.findall(r"\d{1,3}(?!\d)", title)]
    has_words = any(map(str.isalpha, slug))
    return number in numbers or (has_words and is_shared_by(slug, title))


def _title(workspace: Workspace, path: str) -> str:
    read = workspace.read(path)
    if not isinstance(read, FileText):
        return ""
    return next(_titles(_FENCE.sub("", read.text[:20_000])), "")


def _titles(text: str) -> Iterator[str]:
    for match in _HEADING.finditer(text):
        yield match[1].strip(" \t#\"'")


def _weigh_style(style: NumberingStyle | None) -> float:
    """What numbers say: those in front matter order menus as well as lessons."""
    if style is None:
        return 0.2
    return style.kept * (0.3 if style.numbering is Numbering.WEIGHTS else 1.0)
