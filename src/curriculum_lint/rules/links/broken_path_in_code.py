"""CL313 broken-path-in-code."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import CurriculumRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...links.alike import Nearest
from ...links.nearest import NearestPaths
from ...model.curriculum import Curriculum, Kind, Page
from ...parse.document import NamedPath
from ...settings.severity import Severity
from ...workspace.entry import ROOT, EntryKind
from ...workspace.lookup import Status
from ._known_documents import is_about_the_past
from ._link_findings import as_code

_EXERCISES = frozenset({Kind.MODULE, Kind.SUBSECTION})
#: Folders that tools write: nothing in them is part of a repository.
_WRITTEN_BY_TOOLS = frozenset(
    (
        *("bin", "build", "coverage", "dist", "node_modules", "obj", "out", "target", "tmp"),
        *("venv", "__pycache__", "_build", "_site"),
    )
)
_FILES = (
    "-- readme.md --\n# A course\n\nBegin with `first_level/{}`. Save it as `src/app.js`.\n"
    "-- first_level/readme.md --\n# First level\n\n1. [Start](1_start/readme.md)\n"
    "-- first_level/1_start/readme.md --\n# Start\n\n## 1) Say hello\n\n"
    "**Goal:** Print a greeting.\n\n**Build steps:**\n\n1. Write `first_level/hello.js`.\n\n"
    "**Acceptance criteria:**\n\n- It prints `hello`.\n\n## Best practices\n\n- Test it.\n"
)


class BrokenPathInCode(CurriculumRule):
    """A path in code is no link, so nobody notices when the folder is renamed, until a learner
    types it and nothing is there.
    """

    code = "CL313"
    name = "broken-path-in-code"
    summary = "a code span that names a path of the repository that does not exist"
    severity = Severity.WARNING
    fix_changes = PageChange.WORDS
    limits = (
        "Only paths that begin with the folder of a level, and others where a very similar path "
        "exists. In the readmes of modules and subsections learners are told to write files, so "
        "there only folders below a level are looked for. Globs, placeholders, what tools write "
        "(`dist/`, `node_modules/`), change logs and repositories without levels are left alone."
    )
    good = (Example(_FILES.format("1_start/"), frame=Frame.FILES),)
    bad = (
        Example(
            _FILES.format("2_start/readme.md"),
            finds=("readme.md:3:13 CL313",),
            fixed=_FILES.format("1_start/readme.md"),
            frame=Frame.FILES,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Look up every path that a code span names."""
        if not curriculum.levels:
            return
        search = _Search(curriculum)
        for page in curriculum.pages.values():
            if page.document.paths and not is_about_the_past(page.path):
                for named in page.document.paths:
                    yield from search.look_up(page, named)


#: Folders that programs have, too: `src/main.rs` is a learner's, where lessons lie in `src`.
_OF_ANY_PROGRAM = frozenset({"src", "app", "lib", "docs", "test", "tests", "public", "content"})


class _Search:
    def __init__(self, curriculum: Curriculum) -> None:
        self._tree = curriculum.tree
        self._nearest = NearestPaths(curriculum.tree.entries)
        named = (level.path for level in curriculum.levels if level.path != ROOT)
        self._levels = tuple(f"{path}/" for path in named if path not in _OF_ANY_PROGRAM)

    def look_up(self, page: Page, named: NamedPath) -> Iterator[Finding]:
        """The finding about a path, if it is one that does not exist."""
        path = self._meant(page, named.path)
        if path is None:
            return
        is_sure = path.startswith(self._levels)
        if page.kind in _EXERCISES and (not is_sure or not self._misses_folder(path)):
            return
        nearest = self._nearest.find(path)
        # A file of that name elsewhere is another one: learners write some in folders of their own.
        is_near = nearest is not None and nearest.name.partition("/")[0] == path.partition("/")[0]
        if is_sure or (nearest is not None and nearest.sure and is_near):
            yield self._finding(page, named, path, nearest)

    def _meant(self, page: Page, written: str) -> str | None:
        """The path that does not exist, relative to the root; ``None`` for what is no such."""
        folder = posixpath.dirname(page.path)
        from_here = posixpath.normpath(posixpath.join(folder, written))
        from_root = posixpath.normpath(written)
        candidates = [from_here] if written.startswith(".") else [from_root, from_here]
        if _WRITTEN_BY_TOOLS.intersection(from_root.split("/")):
            return None
        if any(self._exists(path) for path in (*candidates, *_below(folder, from_root))):
            return None
        path = candidates[0]
        entry = self._tree.entries.get(_first_folder(path, from_root))
        return path if "/" in path and entry and entry.kind is EntryKind.FOLDER else None

    def _exists(self, path: str) -> bool:
        """Whether something is there; what leads out of the root is nobody's business."""
        return self._tree.lookup(path).status in (Status.FOUND, Status.OUTSIDE)

    def _misses_folder(self, path: str) -> bool:
        """Whether a folder on the way is missing, and not merely a file that is to be written."""
        parent = self._tree.entries.get(posixpath.dirname(path))
        has_suffix = bool(posixpath.splitext(path)[1])
        return parent is None or not has_suffix

    def _finding(self, page: Page, named: NamedPath, path: str, nearest: Nearest | None) -> Finding:
        message = f"{as_code(named.path)} does not exist in this repository."
        if nearest is None:
            return Finding(page.path, named.span, message, "Write the path as it is now.")
        text = self._respelt(page, named.path, path, nearest.name)
        edit = Edit(page.path, named.span.start, named.span.end, text)
        fix = Fix(f"Write {as_code(text)}", Safety.SAFE, (edit,)) if nearest.sure else None
        return Finding(page.path, named.span, message, f"Did you mean {as_code(text)}?", fix)

    def _respelt(self, page: Page, written: str, path: str, actual: str) -> str:
        """``actual`` as the author would have written it."""
        text = actual
        if written.startswith("."):
            relative = posixpath.relpath(f"/{actual}", f"/{posixpath.dirname(page.path)}")
            text = relative if relative.startswith("../") else f"./{relative}"
        return f"{text}/" if written.endswith("/") and path else text


def _below(folder: str, path: str) -> Iterator[str]:
    """``path`` in each folder around ``folder``: a lesson's text may lie in a folder of its own."""
    while folder and not path.startswith(".."):
        folder = posixpath.dirname(folder)
        yield posixpath.join(folder, path)


def _first_folder(path: str, written: str) -> str:
    """The first folder that is named; ``path`` is ``written`` relative to the root, or ends so."""
    below = written.lstrip("./").partition("/")[2]
    return path.removesuffix(f"/{below}")
