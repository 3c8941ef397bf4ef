"""What a file has to say so that it is generated anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.generate.ours import is_our_index, is_our_page
from curriculum_lint.index.json_index import json_index
from curriculum_lint.page.render import html_page
from tests.index.sample import index_of, write_sample


def test_what_is_written_is_known_again(tmp_path: Path) -> None:
    index = index_of(write_sample(tmp_path))
    assert is_our_index(json_index(index))
    assert is_our_page(html_page(index, "index.html", None))


def test_neither_is_the_other(tmp_path: Path) -> None:
    index = index_of(write_sample(tmp_path))
    assert not is_our_page(json_index(index))
    assert not is_our_index(html_page(index, "index.html", None))


@pytest.mark.parametrize("text", ["", "\n", "{}", " {\n}\n"])
def test_nothing_yet_may_be_overwritten(text: str) -> None:
    assert is_our_index(text)
    assert is_our_page(text) is not text.strip().startswith("{")


@pytest.mark.parametrize(
    "text",
    [
        "\0",
        "# Notes",
        '{"name": "x", "version": 1, "levels": []}',
        '{"version": "1.0.0", "levels": []}',
        '{"version": 1, "entries": []}',
        "<!DOCTYPE html><p>Mine</p>",
    ],
)
def test_the_work_of_somebody_else_is_not_ours(text: str) -> None:
    assert not is_our_index(text)
    assert not is_our_page(text)
