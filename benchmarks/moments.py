"""The moments of a day with the linter: what is run, and what has happened just before."""

from __future__ import annotations

import itertools
import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from .corpora import REAL, RUMDL_RULES, make_sound, markdownlint_configuration
from .environment import Tools
from .measure import Case

COLD, WARM = "cold", "nothing changed"
CHANGED, RENAMED = "one file changed", "one heading renamed"
FIX, INDEX, MOVE = "`check --fix`", "`index`", "`move` of a module"
OURS, RUMDL = "curriculum-lint", "rumdl"
#: rumdl keeps what it found in files that have not changed.
RUMDL_CACHED = "rumdl, its cache warm"
_EXERCISE = re.compile(r"^(#+ 2\) .*)$", re.MULTILINE)
#: How ours ends that has done its work, whatever it has found.
_DONE = frozenset({0, 1})
#: What writes is timed on a copy, which takes longer to make than to check at 10,000 files.
_MOST_COPIED = 2000


def cases_of(corpus: str, root: Path, tools: Tools) -> Iterator[Case]:
    """Every case for one corpus, in the order in which they run."""
    ours = str(tools.ours)

    def case(moment: str, folder: Path, before: Callable[[], object], *command: str) -> Case:
        cache = _cache(root, moment)
        return Case(corpus, moment, OURS, [ours, *command], folder, cache, before, _DONE)

    cold = _cache(root, COLD)
    yield case(COLD, root, lambda: shutil.rmtree(cold, ignore_errors=True), "check")
    yield from _peers(corpus, root, tools)
    yield case(WARM, _copy(root, "unchanged"), _nothing, "check")
    changing = _copy(root, "changing")
    edit = _edits(changing, _append)
    yield case(CHANGED, changing, edit, "check")
    if corpus == REAL:
        return
    renaming = _copy(root, "renaming")
    yield case(RENAMED, renaming, _edits(renaming, _rename), "check")
    if int(corpus) < _MOST_COPIED:
        yield from _writing(corpus, root, case)


def _writing(corpus: str, root: Path, case: Callable[..., Case]) -> Iterator[Case]:
    """The commands that write, each on a curriculum as it was.

    None is moved in one that has two modules of one number: what is moved has no such faults.
    """
    work, sound = (root.with_name(f"{root.name}-{name}") for name in ("work", "sound"))
    make_sound(sound, corpus)

    def restore(source: Path) -> None:
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(source, work)

    module = next(each for each in sorted(sound.glob("*/5_*")) if each.is_dir())
    moved = ("move", str(module.relative_to(sound)), "--to", "2", "--force")
    yield case(FIX, work, partial(restore, root), "check", "--fix")
    yield case(INDEX, work, partial(restore, sound), "index")
    yield case(MOVE, work, partial(restore, sound), *moved)


def _peers(corpus: str, root: Path, tools: Tools) -> Iterator[Case]:
    def peer(name: str, *command: str) -> Case:
        moment = WARM if name == RUMDL_CACHED else COLD
        return Case(corpus, moment, name, [*command], root, _cache(root, name))

    if tools.rumdl:
        rumdl = (str(tools.rumdl), "check", "--enable", RUMDL_RULES)
        yield peer(RUMDL, *rumdl, "--no-cache", ".")
        yield peer(RUMDL_CACHED, *rumdl, ".")
    if tools.markdownlint:
        configuration = str(markdownlint_configuration(root))
        yield peer("markdownlint-cli2", str(tools.markdownlint), "--config", configuration)
    if tools.lychee:
        yield peer("lychee", str(tools.lychee), "--offline", "--no-progress", "-q", ".")


def _cache(root: Path, name: str) -> Path:
    return root.with_name(f"{root.name}-cache") / name.strip("`").replace(" ", "-")


def _nothing() -> None:
    pass


def _copy(root: Path, name: str) -> Path:
    place = root.with_name(f"{root.name}-{name}")
    shutil.copytree(root, place)
    return place


def _edits(root: Path, edit: Callable[[str, int], str]) -> Callable[[], None]:
    """One edit after the other of one page in the middle of the curriculum."""
    pages = sorted(each for each in root.rglob("*.md") if each.name.lower() == "readme.md")
    page, numbers = pages[len(pages) // 2], itertools.count()

    def write() -> None:
        page.write_text(edit(page.read_text("utf-8"), next(numbers)), encoding="utf-8")

    return write


def _append(text: str, number: int) -> str:
    return f"{text}\nOne more line, number {number}.\n"


def _rename(text: str, number: int) -> str:
    return _EXERCISE.sub(rf"\1 again {number}", text, count=1)
