"""Writes every generated file of the repository, or with ``--check`` says which are out of date.

Generated are the rule pages in ``docs/rules/``, the settings in ``docs/configuration.md`` and most
of the schemas in ``schema/``.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from curriculum_lint.check.diagnostic import Place
from curriculum_lint.check.example import Example, files_of
from curriculum_lint.check.rule import Rule
from curriculum_lint.check.run import run
from curriculum_lint.check.selection import select_rules
from curriculum_lint.curriculum_diff.model import changes_schema
from curriculum_lint.graph.model import graph_schema
from curriculum_lint.index.schema import index_schema
from curriculum_lint.report.model import report_schema
from curriculum_lint.report.rule_page import rule_data, rule_page
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.load import Overrides, load_settings
from curriculum_lint.settings.page import with_settings
from curriculum_lint.settings.schema import configuration_schema
from curriculum_lint.stats.schema import stats_schema
from curriculum_lint.views.baseline.model import baseline_schema
from curriculum_lint.workspace.disk import Disk

ROOT = Path(__file__).parents[1]
FAMILIES = {
    "CL0": "The run itself",
    "CL1": "Structure of a readme",
    "CL2": "Numbering",
    "CL3": "Links and paths",
    "CL4": "Index and levels",
    "CL5": "Progression",
    "CL6": "Text",
    "CL7": "Criteria that run",
}


def generated() -> Iterator[tuple[str, str]]:
    """Path and content of every generated file."""
    for rule in all_rules():
        yield f"docs/rules/{rule.code}.md", page_of(rule)
    yield "docs/rules/README.md", "\n".join(_index()) + "\n"
    page = "docs/configuration.md"
    yield page, with_settings(_read(page) or "")
    yield "schema/config.schema.json", _json(configuration_schema())
    yield "schema/report.schema.json", _json(report_schema())
    yield "schema/curriculum.schema.json", _json(index_schema())
    yield "schema/baseline.schema.json", _json(baseline_schema())
    yield "schema/changes.schema.json", _json(changes_schema())
    yield "schema/graph.schema.json", _json(graph_schema())
    yield "schema/stats.schema.json", _json(stats_schema())


def page_of(rule: Rule) -> str:
    """The page of a rule, with what is reported in its examples."""
    return rule_page(rule, [list(_told(rule, example)) for example in rule.bad])


def main() -> int:
    """Write what differs; with ``--check`` only name it. 1 if anything differed."""
    check = "--check" in sys.argv[1:]
    wanted = dict(generated())
    stale = [path for path, text in wanted.items() if _read(path) != text]
    stale += [path for path in _pages() if path not in wanted]
    for path in stale:
        print(f"{path} is out of date" if check else f"wrote {path}")
        if not check:
            _write(path, wanted.get(path))
    if check and stale:
        print("Run `python tools/generate.py`.")
    return 1 if check and stale else 0


def _told(rule: Rule, example: Example) -> Iterator[str]:
    """What is reported in an example: ``line:column CODE message``, and what else is said."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files_of(example).items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        overrides = Overrides(extend_select=(rule.code,))
        settings = load_settings(folder, root=folder, overrides=overrides).settings
        for each in run(Disk(settings), select_rules(all_rules(), settings)).diagnostics:
            yield f"{_where(each.place, example)} {each.code} {each.message}"
            if each.help:
                yield f"    help: {each.help}"
            for place, message in each.related:
                yield f"    see: {_where(place, example)} {message}"
            if each.fix:
                yield f"    fix: {each.fix.title}"


def _where(place: Place, example: Example) -> str:
    path = "" if example.frame.value[0] else f"{place.path}:"
    before = example.frame.value[1].count("\n")
    return f"{path}{place.start.line - before}:{place.start.column}"


def _index() -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield (
        "Every rule has a page that says why it exists, with examples that are its tests. An "
        "unsafe fix is one to look at: only `check --fix --unsafe-fixes` applies it."
    )
    for prefix, title in FAMILIES.items():
        rules = [rule for rule in all_rules() if rule.code.startswith(prefix)]
        if not rules:
            continue
        yield from ("", f"## {prefix}xx {title}", "")
        yield from ("| code | name | reports | severity | fix |", "|---|---|---|---|---|")
        for rule in rules:
            fix = rule_data(rule)["fix"] or ""
            off = " (off by default)" if rule.opt_in else ""
            link = f"[{rule.code}]({rule.code}.md)"
            yield f"| {link} | {rule.name} | {rule.summary}{off} | {rule.severity} | {fix} |"


def _pages() -> list[str]:
    return [f"docs/rules/{page.name}" for page in sorted((ROOT / "docs/rules").glob("CL*.md"))]


def _json(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _read(path: str) -> str | None:
    file = ROOT / path
    return file.read_bytes().decode() if file.exists() else None


def _write(path: str, text: str | None) -> None:
    file = ROOT / path
    if text is None:
        file.unlink()
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


if __name__ == "__main__":
    sys.exit(main())
