"""The JSON graph as models: the source of its JSON Schema, and a typed way to read it.

Slow to import: only the generator of ``schema/graph.schema.json`` does.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from ..settings.index_settings import GraphOf
from .graph import EdgeKind, NodeKind


class _Model(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        model_title_generator=lambda model: model.__name__.removesuffix("Model"),
    )


class NodeModel(_Model):
    """A level, module, subsection or concept."""

    id: str = Field(
        description="Path of the level or unit, or the id of the concept: the path of its readme "
        "and its anchor. No two nodes have the same.",
        examples=["junior_level/1_foundations_http"],
    )
    kind: NodeKind = Field(description="What it is.")
    label: str = Field(
        description="Number and letter of a unit; empty where it has none.", examples=["4b"]
    )
    title: str = Field(description="The title of a level or unit, or the heading of a concept.")
    parent: str | None = Field(
        description="The id of the node that it is part of: the level of a unit, the unit of a "
        "concept. null for a level."
    )
    optional: bool = Field(description="Whether it is an optional unit.")
    chosen: bool = Field(description="Whether the command line asked for it with --unit.")


class EdgeModel(_Model):
    """From what comes first to what it leads to."""

    source: str = Field(description="The id of the node that comes first.")
    target: str = Field(description="The id of the node that it leads to.")
    kind: EdgeKind = Field(
        description="requires: the target states that it requires the source. follows: the target "
        "has the next number, where no unit states what it requires. part: the target is a "
        "subsection of the source, and no other edges lead there from it. teaches: the target is a "
        "concept of the source."
    )


class GraphModel(_Model):
    r"""Which unit or concept leads to which: the output of curriculum-lint graph.

    Text that is not valid Unicode, such as a file name of other bytes, is written as visible
    escapes: a lone surrogate becomes the six characters ``\udc80``.
    """

    model_config = ConfigDict(title="curriculum-lint graph")

    version: Literal[1] = Field(description="Version of this format.")
    of: GraphOf = Field(description="Whether concepts are nodes, or units only.")
    title: str = Field(description="The title of the curriculum.")
    nodes: tuple[NodeModel, ...] = Field(
        description="In the order of the curriculum: each after the one that it is part of."
    )
    edges: tuple[EdgeModel, ...] = Field(description="In the order of their targets.")


def graph_schema() -> dict[str, Any]:
    """The JSON Schema of the JSON graph."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return dialect | GraphModel.model_json_schema(mode="serialization")
