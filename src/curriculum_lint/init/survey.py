"""Looks at a whole repository."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..model.curriculum import Kind, Skeleton, Unit
from ..model.skeleton import find_units
from ..parse.document import Document
from ..settings.exercise_settings import ExerciseSettings
from ..settings.settings import Settings
from ..workspace.disk import Disk
from ..workspace.read import FileText
from ..workspace.tree import Tree
from .configuration import Survey
from .derived_schema import DerivedSchema, derive_schema
from .exercise_globs import CountedGlob, find_exercise_globs
from .exercises import find_exercises
from .found_layout import FoundLayout
from .habits import check_form, find_habits
from .layout import find_layouts
from .levels import glob_of
from .mounts import find_mounted
from .site_links import find_site_links
from .unlike_levels import UnlikeLevel, find_unlike_levels
from .words import count_names

_MOST_READMES = 200
#: Suffixes of files in which others keep their lessons, and which nobody reads here.
_OTHER_TEXTS = frozenset({"ipynb", "rmd", "qmd", "adoc", "asciidoc", "rst", "org", "tex"})


class Sight(NamedTuple):
    """A repository that was looked at, and its layouts, the best first."""

    workspace: Disk
    layouts: tuple[FoundLayout, ...]


def look(root: str) -> Sight:
    """What layouts the repository at ``root`` may have."""
    workspace = Disk(Settings(root=root))
    return Sight(workspace, tuple(find_layouts(workspace)))


def survey(sight: Sight, chosen: int | None) -> Survey:
    """What ``init`` has to say, with the layout of that place in the list, or with none."""
    workspace = sight.workspace
    layout = None if chosen is None else sight.layouts[chosen]
    settings = settings_of(workspace.settings.root, layout)
    skeleton = find_units(workspace.tree, settings, workspace.read)
    modules = list(_documents(workspace, _readmes(skeleton, Kind.MODULE)))
    others = list(_documents(workspace, _readmes(skeleton, Kind.SUBSECTION)))
    globs = find_exercise_globs(workspace.tree, list(_units(skeleton)))
    skeleton = _with_exercises(skeleton, workspace, settings, globs)
    beside = list(_documents(workspace, _few(p for u in _units(skeleton) for p in u.exercises)))
    exercises = find_exercises([*modules, *others], beside, globs)
    texts = {Kind.MODULE: modules, Kind.SUBSECTION: others}
    schemas = {
        kind: derive_schema(kind, found, exercises) for kind, found in texts.items() if found
    }
    settings = replace(settings, sections=exercises.sections, exercises=exercises.settings)
    checked = check_form(_without_copies(settings, layout))
    return Survey(
        files=len(workspace.tree.markdown()),
        layouts=sight.layouts,
        chosen=chosen,
        names=tuple(count_names([*modules, *others])),
        readmes=len(modules) + len(others),
        units=Counter(unit.kind for unit in skeleton.units()),
        schemas=schemas,
        site=find_site_links(workspace.tree, checked.curriculum.pages.values()),
        exercises=exercises,
        habits=find_habits(checked, _pages(workspace.tree, skeleton if layout else None)),
        unlike=tuple(_unlike(skeleton, modules, schemas.get(Kind.MODULE))),
        mounted=tuple(find_mounted(workspace, checked.curriculum)),
        unread=tuple(_unread(workspace.tree)),
    )


def _pages(tree: Tree, skeleton: Skeleton | None) -> list[str]:
    """The pages whose habits count: those of the units, or all where nobody knows units."""
    if skeleton is None:
        return [entry.path for entry in tree.markdown()]
    return [unit.readme for unit in _units(skeleton) if unit.readme is not None]


def _with_exercises(
    skeleton: Skeleton, workspace: Disk, settings: Settings, globs: Sequence[CountedGlob]
) -> Skeleton:
    """The units with the files that hold exercises of them."""
    if not globs:
        return skeleton
    files = ExerciseSettings(files=tuple(each.glob for each in globs))
    return find_units(workspace.tree, replace(settings, exercises=files), workspace.read)


def _unread(tree: Tree) -> Iterator[tuple[str, int]]:
    """The suffixes of texts that are no Markdown, the most frequent first."""
    suffixes = (path.rpartition(".")[2].lower() for path in tree.entries)
    counts = Counter(each for each in suffixes if each in _OTHER_TEXTS)
    yield from ((f".{suffix}", count) for suffix, count in counts.most_common())


def _unlike(
    skeleton: Skeleton, modules: Sequence[Document], schema: DerivedSchema | None
) -> Iterator[UnlikeLevel]:
    texts = [document.path for document in modules]
    return find_unlike_levels(skeleton, texts, schema.lacking if schema else ())


def settings_of(root: str, layout: FoundLayout | None) -> Settings:
    """The settings that the configuration will hold."""
    if layout is None:
        return Settings(root=root, levels=())
    settings = Settings(
        root=root,
        levels=layout.levels,
        module_pattern=layout.module_pattern,
        other_module_patterns=layout.other_patterns,
        readme=layout.readme,
        unit_file=layout.unit_file,
        order=layout.order,
        order_by=layout.order_by,
    )
    if layout.subsection_pattern is None:
        return settings
    return replace(settings, subsection_pattern=layout.subsection_pattern)


def _without_copies(settings: Settings, layout: FoundLayout | None) -> Settings:
    """The settings without what can tell nothing of the habits of the course itself."""
    folders = layout.aside if layout else {}
    return replace(settings, exclude=tuple(f"{glob_of(folder)}/**" for folder in folders))


def _readmes(skeleton: Skeleton, kind: Kind) -> list[str]:
    """The texts of units of one kind: of many, as many as show what is usual."""
    return _few(u.readme for u in _units(skeleton) if u.kind is kind and u.readme)


def _few(paths: Iterable[str]) -> list[str]:
    found = list(paths)
    step = -(-len(found) // _MOST_READMES) or 1
    return found[::step]


def _units(skeleton: Skeleton) -> Iterator[Unit]:
    return (unit for unit in skeleton.units() if unit.kind is not Kind.LEVEL)


def _documents(workspace: Disk, paths: Sequence[str]) -> Iterator[Document]:
    from ..parse.parser import parse_document

    for path in paths:
        read = workspace.read(path)
        if isinstance(read, FileText):
            yield parse_document(path, read.text)
