"""CL401 index-out-of-date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...check.page_change import PageChange
from ...check.rule import WHOLE, CurriculumRule, Finding
from ...edits.edit import Edit, Fix, Safety, Write
from ...generate.difference import Difference, first_difference
from ...index.aliases import page_at
from ...model.curriculum import Curriculum, Page
from ...parse.document import GeneratedRegion, RegionKind, RegionState
from ...parse.generated import region_end, region_start
from ...settings.severity import Severity
from ...text.phrases import listed
from ...text.source import Span
from ..links._link_findings import as_code
from ..sample import curriculum_of

if TYPE_CHECKING:
    from ...generate.outputs import Output

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
        stale = [each for each in _outputs(curriculum) if _is_stale(each, curriculum)]
        yield from (_foreign(each) for each in stale if each.foreign)
        ours = [each for each in stale if not each.foreign]
        if ours:
            yield _stale(ours[0], ours[1:], curriculum)


def _outputs(curriculum: Curriculum) -> Iterator[Output]:
    """Everything that is generated: what makes it is loaded only where there is anything."""
    index, pages = curriculum.settings.index, curriculum.pages.values()
    if index.json or index.html or any(page.document.generated for page in pages):
        from ...generate.outputs import Outputs

        yield from Outputs(curriculum).all()


def _is_stale(output: Output, curriculum: Curriculum) -> bool:
    known = curriculum.generated.get(output.path)
    return output.is_stale and not (known and known.is_ignored)


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


def _foreign(output: Output) -> Finding:
    message = "The index is to be written here, and what is here was not generated."
    return Finding(output.path, WHOLE, message, _MOVE)


def _stale(output: Output, others: Sequence[Output], curriculum: Curriculum) -> Finding:
    """One finding for all that is stale: one change made it so, and one command makes it true."""
    message = _how(output, curriculum)
    if others:
        message += f" {_also(output, others)}"
    span = _mark(output.region) if output.region else WHOLE
    return Finding(output.path, span, message, _RUN, _fix((output, *others)))


def _how(output: Output, curriculum: Curriculum) -> str:
    if output.current is None:
        return "This generated file does not exist."
    if output.origin:
        return "This page was made from other texts or settings, or by another version."
    found = first_difference(output.current, output.wanted)
    if output.region is None:
        return f"This generated file is out of date: {_told(found, 0)}"
    document = curriculum.pages[output.path].document
    before = document.line(output.region.content.start) - 1
    return f"The generated {output.region.kind} is out of date: {_told(found, before)}"


def _also(output: Output, others: Sequence[Output]) -> str:
    """What else is out of date, which is generated from the same."""
    files = dict.fromkeys(each.path for each in others if each.path != output.path)
    named = [as_code(path) for path in files]
    if len(others) > sum(each.path in files for each in others):
        named.insert(0, f"the {others[0].region.kind}" if others[0].region else "more of it")
    return f"So {'is' if len(named) == 1 else 'are'} {listed(named)}."


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


def _fix(outputs: Sequence[Output]) -> Fix:
    changes = [each.change for each in outputs]
    edits = tuple(each for each in changes if isinstance(each, Edit))
    writes = tuple(each for each in changes if isinstance(each, Write))
    return Fix("Generate it anew.", Safety.SAFE, edits, writes=writes)
