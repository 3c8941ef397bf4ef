"""The file of known findings as models: the source of its JSON Schema.

Slow to import: only the generator of ``schema/baseline.schema.json`` does.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Model(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        model_title_generator=lambda model: model.__name__.removesuffix("Model"),
    )


class EntryModel(_Model):
    """Equal findings that are known."""

    unit: str = Field(
        description="Where: the path without numbers of folders and without the readme.",
        examples=["junior_level/persistence"],
    )
    code: str = Field(description="Code of the rule.", examples=["CL301"])
    exercise: str = Field(
        description="Title of the exercise around it, its place (#3) without a title, or nothing."
    )
    excerpt: str = Field(
        description="Beginning of the source it is about: every number is 0, white space is one "
        "space. Nothing for a file or folder as a whole."
    )
    count: Annotated[int, Field(ge=1, le=1_000_000)] = Field(
        description="How many such findings are known."
    )


class EndModel(_Model):
    """The end of the list: so each entry has a comma, and git can merge what branches remove."""

    unit: Literal[""]
    code: Literal[""]
    exercise: Literal[""]
    excerpt: Literal[""]
    count: Literal[0]


class BaselineModel(_Model):
    """Findings that are known and not reported again. Written by check --update-baseline."""

    model_config = ConfigDict(title="curriculum-lint baseline")

    version: Literal[1] = Field(description="Version of this format.")
    entries: list[EntryModel | EndModel] = Field(
        description="Sorted by unit, code, exercise and excerpt; the last one counts nothing."
    )


def baseline_schema() -> dict[str, Any]:
    """The JSON Schema of the baseline."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return dialect | BaselineModel.model_json_schema()
