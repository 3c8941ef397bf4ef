"""The addresses in the metadata of a package, which a build knows and the source does not.

The source says nowhere where it is published: a copy of it is as good. Who builds a package sets
``CURRICULUM_LINT_URL`` to the address of its repository; without that the package names none.
"""

from __future__ import annotations

import os
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_VARIABLE = "CURRICULUM_LINT_URL"


class ProjectUrls(MetadataHookInterface):
    """Fills ``[project.urls]``."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set ``urls`` in ``metadata``."""
        url = os.environ.get(_VARIABLE, "").rstrip("/")
        metadata["urls"] = _urls(url, metadata["version"]) if url else {}


def _urls(url: str, version: str) -> dict[str, str]:
    """By their labels; the program itself looks for ``Rules``."""
    return {
        "Source": url,
        "Documentation": f"{url}/tree/main/docs",
        "Rules": f"{url}/blob/v{version}/docs/rules",
        "Changelog": f"{url}/blob/main/CHANGELOG.md",
        "Issues": f"{url}/issues",
        "Security": f"{url}/security/policy",
    }
