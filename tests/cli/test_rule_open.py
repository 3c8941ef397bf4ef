"""``rule --open``: the page of a rule in a browser, on the web or from a file."""

from __future__ import annotations

import json
import re
from importlib import metadata
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click
import pytest

from curriculum_lint.render.rule_html import rule_html
from curriculum_lint.rules.registry import all_rules
from tests.command import invoke
from tests.curricula import write_broken

RULES = "https://git.example/a-mentor/curriculum-lint/blob/v1.2.3/docs/rules"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was asked to open; it does so."""
    seen: list[str] = []
    monkeypatch.setattr(click, "launch", lambda address: seen.append(address) or 0)
    return seen


def test_an_address_that_is_known_is_opened(
    opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CURRICULUM_LINT_RULES_URL", RULES)
    answer = invoke("rule", "broken-link", "--open")
    assert (answer.exit_code, answer.stdout) == (0, f"{RULES}/CL301.md\n")
    assert opened == [f"{RULES}/CL301.md"]


def test_a_package_that_was_released_knows_its_own(
    opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    published = metadata.metadata("curriculum-lint")
    published["Project-URL"] = f"Rules, {RULES}"
    monkeypatch.setattr(metadata, "metadata", lambda _name: published)
    assert invoke("rule", "CL301", "--open").exit_code == 0
    assert opened == [f"{RULES}/CL301.md"]


def test_without_an_address_the_page_is_a_file(opened: list[str]) -> None:
    assert invoke("rule", "cl301", "--open").exit_code == 0
    [address] = opened
    file = Path(unquote(urlsplit(address).path))
    text = file.read_text()
    file.unlink()
    assert text.startswith("<!doctype html>")
    assert "<h1>CL301 broken-link</h1>" in text


def test_no_page_of_a_rule_runs_anything() -> None:
    for rule in all_rules():
        page = rule_html(rule)
        assert not re.search(r"<script|<iframe|\son\w+=", page), rule.code
        assert page.count("<h1>") == 1, rule.code


def test_where_no_browser_opens_the_address_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CURRICULUM_LINT_RULES_URL", RULES)
    monkeypatch.setattr(click, "launch", lambda _address: 3)
    answer = invoke("rule", "CL301", "--open")
    assert (answer.exit_code, answer.stdout) == (0, f"{RULES}/CL301.md\n")
    assert "No browser" in answer.stderr


def test_an_address_that_is_none_is_not_opened(
    opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CURRICULUM_LINT_RULES_URL", "javascript:alert(1)")
    invoke("rule", "CL301", "--open")
    assert opened[0].startswith("file://")
    Path(unquote(urlsplit(opened[0]).path)).unlink()


def test_open_needs_a_rule() -> None:
    answer = invoke("rule", "--open")
    assert answer.exit_code == 2
    assert "--open needs a rule" in answer.stderr


def test_sarif_leads_to_the_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_broken(tmp_path / "course"))
    monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path / "cache"))
    for url, wanted in ((RULES, f"{RULES}/CL301.md"), ("", None)):
        monkeypatch.setenv("CURRICULUM_LINT_RULES_URL", url)
        report = json.loads(invoke("check", "--output-format", "sarif").stdout)
        rules = report["runs"][0]["tool"]["driver"]["rules"]
        [rule] = [each for each in rules if each["id"] == "CL301"]
        assert rule.get("helpUri") == wanted
