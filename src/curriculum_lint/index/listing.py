"""The index as a nested list in Markdown, as a readme in some folder shows it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote

from ..settings.index_settings import IndexDepth, IndexField, IndexSettings
from ..text.markdown import in_markdown, leading_in_markdown
from ..text.sentences import shortened
from ..text.utf_8 import utf_8
from .details import level_details, unit_details
from .entries import CurriculumIndex, IndexedExercise, IndexedUnit, Level, Module, Subsection

_DEPTHS = list(IndexDepth)
#: What may stand in a destination as it is. Everything else is percent-encoded.
_PLAIN = "/~+,;=@"
#: Longer titles are cut, and anchors left out: a line that is too long makes a readme unreadable.
_LONGEST_TITLE = 300
_LONGEST_ANCHOR = 2_000
#: GitHub shows the first 500 KiB of a readme, and the list has it not to itself.
_MOST_BYTES = 256 * 1024
#: The numbers of an ordered list have nine digits at most.
_MOST = 10**9


def list_text(index: CurriculumIndex, folder: str, settings: IndexSettings) -> str:
    """The list for the readmes in a folder, without what would make them too long to be shown."""
    depths = _DEPTHS[_DEPTHS.index(settings.depth) :: -1]
    for depth in depths:
        lines = list(Listing(folder, replace(settings, depth=depth)).lines(index))
        text = "\n".join(lines)
        if len(utf_8(text)) <= _MOST_BYTES or depth is depths[-1]:
            break
    if depth is settings.depth:
        return text
    return f"{text}\n\nThis list would be too long for a readme with its {settings.depth}."


class Listing:
    """Writes lists for the readmes in ``folder`` (``""`` for the root)."""

    def __init__(self, folder: str, settings: IndexSettings) -> None:
        self._folder, self._settings = folder, settings

    def lines(self, index: CurriculumIndex) -> Iterator[str]:
        """The units below the folder; all of them where there are none."""
        for level in index.levels:
            if self._folder and level.path == self._folder:
                yield from self._modules(level.modules, "", is_first=True)
                return
            for module in level.modules:
                if self._folder and module.path == self._folder:
                    yield from self._subsections(module.subsections, "")
                    return
        for level in index.levels:
            yield from self._level(level, is_first=level is index.levels[0])

    def _level(self, level: Level, *, is_first: bool) -> Iterator[str]:
        if level.path == ".":
            # The root needs no entry of its own.
            yield from self._modules(level.modules, "", is_first=is_first)
            return
        details = level_details(level, self._settings.fields)
        yield self._entry("- ", level.title, level.readme, self._summary(level), details)
        if self._shows(IndexDepth.MODULES):
            yield from self._modules(level.modules, "  ")

    def _modules(
        self, modules: Sequence[Module], indent: str, *, is_first: bool = False
    ) -> Iterator[str]:
        is_list = _is_list(modules, is_first=is_first)
        for module in modules:
            marker = _marker(module, is_list=is_list)
            yield indent + self._unit(marker, module, optional=False)
            inner = indent + " " * (marker.index(" ") + 1)
            yield from self._exercises(module, inner)
            if self._shows(IndexDepth.SUBSECTIONS):
                yield from self._subsections(module.subsections, inner)

    def _subsections(self, subsections: Sequence[Subsection], indent: str) -> Iterator[str]:
        for each in subsections:
            marker = f"- {each.letter}) " if each.letter else "- "
            yield indent + self._unit(marker, each, optional=True)
            yield from self._exercises(each, f"{indent}  ")

    def _exercises(self, unit: IndexedUnit, indent: str) -> Iterator[str]:
        if self._shows(IndexDepth.EXERCISES):
            for exercise in unit.exercises:
                yield f"{indent}- {self._exercise(unit, exercise)}"

    def _exercise(self, unit: IndexedUnit, exercise: IndexedExercise) -> str:
        number = f"{exercise.number} " if exercise.number else ""
        name = number + exercise.title or "Exercise"
        return _linked(name, self._address(exercise.file or unit.readme, exercise.anchor))

    def _unit(self, marker: str, unit: IndexedUnit, *, optional: bool) -> str:
        details = unit_details(unit, self._settings.fields, optional=optional)
        return self._entry(marker, unit.title, unit.readme, self._summary(unit), details)

    def _entry(
        self, marker: str, title: str, readme: str | None, summary: str, details: Sequence[str]
    ) -> str:
        text = _linked(title, self._address(readme)) if readme else _unlinked(title)
        text += f": {in_markdown(summary)}" if summary else ""
        return f"{marker}{text}" + (f" *{' · '.join(details)}*" if details else "")

    def _summary(self, entry: Level | IndexedUnit) -> str:
        return entry.summary if IndexField.SUMMARY in self._settings.fields else ""

    def _address(self, path: str | None, anchor: str = "") -> str:
        relative = posixpath.relpath(f"/{path}", f"/{self._folder}")
        fragment = quote(anchor, safe="", errors="surrogateescape")
        address = quote(relative, safe=_PLAIN, errors="surrogateescape")
        return f"{address}#{fragment}" if 0 < len(fragment) <= _LONGEST_ANCHOR else address

    def _shows(self, depth: IndexDepth) -> bool:
        return _DEPTHS.index(depth) <= _DEPTHS.index(self._settings.depth)


def _linked(text: str, address: str) -> str:
    return f"[{in_markdown(shortened(text, _LONGEST_TITLE))}]({address})"


def _unlinked(text: str) -> str:
    return leading_in_markdown(shortened(text, _LONGEST_TITLE))


def _is_list(modules: Sequence[Module], *, is_first: bool) -> bool:
    """Whether an ordered list shows the right labels: it counts on from its first number.

    Right behind other text, Markdown begins one with 1 only.
    """
    first = modules[0].number if modules else None
    if first is None or not (first == 1 or (is_first and first + len(modules) < _MOST)):
        return False
    return all(each.label == str(first + at) for at, each in enumerate(modules))


def _marker(module: Module, *, is_list: bool) -> str:
    if module.number is None:
        return "- "
    return f"{module.number}. " if is_list else f"- {module.label}\\. "
