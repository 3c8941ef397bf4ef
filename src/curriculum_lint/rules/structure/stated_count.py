"""CL115 stated-count."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import CurriculumRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Curriculum, Kind, Page, Unit
from ...model.overviews import overviews
from ...model.untitled import exercises_but_titles
from ...model.watch import stored_query, taken
from ...parse.document import StatedCount
from ...settings.severity import Severity
from ...text.number_words import written_like
from ...text.phrases import counted

_EXERCISE = (
    "## 1) Say hello\n\n**Goal:** Print it.\n\n**Build steps:**\n\n1. Write it.\n\n"
    "**Acceptance criteria:**\n\n- It prints `hello`.\n\n## Best practices\n\n- Test it.\n"
)


#: What modules, parts of them and exercises are called, in the languages of the number words.
_MODULES = frozenset(
    (
        *("module", "modules", "modul", "módulo", "módulos", "modulo", "moduli"),
        *("模块", "模組", "モジュール", "모듈"),
    )
)
_SUBSECTIONS = frozenset(
    ("subsection", "subsections", "subsección", "subsecciones", "subseção", "subseções")
)
_KEY = "exercises"
_EXERCISES = frozenset(
    (
        *("exercise", "exercises"),
        *("übung", "übungen", "aufgabe", "aufgaben", "ejercicio", "ejercicios", "exercice"),
        *("exercices", "exercício", "exercícios", "esercizio", "esercizi"),
        *[
            "练习",
            "练习题",
            "練習",
            "練習題",
            "練習問題",
            "习题",
            "習題",
            "演習",
            "演習問題",
            "課題",
            "エクササイズ",
        ],
        *["연습", "연습문제", "실습"],
    )
)


class StatedCountMismatch(CurriculumRule):
    """“Below are **20** exercises” was true once. A learner who counts nineteen looks for the
    twentieth.
    """

    code = "CL115"
    name = "stated-count"
    summary = "a number of exercises, modules or subsections in the text that is not the real one"
    severity = Severity.WARNING
    fix_changes = PageChange.WORDS
    limits = (
        "Only numbers that claim a whole are compared, in digits or in words up to twenty: not "
        "“the first 3 exercises”, “at least five exercises”, “2 of 10 modules” or “3 exercises "
        "per week”, and nothing behind the first exercise. In overviews, as CL402 has "
        "them, a number is right if any level, or all of them together, have as many. The fix of "
        "a number in words, or with words before what it counts, is unsafe, and so is one to or "
        "from 1. Where a line states the right number as well, the others count something else."
    )
    good = (Example(f"# Start\n\nThere is **1** exercise.\n\n{_EXERCISE}", frame=Frame.MODULE),)
    bad = (
        Example(
            f"# Start\n\nBelow are **2** exercises.\n\n{_EXERCISE}",
            finds=("3:13 CL115",),
            fixed=f"# Start\n\nBelow are **1** exercises.\n\n{_EXERCISE}",
            frame=Frame.MODULE,
            unsafe=True,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Compare what readmes state with what there is."""
        words = set(_EXERCISES)
        for unit in curriculum.units():
            own = _EXERCISES.union(*map(_words_of, curriculum.exercise_pages(unit)))
            page = curriculum.page(unit)
            if page is not None and unit.kind is not Kind.LEVEL:
                yield from _in_unit(curriculum, page, unit, own)
            words |= own
        yield from _in_overviews(curriculum, words)


def _words_of(page: Page) -> set[str]:
    """What a page calls its exercises: "tasks" may be anything where they are not called so."""
    outline = taken(page, _words).outline
    starts = (each.heading.text.split()[:1] for each in outline.exercises)
    used = {word.casefold().strip(".:") for words in starts for word in words}
    used |= {each.name.casefold().rstrip(": ") for each in outline.sections if each.key == _KEY}
    known = page.vocabulary.exercise_words
    return {form for each in known for form in (each, f"{each}s") if {each, f"{each}s"} & used}


@stored_query
def _words(page: Page) -> set[str]:
    return _words_of(page)


def _in_unit(
    curriculum: Curriculum, page: Page, unit: Unit, words: Collection[str]
) -> Iterator[Finding]:
    exercises = exercises_but_titles(page)
    for stated in page.document.counts:
        if not exercises or stated.span.start > exercises[0].span.start:
            return
        own, files = len(exercises), _exercises(curriculum, unit) - len(exercises)
        others = [_exercises(curriculum, each) for each in unit.children]
        right = {own, own + files, own + files + sum(others), *others}
        if stated.noun in words and not _is_right(page, stated, words, right):
            yield _finding(page, stated, own, "exercise")


def _in_overviews(curriculum: Curriculum, words: Collection[str]) -> Iterator[Finding]:
    levels = [level for level in curriculum.levels if level.children]
    if not levels:
        return
    for page, _ in overviews(curriculum):
        for stated in page.document.counts:
            noun, right = _right_counts(curriculum, levels, stated.noun, words)
            if right and not _is_right(page, stated, {stated.noun}, right):
                yield _finding(page, stated, max(right), noun)


def _is_right(page: Page, stated: StatedCount, nouns: Collection[str], right: set[int]) -> bool:
    """Whether the number is right, or its line states a right one, and this counts others."""
    if stated.noun in nouns and stated.number in right:
        return True
    line = page.document.line(stated.span.start)
    return any(
        each.number in right
        for each in page.document.counts
        if each.noun in nouns and page.document.line(each.span.start) == line
    )


def _right_counts(
    curriculum: Curriculum, levels: list[Unit], noun: str, words: Collection[str]
) -> tuple[str, set[int]]:
    """The numbers that would be right for a noun: of each level, and of all."""
    if noun in _MODULES:
        return "module", _alone_and_together([len(level.children) for level in levels])
    if noun in _SUBSECTIONS:
        each = [sum(len(m.children) for m in level.children) for level in levels]
        return "subsection", _alone_and_together(each)
    if noun in words:
        modules = [sum(_exercises(curriculum, m) for m in level.children) for level in levels]
        optional = [
            sum(_exercises(curriculum, s) for m in level.children for s in m.children)
            for level in levels
        ]
        both = [a + b for a, b in zip(modules, optional, strict=True)]
        single = {_exercises(curriculum, unit) for unit in curriculum.units()}
        return "exercise", single.union(*map(_alone_and_together, (modules, optional, both)))
    return "", set()


def _alone_and_together(numbers: list[int]) -> set[int]:
    return {*numbers, sum(numbers)}


def _exercises(curriculum: Curriculum, unit: Unit) -> int:
    return sum(len(exercises_but_titles(page)) for page in curriculum.exercise_pages(unit))


def _finding(page: Page, stated: StatedCount, right: int, noun: str) -> Finding:
    message = f"The text says {counted(stated.number, noun)}; there {_are(right, noun)}."
    new = written_like(page.document.text[slice(*stated.span)], right)
    edit = Edit(page.path, stated.span.start, stated.span.end, new)
    # A noun in the plural does not go with one.
    is_plain = stated.plain and 1 not in (stated.number, right)
    safety = Safety.SAFE if is_plain else Safety.UNSAFE
    return Finding(page.path, stated.span, message, fix=Fix(f"Write {new}", safety, (edit,)))


def _are(count: int, noun: str) -> str:
    return f"{'is' if count == 1 else 'are'} {counted(count, noun)}"
