"""One run from a folder to diagnostics: discover → parse → model → links → check."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..git.prefix import repository_prefix
from ..links.resolve import resolve_links
from ..model.curriculum import Curriculum, GeneratedFile, Kind, Skeleton
from ..model.reply import Reply
from ..model.skeleton import find_units
from ..model.template import UnitName
from ..model.vocabulary import Vocabulary
from ..readme_schema.readme_schema import ReadmeSchema
from ..readme_schema.schemas import load_schemas
from ..settings.settings import Settings
from ..workspace.generated import generated_files, read_generated
from ..workspace.read import FileText, Unreadable, read_text
from ..workspace.repository import is_left_out, scan_tree
from ..workspace.tree import Kind as EntryKind
from ..workspace.tree import Tree
from .engine import Coded, check_curriculum
from .reading import DocumentReader, Pages, PageStore
from .readmes import Role
from .result import Counts, Run
from .rule import Rule

Ask = Callable[[Curriculum], Mapping[str, Reply]]


def run(
    settings: Settings,
    rules: Sequence[Rule],
    *,
    tree: Tree | None = None,
    texts: Mapping[str, str] | None = None,
    pages: PageStore | None = None,
    ask: Ask | None = None,
) -> Run:
    """Check the curriculum below ``settings.root`` with ``rules``.

    ``tree`` is its tree if it has been scanned already, ``texts`` stand in the place of files by
    path, and ``pages`` remembers what was read from files that have not changed. ``ask`` asks the
    web what becomes of links, where a rule needs to know.
    """
    curriculum, findings = _read(settings, rules, tree, texts or {}, pages)
    if ask is not None and any(rule.needs_network for rule in rules):
        curriculum = replace(curriculum, replies=ask(curriculum))
    outcome = check_curriculum(curriculum, findings, rules)
    counts, has_levels = _counts(curriculum), bool(curriculum.levels)
    return Run(outcome.diagnostics, counts, outcome.hidden, outcome.failed, has_levels)


def read_curriculum(
    settings: Settings,
    *,
    tree: Tree | None = None,
    texts: Mapping[str, str] | None = None,
    pages: PageStore | None = None,
) -> Curriculum:
    """Read the curriculum below ``settings.root``, without checking it.

    ``pages`` is no store that a check uses: nothing is looked for here.
    """
    return _read(settings, (), tree, texts or {}, pages)[0]


def _read(
    settings: Settings,
    rules: Sequence[Rule],
    tree: Tree | None,
    texts: Mapping[str, str],
    pages: PageStore | None,
) -> tuple[Curriculum, list[Coded]]:
    """The curriculum, and what the document rules find in it."""
    tree = tree or scan_tree(settings)
    skeleton = find_units(tree, settings)
    vocabulary = Vocabulary(settings.sections)
    roles = _roles(skeleton)

    def text_of(path: str) -> FileText | Unreadable:
        if path in texts:
            return FileText(texts[path], False, "")
        return read_text(settings.root, tree.origin(path), settings.limits)

    read = Pages(DocumentReader(settings, rules, pages.shapes if pages else {}), pages)
    read.read_all(_documents(tree, skeleton), text_of, lambda path: roles.get(path, _PAGE))
    targets = resolve_links(read.pages, tree, settings, repository_prefix(settings.root))
    curriculum = Curriculum(
        skeleton,
        read.pages,
        tree,
        settings,
        vocabulary,
        targets,
        read.unreadable,
        generated=dict(_generated(settings, texts)),
        schemas=_schemas(settings, skeleton),
    )
    return curriculum, read.findings


def _generated(settings: Settings, texts: Mapping[str, str]) -> Iterator[tuple[str, GeneratedFile]]:
    """The files that the index is written to."""
    for path in generated_files(settings.index):
        is_ignored = is_left_out(replace(settings, exclude=()), path, folder=False)
        if path in texts:
            yield path, GeneratedFile(texts[path], is_ignored)
        else:
            read = read_generated(settings.root, path)
            yield path, GeneratedFile(read.text if read else None, is_ignored)


def _schemas(settings: Settings, skeleton: Skeleton) -> Mapping[str, ReadmeSchema]:
    """The schemas for readmes that are still to be written."""
    if all(unit.readme is not None for unit in skeleton.units()):
        return {}
    return load_schemas(settings)


def _documents(tree: Tree, skeleton: Skeleton) -> list[str]:
    """The files to read: Markdown files, and readmes whatever their suffix is.

    A symbolic link inside the root is an alias: its target is read, once. One that leads
    nowhere or out of the root is kept, to be reported.
    """
    paths = {entry.path for entry in tree.markdown() if entry.kind is not EntryKind.LINK}
    readmes = {path for path in skeleton.kinds() if path in tree.entries}
    return sorted(paths | {_file_of(tree, path) for path in readmes})


def _file_of(tree: Tree, readme: str) -> str:
    """The file that a readme is; a link to anything else is itself, to be reported."""
    target = tree.entries.get(tree.entries[readme].target or "")
    return target.path if target and target.kind is EntryKind.FILE else readme


_PAGE = Role(Kind.PAGE, UnitName())


def _roles(skeleton: Skeleton) -> dict[str, Role]:
    """What every readme is, by path."""
    roles = {unit.readme: Role(unit.kind, unit.name) for unit in skeleton.units() if unit.readme}
    if skeleton.root_readme is not None and skeleton.root_readme not in roles:
        roles[skeleton.root_readme] = Role(Kind.ROOT, UnitName())
    return roles


def _counts(curriculum: Curriculum) -> Counts:
    exercises = sum(
        len(page.outline.exercises)
        for unit in curriculum.units()
        if (page := curriculum.page(unit)) is not None
    )
    return Counts(
        len(curriculum.pages) + len(curriculum.unreadable),
        len(curriculum.of_kind(Kind.MODULE)),
        len(curriculum.of_kind(Kind.SUBSECTION)),
        exercises,
    )
