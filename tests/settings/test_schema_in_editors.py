"""The schema of the configuration, as the tool that editors ask about TOML reads it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import ROOT
from tests.ci.documents import complaints, snippets
from tests.command import invoke

TAPLO = Path(sys.executable).with_name("taplo")


#: What tables of other programs' files begin with.
_OF_OTHERS = ("[tool.", "[project", "[language")


def taplo(folder: Path, text: str) -> str:
    """What taplo says of a configuration, the schema of which is named in its first line."""
    (folder / ".curriculum-lint.schema.json").write_text(invoke("config", "--schema").stdout)
    file = folder / "curriculum-lint.toml"
    file.write_text(f"#:schema ./.curriculum-lint.schema.json\n{text}")
    done = subprocess.run(
        [str(TAPLO), "lint", "--colors", "never", "curriculum-lint.toml"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stderr


def test_it_is_a_schema_of_its_draft_and_has_a_name(tmp_path: Path) -> None:
    text = invoke("config", "--schema").stdout
    assert text == (ROOT / "schema/config.schema.json").read_text()
    file = tmp_path / "schema.json"
    file.write_text(text)
    assert not complaints("check-jsonschema", "--check-metaschema", str(file))
    schema = json.loads(text)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["$id"].startswith("urn:")


def test_every_configuration_that_is_shown_is_right(tmp_path: Path) -> None:
    shown = [
        each.text
        for page in ROOT.glob("docs/*.md")
        for each in snippets(page)
        if each.language == "toml" and not any(word in each.text for word in _OF_OTHERS)
    ]
    assert len(shown) > 10
    wrong = {text: said for text in shown if (said := taplo(tmp_path, text))}
    assert not wrong


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("levls = []\n", "levls"),
        ("levels = 3\n", "is not of type"),
        ('[index]\njsn = "x"\n', "jsn"),
        ("[limits]\nfile-bytes = -1\n", "minimum"),
        ('[severity]\nCL301 = "fatal"\n', "is not one of"),
    ],
)
def test_a_mistake_is_marked(text: str, said: str, tmp_path: Path) -> None:
    assert said in taplo(tmp_path, text)
