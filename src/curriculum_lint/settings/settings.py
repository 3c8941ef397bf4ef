"""The effective settings of a run, as plain data, and the keys of the file that sets them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from .criterion_tests import CriterionTestSettings
from .exercise_settings import ExerciseSettings
from .index_settings import IndexSettings
from .key import ValueType, key
from .limits import Limits
from .section_names import DEFAULT_SECTIONS
from .severity import Severity


class RouteLinks(StrEnum):
    """What a destination means that may be a route of a website."""

    REPOSITORY = "repository"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """How destinations are read."""

    absolute: RouteLinks = key(
        RouteLinks.REPOSITORY,
        ValueType.CHOICE,
        "What a destination that begins with `/` means: the root of the repository, as on GitHub, "
        "or with `ignore` a route of a website, which is not checked; then `#/loops` is one, too.",
        "ignore",
        choices=RouteLinks,
    )
    ignore: tuple[str, ...] = key(
        (),
        ValueType.TEXT,
        "Globs of destinations, as written, that are never checked. Here `*` matches `/` too.",
        ["{{*", "quiz-url"],
        is_list=True,
    )
    endings: RouteLinks = key(
        RouteLinks.REPOSITORY,
        ValueType.CHOICE,
        "What a destination without the ending of its page means, such as `loops` for `loops.md`: "
        "nothing, as on GitHub, or with `ignore` a route of a website, which adds the ending, and "
        "counts `../files/` in `loops.md` from `loops/`.",
        "ignore",
        choices=RouteLinks,
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a run depends on besides the tree. ``root`` is an absolute path."""

    root: str
    levels: tuple[str, ...] = key(
        ("*_level",),
        ValueType.PATH,
        'Folders that hold modules, relative to the root. Globs are allowed, `"."` is the root '
        "itself, and an empty list means that there are none.",
        ["part1", "part2"],
        is_list=True,
    )
    module_pattern: str = key(
        "{number}_{slug}",
        ValueType.MODULE_TEMPLATE,
        "Template that reads and writes the names of modules. It must hold `{number}`, or where "
        "they have none, `{slug}` or `{name}`. Ending in `.md` it names files, otherwise folders "
        "with a readme.",
        "{number:02}-{slug}",
        more="See [patterns of names](#patterns-of-names).",
    )
    other_module_patterns: tuple[str, ...] = key(
        (),
        ValueType.MODULE_TEMPLATE,
        "More patterns that names of modules may follow, where not all are called alike: "
        "`week3` beside `04-files`, or a folder `05-project` beside files. New modules are named "
        "by `module-pattern`.",
        ["week{number}"],
        is_list=True,
    )
    subsection_pattern: str = key(
        "{letter}_{slug}",
        ValueType.SUBSECTION_TEMPLATE,
        "Template that reads and writes the names of subsections. It must hold `{letter}`.",
        "{letter}-{slug}",
        more="See [patterns of names](#patterns-of-names).",
    )
    readme: str = key(
        "readme.md",
        ValueType.FILE_NAME,
        "Name of the readme of a level or unit. Any case is found; another case than this one is "
        "reported. The root's own readme may be `README.md` in any case.",
        "README.md",
    )
    unit_file: str | None = key(
        None,
        ValueType.FILE,
        "The file in a module's or subsection's folder that holds its text, where that is not its "
        "readme: a path or a glob. Of several that match, translations are passed over.",
        "docs/en.md",
        more='With `unit-file = "*.md"` it is the Markdown file of the folder, whatever its name.',
    )
    order: tuple[str, ...] = key(
        (),
        ValueType.FILE,
        "Files that list modules in the order in which they are read, where names hold no numbers: "
        "a readme, a `SUMMARY.md`, or the navigation of a site in YAML, TOML or JSON.",
        ["SUMMARY.md"],
        is_list=True,
    )
    order_by: str | None = key(
        None,
        ValueType.TEXT,
        "The key of front matter whose number says where a module comes, where names hold none "
        "and no file lists them: `weight`, `sidebar_position`, `nav_order`.",
        "weight",
    )
    exclude: tuple[str, ...] = key(
        (),
        ValueType.PATH,
        "Globs of files and folders that are not part of the curriculum. What git ignores is left "
        "out anyway.",
        ["archive/**", "**/drafts"],
        is_list=True,
        more="See [globs](#globs).",
    )
    select: tuple[str, ...] | None = key(
        None,
        ValueType.RULE,
        "The rules to run, instead of those that are on by default: codes, beginnings of codes, "
        'names, or `"ALL"`.',
        ["CL3", "module-number-gap"],
        is_list=True,
    )
    ignore: tuple[str, ...] = key(
        (),
        ValueType.RULE,
        'Rules not to run. The more exact word wins: with `ignore = ["CL3"]` and '
        '`select = ["CL301"]`, the rule CL301 runs.',
        ["vague-criterion"],
        is_list=True,
    )
    extend_select: tuple[str, ...] = key(
        (),
        ValueType.RULE,
        "Rules to run in addition to the selected ones, for example those that are off by default.",
        ["suppression-without-reason"],
        is_list=True,
    )
    severity: Mapping[str, Severity] = key(
        dict,
        ValueType.CHOICE,
        "How much a rule matters, where the default does not suit. To switch a rule off, use "
        "`ignore`.",
        {"missing-alt-text": "error"},
        names=ValueType.RULE,
        choices=Severity,
    )
    per_path_ignores: Mapping[str, tuple[str, ...]] = key(
        dict,
        ValueType.RULE,
        "Rules not to run for some files: globs, each with its rules.",
        {"junior_level/3_*/**": ["CL107"]},
        names=ValueType.PATH,
        is_list=True,
        more="See [globs](#globs).",
    )
    baseline: str = key(
        "curriculum-lint-baseline.json",
        ValueType.TARGET,
        "The file of known findings, which are not reported again. `check --update-baseline` "
        "writes it; where it does not exist, everything is reported.",
        "quality/baseline.json",
        more="See [how to start with one](getting-started.md#start-with-a-baseline).",
    )
    plugins: tuple[str, ...] = key(
        (),
        ValueType.PLUGIN,
        "Installed packages that add rules, by the name of the package or of its entry point. A "
        "package that is not named here is never loaded, and nothing is ever loaded from the "
        "linted repository itself.",
        ["curriculum-lint-tone"],
        is_list=True,
        more="See [rules of your own](plugins.md).",
    )
    sections: Mapping[str, tuple[str, ...]] = key(
        lambda: DEFAULT_SECTIONS,
        ValueType.TEXT,
        "Which words name which section; the first name is the preferred one. Case, a colon at "
        "the end and a parenthesis at the end do not matter. A key given here replaces the "
        "built-in names of that key. New keys (`a-z`, `0-9`, `_`) are allowed and can be used in "
        "your own schemas. A name you give to one key is taken from the built-in names of the "
        "others.",
        {"goal": ["Your mission", "Goal"], "reflection": ["Reflect", "Look back"]},
        names=ValueType.SECTION_KEY,
        is_list=True,
        least=1,
        more="Four keys are special: their names open no section, and may be names of a section "
        'as well. `exercise` holds words for one exercise, as in "Kata 3: Title"; `unit` adds '
        'words for a unit to those known in many languages, as in "Sprint 3: Title"; `time` and '
        '`difficulty` hold those for what a unit or an exercise takes, as in "**Time:** 20 min · '
        '**Difficulty:** 2".',
    )
    exercises: ExerciseSettings = key(
        ExerciseSettings(),
        ValueType.TABLE,
        "How the exercises of units are written.",
        {"forms": ["heading", "checklist"], "files": ["assignment.md"]},
        more="See [exercises in other forms](#exercises-in-other-forms).",
    )
    schemas: Mapping[str, str] = key(
        dict,
        ValueType.FILE,
        "What a readme must contain is a JSON Schema, for each kind of readme (`root`, `level`, "
        "`module`, `subsection`, `page`): a file of the repository, `built-in`, or `none`. The "
        "built-in schemas of modules and subsections are the default where modules are named by "
        "the built-in `module-pattern` and are not at the root. Elsewhere nothing is asked for "
        "unless this table says what.",
        {"module": "schemas/module.schema.json"},
        names=ValueType.README_KIND,
    )
    links: LinkSettings = key(
        LinkSettings(),
        ValueType.TABLE,
        "How link destinations are read.",
        {"absolute": "ignore"},
    )
    index: IndexSettings = key(
        IndexSettings(),
        ValueType.TABLE,
        "What `curriculum-lint index` writes. Nothing is ever written outside the root or into "
        "`.git`.",
        {"readme": ["README.md"], "json": "docs/index.json", "html": "docs/index.html"},
        more="See [the generated index](generated-index.md).",
    )
    tests: CriterionTestSettings = key(
        CriterionTestSettings(),
        ValueType.TABLE,
        "Where the tests of acceptance criteria are, and how they name them.",
        {"files": ["acceptance/exercises/*/*.test.mjs"]},
        more="See [criteria that run](criteria.md).",
    )
    limits: Limits = key(
        Limits(),
        ValueType.TABLE,
        "How much is read, and how much is listed. The limits keep a hostile file from stopping "
        "your checks.",
        {"file-bytes": 2_097_152},
        more="All findings are [counted](output-formats.md#more-findings-than-are-listed), and "
        "`--fix` repairs those that are not listed as well.",
    )
