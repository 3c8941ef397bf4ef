"""The configuration file as a pydantic model: its keys, types, limits and documentation.

Slow to import: only `validate` and the generator of ``schema/config.schema.json`` do. Defaults
are those of `Settings`; descriptions here are what editors show.
"""

from __future__ import annotations

from pydantic import Field

from .settings import Settings
from .tables import (
    Code,
    File,
    FileName,
    IndexTable,
    Kind,
    LimitsTable,
    LinksTable,
    ModuleTemplate,
    Names,
    Path,
    PluginName,
    SectionKey,
    SeverityName,
    SubsectionTemplate,
    Table,
    Target,
    not_given,
)

_DEFAULT = Settings(root="")


class Configuration(Table):
    """curriculum-lint.toml, or the table [tool.curriculum-lint] of pyproject.toml."""

    levels: list[Path] = Field(
        default=list(_DEFAULT.levels),
        description='Folders that hold modules, relative to the root; globs allowed, "." is the '
        "root itself.",
        examples=[["part1", "part2"]],
    )
    module_pattern: ModuleTemplate = Field(
        default=_DEFAULT.module_pattern,
        description="Template that reads and writes the names of modules. It must hold {number} "
        'or {number:02}. Ending in ".md" it names files, otherwise folders with a readme.',
        examples=["{number:02}-{slug}"],
    )
    subsection_pattern: SubsectionTemplate = Field(
        default=_DEFAULT.subsection_pattern,
        description="Template that reads and writes the names of subsections. It must hold "
        "{letter}.",
        examples=["{letter}-{slug}"],
    )
    readme: FileName = Field(
        default=_DEFAULT.readme,
        description="Name of the readme of a level or unit. Any case is found; another case than "
        "this one is reported.",
        examples=["README.md"],
    )
    exclude: list[Path] = Field(
        default=list(_DEFAULT.exclude),
        description="Globs of files and folders that are not part of the curriculum.",
        examples=[["archive/**"]],
    )
    select: list[Code] = Field(
        default_factory=not_given,
        description="Codes, beginnings of codes or names of the rules to run, instead of those "
        "that are on by default. ALL is every rule.",
        examples=[["CL3", "module-number-gap"]],
    )
    ignore: list[Code] = Field(
        default=list(_DEFAULT.ignore),
        description="Codes, beginnings of codes or names of rules not to run.",
        examples=[["CL117"]],
    )
    extend_select: list[Code] = Field(
        default=list(_DEFAULT.extend_select),
        description="Rules to run in addition to the selected ones or to the default.",
        examples=[["suppression-without-reason"]],
    )
    severity: dict[Code, SeverityName] = Field(
        default={},
        description="How much the diagnostics of a rule matter, where the default does not suit.",
        examples=[{"missing-alt-text": "error"}],
        json_schema_extra={"additionalProperties": False},
    )
    per_path_ignores: dict[Path, list[Code]] = Field(
        default={},
        description="Rules not to run for the files that a glob matches.",
        examples=[{"junior_level/3_*/**": ["CL107"]}],
    )
    baseline: Target = Field(
        default=_DEFAULT.baseline,
        description="File of known findings, which are not reported again. Where it does not "
        "exist, everything is reported.",
        examples=["quality/baseline.json"],
    )
    plugins: list[PluginName] = Field(
        default=list(_DEFAULT.plugins),
        description="Installed packages, or entry points of theirs, that add rules.",
        examples=[["curriculum-lint-tone"]],
    )
    sections: dict[SectionKey, Names] = Field(
        default_factory=dict,
        description="The names a section may carry, the preferred one first. A key given here "
        "replaces the built-in names of that key; new keys are allowed.",
        examples=[{"goal": ["Goal", "Your mission"]}],
        json_schema_extra={"additionalProperties": False},
    )
    schemas: dict[Kind, File] = Field(
        default={},
        description="A JSON Schema file of the repository for a kind of readme (root, level, "
        "module, subsection or page), instead of the built-in one.",
        examples=[{"module": "schemas/module.schema.json"}],
        json_schema_extra={"additionalProperties": False},
    )
    links: LinksTable = Field(
        default_factory=LinksTable,
        description="How link destinations are read.",
        examples=[{"absolute": "ignore"}],
    )
    index: IndexTable = Field(
        default_factory=IndexTable,
        description="Where the generated index is written.",
        examples=[{"json": "docs/index.json"}],
    )
    limits: LimitsTable = Field(
        default_factory=LimitsTable,
        description="How much is read before a file is reported instead.",
        examples=[{"file-bytes": 2_097_152}],
    )
