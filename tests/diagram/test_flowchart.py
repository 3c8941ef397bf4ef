"""Flowcharts and state diagrams as they are written, in every form that is read."""

from __future__ import annotations

import pytest

from curriculum_lint.diagram.model import BoxShape, Connection, Flow, Head, Stroke
from curriculum_lint.diagram.read import read_diagram


def flow(text: str) -> Flow:
    found = read_diagram(text)
    assert isinstance(found, Flow)
    return found


def only_edge(line: str) -> Connection:
    [edge] = flow(f"graph TD\n{line}").lines
    return edge


@pytest.mark.parametrize(
    ("head", "direction"),
    [
        ("graph", "TB"),
        ("graph TD;", "TB"),
        ("flowchart LR", "LR"),
        ("flowchart-elk RL", "RL"),
        ("---\ntitle: x\n---\nflowchart BT", "BT"),
        ("%%{init: {'theme': 'dark'}}%%\n%% a comment\nflowchart LR", "LR"),
    ],
)
def test_the_first_line_says_where_lines_lead(head: str, direction: str) -> None:
    assert flow(f"{head}\n  a --> b").direction == direction


@pytest.mark.parametrize(
    ("written", "text", "shape"),
    [
        ("a", "a", BoxShape.BOX),
        ("a[One]", "One", BoxShape.BOX),
        ('a["One [1] (2) {3}"]', "One [1] (2) {3}", BoxShape.BOX),
        ("a(One)", "One", BoxShape.ROUND),
        ("a([One])", "One", BoxShape.STADIUM),
        ("a[[One]]", "One", BoxShape.SUBROUTINE),
        ("a[(One)]", "One", BoxShape.CYLINDER),
        ("a((One))", "One", BoxShape.CIRCLE),
        ("a(((One)))", "One", BoxShape.DOUBLE_CIRCLE),
        ("a>One]", "One", BoxShape.FLAG),
        ("a{One?}", "One?", BoxShape.DIAMOND),
        ("a{{One}}", "One", BoxShape.HEXAGON),
        ("a[/One/]", "One", BoxShape.LEAN_RIGHT),
        (r"a[\One\]", "One", BoxShape.LEAN_LEFT),
        (r"a[/One\]", "One", BoxShape.TRAPEZOID),
        (r"a[\One/]", "One", BoxShape.INVERTED_TRAPEZOID),
        ("a[One<br/>two]:::hot", "One\ntwo", BoxShape.BOX),
        ("a[One\ntwo]", "One\ntwo", BoxShape.BOX),
        ('a["`**One** and *two*`"]', "One and two", BoxShape.BOX),
        ("a[#quot;One#quot; #9829; &lt;b&gt; <b>x</b>]", '"One" ♥ <b> x', BoxShape.BOX),
        ("a[fa:fa-car One]", "One", BoxShape.BOX),
        ('a@{ shape: diam, label: "One" }', "One", BoxShape.DIAMOND),
        ("a[/api/tools]", "/api/tools", BoxShape.BOX),
    ],
)
def test_a_box_has_a_text_and_an_outline(written: str, text: str, shape: BoxShape) -> None:
    [node] = flow(f"graph TD\n{written}").boxes.values()
    assert (node.id, node.text, node.shape) == ("a", text, shape)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a --> b", Connection("a", "b")),
        ("a-->b", Connection("a", "b")),
        ("a --- b", Connection("a", "b", head=Head.NONE)),
        ("a ----> b", Connection("a", "b", length=3)),
        ("a -.-> b", Connection("a", "b", line=Stroke.DOTTED)),
        ("a -..-> b", Connection("a", "b", line=Stroke.DOTTED, length=2)),
        ("a -.- b", Connection("a", "b", line=Stroke.DOTTED, head=Head.NONE)),
        ("a ==> b", Connection("a", "b", line=Stroke.THICK)),
        ("a === b", Connection("a", "b", line=Stroke.THICK, head=Head.NONE)),
        ("a ~~~ b", Connection("a", "b", line=Stroke.UNSEEN, head=Head.NONE)),
        ("a --o b", Connection("a", "b", head=Head.CIRCLE)),
        ("a x--x b", Connection("a", "b", tail=Head.CROSS, head=Head.CROSS)),
        ("a <--> b", Connection("a", "b", tail=Head.ARROW)),
        ("a -->|yes, so| b", Connection("a", "b", "yes, so")),
        ('a -->|"a|b"| b', Connection("a", "b", "a|b")),
        ("a -- yes --> b", Connection("a", "b", "yes")),
        ("a -- a > b --> b", Connection("a", "b", "a > b")),
        ("a -. maybe .-> b", Connection("a", "b", "maybe", Stroke.DOTTED)),
        ("a == sure ==> b", Connection("a", "b", "sure", Stroke.THICK)),
        ("a e1@--> b", Connection("a", "b")),
        ("a -->\nb", Connection("a", "b")),
        ("a-b --> c-d", Connection("a-b", "c-d")),
    ],
)
def test_a_line_has_ends_a_text_and_heads(written: str, expected: Connection) -> None:
    assert only_edge(written) == expected


