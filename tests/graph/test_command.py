"""``curriculum-lint graph``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import referencing
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.graph.build import concept_graph
from curriculum_lint.graph.graph import Edge, EdgeKind, Graph, Node, NodeKind
from curriculum_lint.graph.json_graph import json_graph
from curriculum_lint.graph.model import GraphModel, graph_schema
from curriculum_lint.graph.narrow import around
from curriculum_lint.settings.index_settings import GraphOf
from tests.command import Result, invoke
from tests.graph.sample import course
from tests.index.sample import write_sample
from tests.repository import write_files

VALIDATOR = jsonschema.Draft202012Validator(graph_schema(), registry=referencing.Registry())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """1 with 1a, 2, and 10, which states nothing."""
    return write_sample(tmp_path)


def graph(root: Path, *arguments: str) -> Result:
    return invoke("graph", "--root", str(root), *arguments)


def arrows(done: Result) -> list[str]:
    assert done.exit_code == 0, done
    return [
        line.strip()
        for line in done.stdout.split("\n")
        if line.startswith("  u") and "[" not in line
    ]


def described(written: str) -> dict[str, Any]:
    """Schema and model say the same as the text, and leave nothing out."""
    data = json.loads(written)
    assert isinstance(data, dict)
    VALIDATOR.validate(data)
    assert GraphModel.model_validate_json(written).model_dump(mode="json") == data
    return data


def test_mermaid_of_the_units_is_the_default(root: Path) -> None:
    done = graph(root)
    assert arrows(done) == ["u1 --> u2", "u1 --> u3"]
    assert '  u2["1a More output"]\n' in done.stdout
    assert done.stderr == ""


def test_concepts_are_drawn_on_demand_or_as_configured(root: Path) -> None:
    asked = graph(root, "--of", "concepts")
    assert '(["Exit code"])' in asked.stdout
    write_files(root, {"curriculum-lint.toml": '[index]\ngraph = "concepts"\n'})
    assert graph(root).stdout == asked.stdout
    assert '(["' not in graph(root, "--of", "units").stdout


def test_a_unit_narrows_it(root: Path) -> None:
    done = graph(root, "--unit", "1a")
    assert arrows(done) == ["u1 --> u2"]
    assert "class u2 chosen" in done.stdout


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("7", "There is no unit “7”; write its path, or its label such as 4b."),
        ("1b\x1b[31m", "There is no unit “1b\\x1b[31m”; "),
    ],
)
def test_an_unknown_unit_is_wrong_usage(root: Path, word: str, said: str) -> None:
    done = graph(root, "--unit", word)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_dot_and_json_are_written(root: Path) -> None:
    assert graph(root, "--output-format", "dot").stdout.startswith("digraph curriculum {\n")
    data = described(graph(root, "--output-format", "json").stdout)
    assert [node["label"] for node in data["nodes"]] == ["", "1", "1a", "2", "10"]
    assert data["of"] == "units"


def test_it_goes_to_a_file_byte_for_byte(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "graph.mmd"
    done = graph(root, "--output-file", str(file))
    assert done == Result(0, "", "")
    assert file.read_bytes().decode() == graph(root).stdout


def test_a_file_that_cannot_be_written_is_a_failure(root: Path) -> None:
    done = graph(root, "--output-file", str(root / "missing" / "graph.mmd"))
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def test_no_reduce_shows_everything_that_is_stated(root: Path) -> None:
    more = (
        "## Before you start\n\n- [Start](../1_start/readme.md)\n- [Files](../2_files/readme.md)\n"
    )
    write_files(root, {"first_level/10_end/readme.md": f"# The end\n\n{more}"})
    assert "u1 --> u4" not in arrows(graph(root))
    assert "u1 --> u4" in arrows(graph(root, "--no-reduce"))


def test_the_order_of_modules_stands_in_with_a_note(tmp_path: Path) -> None:
    write_files(tmp_path, {f"a_level/{n}_m/readme.md": f"# M{n}\n" for n in (1, 2)})
    done = graph(tmp_path, "--of", "concepts")
    assert arrows(done) == ["u1 -.-> u2"]
    assert done.stderr == (
        "Note: no unit has a section that lists its concepts, so units are shown.\n"
        "Note: no unit states what it requires, so the arrows are the order of modules.\n"
    )


def test_an_empty_folder_gives_an_empty_graph_and_a_note(tmp_path: Path) -> None:
    done = graph(tmp_path, "--output-format", "json")
    assert described(done.stdout)["nodes"] == []
    assert done.stderr == "Note: there are no modules, so the graph is empty.\n"
    assert graph(tmp_path).exit_code == 0


def test_what_github_will_not_draw_is_printed_with_a_note(tmp_path: Path) -> None:
    files = {"a_level/1_m/readme.md": "# M\n"}
    before = "## Before you start\n\n- [M](../{}_m/readme.md)\n"
    for n in range(2, 503):
        files[f"a_level/{n}_m/readme.md"] = f"# M\n\n{before.format(n - 1)}"
    write_files(tmp_path, files)
    done = graph(tmp_path)
    assert len(arrows(done)) == 501
    assert done.stderr == (
        "Note: GitHub shows an error instead of this graph: it has 501 arrows and "
        f"{len(done.stdout):,} characters, and at most 500 and 50,000 are drawn. Use --unit UNIT "
        "for a part, or --output-format dot for Graphviz.\n"
    )
    assert graph(tmp_path, "--output-format", "dot").stderr == ""


def test_the_schema_is_a_valid_schema_that_describes_every_field() -> None:
    schema = graph_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for name, definition in {"Graph": schema, **schema["$defs"]}.items():
        assert "description" in definition, name
        for key, field in definition.get("properties", {}).items():
            assert "description" in field, f"{name}.{key}"


def test_the_json_says_what_was_chosen() -> None:
    data = described(json_graph(around(concept_graph(course()), ["low/2_files"])))
    assert [node["id"] for node in data["nodes"] if node["chosen"]] == ["low/2_files"]
    assert data["edges"][0] == {
        "source": "low/1_start",
        "target": "low/1_start/readme.md#output",
        "kind": "teaches",
    }


NODES = st.builds(
    Node,
    id=st.text(max_size=8),
    kind=st.sampled_from(NodeKind),
    title=st.text(max_size=8),
    label=st.text(max_size=3),
    parent=st.none() | st.text(max_size=8),
    optional=st.booleans(),
    chosen=st.booleans(),
)
EDGES = st.builds(Edge, st.text(max_size=8), st.text(max_size=8), st.sampled_from(EdgeKind))


@given(st.lists(NODES, max_size=3), st.lists(EDGES, max_size=3), st.text(max_size=8))
def test_every_graph_is_described(nodes: list[Node], edges: list[Edge], title: str) -> None:
    described(json_graph(Graph(GraphOf.UNITS, title, tuple(nodes), tuple(edges))))
