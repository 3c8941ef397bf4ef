"""What `mkdocs` is told about the documentation: how GitHub names anchors, and where the rest is.

The pages are written to be read on GitHub. There, links lead to files beside the documentation
too; on the site they lead to the repository, whose address ``CURRICULUM_LINT_URL`` says. Without
it such links are plain text: nothing promises an address that does not exist.
"""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from curriculum_lint.parse.anchors import slug

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_LINK = re.compile(r"\[(?P<text>[^\]\n]+)\]\((?P<path>\.\./[^)\s]*)\)")
_FENCE = re.compile(r"(^(?P<fence>```+).*?^(?P=fence)$)", re.MULTILINE | re.DOTALL)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Name anchors as GitHub does; list the pages of all rules, and those that nobody lists."""
    config["mdx_configs"].setdefault("toc", {})["slugify"] = lambda text, _separator: slug(text)
    folder = Path(config["docs_dir"], "rules")
    rules = [f"rules/{page.name}" for page in sorted(folder.glob("CL*.md"))]
    listed = {page for part in config["nav"] for pages in part.values() for page in pages}
    others = [page.name for page in sorted(folder.parent.glob("*.md")) if page.name not in listed]
    config["nav"] += [{"More": others}] * bool(others)
    config["nav"].append({"Rules": ["rules/README.md", *rules]})
    return config


def on_page_markdown(markdown: str, /, *, page: Page, **_: Any) -> str:
    """Let links that leave the documentation lead to the repository."""
    url = os.environ.get("CURRICULUM_LINT_URL", "").rstrip("/")
    return with_outside_links(markdown, page.file.src_uri, url)


def with_outside_links(markdown: str, page: str, url: str) -> str:
    """``markdown`` of ``page``, a path in the documentation; what is in fences stays."""
    parts = _FENCE.split(markdown)

    def lead(match: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join("docs", posixpath.dirname(page), match["path"]))
        if path.startswith("docs/"):
            return match[0]
        return f"[{match['text']}]({url}/blob/main/{path})" if url else match["text"]

    # Of every three parts, the second is a fence and the third its marks.
    return "".join(
        _LINK.sub(lead, part) if index % 3 == 0 else part * (index % 3 == 1)
        for index, part in enumerate(parts)
    )
