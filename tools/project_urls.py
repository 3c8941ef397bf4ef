"""The addresses in the metadata of a package, which a build knows and the source does not.

The source says nowhere where it is published: a copy of it is as good. Who builds a package sets
``CURRICULUM_LINT_URL`` to the address of its repository; without that the package names none, and
the links of its description are those of the README.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_VARIABLE = "CURRICULUM_LINT_URL"
_VERSION = re.compile(r'__version__ = "([^"]+)"')
#: The destination of an inline link that leads to a file of the repository.
_RELATIVE = re.compile(r"(?P<image>!?)\[(?P<text>[^\]\n]*)\]\((?![a-z]+:|#)(?P<path>[^)\s]+)\)")


class ProjectUrls(MetadataHookInterface):
    """Fills ``[project.urls]`` and the description."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set ``urls`` and ``readme`` in ``metadata``."""
        root = Path(self.root)
        url = os.environ.get(_VARIABLE, "").rstrip("/")
        readme = (root / "README.md").read_text(encoding="utf-8")
        source = (root / "src/curriculum_lint/__init__.py").read_text(encoding="utf-8")
        version = _VERSION.findall(source)[0]
        metadata["urls"] = project_urls(url, version) if url else {}
        text = with_addresses(readme, url, version) if url else readme
        metadata["readme"] = {"content-type": "text/markdown", "text": text}


def project_urls(url: str, version: str) -> dict[str, str]:
    """By their labels; the program itself looks for ``Rules``."""
    return {
        "Source": url,
        "Documentation": f"{url}/tree/v{version}/docs",
        "Rules": f"{url}/blob/v{version}/docs/rules",
        "Changelog": f"{url}/blob/v{version}/CHANGELOG.md",
        "Issues": f"{url}/issues",
        "Security": f"{url}/security/policy",
    }


def with_addresses(readme: str, url: str, version: str) -> str:
    """``readme`` with the addresses of the files that it links to: a registry has none of them."""

    def absolute(match: re.Match[str]) -> str:
        kind = "raw" if match["image"] else "blob"
        address = f"{url}/{kind}/v{version}/{match['path']}"
        return f"{match['image']}[{match['text']}]({address})"

    return _RELATIVE.sub(absolute, readme)
