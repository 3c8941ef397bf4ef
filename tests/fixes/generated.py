"""Curricula made by chance from what the rules' examples, the traps and many languages hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from curriculum_lint.check.example import files_of
from curriculum_lint.rules.registry import all_rules
from tests.languages.texts import TEXTS

_TRAPS = Path(__file__).parent.parent / "traps"
#: What is pushed into a text at random: characters that end a word, a line or a block, or hide.
_NOISE = (
    "\xa0", "\u200b", "\xad", "\u200d", "\ufeff", "\u2009", "**", "*", "_", "`", "[", "]", "(", ")",
    "] (", ")[", "|", "\n", "\n\n", "    ", "> ", "- ", "2. ", "#", "##", "\\", "&", "<", ">", "$",
    "Ã©", "â€”", "Ã", "“", "”", "：", "—", "[]", "[ ]", "-[ ]", "a) ", "<br>", "<!-- x -->", "~~~\n",
    "[^1]", "\n[^1]: ", "http://x.y", "\t", "```\n", "1.", "TODO", "\u2011", "\ufe0f",
    "&nbsp;", "&amp;:", "\\:", "htps://x.org", "<http:/x.org>", "maito:me@x.org", "（a.md）", "［a］",
    "】", "\n• ", "\n・", "$f[i](x)$", "$$", "\u3000", "#\u3000", "**50%**的", "**“好。”**字", "\n| a | b |\n|---|---|\n",
    "| x | y | z |\n", "- [✓] ", "- []", "#Title", "\r\n", "  \n", "\\\n", "👩\u200d💻", "\u200f", "\u2067",
    "{{ x }}", "{% link a.md %}", "<X a={b}>", "::: note\n", "!!! note\n    ", "> [!NOTE]\n", "---\n",
    "\n[a]: b.md\n", "<!--", "-->", "<pre>", "</pre>", "<div>\n", "\n\n</div>", "![", "](", "~~", "=\n",
)  # fmt: skip
#: What texts are put into, line by line: containers, and indentation.
_CONTAINERS = ("> ", "- ", "1. ", "  ", "   ", "    ", "\t", "> - ", "| ", "[^n]: ")
_MOST_NOISE = 4
_OFTEN, _RARELY = 0.25, 0.05


def curriculum(random: Random, files: int) -> dict[str, str]:
    """Path → text: modules with readmes, and notes beside them."""
    made = {"first_level/readme.md": "# First level\n\n1. [Start](1_start/readme.md)\n"}
    for number in range(files):
        path = f"first_level/{number}_unit/readme.md" if number % 2 else f"notes/{number}.md"
        made[path] = _text(random)
    return made


def _text(random: Random) -> str:
    parts = [random.choice(_pieces()) for _ in range(random.randint(1, 5))]
    parts = [_contained(random, part) if random.random() < _OFTEN else part for part in parts]
    text = random.choice(("\n", "\n\n", "\n\n")).join(parts) + random.choice(("\n", "\n", ""))
    for _ in range(random.randint(0, _MOST_NOISE)):
        at = random.randrange(len(text))
        text = text[:at] + random.choice(_NOISE) + text[at:]
    return text.replace("\n", "\r\n") if random.random() < _RARELY else text


def _contained(random: Random, text: str) -> str:
    """``text`` in a quote, an item, a note, or indented; sometimes its first line only."""
    container = random.choice(_CONTAINERS)
    rest = container if container.strip() in (">", "|", "") else " " * len(container)
    rest = random.choice((rest, rest, ""))
    return "\n".join(
        (container if not at else rest) + line for at, line in enumerate(text.split("\n"))
    )


@cache
def _pieces() -> tuple[str, ...]:
    """Blocks of text between blank lines, and whole documents now and then."""
    texts = [*TEXTS.values(), *_example_texts(), *_trap_texts()]
    blocks = {block for text in texts for block in text.split("\n\n") if block.strip()}
    return (*sorted(blocks), *texts)


def _example_texts() -> Iterator[str]:
    for rule in all_rules():
        for example in (*rule.good, *rule.bad):
            yield from (t for path, t in files_of(example).items() if path.endswith(".md"))


def _trap_texts() -> Iterator[str]:
    for path in sorted(_TRAPS.rglob("*.md")):
        yield path.read_bytes().decode()
