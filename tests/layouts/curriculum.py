"""A curriculum of the size of the real one, written in five layouts, with what is in it.

Ten modules of twenty exercises and ten subsections of ten; each file has one layout, one form of
exercise heading, and one way to write labels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle

#: How an exercise's number is written; the second column is the heading's level.
HEADINGS: list[tuple[str, int]] = [
    ("{n}) {title}", 2),
    ("{n}. {title}", 2),
    ("{unit}.{n} {title}", 3),
    ("Exercise {n}: {title}", 2),
    ("Exercise {n} - {title}", 2),
]
#: How labels are written: colon inside, outside, absent; other words, other case.
LABELS: list[dict[str, str]] = [
    {"goal": "**Goal:**", "steps": "**Build steps:**", "criteria": "**Acceptance criteria:**"},
    {"goal": "**Goal**:", "steps": "**Steps**:", "criteria": "**Acceptance criteria**:"},
    {"goal": "**GOAL:**", "steps": "**BUILD STEPS**", "criteria": "**Acceptance Criteria**"},
    {"goal": "__Objective:__", "steps": "__Instructions:__", "criteria": "__success criteria:__"},
]


@dataclass
class Readme:
    """One readme as it is written, with the truth about it."""

    path: str
    lines: list[str] = field(default_factory=list)
    exercises: list[tuple[str, int, int]] = field(default_factory=list)
    swallowed: list[int] = field(default_factory=list)
    shared: list[int] = field(default_factory=list)

    def add(self, *lines: str) -> None:
        self.lines.extend(lines)

    @property
    def next_line(self) -> int:
        return len(self.lines) + 1

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


def _steps(readme: Readme, count: int) -> None:
    readme.add(*(f"{n}. Do step {n} of {count} with `tool --n {n}`." for n in range(1, count + 1)))


def _criteria(readme: Readme, count: int, indent: str = "") -> None:
    readme.add(*(f"{indent}- Output {n} shows `{n}`." for n in range(1, count + 1)), "")


def own_blocks(readme: Readme, label: dict[str, str], steps: int, criteria: int) -> None:
    """Every label is a block of its own."""
    readme.add(f"{label['goal']} Print {steps} lines.", "", label["steps"], "")
    _steps(readme, steps)
    readme.add("", label["criteria"], "")
    _criteria(readme, criteria)


def soft_break(readme: Readme, label: dict[str, str], steps: int, criteria: int) -> None:
    """The steps' label follows the goal in the same paragraph."""
    readme.add(f"{label['goal']} Print {steps} lines.")
    readme.shared.append(readme.next_line)
    readme.add(label["steps"], "")
    _steps(readme, steps)
    readme.add("", label["criteria"], "")
    _criteria(readme, criteria)


def hard_break(readme: Readme, label: dict[str, str], steps: int, criteria: int) -> None:
    """The same, behind two spaces or a backslash; and no blank line before the list."""
    ending = "  " if steps % 2 else "\\"
    readme.add(f"{label['goal']} Print {steps} lines.{ending}")
    readme.shared.append(readme.next_line)
    readme.add(label["steps"])
    _steps(readme, steps)
    readme.add("", label["criteria"])
    _criteria(readme, criteria)


def indented(readme: Readme, label: dict[str, str], steps: int, criteria: int) -> None:
    """The criteria's label is indented four columns: part of the last step."""
    readme.add(f"{label['goal']} Print {steps} lines.", "", label["steps"], "")
    _steps(readme, steps)
    if steps % 2:
        readme.add("")
    readme.swallowed.append(readme.next_line)
    readme.add(f"    {label['criteria']}", "")
    _criteria(readme, criteria, "    " if criteria % 2 else "")


def lazy(readme: Readme, label: dict[str, str], steps: int, criteria: int) -> None:
    """The criteria's label stands at column 0 without a blank line: lazily part of the step."""
    readme.add(f"{label['goal']} Print {steps} lines.")
    readme.shared.append(readme.next_line)
    readme.add(label["steps"], "")
    _steps(readme, steps)
    readme.swallowed.append(readme.next_line)
    readme.add(label["criteria"])
    _criteria(readme, criteria)


Layout = Callable[[Readme, dict[str, str], int, int], None]
LAYOUTS: list[Layout] = [own_blocks, soft_break, hard_break, indented, lazy]


def _readme(path: str, unit: str, size: int, at: int) -> Readme:
    readme = Readme(path)
    heading, level = HEADINGS[at % len(HEADINGS)]
    label, layout = LABELS[at % len(LABELS)], LAYOUTS[(at // 2) % len(LAYOUTS)]
    readme.add(f"# Topic {unit}", "", f"About topic {unit}.", "")
    if level == 3:
        readme.add("## Exercises", "")
    for n in range(1, size + 1):
        steps, criteria = 2 + n % 4, 1 + n % 3
        title = f"Build part {n} of topic {unit}"
        number = heading.split(" {title}")[0].format(n=n, unit=unit, title="")
        readme.add("#" * level + " " + heading.format(n=n, unit=unit, title=title), "")
        readme.add(f"This is part {n} of topic {unit}.", "")
        written = f"{unit}.{n}" if "{unit}" in number or level == 3 else str(n)
        readme.exercises.append((written, steps, criteria))
        layout(readme, label, steps, criteria)
    readme.add("## Best practices", "", "- Read the message first.")
    return readme


def curriculum() -> Iterator[Readme]:
    """The twenty readmes: 300 exercises."""
    indexes = cycle(range(20))
    for module in range(1, 11):
        folder = f"first_level/{module}_topic_{module}"
        yield _readme(f"{folder}/readme.md", str(module), 20, next(indexes))
        sub = f"{folder}/a_topic_{module}a/readme.md"
        yield _readme(sub, f"{module}a", 10, next(indexes))
