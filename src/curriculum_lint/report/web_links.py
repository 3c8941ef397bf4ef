"""Where a platform shows a line of the repository, and the page of a rule."""

from __future__ import annotations

from typing import NamedTuple

from ..text.late_pattern import late_pattern

#: Without it, GitHub and GitLab show Markdown as a page, which has no lines.
_AS_TEXT = "?plain=1"
#: Rules of plugins have their pages elsewhere, and an internal error has none.
_DOCUMENTED = late_pattern(r"CL(?!000)[0-9]{3}")


class WebLinks(NamedTuple):
    """The beginnings of addresses, ``""`` where there is none; what follows is a path.

    ``files`` is that of the checked commit, ``rules`` the folder of the rules' pages.
    """

    files: str = ""
    rules: str = ""

    def to_line(self, words: str, file: str, line: int) -> str:
        """``words``, which are escaped, as a link to a line of ``file``, if that is known."""
        return _link(words, self.files and f"{self.files}{uri(file)}{_AS_TEXT}#L{line}")

    def to_rule(self, code: str, name: str) -> str:
        """Code and name of a rule as a link to its page, if that is known."""
        from .markdown_text import plain

        return _link(f"{plain(code)} {plain(name)}", self.rule_page(code))

    def rule_page(self, code: str) -> str:
        """The address of the page of a rule; ``""`` where none is known."""
        return f"{self.rules}{code}.md" if self.rules and _DOCUMENTED.fullmatch(code) else ""


def uri(path: str) -> str:
    """``path`` as a relative URI reference: bytes that no URI has are percent-encoded."""
    from urllib.parse import quote

    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        # No name of a file: those have surrogates for single bytes only.
        data = path.encode("utf-8", "backslashreplace")
    return quote(data, safe="/")


def _link(words: str, address: str) -> str:
    return f"[{words}](<{address}>)" if address else words
