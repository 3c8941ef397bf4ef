"""The JSON comparison as models: the source of its JSON Schema, and a typed way to read it.

Slow to import: only the generator of ``schema/changes.schema.json`` does.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from ..report.model import Count
from .item import Change, ItemKind

Commit = Annotated[str, Field(pattern="^([0-9a-f]{40}|[0-9a-f]{64})$")]


class _Model(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        model_title_generator=lambda model: model.__name__.removesuffix("Model"),
    )


class BaseModelOfChange(_Model):
    """What the curriculum was compared with."""

    model_config = ConfigDict(title="Base")

    name: str = Field(description="Its branch, or what --base says.", examples=["origin/main"])
    commit: Commit | None = Field(description="The merge base. null: there is no commit yet.")


class MinutesModel(_Model):
    """A stated time; both are the same where it is no range."""

    least: Count = Field(description="The least of it, in minutes.")
    most: Count = Field(description="The most of it, in minutes.")


class ItemModel(_Model):
    """A level, module, subsection or exercise, as it was or as it is."""

    number: str = Field(
        description="Its number or letter as written. Nothing where it has none.",
        examples=["3", "a"],
    )
    title: str = Field(
        description="Its title without the number; the name of its folder where it has none."
    )
    unit: str = Field(
        description='Path of the unit that it is in, with "/" on every system; empty for a level.'
    )
    path: str = Field(
        description='Path of its readme, or of the folder of a unit without one, with "/" on every '
        "system; for an exercise, of the readme that it is in."
    )
    acceptance_criteria: tuple[str, ...] = Field(
        description="The acceptance criteria of an exercise; always empty for a unit."
    )
    minutes: MinutesModel | None = Field(description="The time that is stated for it, if any.")


class ItemChangeModel(_Model):
    """One item that is different: at least one of before and after is there."""

    kind: ItemKind = Field(description="What it is.")
    changes: Annotated[tuple[Change, ...], Field(min_length=1)] = Field(
        description="What is different. added and removed stand alone."
    )
    before: ItemModel | None = Field(description="The item in the base. null: it was added.")
    after: ItemModel | None = Field(description="The item as it is now. null: it was removed.")


class TestedModel(_Model):
    """How many acceptance criteria tests name."""

    before: Count = Field(description="In the base.")
    after: Count = Field(description="Now.")


class ChangesModel(_Model):
    r"""What a change makes of the curriculum: the output of curriculum-lint changes.

    Text that is not valid Unicode, such as a file name of other bytes, is written as visible
    escapes: a lone surrogate becomes the six characters ``\udc80``.
    """

    model_config = ConfigDict(title="curriculum-lint changes")

    version: Literal[1] = Field(description="Version of this format.")
    base: BaseModelOfChange
    changes: tuple[ItemChangeModel, ...] = Field(
        description="In the order of the curriculum: each unit before what is in it."
    )
    tested_criteria: TestedModel | None = Field(
        description="The criteria that have a test. null: no tests are configured."
    )


def changes_schema() -> dict[str, Any]:
    """The JSON Schema of the JSON comparison."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return dialect | ChangesModel.model_json_schema(mode="serialization")
