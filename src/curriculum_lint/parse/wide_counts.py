"""Numbers that a Chinese, Japanese or Korean text states: "共有3个练习", "演習は二つ"."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.late_pattern import late_pattern
from ..text.number_words import WIDE_NUMBERS
from ..text.source import Span
from .document import StatedCount

_NUMBER = rf"(?P<number>\d{{1,4}}|{'|'.join(sorted(WIDE_NUMBERS, key=len, reverse=True))})"
_CLASSIFIER = r"(?:个|個|道|项|項|篇|门|門|つ|問|本|개|가지)"
_GAP = r"[ \u3000]?(?:\*\*|__)?[ \u3000]?"
_NOUN = (
    r"(?P<noun>练习题|練習題|练习|練習問題|練習|习题|習題|演習問題|演習|課題|"
    r"エクササイズ|연습 ?문제|연습|실습|模块|模組|モジュール|모듈)"
)
#: "两个练习", "3つの演習", "세 개의 연습": the number first.
_FIRST = late_pattern(rf"{_NUMBER}{_GAP}{_CLASSIFIER}(?:の|의)?{_GAP}{_NOUN}")
#: "演習は2つ", "연습이 세 개": what is counted first.
_LAST = late_pattern(
    rf"{_NOUN}{_GAP}(?:[がはも]|[이가은는]|有|共)?{_GAP}{_NUMBER}{_GAP}{_CLASSIFIER}"
)
#: Before a number: part of another, an ordinal, a part, a bound, one of several.
_PART = late_pattern(
    r"(?:[\d.一二三四五六七八九十百千第前后後约約另其余餘任这那該该약각]|最初の|最後の|"
    r"ほかの|他の|다른|처음|마지막|(?:至少|最多|超过|超過|大约|其中|每|各|毎|少なくとも|"
    r"적어도|최소|최대|매)[^。，、！？；,.!?;\n]{0,4}?)[ \u3000]?(?:\*\*|__)?\Z"
)
_BOUND = late_pattern(
    r"[ \u3000]?(?:以上|以下|以内|左右|ほど|くらい|程度|ずつ|中|以外|이상|이하|정도|씩)"
)


def wide_counts(text: str, block: Span) -> Iterator[StatedCount]:
    """The counts that one paragraph claims as the whole."""
    for pattern in (_FIRST, _LAST):
        for match in pattern.finditer(text, *block):
            before = text[max(block.start, match.start("number") - 8) : match.start("number")]
            if _PART.search(before) or _BOUND.match(text, match.end()):
                continue
            written = match["number"]
            value = int(written) if written.isdecimal() else WIDE_NUMBERS[written]
            span = Span(*match.span("number"))
            yield StatedCount(value, match["noun"].replace(" ", ""), span, written.isdecimal())
