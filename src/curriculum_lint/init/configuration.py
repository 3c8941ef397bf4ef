"""The first configuration of a repository, with what led to it as comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..model.curriculum import Kind
from ..readme_schema.schemas import BUILT_IN
from ..settings.toml_text import toml_value
from ..text.phrases import counted
from .aside import AsideKind
from .comments import comment, wrapped
from .derived_schema import DerivedSchema
from .exercise_lines import exercise_keys, exercise_table
from .exercises import FoundExercises
from .found_layout import FoundLayout
from .habits import Habit
from .levels import glob_of
from .mounts import MountedFolder
from .site_links import SiteLinks
from .unlike_levels import UnlikeLevel
from .words import CountedName, preferred_names, unknown_names

_UNITS = (Kind.LEVEL, Kind.MODULE, Kind.SUBSECTION)
_MOST_ASIDE = 40
_COPIES = (AsideKind.TRANSLATION, AsideKind.HISTORY)
#: What a derived schema asks for is usual, not a must.
_ASKED = ("missing-section", "schema-mismatch", "empty-section")
_USUAL = ("module-number-gap",)


class Survey(NamedTuple):
    """What was seen: Markdown ``files``, the layouts, and names of sections in ``readmes``.

    ``chosen`` is the layout to write, ``None`` for none. ``units`` counts what the linter will
    find with the settings for it, ``unread`` files of other kinds of text, by their suffix.
    """

    files: int
    layouts: tuple[FoundLayout, ...]
    chosen: int | None
    names: tuple[CountedName, ...]
    readmes: int
    units: Mapping[Kind, int]
    schemas: Mapping[Kind, DerivedSchema | None]
    site: SiteLinks
    exercises: FoundExercises = FoundExercises()
    habits: tuple[Habit, ...] = ()
    unlike: tuple[UnlikeLevel, ...] = ()
    mounted: tuple[MountedFolder, ...] = ()
    unread: tuple[tuple[str, int], ...] = ()

    @property
    def derived(self) -> dict[Kind, DerivedSchema]:
        """The schemas that are not the built-in ones."""
        return {kind: schema for kind, schema in self.schemas.items() if schema is not None}

    @property
    def layout(self) -> FoundLayout | None:
        """The layout to write."""
        return None if self.chosen is None else self.layouts[self.chosen]


def schema_path(kind: Kind) -> str:
    """Where the schema for the readmes of a kind is written."""
    return f"curriculum-lint-{kind}.schema.json"


def render(survey: Survey) -> str:
    """The text of ``curriculum-lint.toml``."""
    return "\n".join([*_lines(survey), ""])


def describe(layout: FoundLayout) -> str:
    """A layout in one line: its modules, what they are called, and where they are."""
    where = ", ".join("the root" if each == "." else each for each in layout.levels[:3])
    more = f" and {len(layout.levels) - 3} more" if len(layout.levels) > 3 else ""
    text = layout.unit_file
    read = f", each read from {text}" if text else ""
    ordered = f", in the order of {layout.order[0]}" if layout.order else ""
    names = " or ".join(f"`{each}`" for each in (layout.module_pattern, *layout.other_patterns))
    return f"{len(layout.modules)} modules called {names} in {where}{more}{read}{ordered}"


def _lines(survey: Survey) -> Iterator[str]:
    files = counted(survey.files, "Markdown file")
    yield comment(f"Written by `curriculum-lint init`, which looked at {files}.")
    yield comment("Change what it guessed wrongly; `curriculum-lint config` shows all settings.")
    yield ""
    layout = survey.layout
    if layout is None:
        yield comment("No layout of modules explains these files, so only links and text are")
        yield comment("checked. Name the folders that hold modules:")
        yield "levels = []"
        yield comment('module-pattern = "{number:02}-{slug}"')
    else:
        yield from _layout(layout)
        levels, modules, subsections = map(survey.units.__getitem__, _UNITS)
        yield comment(
            f"With these settings: {counted(levels, 'level')}, {counted(modules, 'module')}, "
            f"{counted(subsections, 'subsection')}."
        )
    yield from _others(survey)
    yield from _aside(layout)
    yield from _ignored(survey.habits, "module" if layout else "page")
    # From here on there are tables: no key of the file itself may follow.
    yield from _severity(survey)
    yield from _per_path(survey)
    yield from _links(survey.site)
    yield from exercise_table(survey.exercises)
    yield from _schemas(survey.schemas)
    yield from _sections(survey)


def _layout(layout: FoundLayout) -> Iterator[str]:
    first, count = layout.modules[0], len(layout.modules)
    evidence = layout.evidence
    yield comment(f"{count} names look like those of modules; the first is {first}.")
    yield from wrapped(f"Evidence: {evidence.told()} ({evidence.score:.1f} points).")
    yield f"levels = {toml_value(layout.levels)}"
    what = "one of the patterns" if layout.other_patterns else "it"
    yield comment(f"{layout.fitting} of {count} names follow {what}.")
    yield f"module-pattern = {toml_value(layout.module_pattern)}"
    if layout.other_patterns:
        yield comment("Not all of them are called alike; new ones are named by the pattern above.")
        yield f"other-module-patterns = {toml_value(layout.other_patterns)}"
    if layout.subsection_pattern is not None:
        yield f"subsection-pattern = {toml_value(layout.subsection_pattern)}"
    if layout.readmes:
        spelled = ", ".join(f"{count} × {name}" for name, count in layout.readmes[:5])
        yield comment(f"Texts in modules: {spelled}.")
    yield f"readme = {toml_value(layout.readme)}"
    if layout.unit_file:
        yield comment("The text of a module is in this file of its folder.")
        yield f"unit-file = {toml_value(layout.unit_file)}"
    if layout.order:
        yield comment(
            "Modules have no numbers: they are read in the order in which this lists them."
        )
        yield f"order = {toml_value(layout.order)}"
    if layout.order_by:
        yield comment("Modules have no numbers: this key of their front matter says the order.")
        yield f"order-by = {toml_value(layout.order_by)}"


def _others(survey: Survey) -> Iterator[str]:
    others = [(at, each) for at, each in enumerate(survey.layouts) if at != survey.chosen]
    if not others:
        return
    yield ""
    yield comment(
        "Other layouts that were seen; `curriculum-lint init --force --layout N` takes one:"
    )
    for at, each in others:
        yield from wrapped(f"  {at + 1}: {describe(each)} ({each.evidence.score:.1f} points).")


def _aside(layout: FoundLayout | None) -> Iterator[str]:
    """What holds no modules: copies and history may be left out of the check altogether."""
    if layout is None or not layout.aside:
        return
    kinds: dict[AsideKind, list[str]] = {}
    for folder, kind in layout.aside.items():
        if not folder.startswith("."):
            kinds.setdefault(kind, []).append(folder)
    yield ""
    yield comment("Passed over in the search for modules:")
    for kind, found in kinds.items():
        shown = ", ".join(found[:3]) + (f" and {len(found) - 3} more" if len(found) > 3 else "")
        yield from wrapped(f"  {kind}: {shown}")
    copies = [each for kind in _COPIES for each in kinds.get(kind, ())]
    if copies:
        yield comment("Their links and texts are checked like all others. To leave them out:")
        yield "# exclude = ["
        yield from (f"#   {toml_value(f'{folder}/**')}," for folder in copies[:_MOST_ASIDE])
        yield "# ]"


def _ignored(habits: Sequence[Habit], what: str) -> Iterator[str]:
    if not habits:
        return
    yield ""
    yield comment(f"Most {what}s do otherwise than these rules say: that is the style here, and")
    yield comment("not reported. Take a rule out to hear of it.")
    yield "ignore = ["
    for each in habits:
        yield comment(f"{each.units} of {counted(each.all_units, what)}: {each.example}")
        yield f"  {toml_value(each.rule)},"
    yield "]"


def _severity(survey: Survey) -> Iterator[str]:
    if not survey.derived:
        return
    asked = any(schema.asked for schema in survey.derived.values())
    ignored = {each.rule for each in survey.habits}
    yield ""
    yield comment("What is usual here, but no promise to learners, is asked for as a warning.")
    yield "[severity]"
    for name in (*(_ASKED if asked else ()), *_USUAL):
        if name not in ignored:
            yield f'{name} = "warning"'


def _per_path(survey: Survey) -> Iterator[str]:
    """The rules that say nothing useful of some folders, each with the reason."""
    if not survey.unlike and not survey.mounted:
        return
    yield ""
    yield "[per-path-ignores]"
    rules: dict[str, list[str]] = {}
    for level in survey.unlike:
        lacking = f"{level.lacking} of {counted(level.modules, 'module')} lack a section"
        yield from wrapped(f"{level.path}: {lacking}, for they are written otherwise than most.")
        rules.setdefault(level.path, []).append("missing-section")
    for folder in survey.mounted:
        yield from wrapped(
            f"{folder.path}: Hugo shows it at {folder.target} (in {folder.site}), and links begin "
            f"there: {counted(folder.links, 'link')} would lead nowhere here."
        )
        rules.setdefault(folder.path, []).append("broken-link")
    for path, names in rules.items():
        yield f"{toml_value(f'{glob_of(path)}/**')} = {toml_value(names)}"


def _links(site: SiteLinks) -> Iterator[str]:
    if not (site.are_routes or site.leave_suffix):
        return
    yield ""
    yield "[links]"
    if site.are_routes:
        yield from wrapped(
            f"{site.links} links begin with “/”, and {site.found} of them lead to a file here: "
            f"they seem to be routes of a website, such as {site.example}."
        )
        yield 'absolute = "ignore"'
    if site.leave_suffix:
        yield comment(f"{site.without_suffix} links are written as routes of a website: without")
        yield comment("the ending of a page, or counted from its address.")
        yield 'endings = "ignore"'


def _schemas(schemas: Mapping[Kind, DerivedSchema | None]) -> Iterator[str]:
    if not schemas:
        return
    yield ""
    yield comment("What a readme must contain, taken from what most of them do. Edit these files.")
    for derived in filter(None, schemas.values()):
        for told in derived.asked:
            yield comment(f"  {told}")
        if not derived.asked:
            yield comment("  No section is in most of them, so none is asked for.")
    yield "[schemas]"
    for kind, schema in schemas.items():
        if schema is None:
            yield comment("Exercises with goals, and best practices: as the built-in schema asks.")
        yield f"{kind} = {toml_value(schema_path(kind) if schema else BUILT_IN)}"


def _sections(survey: Survey) -> Iterator[str]:
    new = {key: names for each in survey.derived.values() for key, names in each.sections.items()}
    taken = {name for names in new.values() for name in names}
    known = [name for name in survey.names if name.key]
    taken |= {name for name, _ in survey.exercises.names}
    frequent = unknown_names(survey.names, survey.readmes)
    unknown = [each for each in frequent if each.text not in taken]
    keys = [*_section_keys(survey, new), *exercise_keys(survey.exercises)]
    if known or unknown or keys:
        yield ""
    if keys:
        yield "[sections]"
    if known or new:
        yield comment(f"Sections in {survey.readmes} readmes of modules, by their bold labels and")
        yield comment("headings. A key given here replaces the built-in names.")
    yield from keys
    yield from _known(known, {key for key, *_ in preferred_names(survey.names)})
    if unknown:
        yield comment("Frequent, and the name of no section. To make one known, add it to a key:")
        yield from (comment(f"  {_counted(name)}") for name in unknown)


def _section_keys(survey: Survey, new: Mapping[str, Sequence[str]]) -> Iterator[str]:
    given = {"exercises"} if survey.exercises.names else set()
    for key, names, name in preferred_names(survey.names):
        if key in given:
            continue
        yield comment(f"{_counted(name)}.")
        yield f"{key} = {toml_value(names)}"
    for key, found in new.items():
        yield f"{key} = {toml_value(tuple(found))}"


def _known(known: Sequence[CountedName], given: set[str]) -> Iterator[str]:
    rest = [name for name in known if name.key not in given]
    if rest:
        yield comment("Known without being listed:")
        yield from (comment(f"  {name.key}: {_counted(name)}") for name in rest)


def _counted(name: CountedName) -> str:
    times = "once" if name.times == 1 else f"{name.times} times"
    return f"“{name.text}” {times} in {counted(name.readmes, 'readme')}"
