"""The index as a nested list in Markdown, as a readme in some folder shows it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from ..settings.settings import IndexDepth, IndexField, IndexSettings
from ..text.markdown import in_markdown, leading_in_markdown
from .details import level_details, unit_details
from .entries import CurriculumIndex, Exercise, Level, Module, Subsection, Unit

_DEPTHS = list(IndexDepth)
#: What may stand in a destination as it is. Everything else is percent-encoded.
_PLAIN = "/~+,;=@"


class Listing:
    """Writes lists for the readmes in ``folder`` (``""`` for the root)."""

    def __init__(self, folder: str, settings: IndexSettings) -> None:
        self._folder, self._settings = folder, settings

    def lines(self, index: CurriculumIndex) -> Iterator[str]:
        """The units below the folder; all of them where there are none."""
        for level in index.levels:
            if self._folder and level.path == self._folder:
                yield from self._modules(level.modules, "")
                return
            for module in level.modules:
                if self._folder and module.path == self._folder:
                    yield from self._subsections(module.subsections, "")
                    return
        for level in index.levels:
            yield from self._level(level)

    def _level(self, level: Level) -> Iterator[str]:
        if level.path == ".":
            # The root needs no entry of its own.
            yield from self._modules(level.modules, "")
            return
        details = level_details(level, self._settings.fields)
        yield self._entry("- ", level.title, level.readme, self._summary(level), details)
        if self._shows(IndexDepth.MODULES):
            yield from self._modules(level.modules, "  ")

    def _modules(self, modules: Sequence[Module], indent: str) -> Iterator[str]:
        is_list = _is_consecutive(modules)
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

    def _exercises(self, unit: Unit, indent: str) -> Iterator[str]:
        if self._shows(IndexDepth.EXERCISES):
            for exercise in unit.exercises:
                yield f"{indent}- {self._exercise(unit, exercise)}"

    def _exercise(self, unit: Unit, exercise: Exercise) -> str:
        number = f"{exercise.number} " if exercise.number else ""
        return _linked(number + exercise.title, self._address(unit.readme, exercise.anchor))

    def _unit(self, marker: str, unit: Unit, *, optional: bool) -> str:
        details = unit_details(unit, self._settings.fields, optional=optional)
        return self._entry(marker, unit.title, unit.readme, self._summary(unit), details)

    def _entry(
        self, marker: str, title: str, readme: str | None, summary: str, details: Sequence[str]
    ) -> str:
        text = _linked(title, self._address(readme)) if readme else leading_in_markdown(title)
        text += f": {in_markdown(summary)}" if summary else ""
        return f"{marker}{text}" + (f" *{' · '.join(details)}*" if details else "")

    def _summary(self, entry: Level | Unit) -> str:
        return entry.summary if IndexField.SUMMARY in self._settings.fields else ""

    def _address(self, path: str | None, anchor: str = "") -> str:
        relative = posixpath.relpath(f"/{path}", f"/{self._folder}")
        fragment = f"#{quote(anchor, safe='', errors='surrogateescape')}" if anchor else ""
        return quote(relative, safe=_PLAIN, errors="surrogateescape") + fragment

    def _shows(self, depth: IndexDepth) -> bool:
        return _DEPTHS.index(depth) <= _DEPTHS.index(self._settings.depth)


def _linked(text: str, address: str) -> str:
    return f"[{in_markdown(text)}]({address})"


def _is_consecutive(modules: Sequence[Module]) -> bool:
    """Whether an ordered list shows the right numbers: it counts on from its first one."""
    numbers = [module.number for module in modules]
    first = numbers[0] if numbers else None
    return first is not None and numbers == list(range(first, first + len(numbers)))


def _marker(module: Module, *, is_list: bool) -> str:
    if module.number is None:
        return "- "
    return f"{module.number}. " if is_list else f"- {module.label}\\. "
