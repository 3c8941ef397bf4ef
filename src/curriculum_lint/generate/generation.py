"""Generates the index: what is stale is found, and written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..check.reading import PageStore
from ..check.run import read_curriculum
from ..edits.apply import apply_plan
from ..edits.compose import apply_edits
from ..edits.edit import Edit, Fix, Safety
from ..edits.line_ends import fit_line_ends
from ..edits.not_written import NotWritten
from ..edits.plan import NewText, Plan
from ..index.aliases import page_at, root_readme
from ..model.curriculum import Curriculum, Page
from ..parse.document import Heading, List, RegionKind, RegionState
from ..settings.errors import Problem, SettingsError
from ..workspace.draft import Draft
from ..workspace.read import FileText
from ..workspace.workspace import Workspace
from .insertion import heading_called, insertion_after, replacement
from .list_by_hand import list_below
from .outputs import Output, Outputs

_NOTHING_TO_WRITE = (
    "No file holds a generated index, and the configuration names none.",
    "Write `<!-- curriculum-index:start -->` and `<!-- curriculum-index:end -->` on lines of their "
    "own where it should be, or let `curriculum-lint index --insert-after HEADING` do it.",
)
_FOREIGN = (
    "{} was not written: what is there now was not generated, or is behind a link. Move it away if "
    "it is not needed, or name another file in the table index."
)


class Generation(NamedTuple):
    """Everything that is generated for the curriculum in ``workspace``.

    ``texts`` are documents that have a new region.
    """

    workspace: Workspace
    outputs: tuple[Output, ...]
    texts: dict[str, str]

    @property
    def stale(self) -> list[Output]:
        """What is not as it should be."""
        return [output for output in self.outputs if output.is_stale]


class ChangedFile(NamedTuple):
    """A file as it is, ``None`` if it does not exist, and as it should be."""

    path: str
    before: FileText | None
    after: str


def generate(
    workspace: Workspace,
    insert_after: str | None = None,
    *,
    replace: bool = False,
    pages: PageStore | None = None,
) -> Generation:
    """What there is to generate. ``insert_after`` is the heading that a new region follows.

    With ``replace`` it takes the place of the list of units that is there. ``pages`` are for
    reading without a check.

    Raises `SettingsError` where there is nothing, where a region lacks one of its marks, and where
    a file holds something else.
    """
    curriculum = read_curriculum(workspace, pages=pages)
    draft = Draft(workspace)
    if insert_after:
        draft.apply(list(_new_regions(curriculum, insert_after, replace=replace)))
        curriculum = read_curriculum(draft, pages=pages)
    texts = dict(draft.texts)
    problems = list(_problems(curriculum))
    if problems:
        raise SettingsError(problems)
    regions = list(Outputs(curriculum).regions())
    made = Outputs(_with_regions(curriculum, regions, draft, pages))
    outputs = (*regions, *made.files(), *made.parts(workspace.read_generated))
    if not outputs:
        raise SettingsError(map(Problem, _NOTHING_TO_WRITE))
    foreign = [Problem(_FOREIGN.format(output.path)) for output in outputs if output.foreign]
    if foreign:
        raise SettingsError(foreign)
    return Generation(workspace, outputs, texts)


def _with_regions(
    curriculum: Curriculum, regions: Sequence[Output], draft: Draft, pages: PageStore | None
) -> Curriculum:
    """The curriculum as it will be: files are made from texts whose regions are up to date."""
    edits = [each.change for each in regions if each.is_stale]
    has_files = curriculum.settings.index.json or curriculum.settings.index.html
    if not edits or not has_files:
        return curriculum
    kept = tuple(each for each in edits if isinstance(each, Edit))
    draft.apply([Fix("Write the regions", Safety.SAFE, kept)])
    return read_curriculum(draft, pages=pages)


def changed_files(generation: Generation) -> Iterator[ChangedFile]:
    """Every file that is not as it should be, once."""
    by_path: dict[str, list[Output]] = {path: [] for path in generation.texts}
    for output in generation.stale:
        by_path.setdefault(output.path, []).append(output)
    for path, outputs in by_path.items():
        yield _changed(generation, path, outputs)


def write(generation: Generation) -> tuple[list[str], list[NotWritten]]:
    """Write what is stale: the paths that were written, and what could not be."""
    texts: list[NewText] = []
    for each in changed_files(generation):
        bom, digest = (each.before.bom, each.before.digest) if each.before else (False, None)
        texts.append(NewText(each.path, each.after, bom, digest))
    refused = apply_plan(generation.workspace.settings.root, Plan(tuple(texts), whole=True))
    return [] if refused else [each.path for each in texts], refused


def _changed(generation: Generation, path: str, outputs: list[Output]) -> ChangedFile:
    workspace = generation.workspace
    whole = next((output.wanted for output in outputs if output.region is None), None)
    if whole is not None:
        return ChangedFile(path, workspace.read_generated(path), whole)
    before = workspace.read(path)
    assert isinstance(before, FileText)
    text = generation.texts.get(path, before.text)
    edits = [output.change for output in outputs if isinstance(output.change, Edit)]
    return ChangedFile(path, before, apply_edits(text, fit_line_ends(text, edits)))


def _new_regions(curriculum: Curriculum, heading: str, *, replace: bool) -> Iterator[Fix]:
    """A new region for the documents that the configuration names, or for the root's readme."""
    named = curriculum.settings.index.readme
    root = root_readme(curriculum)
    paths = named or ((root,) if root else ())
    if not paths:
        raise SettingsError.single("There is no readme in the root to put an index into.")
    pages = [_page(curriculum, path) for path in paths]
    without = [page for page in pages if not _has_region(page)]
    if not without:
        raise SettingsError.single(f"{paths[0]} has a generated index already.")
    for page in without:
        try:
            found = heading_called(page.document, heading)
        except ValueError as error:
            raise SettingsError.single(str(error)) from None
        existing = list_below(curriculum, page, found)
        if existing and not replace:
            raise SettingsError([_already_listed(page, found, existing)])
        document = page.document
        edit = replacement(document, existing) if existing else insertion_after(document, found)
        yield Fix("Insert a region for the index", Safety.SAFE, (edit,))


def _already_listed(page: Page, heading: Heading, existing: List) -> Problem:
    line, column = page.document.position(existing.span.start)
    message = (
        f"“{heading.text}” already has a list of units, kept by hand. Add `--replace` to put the "
        "generated list in its place, or choose another heading."
    )
    return Problem(message, page.path, line, column)


def _page(curriculum: Curriculum, path: str) -> Page:
    page = page_at(curriculum, path)
    if page is None:
        setting = "index.readme: " if path in curriculum.settings.index.readme else ""
        raise SettingsError.single(f"{setting}{path} is no Markdown file of the curriculum.")
    return page


def _problems(curriculum: Curriculum) -> Iterator[Problem]:
    """What stands in the way of generating anything."""
    for page in curriculum.pages.values():
        for region in page.document.generated:
            if region.state is not RegionState.WHOLE:
                half = "end" if region.state is RegionState.NOT_ENDED else "beginning"
                line, column = page.document.position(region.span.start)
                message = f"This generated {region.kind} has no {half}."
                yield Problem(message, page.path, line, column)
    for path in curriculum.settings.index.readme:
        if not _has_region(_page(curriculum, path)):
            yield Problem(f"index.readme: {path} holds no generated index.")


def _has_region(page: Page) -> bool:
    return any(region.kind is RegionKind.INDEX for region in page.document.generated)