def test_one_statement_can_hold_many_lines() -> None:
    edges = flow("graph LR; a & b --> c -->|x| d & e; e --> a").lines
    assert [(each.source, each.target) for each in edges] == [
        *(("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("e", "a"))
    ]


def test_boxes_are_in_the_frames_that_name_them_first() -> None:
    text = "graph TD\n a --> b\n subgraph one [The first]\n b\n subgraph two\n c\n end\n end\n"
    found = flow(f"{text} subgraph Some words\n direction LR\n b --> d\n end\n one --> d\n")
    assert {each.id: each.frame for each in found.boxes.values()} == {
        "a": "",
        "b": "one",
        "c": "two",
        "d": "Some words",
    }
    assert [(g.id, g.text, g.frame) for g in found.frames.values()] == [
        *(("one", "The first", ""), ("two", "two", "one"), ("Some words", "Some words", ""))
    ]


def test_a_frame_without_boxes_is_a_box() -> None:
    found = flow("graph TD\nsubgraph one [One]\nend\none --> a")
    assert (found.boxes["one"].text, found.frames) == ("One", {})


def test_how_things_look_and_where_clicks_lead_is_left_out() -> None:
    looks = "style a fill:#f9f\nclassDef hot fill:red\nclass a,b hot\nlinkStyle 0 stroke:red"
    found = flow(f'graph TD\na --> b\n{looks}\nclick a "javascript:alert(1)"\naccTitle: x')
    assert (list(found.boxes), len(found.lines)) == (["a", "b"], 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "graph",
        "graph sideways\na --> b",
        "graph TD\na -> b",
        "graph TD\na --> ",
        "graph TD\na[One --> b",
        "graph TD\nend",
        "graph TD\nsubgraph x\na",
        "pie\n'a' : 1",
        "classDiagram\nA <|-- B",
        "graph TD\n" + "a --> b\n" * 400,
        "graph TD\n" + "a" * 3_000,
        "stateDiagram-v2\nstate a {\nb --> c",
        "stateDiagram-v2\na => b",
    ],
)
def test_what_is_not_understood_to_the_last_line_is_no_diagram(text: str) -> None:
    assert read_diagram(text) is None


def test_states_are_boxes_with_a_beginning_and_an_end() -> None:
    found = flow(
        "stateDiagram-v2\n direction LR\n [*] --> Idle\n Idle --> Busy : work comes\n"
        ' state "Very busy" as Busy\n Busy --> [*]\n Idle : waits\n state c <<choice>>\n'
        " note right of Idle\n   one\n   two\n end note\n"
    )
    texts = {(each.text, each.shape) for each in found.boxes.values()}
    assert texts == {
        *(
            ("", BoxShape.START),
            ("", BoxShape.END),
            ("waits", BoxShape.ROUND),
            ("", BoxShape.DIAMOND),
        ),
        *(("Very busy", BoxShape.ROUND), ("one\ntwo", BoxShape.NOTE)),
    }
    assert found.direction == "LR"
    assert [each.text for each in found.lines] == ["", "work comes", "", ""]


def test_a_state_with_others_in_it_is_a_frame() -> None:
    found = flow("stateDiagram-v2\nstate Open {\n [*] --> a\n a --> [*]\n}\n[*] --> Open\n")
    assert [each.id for each in found.frames.values()] == ["Open"]
    assert sorted(each.frame for each in found.boxes.values()) == ["", "Open", "Open", "Open"]
