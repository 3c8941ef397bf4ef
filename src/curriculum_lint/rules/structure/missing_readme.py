"""CL101 missing-readme."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import WHOLE, CurriculumRule, Finding
from ...edits.edit import Fix, Safety, Write
from ...model.curriculum import Curriculum, Kind, Unit
from ...model.unit_file import new_file_name
from ...refactor.drafts.readme_template import readme_template
from ...settings.settings import Settings
from ...settings.severity import Severity
from ...workspace.entry import EntryKind


class MissingReadme(CurriculumRule):
    """A unit without a readme is an empty folder to a learner: GitHub shows a list of files, the
    index has nothing to link to, and no other rule can look inside.
    """

    code = "CL101"
    name = "missing-readme"
    summary = "a level, module or subsection without a readme"
    severity = Severity.ERROR
    fix_changes = PageChange.NOTHING
    limits = (
        "A level below another folder (such as `*/lessons`) needs none where that folder has a "
        "readme, nor does one that holds other levels beside its modules, nor do levels whose "
        "modules are files where no level has one. Folders whose names are no unit's are not "
        "looked at. The fix writes a readme with everything that the schema requires and `TODO` "
        "for what only its author knows, so CL116 goes on reminding; other rules can look "
        "inside from then on, and may find that nothing links to it."
    )
    good = (
        Example(
            "-- first_level/readme.md --\n# First level\n"
            "-- first_level/1_start/readme.md --\n# Start\n\n## 1) Say hello\n\n"
            "**Goal:** Print a greeting.\n\n**Build steps:**\n\n1. Write `hello.js`.\n\n"
            "**Acceptance criteria:**\n\n- It prints `hello`.\n\n## Best practices\n\n- Test it.\n",
            frame=Frame.FILES,
        ),
    )
    bad = (
        Example(
            "-- first_level/readme.md --\n# First level\n"
            "-- first_level/1_start/hello.js --\nconsole.log('hello');\n",
            finds=("first_level/1_start:1:1 CL101",),
            fixed=(
                "-- first_level/readme.md --\n# First level\n"
                "-- first_level/1_start/hello.js --\nconsole.log('hello');\n"
                "-- first_level/1_start/readme.md --\n# Start\n\nTODO\n\n## 1) TODO\n\n"
                "**Goal:** TODO\n\n**Build steps:**\n\n1. TODO\n\n"
                "**Acceptance criteria:**\n\n- TODO\n\n## Best practices\n\nTODO\n"
            ),
            frame=Frame.FILES,
            unsafe=True,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report every unit that has no readme."""
        for unit in units_without_readme(curriculum):
            settings = curriculum.settings
            name = settings.readme if unit.kind is Kind.LEVEL else new_file_name(settings)
            message = f"{unit.label[0].upper()}{unit.label[1:]} has no readme."
            path = name if unit.path == "." else f"{unit.path}/{name}"
            write = Write(path, readme_template(curriculum, unit))
            fix = Fix(f"Write a first {name}", Safety.UNSAFE, writes=(write,))
            yield Finding(unit.path, WHOLE, message, f"Add {path}.", fix)


def units_without_readme(curriculum: Curriculum) -> Iterator[Unit]:
    """The units that need a readme and have none, as far as their folders can be listed."""
    unlisted = {path for path, _ in curriculum.tree.unreadable} | curriculum.tree.absent
    if not any(level.readme for level in curriculum.levels):
        unlisted |= {level.path for level in curriculum.levels if _needs_none(curriculum, level)}
    for unit in curriculum.units():
        if unit.path in unlisted:
            continue
        if unit.readme is None and not _is_introduced(curriculum, unit):
            yield unit


def _needs_none(curriculum: Curriculum, level: Unit) -> bool:
    """Whether a level may be a plain folder where no level of the curriculum has a readme.

    Its modules are files, or they are called otherwise than in curricula like this one.
    """
    if curriculum.settings.module_pattern != Settings(root="").module_pattern:
        return True
    entries = [curriculum.tree.entries.get(unit.path) for unit in level.children]
    return bool(entries) and all(e and e.kind is EntryKind.FILE for e in entries)


def _is_introduced(curriculum: Curriculum, unit: Unit) -> bool:
    """Whether the folder around a nested level introduces it, or levels in it say what is there."""
    folder = unit.path.rpartition("/")[0]
    if unit.kind is not Kind.LEVEL:
        return False
    if any(level.path.startswith(f"{unit.path}/") for level in curriculum.levels):
        return True
    if not folder:
        return False
    wanted = curriculum.settings.readme.casefold()
    return any(e.name.casefold() == wanted for e in curriculum.tree.children(folder))
