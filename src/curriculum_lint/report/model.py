"""The JSON report as models: the source of its JSON Schema, and a typed way to read it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from ..edits.edit import Safety
from ..settings.severity import Severity

Count = Annotated[int, Field(ge=0)]
OneBased = Annotated[int, Field(ge=1)]
Offset = Annotated[int, Field(ge=0)]
Path = Annotated[
    str,
    Field(description='Path relative to the root of the curriculum, with "/" on every system.'),
]


def _absent() -> None:
    """The value of an optional member that is not there."""


class _Model(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        model_title_generator=lambda model: model.__name__.removesuffix("Model"),
    )


class ToolModel(_Model):
    """The program that wrote the report."""

    name: Literal["curriculum-lint"] = Field(description="Name of the program.")
    version: str = Field(description="Version of the program.")


class SummaryModel(_Model):
    """What was checked, and how much was found."""

    files: Count = Field(description="Markdown files that were checked.")
    modules: Count = Field(description="Modules in all levels.")
    subsections: Count = Field(description="Subsections of all modules.")
    exercises: Count = Field(description="Exercises of all units.")
    errors: Count = Field(description="All diagnostics of severity error, listed or not.")
    warnings: Count = Field(description="All diagnostics of severity warning, listed or not.")
    infos: Count = Field(description="All diagnostics of severity info, listed or not.")
    fixable: Count = Field(description="Diagnostics that --fix repairs: those with a safe fix.")
    baselined: Count | SkipJsonSchema[None] = Field(
        default_factory=_absent,
        description="Diagnostics of the baseline, counted nowhere else. Absent without one.",
    )
    shown: Count | SkipJsonSchema[None] = Field(
        default_factory=_absent,
        description="Of errors, warnings and infos, those that are listed below. Absent where a "
        "limit cut none of them off.",
    )
    cut: Count | SkipJsonSchema[None] = Field(
        default_factory=_absent,
        description="Of errors, warnings and infos, those that are not listed, because a limit "
        "was reached. Absent where there are none.",
    )
    cut_by_rule: dict[str, Count] | SkipJsonSchema[None] = Field(
        default_factory=_absent,
        description="How many of each rule were cut, by code. Absent where there are none.",
    )


class RangeModel(_Model):
    """A range of characters, as people count lines and columns."""

    line: OneBased = Field(description="First line, counted from 1.")
    column: OneBased = Field(
        description="Column of the first character, counted from 1 in characters."
    )
    end_line: OneBased = Field(description="Line in which the range ends.")
    end_column: OneBased = Field(description="Column after the last character.")


class RelatedModel(RangeModel):
    """Another place that helps to understand a diagnostic."""

    path: Path
    message: str = Field(description="What is to be seen at this place.")


class EditModel(RangeModel):
    """Characters of one file to replace by a text."""

    path: Path
    start: Offset = Field(
        description="Offset of the first character to replace: characters of the decoded text, "
        "from 0, without a byte-order mark."
    )
    end: Offset = Field(
        description="Offset after the last character to replace. Equal to start: an insertion."
    )
    text: str = Field(description="What to write there.")


class MoveModel(_Model):
    """A file or a folder that gets another name; what is in a folder goes with it."""

    source: Path
    target: Path


class WriteModel(_Model):
    """A file to write as a whole, new or in the place of what is there."""

    path: Path
    text: str = Field(description="All that the file then holds.")


class FixModel(_Model):
    """A repair: all of its edits, moves and writes are applied, or none."""

    title: str = Field(description="What the fix does, in a few words.")
    safety: Safety = Field(
        description="safe: --fix applies it. unsafe: only with --unsafe-fixes; look at the result."
    )
    edits: tuple[EditModel, ...] = Field(
        description="The edits; they do not overlap. Paths are those before the moves."
    )
    moves: tuple[MoveModel, ...] = Field(
        description="Files and folders to rename, all at once: two names can be swapped."
    )
    writes: tuple[WriteModel, ...] = Field(
        description="Files to write as a whole. Paths are those after the moves."
    )


class DiagnosticModel(RangeModel):
    """One finding of one rule."""

    code: str = Field(description="Code of the rule. It never changes.", examples=["CL301"])
    name: str = Field(description="Name of the rule.", examples=["broken-link"])
    severity: Severity = Field(description="How much it matters.")
    message: str = Field(description="What is wrong at this place.")
    path: Path
    help: str | None = Field(description="What to write instead, unless the message says it.")
    fix: FixModel | None = Field(description="How it can be repaired, if it can.")
    related: tuple[RelatedModel, ...] = Field(description="Other places that matter here.")
    baselined: Literal[True] | SkipJsonSchema[None] = Field(
        default_factory=_absent,
        description="true: it is in the baseline, and not new. Absent from new ones.",
    )


class ReportModel(_Model):
    r"""The result of one run of curriculum-lint.

    Text that is not valid Unicode, such as a file name of other bytes, is written as visible
    escapes: a lone surrogate becomes the six characters ``\udc80``.
    """

    model_config = ConfigDict(title="curriculum-lint report")

    version: Literal[1] = Field(description="Version of this format.")
    tool: ToolModel
    summary: SummaryModel
    diagnostics: tuple[DiagnosticModel, ...] = Field(
        description="Sorted by path, line, column and code."
    )


def report_schema() -> dict[str, Any]:
    """The JSON Schema of the JSON report."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return dialect | ReportModel.model_json_schema(mode="serialization")
