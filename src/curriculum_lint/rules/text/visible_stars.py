"""CL608 visible-stars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...parse.document import Block, BlockKind, Document
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.source import Span
from ...text.strong_stars import Stars, is_punctuation, paired_stars
from .._plain_text import hides_stars, plain_text, safety_at
from ..wording import excerpt

_OPENING = "“‘«‹„「『（《〈【〔([{\"'"
_CLOSING = "”’»›“」』）》〉】〕)]}\"'"
_ENDING = ":：.。!！?？;；、，…%"
#: Text that nobody calculates with: words, blanks and the signs of sentences.
_WORDS = late_pattern(r"[^\W\d_]{2}[^+*/=^<>\\|{}]*")
_CELL = late_pattern(r"[^|\r\n]+")
#: A quotation or a parenthesis at the end: without its begin, its end would stand alone outside.
_GROUP = late_pattern(rf"[{re.escape(_OPENING)}][^{re.escape(_OPENING)}]*[{re.escape(_CLOSING)}]\Z")
#: The begin of an entity, whose semicolon ends no sentence.
_ENTITY = late_pattern(r"&#?\w+\Z")
#: Letters of Chinese, Japanese and Korean, which stand right beside each other.
_UNSPACED = late_pattern(r"[\u3005\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
#: Strong texts that begin and end at a blank or around words, and nothing else with stars.
_BEGIN = r"(?:(?<!\S)\*\*(?=[^\s*])|(?<=\()\*\*(?=[^\W_]))"
_END = r"(?:(?<=[^\s*])\*\*(?!\S)|(?<=[^\W_])\*\*(?!\w))"
_ALL_READ = late_pattern(rf"[^*]*(?:{_BEGIN}[^*]*{_END}[^*]*)*")
_PAIR = 2

#: Code and links that may hold stars, and what may be an escaped parenthesis before some.
_MAY_HIDE = late_pattern(r"\\|`[^`]*\*[^`]*`|\[[^\]]*\*")
_KINDS = (BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.HEADING)


class _Text(NamedTuple):
    """A part of the document that is a paragraph by itself to emphasis."""

    start: int
    written: str
    plain: str


class _Strong(NamedTuple):
    """What stands between two runs of stars, and what of it is plain."""

    written: str
    plain: str


class _Repair(NamedTuple):
    """What stands at ``span`` of a text, and how it should be written."""

    span: Span
    meant: str


class VisibleStars(DocumentRule):
    """Strong text begins and ends at a word: stars beside a blank, or between a punctuation mark
    and a letter, are shown as they are. Texts in Chinese and Japanese meet this most, since no
    blank stands behind their punctuation.
    """

    code = "CL608"
    name = "visible-stars"
    summary = "`**bold **` or `**bold:**text`: strong text whose asterisks are shown"
    severity = Severity.WARNING
    fix_changes = PageChange.MARKS
    limits = (
        "Only pairs of `**` around words of one line. A star between two blanks is an operator, "
        "but where a line begins; names such as `**args` are fine. Text about Markdown is not "
        "looked at."
    )
    good = (Example("# Notes\n\n**Bold:** text. 2 ** 3 and 4 ** 5. Pass **args and **kwargs.\n"),)
    bad = (
        Example(
            "# Notes\n\nIt is **vital ** here.\n\n**注意：**这是重点。请**“点击”**按钮。\n",
            finds=("3:7 CL608", "5:1 CL608", "5:14 CL608"),
            fixed="# Notes\n\nIt is **vital** here.\n\n**注意**：这是重点。请“**点击**”按钮。\n",
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look for stars that make nothing strong, in pairs around words."""
        document = page.document
        if "**" not in document.text:
            return
        is_certain = not hides_stars(document)
        if is_certain and not any(_may_show(document, block) for block in document.blocks):
            return
        for part in _texts(page.document):
            if part.plain.count("**") >= _PAIR:
                yield from _look(page, part)


def _may_show(document: Document, block: Block) -> bool:
    """Whether stars of a block may be shown: a quick look, without crossing anything out."""
    if block.kind not in _KINDS or document.text.count("**", *block.span) < _PAIR:
        return False
    written = document.text[slice(*block.span)]
    is_table = block.kind is BlockKind.TABLE
    return is_table or not _ALL_READ.fullmatch(written) or _MAY_HIDE.search(written) is not None


def _texts(document: Document) -> Iterator[_Text]:
    plain = plain_text(document, *_KINDS)
    for block in document.blocks:
        start, end = block.span
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            yield _Text(start, document.text[start:end], plain[start:end])
        elif block.kind is BlockKind.TABLE:
            for cell in _CELL.finditer(plain, start, end):
                yield _Text(cell.start(), document.text[slice(*cell.span())], cell[0])


def _look(page: Page, part: _Text) -> Iterator[Finding]:
    if _ALL_READ.fullmatch(part.plain):
        return
    runs = paired_stars(part.written, part.plain)
    if not any(run.shows for run in runs):
        return
    for _, group in groupby(runs, lambda run: part.written.count("\n", 0, run.at)):
        line = list(group)
        if any(run.shows for run in line):
            repairs = [each for pair in _pairs(line) if (each := _repair(part, *pair)) is not None]
            is_read = _is_read(part, repairs, line)
            yield from (_finding(page, part, each, fixable=is_read) for each in repairs)


