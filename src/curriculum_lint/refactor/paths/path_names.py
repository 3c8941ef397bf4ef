"""Names of folders and files inside of what is written."""

from __future__ import annotations

import re


def with_names(text: str, old: str, new: str) -> str:
    """``text`` with the name ``old`` of a folder or file, which is a part of a path, replaced."""
    match = re.search(rf"(?<![\w-]){re.escape(old)}(?![\w-])", text)
    if match is None and old.endswith(".md"):
        return with_names(text, old.removesuffix(".md"), new.removesuffix(".md"))
    return text if match is None else text[: match.start()] + new + text[match.end() :]


def stem(name: str) -> str:
    """The name of a page without its suffix."""
    return name.rpartition(".")[0] if name.lower().endswith((".md", ".mdx", ".markdown")) else name
