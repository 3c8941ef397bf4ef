"""Packages as an installer leaves them: modules beside a dist-info folder. No network."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from tests.repository import write_files

PAGE = (Path(__file__).parents[2] / "docs" / "plugins.md").read_text(encoding="utf-8")
FILES = {
    name: re.search(
        rf"^`{re.escape(name)}` .*?^```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL
    )[1]
    for name in ("pyproject.toml", "curriculum_lint_tone/rules.py", "tests/test_rules.py")
}

RULE = '''
from curriculum_lint.check.diagnostic import Severity
from curriculum_lint.check.example import Example
from curriculum_lint.check.rule import DocumentRule, Finding
from curriculum_lint.text.source import Span


class Shouting(DocumentRule):
    """Nobody likes it."""

    code = "LOUD101"
    name = "shouting-heading"
    summary = "a heading in capitals"
    severity = Severity.WARNING
    good = (Example("# Notes\\n"),)
    bad = (Example("# NOTES\\n", finds=("1:3 LOUD101",)),)

    def check(self, page):
        for heading in page.document.headings:
            if heading.text.isupper():
                yield Finding(page.path, heading.content, "This heading shouts.")
'''


def install(site: Path, name: str, entry_points: str, files: dict[str, str], version="1.0") -> None:
    """Write a package below ``site`` as it is when it is installed."""
    info = f"{name.replace('-', '_')}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    write_files(site, {f"{info}/METADATA": metadata, f"{info}/entry_points.txt": entry_points})
    write_files(site, files)


def install_example(site: Path) -> None:
    """Install the example of the documentation."""
    project = tomllib.loads(FILES["pyproject.toml"])["project"]
    (group,) = project["entry-points"]
    lines = [f"{key} = {value}" for key, value in project["entry-points"][group].items()]
    entry_points = f"[{group}]\n" + "\n".join(lines) + "\n"
    modules = {
        "curriculum_lint_tone/__init__.py": "",
        "curriculum_lint_tone/rules.py": FILES["curriculum_lint_tone/rules.py"],
    }
    install(site, project["name"], entry_points, modules, project["version"])


def install_loud(site: Path, code: str = RULE, value: str = "loud_rules", version="1.0") -> None:
    """Install a package with one module of rules."""
    entry_points = f"[curriculum_lint.rules]\nloud = {value}\n"
    install(site, "loud-package", entry_points, {"loud_rules.py": code}, version)
