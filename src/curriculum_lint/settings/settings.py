"""The effective settings of a run, as plain data: cheap to import, cheap to build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from .severity import Severity

#: Names a section may carry, by the key the readme schemas use for it. The first is preferred.
DEFAULT_SECTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "goal": ("Goal", "Objective", "Aim"),
        "steps": ("Build steps", "Steps", "Instructions", "What to do"),
        "acceptance_criteria": (
            "Acceptance criteria",
            "Acceptance criterion",
            "Success criteria",
            "Definition of done",
        ),
        "hints": ("Hints", "Hint", "Tips"),
        "best_practices": (
            "Best practices",
            "Notes for students",
            "General expectations",
            "Implementation notes",
        ),
        "outcomes": (
            "What you will be able to do",
            "Learning outcomes",
            "Learning objectives",
            "Outcomes",
        ),
        "prerequisites": ("Before you start", "Prerequisites", "Requirements"),
        "concepts": ("Concepts", "Key concepts"),
        "exercises": ("Exercises", "Tasks", "Assignments", "Challenges"),
        "exercise": ("Exercise", "Task", "Assignment", "Challenge", "Lab", "Kata"),
        "check_yourself": ("Check yourself", "Self-check", "Quiz", "Review questions"),
        "resources": ("Resources", "Further reading", "References"),
        "next": ("Next", "Next steps", "What's next"),
        "time": ("Time", "Duration", "Estimated time"),
        "difficulty": ("Difficulty",),
    }
)

#: Keys whose names are words in the text ("Exercise 3", "Time: 20 min") and open no section, so
#: that a section may have the same name.
WORD_KEYS = frozenset({"exercise", "time", "difficulty"})


class AbsoluteLinks(StrEnum):
    """What a destination that begins with ``/`` means."""

    REPOSITORY = "repository"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """How destinations are read."""

    absolute: AbsoluteLinks = AbsoluteLinks.REPOSITORY
    ignore: tuple[str, ...] = ()


class IndexDepth(StrEnum):
    """The last kind of entry that an index in a readme lists."""

    LEVELS = "levels"
    MODULES = "modules"
    SUBSECTIONS = "subsections"
    EXERCISES = "exercises"


class IndexField(StrEnum):
    """What an index in a readme says of every unit, as far as it is known."""

    SUMMARY = "summary"
    TIME = "time"
    DIFFICULTY = "difficulty"
    EXERCISES = "exercises"
    CONCEPTS = "concepts"


DEFAULT_INDEX_FIELDS = (
    IndexField.SUMMARY,
    IndexField.TIME,
    IndexField.DIFFICULTY,
    IndexField.EXERCISES,
)


class GraphOf(StrEnum):
    """What the nodes of a graph of prerequisites are."""

    UNITS = "units"
    CONCEPTS = "concepts"


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """Which files the generated index is written to; none where it is ``None``.

    ``readme`` are files that must hold a generated region; every other region is kept as well.
    ``source`` is the address that a page puts before the path of a readme; relative without one.
    """

    readme: tuple[str, ...] = ()
    json: str | None = None
    html: str | None = None
    source: str | None = None
    depth: IndexDepth = IndexDepth.SUBSECTIONS
    fields: tuple[IndexField, ...] = DEFAULT_INDEX_FIELDS
    graph: GraphOf = GraphOf.UNITS


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read before it is reported instead."""

    file_bytes: int = 1024 * 1024
    line_characters: int = 20_000
    block_characters: int = 50_000
    nesting: int = 60
    diagnostics_per_rule: int = 200
    diagnostics: int = 5_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a run depends on besides the tree. ``root`` is an absolute path."""

    root: str
    levels: tuple[str, ...] = ("*_level",)
    module_pattern: str = "{number}_{slug}"
    subsection_pattern: str = "{letter}_{slug}"
    readme: str = "readme.md"
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_path_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    baseline: str = "curriculum-lint-baseline.json"
    plugins: tuple[str, ...] = ()
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: DEFAULT_SECTIONS)
    schemas: Mapping[str, str] = field(default_factory=dict)
    links: LinkSettings = LinkSettings()
    index: IndexSettings = IndexSettings()
    limits: Limits = Limits()
