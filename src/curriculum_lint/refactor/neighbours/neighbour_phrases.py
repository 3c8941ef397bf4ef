"""Phrases that name a unit by where it stands: "the previous module", "nächste Woche", "下一章"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from ...listings.neighbours import Side
from ...text.source import Span

#: Words of one meaning; a star stands for the endings of a word that is inflected.
_MEANINGS = (
    "module módulo modulo modul modu* modül* модул* 모듈 モジュール 模块 模組",
    "lesson lección leccion lição licao leçon lecon lektion lezione les leksjon lekcj* lekc* ders* "
    "leck* урок* заняти* bài पाठ الدرس 一课 一課 节课 節課 节 節 レッスン 回 강의 수업 레슨",
    "chapter capítulo capitulo chapitre kapitel kapitels capitolo hoofdstuk kapittel rozdzia* "
    "kapitol* bölüm* fejezet* глав* розділ* bab chương अध्याय الفصل 章 장",
    "week semana semaine woche settimana vecka uge uke tygodni* hafta* hét* недел* тижн* pekan "
    "tuần सप्ताह الأسبوع 周 週 주 주차",
    "day día dia jour tag giorno dag gün* hari ngày दिन اليوم",
    "session sesión sesion sessão séance seance sitzung sessione",
    "unit unidad unidade unité einheit unità 单元 單元 단원",
    "part parte partie teil deel del częś* част* bagian phần 部分",
    "class clase aula cours",
    "lecture лекци* 讲 講",
    "topic tema",
)
#: Those that name units whatever a curriculum calls its own.
_ALWAYS = frozenset({"module", "lesson", "chapter"})
_LAST = (
    r"(?<!the\s)(?<!our\s)(?<!your\s)(?<!very\s)last",
    r"last(?=\s\S+,?\s(?:we|you)\s(?:\w+ed|learnt|saw|built|had|made|wrote|did|met|got)\b)",
)
_BEFORE_NOUN = {
    Side.PREVIOUS: "|".join(
        (
            *("previous", "preceding", "prior", *_LAST),
            *("anterior", "vorige[nmrs]?", "vorherige[nmrs]?", "vorangegangene[nmrs]?"),
            *(r"(?<!das\s)(?<!die\s)letzte[nmrs]?", "précédente?", "precedente"),
            *("förra", "föregående", "forrige", r"poprzedni\w*", r"předchozí\w*", r"предыдущ\w+"),
            *(r"прошл\w+", r"попередн\w+", "önceki", "geçen", "előző", "múlt", "पिछले"),
        )
    ),
    Side.NEXT: "|".join(
        (
            *("next", "upcoming", r"(?:(?<=in\sthe\s)|(?<=from\sthe\s)|(?<=during\sthe\s))coming"),
            r"(?:(?<=in\sthe\s)|(?<=from\sthe\s)|(?<=for\sthe\s)|(?<=to\sthe\s)|(?<=until\sthe\s)|"
            r"(?<=with\sthe\s)|(?<=see\sthe\s))following",
            *("siguiente", "próxim[oa]", "seguinte", "prochaine?", "nächste[nmrs]?"),
            *(r"(?:(?<=im\s)|(?<=dem\s)|(?<=der\s)|(?<=zum\s))folgenden", "kommende[nmrs]?"),
            *("prossim[oa]", "successiv[oa]", "volgende", "nästa", "neste", "næste"),
            *(r"następn\w*", r"další\w*", r"příští\w*", r"следующ\w+", r"наступн\w+"),
            *("sonraki", "gelecek", "következő", "jövő", "अगले"),
        )
    ),
}
_BEHIND_NOUN = {
    Side.PREVIOUS: "anterior|pasad[oa]|previ[oa]|passad[oa]|précédente?|dernière|precedente|"
    "scors[oa]|sebelumnya|trước|السابقة?|الماضية?",
    Side.NEXT: "siguiente|que viene|seguinte|suivante?|prochaine?|seguente|successiv[oa]|"
    "prossim[oa]|berikutnya|selanjutnya|sau|tiếp theo|kế tiếp|التالية?|القادمة?",
}
_CJK_BEFORE = {
    Side.PREVIOUS: r"[上前][一个個の]?|지난\s?|이전\s?",
    Side.NEXT: r"[下次][一个個の]?|다음\s?",
}
_BLANK = r"(?:[ \xa0]+|[ ]*\r?\n[ ]*)"
#: “A previous module” may be any, and “the next unit test” is none.
_ANY = r"(?<!\ba\s)(?<!\bany\s)(?<!\bsome\s)(?<!\beach\s)(?<!\bevery\s)(?<!\bno\s)"
_NO_UNIT = r"(?![ -](?:tests?|systems?|loaders?|bundlers?|names?)\b)"
_WORD = re.compile(r"[^\W\d_]+")
#: Letters that patterns take for an “i”, and `str.casefold` does not.
ODD_LETTERS = ("İ", "ı")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PARTICLE = r"(?![\uac00-\ud7af])|(?=[에의은을이과와는를로]|까지|부터)"
_THIS_IS = r"(?:this|that|here|it)(?:['’]s|[ ]is|[ ]was)[ ](?:already[ ])?(?:the|our|your)[ ]"
_END = {Side.NEXT: r"(?:very[ ])?last", Side.PREVIOUS: r"(?:very[ ])?first"}
#: What names a unit in English, and nothing but a unit.
_PLAIN = re.compile(r"(?:the\s+)?(?:previous|preceding|next|following)\s+[a-z]+\Z", re.IGNORECASE)
_OWNER = re.compile(r"\b(?:our|your|my|their|his|her|this|that|an?)\s+\Z", re.IGNORECASE)


class Phrase(NamedTuple):
    """Words about the unit on one side; ``is_end`` says that there is none on that side."""

    side: Side
    span: Span
    word: str
    is_end: bool = False


class NeighbourPhrases:
    """Finds such phrases with the ``words`` that units are called by, and what they mean in others.

    "Last week" means a unit only where units are called weeks.
    """

    def __init__(self, words: Collection[str]) -> None:
        found = set(words)
        for meaning in map(str.split, _MEANINGS):
            if meaning[0] in _ALWAYS or not found.isdisjoint(meaning):
                found |= set(meaning)
        cjk = {word for word in found if _CJK.search(word)}
        self._nouns = frozenset(map(str.casefold, found - cjk))
        self._stems = tuple(noun[:-1] for noun in self._nouns if noun.endswith("*"))
        self._other = [noun for noun in self._nouns if not _WORD.fullmatch(noun.rstrip("*"))]
        nouns, counters = _one_of(found - cjk), _one_of(cjk)
        self._patterns = [
            (side, is_end, is_word, re.compile(pattern, re.IGNORECASE))
            for side in Side
            for is_end, is_word, pattern in _patterns(side, nouns, counters)
        ]

    def find(self, text: str) -> Iterator[Phrase]:
        """The phrases in a text, those of one kind after those of another."""
        is_named = self._may_name(text)
        for side, is_end, is_word, pattern in self._patterns:
            for match in pattern.finditer(text) if is_named or not is_word else ():
                yield Phrase(side, Span(*match.span()), match["noun"].casefold(), is_end)

    def _may_name(self, text: str) -> bool:
        """Whether one of the words for units may be in a text: a quick look before a close one."""
        plain = text.casefold()
        words = set(_WORD.findall(plain))
        return (
            not self._nouns.isdisjoint(words)
            or any(word.startswith(self._stems) for word in words)
            or any(noun.rstrip("*") in plain for noun in self._other)
            or any(letter in text for letter in ODD_LETTERS)
        )


def _patterns(side: Side, nouns: str, counters: str) -> Iterator[tuple[bool, bool, str]]:
    """Whether each says that there is no unit, whether its noun is a word by itself, and how."""
    noun = rf"(?P<noun>{nouns})"
    yield (
        False,
        True,
        rf"(?<!\w)(?:the{_BLANK})?{_ANY}(?:{_BEFORE_NOUN[side]}){_BLANK}{noun}(?!\w){_NO_UNIT}",
    )
    yield False, True, rf"(?<!\w){noun}{_BLANK}(?:{_BEHIND_NOUN[side]})(?!\w)"
    yield False, False, rf"(?:{_CJK_BEFORE[side]})(?P<noun>{counters})(?:{_PARTICLE})"
    yield True, True, rf"(?<!\w){_THIS_IS}{_END[side]}[ ]{noun}(?!\w)"
    if side is Side.NEXT:
        yield True, True, rf"(?<!\w)(?:the[ ])?final[ ]{noun}(?!\w)"


def _one_of(words: Collection[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\*", r"[^\W\d_]{0,4}") for word in ordered)


def numbered_instead(text: str, phrase: Phrase, number: int) -> str | None:
    """The phrase with the number of the unit in place of where it stands, if that is certain."""
    words = text[slice(*phrase.span)]
    if not _PLAIN.match(words) or _OWNER.search(text[: phrase.span.start][-8:]):
        return None
    word = words.split()[-1]
    return f"{word.capitalize() if words[0].isupper() else word} {number}"
