"""CL401 index-out-of-date."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.page_change import PageChange
from ...check.rule import WHOLE, CurriculumRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...generate.difference import Difference, first_difference
from ...generate.outputs import Output, Outputs
from ...index.aliases import page_at
from ...model.curriculum import Curriculum, Page
from ...parse.document import GeneratedRegion, RegionKind, RegionState
from ...parse.generated import region_end, region_start
from ...settings.severity import Severity
from ...text.source import Span
from ..links._link_findings import as_code
from ..sample import curriculum_of

_START, _END = "<!-- curriculum-index:start -->\n", "<!-- curriculum-index:end -->\n"
_UNITS = ("1_start", "2_files")
_LIST = "1. [Start](1_start/readme.md)\n2. [Files](2_files/readme.md)\n"
_FIRST_ONLY = f"{_START}\n1. [Start](1_start/readme.md)\n\n{_END}"
_WHOLE_LIST = f"{_START}\n{_LIST}\n{_END}"
_MOVE = "Move it away if it is not needed, or name another file in the table `index`."
_INSERT = "Run `curriculum-lint index --insert-after HEADING`, or take it out of the list."
_RUN = "Run `curriculum-lint index`, or `curriculum-lint check --fix`."


class IndexOutOfDate(CurriculumRule):
    """A generated index is trusted because nobody writes it by hand. When it lags behind the
    tree, readers miss new units, and links of removed ones lead nowhere.
    """

    code = "CL401"
    name = "index-out-of-date"
    summary = "a generated index, graph, JSON file or page that differs from the tree"
    severity = Severity.ERROR
    fix_changes = PageChange.GENERATED
    limits = (
        "The kind of line endings does not matter. Files that git ignores are not looked at: "
        "they are generated where they are published."
    )
    good = (
        curriculum_of(*_UNITS, index=_WHOLE_LIST),
        curriculum_of(*_UNITS),
    )
    bad = (
        curriculum_of(*_UNITS, index=_FIRST_ONLY, finds=("readme.md:3:1 CL401",))._replace(
            fixed=curriculum_of(*_UNITS, index=_WHOLE_LIST).text
        ),
        curriculum_of(*_UNITS, index=f"{_START}\n{_LIST}", finds=("readme.md:3:1 CL401",)),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report what is generated and not as it should be, and regions without an end."""
        for page in curriculum.pages.values():
            for region in page.document.generated:
                if region.state is not RegionState.WHOLE:
                    yield _half(page, region)
        yield from _without_index(curriculum)
        if curriculum.tree.absent:
            # What it says of a page that a sparse checkout leaves out cannot be known.
            return
        for output in Outputs(curriculum).all():
            known = curriculum.generated.get(output.path)
            if output.is_stale and not (known and known.is_ignored):
                yield _stale(output, curriculum)


def _without_index(curriculum: Curriculum) -> Iterator[Finding]:
    """The files that the configuration names, where somebody has removed the index."""
    for path in dict.fromkeys(curriculum.settings.index.readme):
        page = page_at(curriculum, path)
        kinds = {region.kind for region in page.document.generated} if page else set()
        if page is not None and RegionKind.INDEX not in kinds:
            message = "`index.readme` names this file, and it holds no generated index."
            yield Finding(page.path, WHOLE, message, _INSERT)


def _half(page: Page, region: GeneratedRegion) -> Finding:
    first, last = (as_code(mark(region.kind)) for mark in (region_start, region_end))
    if region.state is RegionState.NOT_ENDED:
        message = f"The generated {region.kind} begins here and has no end."
        advice = f"Write {last} where it ends."
    else:
        message = f"The generated {region.kind} ends here and has no beginning."
        advice = f"Write {first} where it begins, or remove this comment."
    return Finding(page.path, region.span, message, advice)


def _stale(output: Output, curriculum: Curriculum) -> Finding:
    if output.foreign:
        message = "The index is to be written here, and what is here was not generated."
        return Finding(output.path, WHOLE, message, _MOVE)
    fix = _fix(output)
    if output.current is None:
        return Finding(output.path, WHOLE, "This generated file does not exist.", _RUN, fix)
    found = first_difference(output.current, output.wanted)
    if output.region is None:
        message = f"This generated file is out of date: {_told(found, 0)}"
        return Finding(output.path, WHOLE, message, _RUN, fix)
    document = curriculum.pages[output.path].document
    before = document.line(output.region.content.start) - 1
    message = f"The generated {output.region.kind} is out of date: {_told(found, before)}"
    return Finding(output.path, _mark(output.region), message, _RUN, fix)


def _told(found: Difference | None, before: int) -> str:
    """The first line that differs; ``before`` counts the lines before the text."""
    if found is None:
        return "it differs."
    line = f"line {before + found.line}"
    if not found.current:
        return f"{line} should be {as_code(found.wanted or '')}." if found.wanted else f"{line}."
    if not found.wanted:
        return f"{line} says {as_code(found.current)}, which no longer belongs there."
    return f"{line} says {as_code(found.current)} and should be {as_code(found.wanted)}."


def _mark(region: GeneratedRegion) -> Span:
    """The comment that begins it."""
    return Span(region.span.start, region.content.start)


def _fix(output: Output) -> Fix:
    change = output.change
    if isinstance(change, Edit):
        return Fix("Generate it anew.", Safety.SAFE, (change,))
    return Fix("Generate it anew.", Safety.SAFE, writes=(change,))
