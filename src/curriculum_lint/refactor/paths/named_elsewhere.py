"""What else names a path that moves or goes: navigation, workflows, owners, other curricula."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...edits.edit import Edit
from ...edits.moves import Moves, is_within
from ...edits.temporary import is_removal
from ...git.remotes import remote_names
from ...model.curriculum import Curriculum
from ...model.target import Outcome
from ...text.conflicts import find_conflicts
from ...text.source import Span, line_starts, position
from ...workspace.beyond import leaves_root
from ...workspace.read import FileText
from ...workspace.repository_texts import RepositoryText, repository_texts
from ...workspace.workspace import Workspace
from .path_search import PathMention, PathSearch

_FOLLOWED = frozenset({Outcome.FOUND, Outcome.ANCHOR_CASE, Outcome.ANCHOR_MISSING})
#: How much before a word tells it from another: `href="` from `cite="`.
_BEFORE = 8
_DATA = (".yml", ".yaml", "/.pages", ".json", ".toml")
#: Before and behind a value of YAML: an item, the value of a key, one in brackets.
_VALUE_BEGINS = re.compile(r"(?:^[ \t]*(?:-[ \t]+)*|:[ \t]+|[\[,{][ \t]*)([\"']?)\Z")
#: The same in JSON and TOML, where it stands in quotes.
_STRING_BEGINS = re.compile(r"(?:^[ \t]*|[:=\[,{][ \t]*)([\"'])\Z")
_QUOTING = (".json", ".toml", ".js", ".ts", ".mjs", ".cjs", ".mts", ".cts")
#: Values there are made by other programs.
_MADE = re.compile(
    r"(?:\A|/)(?:package|composer|tsconfig)[^/]*\.json\Z|pyproject\.toml\Z|[-.]lock\b"
)
_VALUE_ENDS = re.compile(r"([\"']?)[ \t]*(?:,|\]|\}|(?:[ \t]#[^\r\n]*)?(?:\r|\n|\Z))")
#: A name that means the same in YAML whether it is quoted or not.
_PLAIN = re.compile(r"\w[\w.-]*")


class NamedElsewhere(NamedTuple):
    """A line of a file that names a path which moves: ``line`` is counted from 1.

    ``edit`` writes the new name, where the form is certain. ``text`` is the line as it is, and
    ``passage`` what of it nothing else looks like: a link is rewritten, the same path in a comment
    beside it may not be.
    """

    source: str
    line: int
    text: str
    passage: str
    edit: Edit | None
    #: Where the name begins in the file.
    at: int


def find_named_elsewhere(workspace: Workspace, moves: Moves) -> Iterator[NamedElsewhere]:
    """Every place that names what moves or goes, in files of any kind, as they are before that."""
    changed = [
        move.source
        for move in moves
        if is_removal(move.target) or _name(move.source) != _name(move.target)
    ]
    if not changed:
        return
    own = remote_names(workspace.settings.root)
    search = PathSearch(workspace.tree, changed, own)
    for file in repository_texts(workspace):
        starts: tuple[int, ...] = ()
        for named in search.find(file):
            starts = starts or line_starts(file.text)
            line = position(starts, named.name.start).line
            text = file.text[starts[line - 1] :].splitlines()[0]
            start = max(starts[line - 1], named.word.start - _BEFORE)
            passage = file.text[start : named.word.end + 1].rstrip("\r\n")
            edit = _edit(file, named, moves)
            yield NamedElsewhere(file.path, line, text, passage, edit, named.name.start)


def left_behind(
    named: Iterable[NamedElsewhere], before: Curriculum, after: Workspace, moves: Moves
) -> Iterator[NamedElsewhere]:
    """Those of ``named`` that nothing has rewritten, with the places that they have ``after`` it.

    Where another unit has the old name now, the passage is there again; but what was a link of
    ``before`` has been rewritten, or is reported by the proof.
    """
    for each in named:
        source = moves.new(each.source)
        if each.edit is not None or is_removal(source) or _is_link(each, before):
            continue
        read = None if leaves_root(each.source) else after.read(source)
        if read is None:
            yield each
        elif isinstance(read, FileText) and each.passage in read.text:
            yield _now_in(read.text, each._replace(source=source))


def _now_in(text: str, named: NamedElsewhere) -> NamedElsewhere:
    """The same with the line of ``text`` that has the passage, the nearest to where it was."""
    lines = {at: line for at, line in enumerate(text.splitlines(), 1) if named.passage in line}
    line = min(lines, key=lambda at: abs(at - named.line), default=named.line)
    return named._replace(line=line, text=lines.get(line, named.text))


def _is_link(named: NamedElsewhere, curriculum: Curriculum) -> bool:
    """Whether the name stands in the destination of a link that is followed."""
    for target in curriculum.targets.get(named.source, ()):
        if target.link.target is not None and Span(*target.link.target).holds(named.at):
            return target.outcome in _FOLLOWED
    return False


def _edit(file: RepositoryText, named: PathMention, moves: Moves) -> Edit | None:
    """The edit for a value of YAML, JSON or TOML that is the path and nothing else."""
    old, new = named.path, moves.new(named.path)
    is_sure = (
        not leaves_root(file.path)
        and f"/{file.path.lower()}".endswith(_DATA)
        and not _MADE.search(file.path)
        and named.leads_to is not None
        and is_within(named.leads_to, old)
        and posixpath.dirname(new) == moves.new(posixpath.dirname(old))
        and _PLAIN.fullmatch(_name(new))
    )
    if not is_sure or not is_value(file.text, named, file.path) or find_conflicts(file.text):
        return None
    written = file.text[slice(*named.name)]
    stem = posixpath.splitext(_name(new))[0]
    return Edit(file.path, *named.name, _name(new) if written == _name(old) else stem)


def is_value(text: str, named: PathMention, path: str) -> bool:
    """Whether a value in the file at ``path`` is the path that is named, and nothing else."""
    line = max(text.rfind("\n", 0, named.word.start), text.rfind("\r", 0, named.word.start)) + 1
    begins = _STRING_BEGINS if path.lower().endswith(_QUOTING) else _VALUE_BEGINS
    before = begins.search(text[line : named.word.start])
    behind = _VALUE_ENDS.match(text, named.word.end)
    is_comment = text[line:].lstrip(" \t").startswith(("#", "//", "/*"))
    return bool(before and behind and before[1] == behind[1] and not is_comment)


def _name(path: str) -> str:
    return path.rpartition("/")[2]
