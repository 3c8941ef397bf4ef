"""Indexes made of a few words, and graphs of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from curriculum_lint.index.entries import (
    Concept,
    CurriculumIndex,
    IndexedPrerequisite,
    Level,
    Module,
    Range,
    Subsection,
    Totals,
)

NONE = Range(least=0, most=0)
TOTALS = Totals(
    modules=0,
    subsections=0,
    exercises=0,
    criteria=0,
    tested=0,
    concepts=0,
    minutes=NONE,
    optional_minutes=NONE,
)

#: Titles that end, hide or run something wherever they are not escaped.
HOSTILE = (
    "</script><script>window.pwned=1</script>",
    '"onload="window.pwned=1',
    '"`md string`"',
    "`code` and **bold** _em_",
    "a|b|c",
    "x]] --> y",
    "]",
    "end",
    "subgraph",
    'click u1 href "javascript:alert(1)"',
    "%% comment",
    '%%{init: {"theme":"dark"}}%%',
    "1. Introduction",
    "- item",
    "# Heading",
    "* star",
    "<b>bold</b>",
    "<br/>",
    "&lt;i&gt; &amp;",
    "#quot; #35; #x41;",
    "style a:b#c;",
    "stylesheets: a:b #c; d",
    "classDef x:#fff;",
    "direction LR",
    "my direction  TB x",
    "Straße ß",
    "C# & F#; a;b",
    "back\\slash \\n \\N \\G new",
    "日本語のタイトル、長い" * 9,
    "اردو עברית",
    "emoji 👩‍👩‍👧 🏳️‍🌈",
    "$x^2$ $$\\frac{1}{2}$$",
    "fa:fa-car icon",
    "https://example.com www.example.com",
    "[link](javascript:alert(1))",
    "@{ shape: circle }",
    "a:::b",
    "{{x}} ((a)) o--o x --- ~~~ ==",
    "accTitle: x",
    "\u202eright to left",
    "x" * 10_000,
    "<!-- curriculum-graph:end -->",
    "```",
    "a\nb\r\nc\u2028d\x00e",
)


def module(path: str, *requires: str, subs: Sequence[Subsection] = (), **more: Any) -> Module:
    """A module at ``level/1_name``, which requires paths and ids of concepts."""
    return Module(**unit(path, *requires, **more), number=number_of(path), subsections=tuple(subs))


def subsection(path: str, *requires: str, **more: Any) -> Subsection:
    """A subsection at ``level/1_name/a_name``."""
    return Subsection(
        **unit(path, *requires, **more), number=None, letter=path.rpartition("/")[2][0]
    )


def unit(
    path: str, *requires: str, title: str | None = None, concepts: Sequence[str] = ()
) -> dict[str, Any]:
    readme = f"{path}/readme.md"
    numbers = "".join(part.split("_")[0] for part in path.split("/")[1:] if "_" in part)
    return {
        "path": path,
        "key": path,
        "label": numbers,
        "readme": readme,
        "title": path.rpartition("_")[2] if title is None else title,
        "summary": "",
        "minutes": None,
        "difficulty": None,
        "concepts": tuple(
            Concept(id=f"{readme}#{each}", title=each, anchor=each, line=1) for each in concepts
        ),
        "requires": tuple(required(each) for each in requires),
        "exercises": (),
        "links": (),
    }


def required(name: str) -> IndexedPrerequisite:
    """A unit by its path, or a concept as ``path#anchor``."""
    path, sharp, anchor = name.partition("#")
    concept = f"{path}/readme.md#{anchor}" if sharp else None
    return IndexedPrerequisite(unit=path, concept=concept, title=anchor or path, line=1)


def number_of(path: str) -> int | None:
    digits = path.rpartition("/")[2].partition("_")[0]
    return int(digits) if digits.isdigit() else None


def level(path: str, *modules: Module, title: str | None = None) -> Level:
    return Level(
        path=path,
        readme=None,
        title=path if title is None else title,
        summary="",
        reserved=not modules,
        totals=TOTALS,
        modules=modules,
    )


def index_of(*levels: Level, title: str = "A course") -> CurriculumIndex:
    return CurriculumIndex(
        version=1, title=title, summary="", readme=None, totals=TOTALS, levels=levels
    )


def course() -> CurriculumIndex:
    """Two levels: 1 → 2 → 3 with 1 → 3 implied, an optional 1a, and 4 in the second level."""
    return index_of(
        level(
            "low",
            module(
                "low/1_start",
                concepts=["output", "exit", "unused"],
                subs=[subsection("low/1_start/a_more", "low/1_start#output")],
            ),
            module("low/2_files", "low/1_start#exit", "low/1_start#output", concepts=["read"]),
            module("low/3_data", "low/2_files#read", "low/1_start"),
        ),
        level("high", module("high/4_web", "low/3_data")),
        level("later"),
    )


def plain(*names: str) -> CurriculumIndex:
    """One level of modules that state nothing."""
    return index_of(level("low", *(module(f"low/{name}") for name in names)))
