"""Texts that strangers might write: the examples of the rules, cut up, mixed and damaged."""

from __future__ import annotations

from functools import cache
from random import Random

from curriculum_lint.check.example import files_of
from curriculum_lint.rules.registry import all_rules

#: What breaks readers: every construct that a stage looks for, whole and cut off.
_PIECES = (
    *("# T\n", "## Exercises\n", "### Exercise 1: x\n", "### 1.2 y\n", "#### z\n", "# \n", "Title\n===\n"),
    *("**Goal:** a\n", "**Build steps:**\n", "**Acceptance criteria:**\n", "**Time:** 20 min\n"),
    *("1. a\n", "3. b\n", "- c\n", "  - d\n", "   **Hints:**\n", "a) x\n", "- [ ] t\n", "- []\n", "> 4 MB\n"),
    *("[a](b.md)", "[a](#t)", "[a][b]\n", "[b]: c.md\n", "![](i.png)", "<a href=x.md>", "<img src=y>"),
    *("[a](<b c.md>)", "[x] (y)", "[a](../z.md#t)", "[^1]", "[^1]: note\n", "https://example.org "),
    *("```js\n", "```\n", "~~~ json\n{\n~~~\n", "`1_x/readme.md`", "$a[b]$", "$$\n", "| a | b |\n|---|---|\n"),
    *("<!-- curriculum-lint-disable CL301 -->\n", "<!-- curriculum-lint-enable -->\n"),
    *("<!-- curriculum-lint-disable-next-line x -- y -->\n", "<!-- curriculum-index:start -->\n"),
    *("<!-- curriculum-index:end -->\n", "<!-- curriculum-graph:start -->\n", "---\ntitle: x\n---\n"),
    *("\u00e2\u20ac\u201d", "\u00c2\u00a0", "\u200b", "\u00a0", "\u202e", "\ufe0f", "\u2011", "\u201cx\u201d"),
    *("\r\n", "\r", "\t", "\0", "\x1b[31m", "::error::x\n", "##[add-path]\n", "\\", "*", "_", "&amp;", "<"),
    *("<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "TODO\n", "\u062a\u0645\u0631\u064a\u0646", "\u7b2c3\u7ae0 "),
    *("**20** exercises in ten modules.\n", "See exercise 7.\n", "\n", "\n\n", "    ", "  \n", " "),
)  # fmt: skip
_PATHS = (
    *("README.md", "first_level/readme.md", "first_level/1_start/readme.md", "notes.md"),
    *("first_level/2_next/readme.md", "first_level/2_next/a_more/readme.md", "docs/a b.md"),
    *("first_level/4_gap/README.md", "first_level/x/readme.md", "Notes.md", "other/1_x.md"),
)


@cache
def _seeds() -> tuple[dict[str, str], ...]:
    return tuple(files_of(example) for rule in all_rules() for example in (*rule.good, *rule.bad))


def random_files(random: Random) -> dict[str, bytes]:
    """A small curriculum: an example of a rule that was damaged, or one out of pieces."""
    seed = dict(random.choice(_seeds()))
    for _ in range(random.choice((0, 0, 1, 2))):
        seed[random.choice(_PATHS)] = random_text(random)
    path = random.choice(sorted(seed))
    seed[path] = damaged(seed[path], random)
    return {path: _encoded(text, random) for path, text in seed.items()}


def random_text(random: Random) -> str:
    """A text out of pieces, or half of an example."""
    if random.random() < 0.2:
        text = random.choice(tuple(random.choice(_seeds()).values()))
        return text[: random.randrange(len(text) + 1)]
    return "".join(random.choices(_PIECES, k=random.randrange(1, 14)))


def damaged(text: str, random: Random) -> str:
    """``text`` with one to four cuts, copies, insertions or lines in another order."""
    for _ in range(random.choice((1, 1, 2, 4))):
        at, to = sorted((random.randrange(len(text) + 1), random.randrange(len(text) + 1)))
        to = min(to, at + 40)
        text = random.choice(
            (
                text[:at] + text[to:],
                text[:to] + text[at:to] + text[to:],
                text[:at] + random.choice(_PIECES) + text[at:],
                text[:at] + random.choice(_PIECES) + text[to:],
                "\n".join(random.sample(text.split("\n"), k=len(text.split("\n")))),
            )
        )
    return text[:4000]


def _encoded(text: str, random: Random) -> bytes:
    data = text.encode("utf-8", "replace")
    if random.random() < 0.02:
        at = random.randrange(len(data) + 1)
        return data[:at] + random.randbytes(2) + data[at:]
    return data


_KEYS = (
    *("levels", "module-pattern", "subsection-pattern", "readme", "exclude", "select", "ignore"),
    *("severity", "per-path-ignores", "baseline", "plugins", "[sections]", "[schemas]", "[links]"),
    *("[index]", "[limits]", "absolute", "depth", "fields", "file-bytes", "nonsense", "goal"),
)
_VALUES = (
    *('""', '"x"', "[]", '["CL1"]', '["*_level"]', '"{number}_{slug}"', '"{letter}"', "{}", "1", "-1"),
    *("true", '{ a = "error" }', '"../x"', '"/x"', '[["a"]]', "1e400", "9" * 40, '"\\u0000"', "nan", "'{'"),
)  # fmt: skip


def random_configuration(random: Random) -> str:
    """Lines of TOML, some of which hold."""
    lines = []
    for _ in range(random.randrange(6)):
        key = random.choice(_KEYS)
        lines.append(key if key[0] == "[" else f"{key} = {random.choice(_VALUES)}")
    text = "\n".join(lines)
    return damaged(text, random) if random.random() < 0.4 else text