def _pairs(line: list[Stars]) -> list[tuple[Stars, Stars]]:
    """The runs of a line that their author took for the begin and end of strong text."""
    if any(run.length != _PAIR for run in line) or len(line) % _PAIR:
        line = [run for run in line if run.left == run.length == _PAIR]
    return list(zip(line[::2], line[1::2], strict=False))


def _repair(part: _Text, first: Stars, second: Stars) -> _Repair | None:
    meant = _meant(part, first.at + _PAIR, second.at)
    return None if meant is None else _Repair(Span(first.at, second.at + _PAIR), meant)


def _is_read(part: _Text, repairs: list[_Repair], line: list[Stars]) -> bool:
    """Whether no stars of the line are shown any more where all is repaired."""
    written, plain = part.written, part.plain
    for (start, end), meant in reversed(repairs):
        written = written[:start] + meant + written[end:]
        plain = plain[:start] + meant + plain[end:]
    before = paired_stars(part.written, part.plain)
    left = sum(run.shows for run in before) - sum(run.shows for run in line)
    return sum(run.shows for run in paired_stars(written, plain)) <= left


def _meant(part: _Text, start: int, end: int) -> str | None:
    """The strong text ``start:end`` as it should be written, if that is not how it is."""
    plain, inner = part.plain[start:end], part.written[start:end]
    if "\n" in plain or "*" in plain or not any(map(str.isalnum, inner)):
        return None
    before = part.written[: start - _PAIR][-1:] or " "
    after = part.written[end + _PAIR :][:1] or " "
    if inner[0].isspace() or inner[-1].isspace():
        return _without_blanks(inner, before, after, starts_line=_starts_line(part, start))
    return _at_words(_Strong(inner, plain), before, after) or _apart(inner, before, after)


def _starts_line(part: _Text, at: int) -> bool:
    return not part.written[: at - _PAIR].rpartition("\n")[2].strip()


def _without_blanks(inner: str, before: str, after: str, *, starts_line: bool) -> str | None:
    """``** bold **``: a blank stands inside where one should stand outside, or nothing."""
    text = inner.strip()
    if before.isalnum() or after.isalnum() or _WORDS.fullmatch(text) is None:
        return None
    # Stars between blanks are an operator, but not where a line begins.
    if inner[0].isspace() and inner[-1].isspace() and not starts_line:
        return None
    return f"**{text}**"


def _at_words(strong: _Strong, before: str, after: str) -> str | None:
    """``**bold:**text`` and ``字**“bold”**字``: what parts star and word belongs outside."""
    lead, tail = _quotes(strong.plain)
    if not lead and after.isalnum():
        tail = _ending(strong.plain)
    text = strong.written[len(lead) : len(strong.written) - len(tail)]
    if not (tail and after.isalnum()) and not (lead and before.isalnum()):
        return None
    if not any(map(str.isalpha, text)):
        return None
    # Beside punctuation outside, the strong text may begin with punctuation as well.
    opens = lead or not is_punctuation(text[0]) or not before.isalnum()
    return f"{lead}**{text}**{tail}" if opens else None


def _quotes(inner: str) -> tuple[str, str]:
    """The marks of a quotation, or the brackets, around the whole of a text."""
    at = _OPENING.find(inner[0])
    if at >= 0 and inner[-1] in _CLOSING and inner[-1] not in _ENDING and len(inner) > _PAIR:
        return inner[0], inner[-1]
    return "", ""


def _ending(inner: str) -> str:
    """What belongs behind the strong text: a parenthesis with words in it, or the last marks."""
    group = _GROUP.search(inner)
    if group is not None:
        return group[0] if any(map(str.isalnum, group[0])) else ""
    text = inner.rstrip(_ENDING)
    return inner[len(text) :].removeprefix(";" if _ENTITY.search(text) else "")


def _apart(inner: str, before: str, after: str) -> str | None:
    """``**C++**字``: in scripts without blanks between words, one is needed here all the same."""
    opens = is_punctuation(inner[0]) and _is_unspaced(before)
    closes = is_punctuation(inner[-1]) and _is_unspaced(after)
    return f"{' ' * opens}**{inner}**{' ' * closes}" if opens or closes else None


def _is_unspaced(char: str) -> bool:
    return _UNSPACED.fullmatch(char) is not None


def _finding(page: Page, part: _Text, repair: _Repair, *, fixable: bool) -> Finding:
    (start, end), meant = repair
    place = Span(part.start + start, part.start + end)
    written = part.written[start:end]
    message = f"The stars of “{excerpt(written)}” are shown as they are: they stand at no word."
    # What a parenthesis holds was meant to be strong as well, and a blank more can be seen.
    is_all = not any(map(str.isalnum, meant.rpartition("**")[2])) and meant == meant.strip()
    safety = safety_at(page.document, place.start) if is_all else Safety.UNSAFE
    fix = Fix(f"Write `{meant}`", safety, (Edit(page.path, *place, meant),))
    return Finding(page.path, place, message, f"Write `{meant}`.", fix if fixable else None)
