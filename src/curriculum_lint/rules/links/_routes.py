"""Links that are evidently routes of a website: told once, with what to configure."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ...check.rule import Finding, Note
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Curriculum
from ...model.target import Outcome, Target
from ...settings.severity import Severity
from ...text.phrases import counted
from ._link_findings import as_code, destination_span

#: Fewer are mistakes.
_FEWEST_ABSOLUTE = 10
_FEWEST_WITHOUT_SUFFIX = 20
#: So many of a site's routes may happen to be files.
_MOST_FOUND = 0.1
_MOST_RELATED = 3
_SUFFIXES = (".md", ".markdown")

Missing = Sequence[tuple[str, Target]]


class Routes(NamedTuple):
    """Broken links that are told together, and the others."""

    findings: tuple[Finding, ...]
    others: Missing


def split_routes(curriculum: Curriculum, missing: Missing) -> Routes:
    """``missing`` links that are routes of a site by all evidence, and those that are not."""
    findings: list[Finding] = []
    for is_route, tell, fewest in (
        (_begins_with_slash, _tell_absolute, _fewest_absolute(curriculum)),
        (_lacks_suffix(curriculum), _tell_suffix, _FEWEST_WITHOUT_SUFFIX),
    ):
        routes = [each for each in missing if is_route(each[1])]
        if len(routes) >= fewest:
            missing = [each for each in missing if not is_route(each[1])]
            findings.append(tell(curriculum, routes))
    return Routes(tuple(findings), missing)


def _fewest_absolute(curriculum: Curriculum) -> float:
    """How many links of a slash have to lead nowhere, for all of them to be routes."""
    found = sum(
        target.outcome not in (Outcome.MISSING, Outcome.IGNORED)
        for target in _all(curriculum)
        if target.link.destination.startswith("/")
    )
    return max(_FEWEST_ABSOLUTE, found / _MOST_FOUND)


def _all(curriculum: Curriculum) -> Iterable[Target]:
    return (target for targets in curriculum.targets.values() for target in targets)


def _begins_with_slash(target: Target) -> bool:
    return target.link.destination.startswith("/") and not target.path.endswith(_SUFFIXES)


def _lacks_suffix(curriculum: Curriculum) -> Callable[[Target], bool]:
    entries = curriculum.tree.entries
    return lambda target: any(target.path + suffix in entries for suffix in _SUFFIXES)


def _tell_absolute(_curriculum: Curriculum, routes: Missing) -> Finding:
    path, first = routes[0]
    message = (
        f"{counted(len(routes), 'link')} such as {as_code(first.link.destination)} begin with `/` "
        "and lead to no file here: they seem to be routes of a website."
    )
    advice = 'Write `absolute = "ignore"` under `[links]` in curriculum-lint.toml if they are.'
    return _finding(path, first, message, advice)._replace(related=_notes(routes))


def _tell_suffix(curriculum: Curriculum, routes: Missing) -> Finding:
    path, first = routes[0]
    entries = curriculum.tree.entries
    suffix = next(each for each in _SUFFIXES if first.path + each in entries)
    message = (
        f"{counted(len(routes), 'link')} such as {as_code(first.link.destination)} leave out "
        f"`{suffix}`: a website may find the pages, GitHub does not."
    )
    advice = 'Write `suffix = "optional"` under `[links]` in curriculum-lint.toml if a site does.'
    fix = Fix(f"Write `{suffix}` in all of them", Safety.UNSAFE, tuple(_edits(curriculum, routes)))
    return _finding(path, first, message, advice)._replace(fix=fix, related=_notes(routes))


def _finding(path: str, first: Target, message: str, advice: str) -> Finding:
    span = destination_span(first)
    return Finding(path, span, message, advice, severity=Severity.WARNING)


def _notes(routes: Missing) -> tuple[Note, ...]:
    return tuple(
        Note(path, destination_span(target), f"{as_code(target.link.destination)}.")
        for path, target in routes[1 : 1 + _MOST_RELATED]
    )


def _edits(curriculum: Curriculum, routes: Missing) -> Iterable[Edit]:
    entries = curriculum.tree.entries
    for path, target in routes:
        name = posixpath.basename(target.path)
        span = destination_span(target)
        written = target.link.destination
        at = written.find(name)
        suffix = next((each for each in _SUFFIXES if target.path + each in entries), None)
        # Where the destination is written in another way than it reads, it is left alone.
        if suffix and written.count(name) and span.end - span.start == len(written):
            end = span.start + written.rfind(name, at) + len(name)
            yield Edit(path, end, end, suffix)
