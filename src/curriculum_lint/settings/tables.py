"""The types of settings, and the tables of the configuration, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from .data import kebab
from .settings import IndexSettings, Limits, LinkSettings
from .values import (
    CODE_PATTERN,
    KIND_PATTERN,
    PLUGIN_PATTERN,
    SECTION_PATTERN,
    check_code,
    check_file,
    check_file_name,
    check_html_target,
    check_json_target,
    check_kind,
    check_path,
    check_plugin,
    check_section_key,
    check_target,
    check_text,
    check_web_address,
    template_with,
)

_LINKS, _INDEX, _LIMITS = LinkSettings(), IndexSettings(), Limits()


def _schema(**keywords: Any) -> Any:
    return Field(json_schema_extra=keywords)


def not_given() -> Any:
    """The default of a setting that has none; no file can write it."""
    return None


Text = Annotated[str, AfterValidator(check_text), _schema(minLength=1)]
FileName = Annotated[str, AfterValidator(check_file_name), _schema(minLength=1)]
Path = Annotated[str, AfterValidator(check_path), _schema(minLength=1)]
File = Annotated[str, AfterValidator(check_file), _schema(minLength=1)]
Target = Annotated[str, AfterValidator(check_target), _schema(minLength=1)]
JsonTarget = Annotated[str, AfterValidator(check_json_target), _schema(pattern=r"\.json$")]
HtmlTarget = Annotated[str, AfterValidator(check_html_target), _schema(pattern=r"\.html$")]
WebAddress = Annotated[str, AfterValidator(check_web_address), _schema(pattern="^https?://")]
Code = Annotated[str, AfterValidator(check_code), _schema(pattern=CODE_PATTERN)]
SectionKey = Annotated[str, AfterValidator(check_section_key), _schema(pattern=SECTION_PATTERN)]
Kind = Annotated[str, AfterValidator(check_kind), _schema(pattern=KIND_PATTERN)]
Names = Annotated[list[Text], Field(min_length=1)]
ModuleTemplate = Annotated[
    str, AfterValidator(template_with("number")), _schema(pattern=r"\{number(:0[23])?\}")
]
SubsectionTemplate = Annotated[
    str, AfterValidator(template_with("letter")), _schema(pattern=r"\{letter\}")
]
PluginName = Annotated[str, AfterValidator(check_plugin), _schema(pattern=PLUGIN_PATTERN)]
SeverityName = Literal["error", "warning", "info"]


class Table(BaseModel):
    """Unknown keys and other types than the stated ones are errors."""

    model_config = ConfigDict(extra="forbid", strict=True, alias_generator=kebab)


class LinksTable(Table):
    """How link destinations are read."""

    absolute: Literal["repository", "ignore"] = Field(
        default=_LINKS.absolute.value,
        description='What a destination that begins with "/" means: "repository" is the root of '
        'the repository, as on GitHub; "ignore" leaves routes of a website alone.',
        examples=["ignore"],
    )
    ignore: list[Text] = Field(
        default=list(_LINKS.ignore),
        description="Globs of destinations, as written, that are never checked.",
        examples=[["{{*", "quiz-url"]],
    )


class IndexTable(Table):
    """Where the generated index is written."""

    readme: list[Target] = Field(
        default=list(_INDEX.readme),
        description="Markdown files that must hold a generated region, relative to the root. "
        "Regions in other files are kept as well.",
        examples=[["README.md"]],
    )
    json_file: JsonTarget = Field(
        default_factory=not_given,
        alias="json",
        description="The file the index is written to as JSON. Not written unless given.",
        examples=["docs/index.json"],
    )
    html: HtmlTarget = Field(
        default_factory=not_given,
        description="The file the index is written to as a web page. Not written unless given.",
        examples=["docs/index.html"],
    )

    source: WebAddress = Field(
        default_factory=not_given,
        description="The web address that the page puts before the paths of files that are not "
        "on it. Without one, its links to them are relative.",
        examples=["https://github.com/owner/repository/blob/main/"],
    )
    layout: Literal["auto", "file", "folder"] = Field(
        default=_INDEX.layout.value,
        description="Whether the page is one file or a folder with a file for each unit. By "
        "itself it is one file as long as the readmes have less than two million characters.",
        examples=["folder"],
    )
    check_command: str = Field(
        default_factory=not_given,
        alias="check-command",
        description="The command that checks an exercise, for learners to copy from the page. "
        "`{number}` stands for the number of the exercise.",
        examples=["node acceptance/check.mjs {number}"],
    )
    depth: Literal["levels", "modules", "subsections", "exercises"] = Field(
        default=_INDEX.depth.value,
        description="The last kind of entry that an index in a readme lists.",
        examples=["modules"],
    )
    fields_shown: list[Literal["summary", "time", "difficulty", "exercises", "concepts"]] = Field(
        default=[each.value for each in _INDEX.fields],
        alias="fields",
        description="What an index in a readme says of every unit, as far as it is known.",
        examples=[["summary", "time"]],
    )
    graph: Literal["units", "concepts"] = Field(
        default=_INDEX.graph.value,
        description="What the nodes of a graph of prerequisites in a readme are.",
        examples=["concepts"],
    )


class LimitsTable(Table):
    """How much is read before a file is reported instead."""

    file_bytes: int = Field(
        default=_LIMITS.file_bytes,
        ge=1,
        le=64 * 1024 * 1024,
        description="Bytes a file may have.",
        examples=[2_097_152],
    )
    line_characters: int = Field(
        default=_LIMITS.line_characters,
        ge=1,
        le=1_000_000,
        description="Characters a line may have.",
        examples=[40_000],
    )
    block_characters: int = Field(
        default=_LIMITS.block_characters,
        ge=1,
        le=1_000_000,
        description="Characters a paragraph or another block of running text may have.",
        examples=[100_000],
    )
    nesting: int = Field(
        default=_LIMITS.nesting,
        ge=10,
        le=200,
        description="How deep lists, quotes and emphasis may be nested.",
        examples=[80],
    )
    diagnostics_per_rule: int = Field(
        default=_LIMITS.diagnostics_per_rule,
        ge=1,
        le=1_000_000,
        description="Diagnostics of one rule in one file that are reported one by one.",
        examples=[50],
    )
    diagnostics: int = Field(
        default=_LIMITS.diagnostics,
        ge=1,
        le=1_000_000,
        description="Diagnostics of a run that are reported one by one.",
        examples=[1_000],
    )
