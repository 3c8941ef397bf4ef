"""Texts as strangers write them."""

from __future__ import annotations

from hypothesis import strategies as st

_COMMANDS = ["##[", "##", "[", "::", ":", "::error::x", " ", "\t", "\n", "\r\n", "\x1b[31m"]
_INVISIBLE = ["\x00", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff", "\udcff", "\ud83d", "\ude00"]
_MARKUP = [
    *(
        "](",
        "](javascript:x)",
        "![x](y)",
        "<script>",
        "</details>",
        "<!--",
        "]]>",
        "&lt;",
        '"',
        "'",
    ),
    *("|", "`", "``", "*", "_", "~~", "\\", "\\`", "$", "@name", "#1", "GH-1", ":x:"),
    *("https://a.example/x", "www.a.example", "a@b.example", "%0A", "%3A", ",", "=", "- ", "# "),
]
_PIECES = st.sampled_from([*_COMMANDS, *_INVISIBLE, *_MARKUP, "日本", "e\u0301", "🎉"])

#: Any characters at all, lone surrogates among them, and more often the dangerous ones.
hostile = st.lists(_PIECES | st.text(st.characters(), max_size=5), max_size=12).map("".join)
