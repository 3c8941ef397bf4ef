"""One run from a workspace to diagnostics: parse → model → links → check."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..criteria.read_tests import read_criterion_tests
from ..git.prefix import repository_prefix
from ..links.link_memory import LinkMemory
from ..links.resolve import find_neighbours
from ..model.curriculum import Curriculum, GeneratedFile, Kind, Page, Skeleton
from ..model.menus import read_menus
from ..model.reply import Reply
from ..model.unit_memory import UnitMemory
from ..model.vocabulary import Vocabulary
from ..model.watch import Watch, plain
from ..readme_schema.readme_schema import ReadmeSchema
from ..readme_schema.schemas import load_schemas
from ..settings.settings import Settings
from ..workspace.generated import generated_files
from ..workspace.tree import EntryKind, Tree
from ..workspace.workspace import Workspace
from .diagnostic import INTERNAL_ERROR, Diagnostic
from .document_reader import DocumentReader, Former
from .earlier import Left, leave
from .engine import Coded, check_curriculum, conclude, run_early
from .reading import Pages, PageStore
from .readmes import PAGE_ROLE, find_roles, role_in
from .result import Counts, Result
from .rule import Rule

Ask = Callable[[Curriculum], Mapping[str, Reply]]


def run(
    workspace: Workspace,
    rules: Sequence[Rule],
    *,
    pages: PageStore | None = None,
    ask: Ask | None = None,
    links: LinkMemory | None = None,
) -> Result:
    """Check the curriculum in ``workspace`` with ``rules``.

    ``pages`` remembers what was read from files that have not changed, and ``links`` where links
    lead. ``ask`` asks the web what becomes of links, where a rule needs to know.
    """
    curriculum, findings = read_checked(workspace, rules, pages, links)
    if ask is not None and any(rule.needs_network for rule in rules):
        curriculum = replace(curriculum, replies=ask(curriculum))
    return _result(check_curriculum(curriculum, findings, rules), curriculum)


def run_watched(
    workspace: Workspace, rules: Sequence[Rule], pages: PageStore
) -> tuple[Result, Left | None]:
    """What `run` gives, and what it leaves behind for `rerun`, where that can be known."""
    watch = Watch()
    curriculum, findings = read_checked(workspace, rules, pages, watch=watch)
    early = run_early(curriculum, rules)
    found, hidden = conclude(curriculum, findings, early, rules)
    as_they_are = {path: plain(page) for path, page in curriculum.pages.items()}
    curriculum = replace(curriculum, pages=as_they_are)
    done = _result(found, curriculum)
    if done.failed or not _is_known(curriculum):
        return done, None
    units = find_roles(curriculum.skeleton)
    roles = {path: role_in(units, path) for path in as_they_are}
    return done, leave(curriculum, watch, roles, early, hidden)


def _is_known(curriculum: Curriculum) -> bool:
    """Whether nothing but documents and the names of files can have counted."""
    settings = curriculum.settings
    reads_more = settings.plugins or settings.tests.files or settings.order or settings.order_by
    return not (reads_more or curriculum.neighbours)


def _result(found: tuple[Diagnostic, ...], curriculum: Curriculum) -> Result:
    failed = any(each.code == INTERNAL_ERROR for each in found)
    return Result(found, _counts(curriculum), failed, bool(curriculum.levels))


def read_curriculum(workspace: Workspace, *, pages: PageStore | None = None) -> Curriculum:
    """Read the curriculum in ``workspace``, without checking it.

    ``pages`` is no store of a check: nothing is looked for here.
    """
    return read_checked(workspace, (), pages)[0]


def read_checked(
    workspace: Workspace,
    rules: Sequence[Rule],
    pages: PageStore | None,
    links: LinkMemory | None = None,
    units: UnitMemory | None = None,
    watch: Watch | None = None,
    former: Former | None = None,
) -> tuple[Curriculum, list[Coded]]:
    """The curriculum, and what the document rules find in it.

    ``links`` knows where the links of a similar curriculum lead, ``units`` which units it has,
    and ``watch`` notes what is read of its pages. ``former`` gives the page that a file was.
    """
    settings, tree = workspace.settings, workspace.tree
    skeleton = (units or UnitMemory()).find(tree, settings, workspace.read)
    vocabulary = Vocabulary(settings.sections, settings.exercises.forms)
    roles = find_roles(skeleton)
    shapes = pages.valid_shapes if pages else set[str]()
    read = Pages(DocumentReader(settings, rules, shapes, former), pages)
    paths = _documents(tree, skeleton)
    read.read_all(paths, workspace.read, lambda path: role_in(roles, path))
    known = watch.over(read.pages) if watch else read.pages
    prefix = repository_prefix(settings.root)
    neighbours = _neighbours(workspace, known, prefix, pages)
    targets = (links or LinkMemory()).resolve(known, tree, settings, prefix, neighbours)
    curriculum = Curriculum(
        skeleton,
        known,
        tree,
        settings,
        vocabulary,
        targets,
        read.unreadable,
        generated=dict(_generated(workspace)),
        tests=read_criterion_tests(workspace),
        schemas=_schemas(settings, skeleton),
        neighbours=neighbours,
        menus=read_menus(tree, workspace.read),
    )
    return curriculum, read.findings


def _neighbours(
    workspace: Workspace, known: Mapping[str, Page], prefix: str | None, store: PageStore | None
) -> Mapping[str, Page]:
    """The documents beyond the root that links lead into: nothing is checked in them."""
    paths = find_neighbours(known, workspace.tree, workspace.settings, prefix)
    if not paths:
        return {}
    read = Pages(DocumentReader(workspace.settings, (), set()), store)
    read.read_all(paths, workspace.read, lambda _: PAGE_ROLE)
    return read.pages


def _generated(workspace: Workspace) -> Iterator[tuple[str, GeneratedFile]]:
    """The files that the index is written to."""
    for path in generated_files(workspace.settings.index):
        read = workspace.read_generated(path)
        yield path, GeneratedFile(read.text if read else None, workspace.ignores(path))


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


def _counts(curriculum: Curriculum) -> Counts:
    exercises = sum(
        len(page.outline.exercises)
        for unit in curriculum.units()
        for page in curriculum.exercise_pages(unit)
    )
    return Counts(
        len(curriculum.pages) + len(curriculum.unreadable),
        len(curriculum.of_kind(Kind.MODULE)),
        len(curriculum.of_kind(Kind.SUBSECTION)),
        exercises,
    )
