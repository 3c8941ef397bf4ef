"""CL404 missing-level."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import WHOLE, CurriculumRule, Finding
from ...model.curriculum import Curriculum, Page
from ...model.target import Outcome
from ...settings.settings import Settings
from ...settings.severity import Severity
from ...text.globs import compile_globs, matches_exactly
from ...text.phrases import listed

_DEFAULT = Settings("").levels
_LEVEL = "-- first_level/readme.md --\n# First level\n\nReserved.\n-- readme.md --\n# Course\n\n"


class MissingLevel(CurriculumRule):
    """A readme that promises a level which is not there sends learners looking for a folder. A
    configuration that names one leaves it unchecked without a word.
    """

    code = "CL404"
    name = "missing-level"
    summary = "a level that the configuration or the root's readme names, without a folder"
    severity = Severity.ERROR
    limits = (
        "In the root's readme, names with a slash at their end count (`mid_level/`) that stand "
        "in code, in bold or in a list and match the configured levels; each is reported once. "
        "Links are CL301's."
    )
    good = (Example(f"{_LEVEL}- `first_level/`: the first steps.\n", frame=Frame.FILES),)
    bad = (
        Example(
            f"{_LEVEL}- `first_level/`: the first steps.\n- **second_level/**: the next.\n",
            finds=("readme.md:4:5 CL404",),
            frame=Frame.FILES,
        ),
        Example(
            '-- curriculum-lint.toml --\nlevels = ["basics"]\n-- README.md --\n# Course\n',
            finds=("README.md:1:1 CL404",),
            frame=Frame.FILES,
        ),
        Example(
            '-- curriculum-lint.toml --\nlevels = ["part*/"]\n-- README.md --\n# Course\n',
            finds=("README.md:1:1 CL404",),
            frame=Frame.FILES,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report levels of the configuration, then those that only the readme names."""
        readme = curriculum.skeleton.root_readme or "."
        for name in curriculum.skeleton.missing_levels:
            message = f"The configuration names the level `{name}`, but there is no such folder."
            advice = "Add the folder with a readme, or take the name out of `levels`."
            yield Finding(readme, WHOLE, message, advice)
        if _matches_nothing(curriculum):
            patterns = listed([f"`{each}`" for each in curriculum.settings.levels], "or")
            message = f"No folder is called as the configuration says of levels: {patterns}."
            advice = "Correct `levels`: without one, only links and text are checked."
            yield Finding(readme, WHOLE, message, advice)
        page = curriculum.pages.get(readme)
        if page is not None:
            yield from _named(curriculum, page)


def _matches_nothing(curriculum: Curriculum) -> bool:
    """Whether somebody has written patterns for levels, and there is none."""
    levels, is_told = curriculum.settings.levels, curriculum.skeleton.missing_levels
    return bool(levels and not curriculum.levels and not is_told) and levels != _DEFAULT


def _named(curriculum: Curriculum, page: Page) -> Iterator[Finding]:
    seen = {*curriculum.skeleton.missing_levels, *_linked(curriculum, page)}
    is_excluded = compile_globs(curriculum.settings.exclude)
    for name, span in page.document.folders:
        if name in seen or name in curriculum.tree.entries or is_excluded(name):
            continue
        if _is_level(curriculum, name):
            seen.add(name)
            message = f"The readme names the level `{name}`, but there is no such folder."
            advice = f"Add {name}/{curriculum.settings.readme}, or do not name the level yet."
            yield Finding(page.path, span, message, advice)


def _linked(curriculum: Curriculum, page: Page) -> Iterator[str]:
    """Folders that broken links of the readme lead to."""
    for target in curriculum.targets[page.path]:
        if target.outcome is Outcome.MISSING:
            yield target.path
            yield target.path.rpartition("/")[0]


def _is_level(curriculum: Curriculum, name: str) -> bool:
    """Whether the name matches a pattern that says more than `*`."""
    return any(
        any(char.isalnum() for char in pattern) and matches_exactly(pattern, name)
        for pattern in curriculum.settings.levels
    )
