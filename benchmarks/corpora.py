"""What is checked: made curricula of three sizes, and Markdown that people wrote."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from .make_corpus import main as make_corpus

#: Levels, modules in each, subsections in each module; about as many files as the name says.
SIZES = {20: (1, 6, 2), 1000: (3, 83, 3), 10000: (10, 250, 3)}
REAL = "real"
#: The layout of labels is planted in every exercise: who had such a corpus would ignore it, and
#: a report of 20,000 findings is not what a normal run prints.
OURS = """\
levels = ["*_level", "stage*"]
ignore = ["CL108", "CL109", "CL113", "CL127", "CL319"]
"""
#: What a repository of others needs: nothing but links and text is checked in it.
_OURS_REAL = 'levels = ["no_level"]\n'
#: Of the peers run only the rules that have a counterpart here: headings, anchors and links.
MARKDOWNLINT = ("MD001", "MD025", "MD041", "MD042", "MD051", "MD053")
_PEER = '{"config": {"default": false, %s}, "globs": ["**/*.md"]}\n'
RUMDL_RULES = "MD001,MD025,MD041,MD042,MD051,MD053,MD057"


def make(folder: Path, name: str, packages: Path) -> Path:
    """The corpus of that name, below ``folder``; ``packages`` holds the Markdown of REAL."""
    root = folder / f"corpus-{name}"
    if name == REAL:
        _copy(sorted(packages.rglob("*.md")), packages, root)
    else:
        _make_curriculum(root, name)
    (root / "curriculum-lint.toml").write_text(_OURS_REAL if name == REAL else OURS)
    rules = ", ".join(f'"{rule}": true' for rule in MARKDOWNLINT)
    markdownlint_configuration(root).write_text(_PEER % rules)
    _settle(root)
    return root


def make_sound(root: Path, name: str) -> None:
    """A corpus of the size of that name which has no planted faults, and an index to generate."""
    _make_curriculum(root, name, "--defects", "0")
    (root / "curriculum-lint.toml").write_text(f'{OURS}\n[index]\njson = "curriculum.json"\n')
    _settle(root)


def _make_curriculum(root: Path, name: str, *more: str) -> None:
    levels, modules, sections = map(str, SIZES[int(name)])
    numbers = ["--levels", levels, "--modules", modules, "--sections", sections, *more]
    with redirect_stdout(StringIO()):
        make_corpus([str(root), "--truth", f"{root}.json", *numbers])


def markdownlint_configuration(root: Path) -> Path:
    """The file; not in the corpus, where rumdl would take it for its own and use no cache."""
    return root.with_name(f"{root.name}.markdownlint-cli2.jsonc")


def count(root: Path) -> int:
    """How many Markdown files a corpus has."""
    return sum(1 for _ in root.rglob("*.md"))


def _settle(root: Path) -> None:
    """Nothing has changed for an hour: caches do not trust what has just been written."""
    earlier = time.time() - 3600
    for place in root.rglob("*"):
        os.utime(place, (earlier, earlier))


def _copy(files: Iterable[Path], packages: Path, root: Path) -> None:
    """Each file where it was, but not in a folder that every tool passes over."""
    for file in files:
        place = root / str(file.relative_to(packages)).replace("node_modules", "packages")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
