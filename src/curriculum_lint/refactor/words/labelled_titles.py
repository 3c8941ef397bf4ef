"""Files of data that name units by their numbers and titles: the choices of a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...edits.moves import Moves
from ...listings.entry_names import without_number
from ...model.curriculum import Curriculum
from ...text.late_pattern import late_pattern
from ...text.source import line_starts, position
from ...workspace.beyond import leaves_root
from ...workspace.repository_texts import repository_texts
from ...workspace.workspace import Workspace

_DATA = (".yml", ".yaml", ".json", ".toml", ".csv")
#: A number and what may be a title: ``2. Files``, ``Module 2: Files``.
_LABELLED = late_pattern(
    r"(?<![\w.])(?P<number>\d{1,3})(?:[.):]|[ ][–—-])?[ ]+"
    r"(?P<title>[^\W\d_][^\r\n\"'|,<>\[\]{}]{1,99})"
)


def labelled_titles_said(
    before: Curriculum, after: Curriculum, moves: Moves, workspace: Workspace
) -> Iterator[str]:
    """Where files of ``workspace``, as it is afterwards, give titles the numbers of before."""
    old = _numbers(before, moves)
    new = {path: number for path, _, number in _modules(after)}
    wrong = {title: number for title, (path, number) in old.items() if new.get(path) != number}
    for file in repository_texts(workspace, _DATA) if wrong else ():
        if leaves_root(file.path):
            continue
        starts: tuple[int, ...] = ()
        for match in _LABELLED.finditer(file.text):
            if wrong.get(match["title"].strip().casefold()) == int(match["number"]):
                starts = starts or line_starts(file.text)
                line = position(starts, match.start()).line
                yield f"Also says “{match[0].strip()}”: {file.path}:{line}"


def _numbers(curriculum: Curriculum, moves: Moves) -> Mapping[str, tuple[str, int]]:
    """The modules by their titles, which no two have: their new paths, and their numbers."""
    found: dict[str, tuple[str, int]] = {}
    twice: set[str] = set()
    for path, title, number in _modules(curriculum):
        twice |= {title} & found.keys()
        found[title] = moves.new(path), number
    return {title: each for title, each in found.items() if title not in twice}


def _modules(curriculum: Curriculum) -> Iterator[tuple[str, str, int]]:
    """The path, the title without its number, and the number of each module that has both."""
    for level in curriculum.levels:
        for unit in level.children:
            page, number = curriculum.page(unit), unit.name.number
            if page is not None and page.outline.title is not None and number is not None:
                title = without_number(page.outline.title.text, number)
                yield unit.path, title.strip().casefold(), number
