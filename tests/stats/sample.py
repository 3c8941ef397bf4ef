"""Curricula with something to tell in every column, or in none."""

from __future__ import annotations

from pathlib import Path

from curriculum_lint.check.run import read_curriculum
from curriculum_lint.settings.load import load_settings
from curriculum_lint.stats.entries import CurriculumStats
from curriculum_lint.stats.measure import measure
from curriculum_lint.workspace.disk import Disk
from tests.index.sample import FILES
from tests.repository import write_files

EASY = "The cat sat on the mat. " * 30
HARD = "Architectural documentation necessitates considerable understanding of systems. " * 20

#: Times, concepts, two levels, exercises without criteria, units without readme.
RICH = {
    **FILES,
    "first_level/3_loops/readme.md": f"# Loops\n\n**Time:** 4 h\n\n{EASY}\n",
    "first_level/4_queues/readme.md": f"# Queues\n\n**Time:** 90 min\n\n{HARD}\n",
    "first_level/5_empty/a_part/readme.md": "# A part\n\n**Time:** 30 min\n",
    "first_level/6_line/readme.md": "# Line\n\n" + "word " * 300_000,
    "second_level/1_go/readme.md": "# Go on\n\nText.\n",
    "third_level/readme.md": "# Third level\n\nReserved.\n",
}
_PLAIN = "Your server answers every request with a status and a body.\n"
_DENSE = "Distributed systems require careful coordination between independent services.\n"


def _unit(title: str, head: str, text: str, exercises: int) -> str:
    """A readme whose exercises have 5 acceptance criteria, the last one excepted."""
    criteria = "\n\n**Acceptance criteria:**\n" + "\n- It runs." * 5
    parts = [f"### {n} Write it\n\n**Goal:** Run it.{criteria}" for n in range(1, exercises)]
    last = f"### {exercises} Write it again\n\n**Goal:** Run it."
    concepts = f"## Concepts\n\n### Idea\n\n{text}"
    return "\n\n".join([f"# {title}", head, concepts, "## Exercises", *parts, last, ""])


#: What the documentation shows.
SHOWN = {
    "README.md": "# Backend Course\n",
    "junior_level/readme.md": "# Junior level\n",
    "junior_level/1_http/readme.md": _unit(
        "HTTP & Express", "**Time:** 8–10 h · **Difficulty:** 1–3", _PLAIN * 300, 10
    ),
    "junior_level/1_http/a_limits/readme.md": _unit(
        "Rate Limiting", "**Time:** 3 h · **Difficulty:** 3", _PLAIN * 120, 4
    ),
    "junior_level/2_databases/readme.md": _unit(
        "Databases", "**Time:** 12 h · **Difficulty:** 3–5", _PLAIN * 450, 12
    ),
    "junior_level/2_databases/a_models/readme.md": _unit(
        "Data Modeling", "**Time:** 4 h · **Difficulty:** 5", _PLAIN * 160, 4
    ),
    "junior_level/2_databases/b_indexes/readme.md": _unit(
        "Indexes", "**Time:** 90 min · **Difficulty:** 4", _PLAIN * 80, 3
    ),
    "junior_level/3_services/readme.md": _unit(
        "Services", "**Difficulty:** 6", _DENSE * 200 + _PLAIN * 80, 8
    ),
}
#: What a stranger's repository may hold: nothing but names, or names that mean harm.
HOSTILE = {
    "first_level/1_a/readme.md": '# ::error::x ##[cmd] | `b` </script> \u202e "c"\n\n### 1) \t\n',
    "first_level/2_\u2028/readme.md": "# \n\n## Exercises\n\n### 1) | a\n\n**Criteria:**\n",
    "first_level/3_x/readme.md": "# " + "long " * 3_000 + "\n\n" + "word" * 3_000 + ".\n",
    "first_level/4_x/readme.md": "# 变量和数据类型以及非常长的标题关于编程语言的基础知识变量和数据类型以及\n",
    "first_level/5_x/readme.md": "# e" + "\u0301" * 500 + "\n\n<!-- " + "-" * 5_000 + "\n",
}


def stats_of(root: Path, files: dict[str, str]) -> CurriculumStats:
    """The figures of a curriculum with these files."""
    write_files(root, files)
    return measure(read_curriculum(Disk(load_settings(str(root), root=str(root)).settings)))
