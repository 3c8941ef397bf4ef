"""What the rules about links share: which targets to look at, and a fix of a destination."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Curriculum
from ...model.target import Outcome, Target
from ...text.source import Span
from ..wording import excerpt

_LONGEST = 120


def targets_of(curriculum: Curriculum, outcome: Outcome) -> Iterator[tuple[str, Target]]:
    """The links that end with ``outcome``, each with the path of its document."""
    for path, targets in curriculum.targets.items():
        for target in targets:
            if target.outcome is outcome:
                yield path, target


def destination_span(target: Target) -> Span:
    """Where the link's destination stands."""
    return target.link.target or target.link.span


def rewriting(path: str, target: Target, text: str) -> Fix:
    """The safe fix that writes ``text`` as the link's destination."""
    span = destination_span(target)
    title = f"Write {as_code(text)}"
    return Fix(title, Safety.SAFE, (Edit(path, span.start, span.end, text),))


def as_code(text: str) -> str:
    """``text`` between backticks, one more than it holds in a row, cut if it is long."""
    mark = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{mark}{excerpt(text, _LONGEST)}{mark}"
