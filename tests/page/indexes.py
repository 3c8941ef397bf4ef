"""Indexes for the tests of the page, made without reading a curriculum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from curriculum_lint.index.entries import (
    Concept,
    CurriculumIndex,
    IndexedExercise,
    IndexedPrerequisite,
    Level,
    Module,
    Range,
    Subsection,
    Totals,
    WebLink,
)

#: What a stranger may write where a title is expected.
HOSTILE = (
    '"><img src=x onerror=window.broken=1>',
    "</script><script>window.broken=1</script>",
    "<!--<script>",
    "]]> {{ 7*7 }} {% raw %} ${1} `a|b`",
    "' onmouseover='window.broken=1",
    "\u202egnp.exe\u2066 \u2028 \x00\x1b[31m",
    "W" * 10_000,
    "入门：变量与函数",
    "الأساسيات",
    "&lt;b&gt; &amp;",
    "",
)


def steps(least: int, most: int | None = None) -> Range:
    """A range."""
    return Range(least=least, most=least if most is None else most)


def exercise(key: str, number: str, title: str, **more: Any) -> IndexedExercise:
    """An exercise without times, unless they are given."""
    fields = {
        "goal": "",
        "steps": 3,
        "criteria": 2,
        "tested": 0,
        "minutes": None,
        "difficulty": None,
    }
    anchor = key.rpartition("/")[2]
    return IndexedExercise(
        key=key, number=number, title=title, anchor=anchor, line=9, file=None, **fields | more
    )


def concept(path: str, title: str, anchor: str) -> Concept:
    """A concept of the unit at ``path``."""
    return Concept(id=f"{path}/readme.md#{anchor}", title=title, anchor=anchor, line=5)


def needs(path: str, anchor: str | None = None, title: str = "Thing") -> IndexedPrerequisite:
    """A prerequisite: a unit, or one concept of it."""
    return IndexedPrerequisite(
        unit=path, concept=anchor and f"{path}/readme.md#{anchor}", title=title, line=3
    )


def _unit(path: str, label: str, title: str, **more: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "path": path,
        "key": path,
        "label": label,
        "number": None,
        "readme": f"{path}/readme.md",
        "title": title,
        "summary": "",
        "minutes": None,
        "difficulty": None,
        "concepts": (),
        "requires": (),
        "exercises": (),
        "links": (),
    }
    return fields | more


def module(path: str, label: str, title: str, **more: Any) -> Module:
    """A module with nothing in it but what is given."""
    return Module(**{"subsections": ()} | _unit(path, label, title, **more))


def subsection(path: str, label: str, title: str, **more: Any) -> Subsection:
    """A subsection with nothing in it but what is given."""
    return Subsection(**{"letter": None} | _unit(path, label, title, **more))


def level(path: str, title: str, modules: Sequence[Module], **more: Any) -> Level:
    """A level with its totals."""
    fields = {"readme": f"{path}/readme.md", "summary": "", "reserved": False}
    return Level(
        path=path, title=title, totals=_totals(modules), modules=tuple(modules), **fields | more
    )


def index(levels: Sequence[Level], title: str = "A program", **more: Any) -> CurriculumIndex:
    """A curriculum with its totals."""
    modules = [each for level in levels for each in level.modules]
    fields = {"summary": "", "readme": "README.md"} | more
    return CurriculumIndex(
        version=1, title=title, totals=_totals(modules), levels=tuple(levels), **fields
    )


def small_index() -> CurriculumIndex:
    """Two modules and a branch with everything that an index can hold."""
    branch = subsection(
        *("first_level/1_start/a_more", "1a", "More of it"),
        summary="Goes deeper.",
        minutes=steps(120),
        difficulty=steps(3, 4),
        requires=(needs("first_level/1_start", "loops", "Loops"),),
        exercises=(exercise("first_level/start/more/nest", "1a.1", "Nest two loops"),),
    )
    start = module(
        *("first_level/1_start", "1", "Start here"),
        summary="The first steps.",
        minutes=steps(300),
        difficulty=steps(1, 2),
        concepts=(
            concept("first_level/1_start", "Loops", "loops"),
            concept("first_level/1_start", "Files", "files"),
        ),
        exercises=(
            exercise(
                *("first_level/start/greet", "1.1", "Greet the user"),
                goal="Write a program that says hello.",
                minutes=steps(20),
                difficulty=steps(1),
            ),
            exercise("first_level/start/count", "1.2", "Count the lines of a file"),
        ),
        links=(WebLink(text="The manual", url="https://example.org/manual", line=30),),
        subsections=(branch,),
    )
    store = module(
        *("first_level/2_store", "2", "Store things"),
        summary="Keep what was typed.",
        minutes=steps(240, 360),
        difficulty=steps(2, 5),
        requires=(
            needs("first_level/1_start", "files", "Files"),
            needs("first_level/1_start", "loops", "Loops"),
        ),
        concepts=(concept("first_level/2_store", "Tables", "tables"),),
        exercises=(exercise("first_level/store/save", "2.1", "Save a row"),),
    )
    ready = level("first_level", "First level", [start, store], summary="From nothing to a table.")
    later = level("second_level", "Second level", [], reserved=True)
    return index([ready, later], summary="Learn by building.")


def large_index(units: int) -> CurriculumIndex:
    """``units`` units in three levels, each with 10 exercises and 6 concepts, needing earlier ones."""
    per_level = units // 12
    levels = []
    for place in range(3):
        folder = f"level_{place}"
        modules = [_large_module(folder, number) for number in range(1, per_level + 1)]
        levels.append(level(folder, f"Level {place + 1}", modules))
    return index(levels, title="A large program")


def _large_module(folder: str, number: int) -> Module:
    path = f"{folder}/{number}_module"
    branches = [
        subsection(
            *(f"{path}/{letter}_branch", f"{number}{letter}", f"Branch {letter} of {number}"),
            **_large_unit(f"{path}/{letter}_branch", f"{number}{letter}", path),
        )
        for letter in "abc"
    ]
    earlier = f"{folder}/{number - 1}_module" if number > 1 else None
    return module(
        *(path, str(number), f"Module {number} about storing and finding things"),
        subsections=tuple(branches),
        **_large_unit(path, str(number), earlier),
    )


def _large_unit(path: str, label: str, earlier: str | None) -> dict[str, Any]:
    names = ("streams", "indexes", "locks", "queues", "caches", "tokens")
    number = int("".join(filter(str.isdigit, label)))
    return {
        "summary": f"What a service of stage {label} needs so that nobody has to get up at night.",
        "minutes": steps(360 + 60 * (number % 5)),
        "difficulty": steps(1 + number % 5, 3 + number % 7),
        "concepts": tuple(concept(path, f"{each} {label}".title(), each) for each in names),
        "requires": tuple(needs(earlier, each, each) for each in names[:3]) if earlier else (),
        "exercises": tuple(
            exercise(
                *(
                    f"{path}/task-{place}",
                    f"{label}.{place}",
                    f"Keep the {names[place % 6]} in order",
                ),
                goal=f"Make the service of stage {label} keep its {names[place % 6]} when it stops "
                f"in the middle of request {place}. Continue with the server of the one before.",
                minutes=steps(20 + place, 30 + place),
                difficulty=steps(1 + place % 9),
            )
            for place in range(1, 11)
        ),
    }


def _totals(modules: Sequence[Module]) -> Totals:
    branches = [each for module in modules for each in module.subsections]
    units = [*modules, *branches]
    return Totals(
        modules=len(modules),
        subsections=len(branches),
        exercises=sum(len(unit.exercises) for unit in units),
        criteria=0,
        tested=0,
        concepts=sum(len(unit.concepts) for unit in units),
        minutes=_time(modules),
        optional_minutes=_time(branches),
    )


def _time(units: Sequence[Module | Subsection]) -> Range:
    known = [unit.minutes for unit in units if unit.minutes]
    return Range(least=sum(e.least for e in known), most=sum(e.most for e in known))
