"""The words that name sections unless a configuration says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

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
WORD_KEYS = frozenset({"exercise", "unit", "time", "difficulty"})
