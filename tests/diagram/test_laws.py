"""What holds for every text: it is read or not, quickly, and what is read can be drawn."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.diagram.as_json import diagram_json
from curriculum_lint.diagram.read import read_diagram
from curriculum_lint.diagram.say import said

HEADS = ("graph TD", "flowchart LR", "sequenceDiagram", "stateDiagram-v2")
PIECES = (
    *(
        "a",
        "b",
        "-->",
        "--",
        "---",
        "==>",
        "-.->",
        "&",
        "|",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        '"',
        "x",
    ),
    *(
        "subgraph ",
        "end",
        ":",
        "->>",
        "-->>",
        "note over ",
        "alt ",
        "else",
        "state ",
        "[*]",
        " as ",
    ),
    *(" ", "\n", ";", "<br>", "#", "%%", "@{", "~~~", "<", ">", "`", "é", "数", "\u202e"),
)


@given(st.sampled_from(HEADS), st.lists(st.sampled_from(PIECES), max_size=40))
def test_every_text_is_a_diagram_whose_parts_are_there_or_none(head: str, parts: list[str]) -> None:
    diagram = read_diagram(f"{head}\n{''.join(parts)}")
    if diagram is None:
        return
    assert isinstance(said(diagram), str)
    data = json.loads(diagram_json(diagram))
    if data["kind"] == "flow":
        count = len(data["groups"]) + len(data["nodes"])
        ends = [each[end] for each in data["edges"] for end in ("from", "to")]
        assert all(0 <= end < count for end in ends)
        parents = [each[-1] for each in (*data["groups"], *data["nodes"])]
        assert all(-1 <= parent < len(data["groups"]) for parent in parents)
        assert set(range(len(data["groups"]))) <= set(parents)
    else:
        assert all(0 <= a < len(data["actors"]) for each in data["steps"] for a in each["actors"])


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    "piece", ["-", "- ", ".", "A[", "A -- ", "[/", "\n", " ", "%%{", "a ->", "&"]
)
def test_no_text_takes_long(head: str, piece: str) -> None:
    text = f"{head}\nA {piece * (18_000 // len(piece))}"
    start = time.process_time()
    read_diagram(text)
    assert time.process_time() - start < 2


def test_words_say_what_leads_where() -> None:
    diagram = read_diagram(
        "---\ntitle: Login\n---\ngraph TD\na[Form] -->|sends| b{Right?}\nc[Alone]"
    )
    assert diagram
    assert said(diagram) == "Login. Form → Right?: sends. Alone"
