"""Names with numbers, taken apart: ``week3``, ``06-core-01``, ``part5c.md``, ``1.2 Roles.md``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..model.template import Template
from ..settings.unit_words import UNIT_COUNTERS

#: What counts things in Chinese, Japanese and Korean stands behind the number.
_COUNTERS = ("주차", *UNIT_COUNTERS)
_COUNTER = "|".join(_COUNTERS)
_NAME = re.compile(
    r"(?P<lead>\D{0,60}?)(?P<number>\d{1,3})(?!\d)"
    rf"(?P<joint>(?:{_COUNTER})?(?:[\s_.:)|–—-]*|(?=\()))(?P<rest>.*)",
    re.DOTALL,
)
#: A second number behind the first: ``1.2 Roles``, ``01_02.md``, ``S01E02``, ``Unit 1 Lesson 2``.
_SECOND = re.compile(
    r"(?P<word>(?:[^\W\d_]{1,12}[\s_.-]{0,3})?)(?P<part>\d{1,3})(?![\d)])"
    r"(?P<joint>[\s_.:)|–—-]*)(?P<rest>.*)",
    re.DOTALL,
)
#: What stands around the second number.
_ROUND = ("word", "joint")
_PART = re.compile(r"[^\W\d_A-Z][^\W_A-Z]*?(?P<joint>[_.-]+)(?P<part>\d{1,3})(?:[_.-]+\D.*)?")
_LETTER = re.compile(r"(?P<letter>[a-z])(?P<joint>[\s_.)-]+)\S.*")
_SUFFIX = re.compile(r"\.(?:md|markdown|mdx)\Z", re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}[-_.](?:19|20)\d\d(?!\d)|(?:19|20)\d\d(?:[-_.]\d|\Z)")
#: Names such as ``v2``, and those of other things that carry numbers.
_NO_LEAD = frozenset({"v", "ver", "version", "release", "rc", "py", "python", "es", "http", "utf"})
#: How many of the names a pattern must fit to be taken.
_MOST = 0.9


class NameShape(NamedTuple):
    """What names of one kind have in common: the text before the number, and what follows it."""

    lead: str
    joint: str
    suffix: str


class NumberedName(NamedTuple):
    """One name: ``number`` as written, ``rest`` what follows it and the joint."""

    text: str
    shape: NameShape
    number: str
    rest: str

    @property
    def is_lettered(self) -> bool:
        """Whether a letter follows the number at once: ``part5c``."""
        return not self.shape.joint and len(self.rest) == 1

    @property
    def word(self) -> str:
        """The text before the number as it is compared."""
        return self.shape.lead.casefold().strip(" _.-#:(")

    @property
    def second(self) -> int | None:
        """The number that follows the first: 2 of ``1.2 Roles``."""
        found = _SECOND.fullmatch(self.rest)
        is_one = found is not None and (found["word"] or self.shape.joint.strip())
        return int(found["part"]) if found and is_one else None


def read_name(text: str, *, is_file: bool) -> NumberedName | None:
    """The parts of a folder's or Markdown file's name; ``None`` where it has no number of a unit.

    `v2`, `3rd-party`, `2024` and `05-2021` have none. Names with invisible characters are passed
    over.
    """
    suffix = _SUFFIX.search(text) if is_file else None
    if not text.isprintable() or (is_file and suffix is None):
        return None
    match = _NAME.fullmatch(text[: suffix.start()] if suffix else text)
    if match is None or _DATE.search(text):
        return None
    shape = NameShape(match["lead"], match["joint"], suffix[0] if suffix else "")
    name = NumberedName(text, shape, match["number"], match["rest"])
    is_lettered = is_file and name.is_lettered and "a" <= name.rest <= "z"
    is_whole = _is_whole(name) or is_lettered or (not shape.joint and name.second is not None)
    return name if is_whole and name.word not in _NO_LEAD else None


def _is_whole(name: NumberedName) -> bool:
    """Whether the number ends where it seems to: not in `3rd`, and nothing hangs behind it."""
    joint = name.shape.joint
    if bool(name.rest) == bool(joint) or name.rest.startswith("("):
        return True
    return joint.startswith(_COUNTERS) or (joint == ")" and "(" in name.shape.lead)


def module_template(
    names: Sequence[NumberedName], *, compound: bool = False, repeated: bool = True
) -> str:
    """The template that names of one shape follow. ``compound`` ones have a second number.

    Where numbers are ``repeated`` in one folder, words and numbers behind them may tell parts.
    """
    shape = _usual([name.shape for name in names])
    number = _placeholder("number", [name.number for name in names])
    start, end = f"{shape.lead}{number}", shape.suffix
    if not shape.joint and not compound:
        # Where every number has a letter, the letter tells parts of one number apart.
        return start + ("{track}" if all(name.is_lettered for name in names) else "") + end
    start += shape.joint
    texts = [name.text for name in names]
    more = _compound(names) if compound else _with_parts(names) if repeated else []
    rests = [*more, "{slug}"]
    if all(not name.rest for name in names):
        rests = [""]
    for rest in rests:
        if coverage(start + rest + end, texts) >= _MOST:
            return start + rest + end
    return f"{start}{{name}}{end}"


def lettered_template(names: Iterable[NumberedName]) -> str | None:
    """The template of files such as ``part5c.md`` beside ``part5.md``."""
    names = list(names)
    lettered = [name for name in names if name.is_lettered]
    if not lettered or len(lettered) == len(names):
        return None
    shape, number = names[0].shape, _placeholder("number", [name.number for name in names])
    return f"{shape.lead}{number}{{letter}}{shape.suffix}"


def subsection_template(names: Iterable[str]) -> str | None:
    """The template of lettered folders inside modules, if one of them is an ``a``."""
    found = [(text, m) for text in names if text.isprintable() and (m := _LETTER.fullmatch(text))]
    if not any(match["letter"] == "a" for _, match in found):
        return None
    joint = Counter(match["joint"] for _, match in found).most_common(1)[0][0]
    template = f"{{letter}}{joint}{{slug}}"
    texts = [text for text, match in found if match["joint"] == joint]
    return template if coverage(template, texts) >= _MOST else f"{{letter}}{joint}{{name}}"


def coverage(template: str, texts: Sequence[str]) -> float:
    """The share of ``texts`` that follow ``template``."""
    read = Template(template).read
    return sum(read(text) is not None for text in texts) / max(len(texts), 1)


def _usual(shapes: Sequence[NameShape]) -> NameShape:
    return Counter(shapes).most_common(1)[0][0]


def _compound(names: Sequence[NumberedName]) -> list[str]:
    """What follows the first number where a second one does, and words behind it."""
    found = [match for name in names if (match := _SECOND.fullmatch(name.rest))]
    part = _placeholder("part", [match["part"] for match in found])
    word, joint = (Counter(match[each] for match in found).most_common(1)[0][0] for each in _ROUND)
    rests = ("",) if not any(match["rest"] for match in found) else ("{slug}", "{name}")
    return [f"{word}{part}{joint}{rest}" for rest in rests]


def _with_parts(names: Sequence[NumberedName]) -> list[str]:
    """What follows the number in ``06-core-01``, where several names have one number."""
    found = [match for name in names if (match := _PART.fullmatch(name.rest))]
    if len({int(name.number) for name in names}) == len(names) or not found:
        return []
    joint = Counter(match["joint"] for match in found).most_common(1)[0][0]
    start = f"{{track}}{joint}{_placeholder('part', [match['part'] for match in found])}"
    return [start, f"{start}{joint}{{slug}}"]


def _placeholder(field: str, numbers: Iterable[str]) -> str:
    """``{number}``, or ``{number:02}`` where numbers are written with zeros before them."""
    width = max((len(each) for each in numbers if each.startswith("0")), default=1)
    return f"{{{field}:0{width}}}" if width > 1 else f"{{{field}}}"
