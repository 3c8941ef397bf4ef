"""What must hold of every input; each law raises `Broken` where it does not."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from curriculum_lint.check.diagnostic import INTERNAL_ERROR, Diagnostic
from curriculum_lint.check.result import Result
from curriculum_lint.check.rule import Rule
from curriculum_lint.check.run import run
from curriculum_lint.check.selection import select_rules
from curriculum_lint.edits.edit import Safety
from curriculum_lint.fix.repair import repair
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.errors import SettingsError
from curriculum_lint.settings.load import settings_in
from curriculum_lint.settings.settings import Settings
from curriculum_lint.text.source import line_starts
from curriculum_lint.workspace.draft import Draft
from curriculum_lint.workspace.read import FileText
from curriculum_lint.workspace.workspace import Workspace

from .memory import Memory, new_pages
from .texts import random_configuration, random_files

#: Nothing here is larger than a few kilobytes: more CPU than this is a hang in the making.
_MOST_SECONDS = 5.0
_SETTINGS = Settings(root="/curriculum")
_RULES: Sequence[Rule] = select_rules(list(all_rules()), _SETTINGS)


class Broken(Exception):  # noqa: N818 - it says what is broken
    """A law that does not hold, and the input that shows it."""

    def __init__(self, law: str, detail: str, files: Mapping[str, bytes]) -> None:
        super().__init__(f"{law}: {detail}")
        self.files = files


def check_engine(random: Random) -> None:
    """No crash, no hang, and every span lies in its text."""
    files = random_files(random)
    started = time.process_time()
    workspace = Memory(_SETTINGS, files)
    result = _checked(workspace, files)
    for each in result.diagnostics:
        _check_place(each, workspace, files)
    if time.process_time() - started > _MOST_SECONDS:
        raise Broken("time", f"{time.process_time() - started:.1f} s", files)


def check_repair(random: Random) -> None:
    """Fixes settle, a second repair finds nothing to do, and what a draft says is what it is."""
    files = random_files(random)
    safeties = {Safety.SAFE} if random.random() < 0.7 else {Safety.SAFE, Safety.UNSAFE}
    draft = Draft(Memory(_SETTINGS, files))
    pages = new_pages()

    def is_wanted(each: Diagnostic) -> bool:
        return each.fix is not None and each.fix.safety in safeties

    done = repair(draft, is_wanted, lambda each: run(each, _RULES, pages=pages))
    if done.unsettled:
        raise Broken("settle", ", ".join(done.unsettled), files)
    after = _files_of(draft, files)
    afresh = _checked(Memory(_SETTINGS, after), files)
    if _shown(afresh) != _shown(done.run):
        raise Broken("draft", _difference(_shown(done.run), _shown(afresh)), files)


def check_configuration(random: Random) -> None:
    """A configuration is settings, or one clear error."""
    text = random_configuration(random)
    try:
        settings_in(text, "curriculum-lint.toml", "/curriculum")
    except SettingsError as error:
        if not str(error).isprintable() and "\n" not in str(error):
            raise Broken(
                "message", repr(str(error)), {"curriculum-lint.toml": text.encode()}
            ) from None


def check_cache(random: Random, folder: Path) -> None:
    """After any sequence of edits, a run with the cache finds what a run without it finds."""
    from curriculum_lint.cache.runs import cached_run
    from curriculum_lint.workspace.disk import Disk

    os.environ["CURRICULUM_LINT_CACHE_DIR"] = str(folder / "cache")
    root = folder / "root"
    settings = Settings(root=str(root))
    files: dict[str, bytes] = {}
    for _ in range(random.randrange(1, 5)):
        files = {**files, **random_files(random)} if random.random() < 0.7 else random_files(random)
        _write_all(root, files)
        cached = cached_run(Disk(settings), lambda: _RULES)
        without = run(Disk(settings), _RULES)
        if _shown(cached) != _shown(without):
            raise Broken("cache", _difference(_shown(cached), _shown(without)), files)


def _checked(workspace: Workspace, files: Mapping[str, bytes]) -> Result:
    result = run(workspace, _RULES, pages=new_pages())
    for each in result.diagnostics:
        if each.code == INTERNAL_ERROR:
            raise Broken("crash", f"{each.place.path}: {each.message}", files)
    return result


def _check_place(each: Diagnostic, workspace: Workspace, files: Mapping[str, bytes]) -> None:
    """Lines and columns are in the file, and a fix's edits too."""
    path, start, end = each.place
    read = workspace.read(path)
    if not isinstance(read, FileText):
        return
    lines = len(line_starts(read.text))
    if not (1 <= start.line <= end.line <= lines and start <= end):
        raise Broken("span", f"{each.code} at {start}–{end} of {lines} lines", files)
    for edit in each.fix.edits if each.fix else ():
        whole = workspace.read(edit.path)
        if not isinstance(whole, FileText) or not 0 <= edit.start <= edit.end <= len(whole.text):
            raise Broken("edit", f"{each.code} edits {edit}", files)


def _files_of(draft: Draft, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What would be on disk when the draft was written."""
    after: dict[str, bytes] = {}
    for path, entry in draft.tree.entries.items():
        if entry.kind != "file":
            continue
        read = draft.read(path)
        origin = draft.tree.origin(path)
        if isinstance(read, FileText):
            after[path] = ("\ufeff" * read.bom + read.text).encode("utf-8", "surrogatepass")
        elif origin in files:
            after[path] = files[origin]
    return after


def _shown(result: Result) -> list[Any]:
    return [(each.order, each.help, each.fix is not None) for each in result.diagnostics]


def _difference(one: list[Any], other: list[Any]) -> str:
    only = [each for each in one if each not in other][:2]
    return json.dumps(
        {"only one": only, "only other": [e for e in other if e not in one][:2]}, default=str
    )


def _write_all(root: Path, files: Mapping[str, bytes]) -> None:
    import shutil

    shutil.rmtree(root, ignore_errors=True)
    for path, data in files.items():
        target = root / path
        if any(parent.is_file() for parent in target.parents) or target.is_dir():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
