"""The first configuration of a repository, with what led to it as comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..model.curriculum import Kind
from ..settings.toml_text import toml_value
from ..text.escape import printable
from ..text.phrases import counted
from .layout import FoundLayout
from .words import CountedName, preferred_names, unknown_names

_WIDTH = 96
_UNITS = (Kind.LEVEL, Kind.MODULE, Kind.SUBSECTION)


class Survey(NamedTuple):
    """What was seen: Markdown ``files``, the layout, and names of sections in ``readmes``.

    ``units`` counts what the linter will find with the settings for the layout.
    """

    files: int
    layout: FoundLayout | None
    names: tuple[CountedName, ...]
    readmes: int
    units: Mapping[Kind, int]


def render(survey: Survey) -> str:
    """The text of ``curriculum-lint.toml``."""
    return "\n".join([*_lines(survey), ""])


def _lines(survey: Survey) -> Iterator[str]:
    files = counted(survey.files, "Markdown file")
    yield _comment(f"Written by `curriculum-lint init`, which looked at {files}.")
    yield _comment("Change what it guessed wrongly; `curriculum-lint config` shows all settings.")
    yield ""
    if survey.layout is None:
        yield _comment("No two folders or files look like numbered modules, so only links and text")
        yield _comment("are checked. Name the folders that hold modules:")
        yield "levels = []"
        yield _comment('module-pattern = "{number:02}-{slug}"')
    else:
        yield from _layout(survey.layout)
        levels, modules, subsections = map(survey.units.__getitem__, _UNITS)
        yield _comment(
            f"With these settings: {counted(levels, 'level')}, {counted(modules, 'module')}, "
            f"{counted(subsections, 'subsection')}."
        )
    yield from _sections(survey)


def _layout(layout: FoundLayout) -> Iterator[str]:
    first, count = layout.modules[0], len(layout.modules)
    yield _comment(f"{count} names look like those of modules; the first is {first}.")
    yield f"levels = {toml_value(layout.levels)}"
    yield _comment(f"{layout.fitting} of {count} names follow it.")
    yield f"module-pattern = {toml_value(layout.module_pattern)}"
    if layout.subsection_pattern is not None:
        yield f"subsection-pattern = {toml_value(layout.subsection_pattern)}"
    if layout.readmes:
        spelled = ", ".join(f"{count} × {name}" for name, count in layout.readmes[:5])
        yield _comment(f"Readmes in modules: {spelled}.")
    yield f"readme = {toml_value(layout.readme)}"
    if layout.aside:
        yield _comment("Passed over in the search for modules. To check nothing in them:")
        yield _comment(f"exclude = {toml_value([f'{folder}/**' for folder in layout.aside[:9]])}")


def _sections(survey: Survey) -> Iterator[str]:
    preferred = list(preferred_names(survey.names))
    known = [name for name in survey.names if name.key]
    unknown = unknown_names(survey.names, survey.readmes)
    if not known and not unknown:
        return
    yield ""
    if preferred:
        yield "[sections]"
    if known:
        yield _comment(f"Sections in {survey.readmes} readmes of modules, by their bold labels and")
        yield _comment("headings. A key given here replaces the built-in names.")
    for key, names, name in preferred:
        yield _comment(f"{_counted(name)}.")
        yield f"{key} = {toml_value(names)}"
    given = {key for key, _, _ in preferred}
    rest: Sequence[CountedName] = [name for name in known if name.key not in given]
    if rest:
        yield _comment("Known without being listed:")
        yield from (_comment(f"  {name.key}: {_counted(name)}") for name in rest)
    if unknown:
        yield _comment("Frequent, and the name of no section. To make one known, add it to a key:")
        yield from (_comment(f"  {_counted(name)}") for name in unknown)


def _counted(name: CountedName) -> str:
    times = "once" if name.times == 1 else f"{name.times} times"
    return f"“{name.text}” {times} in {name.readmes} readmes"


def _comment(text: str) -> str:
    """One line, whatever a stranger's file is called: nothing in it can end the comment."""
    shown = printable(text)
    return f"# {shown if len(shown) <= _WIDTH else shown[: _WIDTH - 1] + '…'}"
