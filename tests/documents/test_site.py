"""The documentation as a site: it is built without a warning, and its links stay right."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import ROOT
from tools.site import with_outside_links

URL = "https://git.example/a-mentor/curriculum-lint"


@pytest.mark.parametrize(
    ("page", "markdown", "wanted"),
    [
        ("a.md", "[s](../schema/README.md#x) [b](b.md)", f"[s]({URL}/blob/main/schema/README.md#x) [b](b.md)"),
        ("rules/CL1.md", "[c](../ci.md)", "[c](../ci.md)"),
        ("rules/CL1.md", "[c](../../ci.md)", f"[c]({URL}/blob/main/ci.md)"),
        ("a.md", "```md\n[s](../x.md)\n```\n[s](../x.md)", f"```md\n[s](../x.md)\n```\n[s]({URL}/blob/main/x.md)"),
        ("a.md", "````md\n```\n[s](../x.md)\n```\n````\n", "````md\n```\n[s](../x.md)\n```\n````\n"),
    ],
)  # fmt: skip
def test_links_to_other_files_lead_to_the_repository(page: str, markdown: str, wanted: str) -> None:
    assert with_outside_links(markdown, page, URL) == wanted
    assert URL not in with_outside_links(markdown, page, "")


def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("material", reason="the extra docs is not installed")
    site = tmp_path / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)],
        cwd=ROOT,
        env={**os.environ, "CURRICULUM_LINT_URL": URL, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads((site / "search/search_index.json").read_text())["docs"]
    pages = {f"{each.stem}/" for each in (ROOT / "docs").glob("*.md")} - {"index/"}
    assert pages | {"rules/CL301/", ""} <= {each["location"] for each in found}
    page = (site / "ci/index.html").read_text()
    assert f'href="{URL}/blob/main/CHANGELOG.md"' in page
    outside = [line for line in page.splitlines() if "<link" in line and "https://fonts" in line]
    assert not outside
