"""What the answer of a check depends on, besides the tree that it has looked at."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..git.places import find_places
from ..readme_schema.schemas import schema_files
from ..report.formats import OutputFormat
from ..settings.settings import Settings
from ..workspace.around import Surroundings
from ..workspace.entry import EntryKind
from ..workspace.generated import generated_files
from ..workspace.questions import FOLLOWED, HEAD, ask
from ..workspace.witness import Witness

if TYPE_CHECKING:
    from ..workspace.tree import Tree
    from .request import CheckRequest

_LINKS = {EntryKind.LINK, EntryKind.STRAY}


def is_plain(request: CheckRequest) -> bool:
    """Whether all that a check does is to print one report on the whole curriculum."""
    writes = request.fix or request.diff or request.update_baseline or request.add_suppressions
    asks = request.changed or request.online or request.no_cache or request.watch
    chooses = request.paths or request.config or request.root or request.stdin_filename
    goes_elsewhere = any(
        each.path is not None or each.format is OutputFormat.GITHUB for each in request.outputs
    )
    return not (writes or asks or chooses or goes_elsewhere)


def paths_before(request: CheckRequest, settings: Settings) -> Iterator[str]:
    """Everything outside the tree that is read, or would be if it were there."""
    root = settings.root
    yield from schema_files(settings)
    yield os.path.join(root, request.baseline or settings.baseline)
    yield from (os.path.join(root, path) for path in generated_files(settings.index))
    yield from Surroundings(root).files()


def answers_after(settings: Settings, tree: Tree, limit: int) -> dict[str, str] | None:
    """What a check has asked while it looked at ``tree``; ``None`` where that is not enough.

    What has changed since ``limit`` may change again without a trace.
    """
    witness = tree.system
    if settings.plugins or tree.unreadable or tree.absent or not isinstance(witness, Witness):
        return None
    if any(e.kind in _LINKS and e.target not in tree.entries for e in tree.entries.values()):
        # Nothing says what lies between a link and a place that is passed over.
        return None
    if tree.newest_mtime_ns >= limit:
        return None
    return {**witness.answers, **dict(_of_git(settings.root, tree.foreign, witness))}


def _of_git(root: str, foreign: Iterable[str], witness: Witness) -> Iterator[tuple[str, str]]:
    questions = [FOLLOWED + os.path.join(root, folder, ".git") for folder in foreign]
    places = find_places(root)
    if places is not None:
        index = os.path.join(places.own, "index")
        is_asked = witness.asks_git or Surroundings(root).may_lack
        leaves_root = any(not question[1:].startswith(root) for question in witness.answers)
        questions.append((FOLLOWED if is_asked or leaves_root else HEAD) + index)
    return ((question, ask(question)) for question in questions)
