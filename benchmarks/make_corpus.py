#!/usr/bin/env python3
"""Make a synthetic Markdown curriculum with known defects.

The tree looks like a real curriculum repository::

    readme.md                                       the overview
    assets/flow.svg
    junior_level/readme.md                          an index of one level
    junior_level/17_caching_strategies/readme.md    a module (20 exercises)
    junior_level/17_caching_strategies/a_http_basics/readme.md   a section (10 exercises)

Every exercise is ``## 3) Title`` with ``**Goal:**``, ``**Build steps:**`` (an ordered
list) and ``**Acceptance criteria:**`` (bullets); modules and sections end with
``### Notes for students``. Documents link to each other's headings.

The output depends on the arguments alone: the same arguments and seed give the same
bytes on every machine and Python version this file runs on. It uses only the standard
library, and only ``Random.random()`` of it, whose sequence Python promises to keep.

Injected defects go to a JSON ground-truth file (``--truth``), each with the path and the
line a checker should point at. Beside the defects there are *decoys*: valid constructs
that naive checkers report (links in code, duplicate-heading anchors, percent-encoded
fragments, HTML anchors, directory links ...). Whatever a checker reports that is not in
``defects`` is a false positive.

Usage::

    make_corpus.py OUT --truth OUT.json --levels 3 --modules 83 --sections 3 --defects 10

Files made: ``1 + levels + levels * modules * (1 + sections)``.
"""

from __future__ import annotations

import argparse
import json
import os
import posixpath
import random
import re
import sys
import urllib.parse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

FORMAT = 1

#: What can be injected, and what the truth file's ``line`` points at.
DEFECT_KINDS: dict[str, str] = {
    "missing_label": "an exercise without one of its three bold labels; its heading",
    "missing_notes": "a module or section without its notes heading; its title",
    "number_gap": "exercise numbers that skip one; the heading after the gap",
    "duplicate_number": "two exercises with one number; the second heading",
    "module_gap": "module folders whose numbers skip one; path of the folder after the gap",
    "module_duplicate": "two module folders with one number; path of the second",
    "letter_gap": "section folders whose letters skip one; path of the folder after the gap",
    "broken_link": "a relative link to a file that does not exist; the link",
    "broken_anchor": "a link to an existing file and a missing heading; the link",
    "wrong_case_link": "a link that differs from the file's name by case only; the link",
}
DOC_KINDS = ("missing_label", "missing_notes", "number_gap", "duplicate_number")
LINK_KINDS = ("broken_link", "broken_anchor", "wrong_case_link")
LABELS = ("Goal", "Build steps", "Acceptance criteria")
NOTES = "Notes for students"

LEVEL_NAMES = ("junior", "mid", "senior")
ADJECTIVES = (
    "Advanced Basic Cached Centralized Concurrent Defensive Distributed Durable Dynamic Encrypted "
    "Fast Graceful Idempotent Incremental Layered Local Minimal Modular Observable Paginated "
    "Parallel Portable Practical Reactive Relational Reliable Remote Repeatable Resilient Robust "
    "Scalable Scheduled Secure Signed Simple Stateless Streaming Strict Structured Typed Validated"
).split()
NOUNS = (
    "Adapters Alerts Backups Caching Clients Configuration Containers Contracts Cookies Dashboards "
    "Deployments Documents Emails Errors Events Exports Files Forms Gateways Headers Imports Indexes "
    "Integrations Jobs Localization Locks Logging Metrics Middleware Migrations Models Monitoring "
    "Pagination Permissions Pipelines Proxies Queries Queues Releases Retries Routing Schemas Search "
    "Secrets Servers Sessions Sockets Storage Streams Tests Throttling Timeouts Tokens Tracing "
    "Transactions Uploads Validation Versioning Webhooks Workers"
).split()
VERBS = (
    "Add Build Cache Compose Configure Convert Deploy Design Document Enforce Expose Extract Handle "
    "Harden Implement Limit Load Log Map Measure Migrate Mock Parse Profile Protect Refactor Replace "
    "Return Rotate Schedule Seed Split Store Stream Test Trace Validate Verify Version Wrap"
).split()
OBJECTS = (
    "a health check|an error envelope|a request log|a retry policy|the router|a worker pool|a token store|"
    "the startup sequence|a rate limit|a file upload|the query builder|a response cache|a job queue|"
    "an audit trail|a feature flag|the session cookie|a schema migration|a webhook receiver|a mail sender|"
    "the shutdown hook|a search index|a circuit breaker|a pagination cursor|a signed URL|a locale fallback"
).split("|")
#: Title tails, several of which make a slug that is easy to get wrong.
TAILS = (
    "",
    "",
    "",
    " with `express`",
    " + `/healthz` route",
    " & its tests",
    " (part two)",
    " from *scratch*",
    ", step by step",
    " – the café way",
    ": `snake_case_name`",
    " in build‑style",
    " for the 1st/2nd user",
)
WORDS = (
    "the a of to and in for on with from each every one request response handler value field body header "
    "status code error message log entry test client server route file record table index key token user "
    "role session cookie job queue worker event retry limit timeout page cursor schema type default "
    "returns keeps sends reads writes checks stores rejects accepts waits fails passes before after when "
    "only never always once again under load safely clearly fast"
).split()
CODE_SPANS = (
    "`GET /health` `200` `503` `{ error: { message, code } }` `process.env.PORT` `npm test` `res.json()` "
    "`x-request-id` `Map<string, Item[]>` `app.use(router)` `a[0](b)` `SIGTERM`"
)
SPANS = re.findall(r"`[^`]+`", CODE_SPANS)

T = TypeVar("T")


class Rng:
    """A seeded random source built on ``Random.random()`` alone.

    Python promises that ``random()`` keeps its sequence for a seed; it does not promise
    that for ``choice``, ``sample`` or ``shuffle``.
    """

    def __init__(self, *seed: object) -> None:
        self._random = random.Random("/".join(map(str, seed))).random

    def below(self, n: int) -> int:
        return int(self._random() * n)

    def pick(self, items: Sequence[T]) -> T:
        return items[self.below(len(items))]

    def chance(self, p: float) -> bool:
        return self._random() < p

    def shuffled(self, items: Sequence[T]) -> list[T]:
        out = list(items)
        for i in range(len(out) - 1, 0, -1):
            j = self.below(i + 1)
            out[i], out[j] = out[j], out[i]
        return out


def slug(heading: str) -> str:
    """GitHub's anchor for a heading's text, before duplicates are numbered."""
    text = re.sub(r"[`*]", "", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


@dataclass
class Exercise:
    number: int
    title: str
    missing: str | None = None

    @property
    def heading(self) -> str:
        return f"{self.number}) {self.title}"


@dataclass
class Doc:
    """One readme.md: the root, a level, a module or a section."""

    kind: str
    folder: str
    title: str
    exercises: list[Exercise] = field(default_factory=list)
    children: list[Doc] = field(default_factory=list)
    defect: str | None = None
    defect_at: int = 0
    anchors: list[str] = field(default_factory=list)

    @property
    def path(self) -> str:
        return posixpath.join(self.folder, "readme.md")


def _title(rng: Rng) -> str:
    one, two = rng.pick(ADJECTIVES), rng.pick(NOUNS)
    return f"{one} {two} & {rng.pick(NOUNS)}" if rng.chance(0.3) else f"{one} {two}"


def _folder_words(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")


def _exercises(rng: Rng, count: int) -> list[Exercise]:
    return [
        Exercise(n, f"{rng.pick(VERBS)} {rng.pick(OBJECTS)}{rng.pick(TAILS)}")
        for n in range(1, count + 1)
    ]


class Curriculum:
    """Plans the tree, injects the defects, then writes it."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args
        self.defects: list[dict[str, Any]] = []
        self.decoys: list[dict[str, Any]] = []
        self.docs: list[Doc] = []
        self.bytes_written = 0
        self._plan()
        self._inject()
        for doc in self.docs:
            doc.anchors = self._anchors(doc)
        self._anchor_sets = {doc.path: set(doc.anchors) for doc in self.docs}
        self._folders = {doc.folder for doc in self.docs}

    # -- planning ---------------------------------------------------------------------

    def _plan(self) -> None:
        args = self.args
        rng = Rng(args.seed, "plan")
        self.root = Doc("root", "", "Backend Mentorship Program")
        self.docs.append(self.root)
        folder_faults = self._folder_faults()
        for at_level in range(args.levels):
            name = LEVEL_NAMES[at_level] if at_level < 3 else f"stage{at_level + 1:02d}"
            level = Doc("level", f"{name}_level", f"{name.capitalize()} level")
            self.root.children.append(level)
            self.docs.append(level)
            shift = 0
            for at in range(args.modules):
                fault = folder_faults.get((at_level, at))
                shift += {"module_gap": 1, "module_duplicate": -1}.get(fault or "", 0)
                title = _title(rng)
                folder = f"{level.folder}/{at + 1 + shift}_{_folder_words(title)}"
                if fault == "module_duplicate":
                    folder += "_again"
                if fault in ("module_gap", "module_duplicate"):
                    self.defect(fault, folder, None, folder, "")
                module = Doc("module", folder, title, _exercises(rng, args.exercises))
                level.children.append(module)
                self.docs.append(module)
                self._plan_sections(rng, module, fault == "letter_gap")

    def _plan_sections(self, rng: Rng, module: Doc, gap: bool) -> None:
        skip_at = 1 + rng.below(max(1, self.args.sections - 1)) if gap else None
        letter = ord("a")
        for at in range(self.args.sections):
            title = _title(rng)
            if at == skip_at:
                letter += 1
            folder = f"{module.folder}/{chr(letter)}_{_folder_words(title)}"
            if at == skip_at:
                self.defect("letter_gap", folder, None, folder, f"no {chr(letter - 1)}_ folder")
            letter += 1
            section = Doc("section", folder, title, _exercises(rng, self.args.section_exercises))
            module.children.append(section)
            self.docs.append(section)

    def _folder_faults(self) -> dict[tuple[int, int], str]:
        """Which module folder gets which numbering fault; never two neighbours."""
        args = self.args
        spots = [(lv, at) for lv in range(args.levels) for at in range(1, args.modules, 2)]
        spots = Rng(args.seed, "folders").shuffled(spots)
        kinds = ["module_gap", "module_duplicate"] + (["letter_gap"] if args.sections > 1 else [])
        wanted = [kind for kind in kinds for _ in range(args.defects)]
        if len(wanted) > len(spots):
            raise SystemExit(
                f"--defects {args.defects}: too few modules for {len(wanted)} folder defects"
            )
        return dict(zip(spots, wanted, strict=False))

    def _inject(self) -> None:
        """Choose one document for each defect that lives in a document."""
        pool = [doc for doc in self.docs if doc.kind in ("module", "section")]
        rng = Rng(self.args.seed, "defects")
        pool = rng.shuffled(pool)
        wanted = [kind for kind in DOC_KINDS + LINK_KINDS for _ in range(self.args.defects)]
        if len(wanted) > len(pool):
            raise SystemExit(
                f"--defects {self.args.defects}: too few documents for {len(wanted)} defects"
            )
        for at, (doc, kind) in enumerate(zip(pool, wanted, strict=False)):
            doc.defect = kind
            where = doc.defect_at = 1 + rng.below(len(doc.exercises) - 1)
            if kind == "missing_label":
                doc.exercises[where].missing = LABELS[at % len(LABELS)]
            elif kind in ("number_gap", "duplicate_number"):
                for exercise in doc.exercises[where:]:
                    exercise.number += 1 if kind == "number_gap" else -1

    def _anchors(self, doc: Doc) -> list[str]:
        headings = [doc.title, *(ex.heading for ex in doc.exercises)]
        if doc.exercises:
            headings += ["Hints", "Hints"]
            if doc.defect != "missing_notes":
                headings.append(NOTES)
        seen: dict[str, int] = {}
        out = []
        for heading in headings:
            base = slug(heading)
            count = seen.get(base, 0)
            seen[base] = count + 1
            out.append(f"{base}-{count}" if count else base)
        return out

    # -- writing ----------------------------------------------------------------------

    def defect(self, kind: str, path: str, line: int | None, target: str, detail: str) -> None:
        self.defects.append(
            {"kind": kind, "path": path, "line": line, "target": target, "detail": detail}
        )

    def write(self, out: Path) -> None:
        for doc in self.docs:
            text = Page(self, doc).render()
            path = out / doc.path
            path.parent.mkdir(parents=True, exist_ok=True)
            data = text.encode()
            path.write_bytes(data)
            self.bytes_written += len(data)
        (out / "assets").mkdir(exist_ok=True)
        (out / "assets" / "flow.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>\n')

    def truth(self) -> dict[str, Any]:
        args = {
            k: v for k, v in sorted(vars(self.args).items()) if k not in ("out", "truth", "force")
        }
        kinds = [defect["kind"] for defect in self.defects]
        order = sorted(self.defects, key=lambda d: (d["path"], d["line"] or 0, d["kind"]))
        return {
            "format": FORMAT,
            "arguments": args,
            "files": len(self.docs),
            "bytes": self.bytes_written,
            "counts": {kind: kinds.count(kind) for kind in DEFECT_KINDS},
            "kinds": DEFECT_KINDS,
            "defects": [{"id": at, **defect} for at, defect in enumerate(order)],
            "decoys": sorted(self.decoys, key=lambda d: (d["path"], d["line"])),
        }

    def link(self, rng: Rng, source: Doc) -> str:
        """A valid relative link from ``source``, with an anchor most of the time."""
        target = rng.pick(self.docs)
        path = posixpath.relpath(target.path, source.folder or ".")
        if rng.chance(0.15):
            return path
        anchor = rng.pick(target.anchors)
        return f"{path}#{urllib.parse.quote(anchor) if rng.chance(0.2) else anchor}"

    def resolves(self, source: Doc, href: str) -> bool:
        """Whether ``href`` points at a file, folder or heading that this tree has."""
        name, _, anchor = href.partition("#")
        path = (
            posixpath.normpath(posixpath.join(source.folder, urllib.parse.unquote(name)))
            if name
            else source.path
        )
        if path in self._folders:
            return not anchor
        anchors = self._anchor_sets.get(path)
        return anchors is not None and (not anchor or urllib.parse.unquote(anchor) in anchors)


class Page:
    """Renders one document, and records the line of each defect and decoy as it goes."""

    def __init__(self, tree: Curriculum, doc: Doc) -> None:
        self.tree = tree
        self.doc = doc
        self.rng = Rng(tree.args.seed, "page", doc.path)
        self.lines: list[str] = []
        self.refs: list[tuple[str, str]] = []

    def add(self, *lines: str) -> None:
        self.lines.extend(lines)

    @property
    def next_line(self) -> int:
        return len(self.lines) + 1

    def render(self) -> str:
        self.add(f"# {self.doc.title}", "")
        if self.doc.exercises:
            self._document()
        else:
            self._index()
        if self.refs:
            self.add("", *(f"[{label}]: {href}" for label, href in self.refs))
        while self.lines[-1] == "":
            self.lines.pop()
        return "\n".join(self.lines) + "\n"

    def sentence(self, link: bool = False) -> str:
        rng = self.rng
        words = [rng.pick(WORDS) for _ in range(6 + rng.below(10))]
        if rng.chance(0.6):
            words[rng.below(len(words))] = rng.pick(SPANS)
        if rng.chance(0.15):
            at = rng.below(len(words))
            if "`" not in words[at]:
                words[at] = f"**{words[at]}**"
        text = " ".join(words)
        if link:
            href = self.tree.link(rng, self.doc)
            assert self.tree.resolves(self.doc, href), (self.doc.path, href)
            if rng.chance(0.2):
                label = f"ref {len(self.refs) + 1}"
                self.refs.append((label, href))
                text += f" (see [the {rng.pick(WORDS)} exercise][{label}])"
            else:
                text += f" (see [the {rng.pick(WORDS)} exercise]({href}))"
        return text[0].upper() + text[1:] + "."

    def _index(self) -> None:
        self.add(self.sentence(), "", "## Modules", "")
        for at, child in enumerate(self.doc.children, 1):
            self.add(f"{at}. [{child.title}]({self._to(child)}): {self.sentence()}")
            if child.kind == "module":
                self.add(
                    *(
                        f"{' ' * len(f'{at}. ')}{n}. [{sub.title}]({self._to(sub)})"
                        for n, sub in enumerate(child.children, 1)
                    )
                )
        self.add("", "## How to use", "", self.sentence(), "")
        folder = posixpath.relpath(self.doc.children[0].folder, self.doc.folder or ".")
        self._decoy("directory_link", f"Start in [the first folder]({folder}/).")

    def _to(self, other: Doc) -> str:
        return posixpath.relpath(other.path, self.doc.folder or ".")

    def _document(self) -> None:
        doc, rng = self.doc, self.rng
        if doc.defect == "missing_notes":
            self.tree.defect("missing_notes", doc.path, 1, NOTES, "")
        self.add(
            f"Below are **{len(doc.exercises)} exercises** on {doc.title}. {self.sentence()}", ""
        )
        link_at = rng.shuffled(range(len(doc.exercises)))[: self.tree.args.links]
        for at, exercise in enumerate(doc.exercises):
            self.add("* * *", "")
            self._exercise(at, exercise, at in link_at)
        self.add("* * *", "")
        for _ in range(2):
            self.add("### Hints", "", f"- {self.sentence()}", "", self.sentence(), "")
        self._decoys()
        if doc.defect != "missing_notes":
            self.add(f"### {NOTES}", "", *(f"- {self.sentence()}" for _ in range(3)))

    def _exercise(self, at: int, exercise: Exercise, link: bool) -> None:
        doc, rng = self.doc, self.rng
        heading_line = self.next_line
        if at == doc.defect_at and doc.defect in ("number_gap", "duplicate_number"):
            self.tree.defect(doc.defect, doc.path, heading_line, exercise.heading, "")
        if exercise.missing:
            self.tree.defect("missing_label", doc.path, heading_line, exercise.missing, "")
        self.add(f"## {exercise.heading}", "")
        goal, build, accept = (
            "" if exercise.missing == label else f"**{label}:**" for label in LABELS
        )
        self.add(f"{goal} {self.sentence()}".strip() + ("  " if rng.chance(0.3) else ""))
        self.add(*([build, ""] if build else [""]))
        steps = 2 + rng.below(3)
        for n in range(1, steps + 1):
            self.add(f"{n}. {self.sentence(link and n == 1)}")
            if n == steps:
                break
            if rng.chance(0.3):
                self.add("")
        if at == doc.defect_at and doc.defect in LINK_KINDS:
            self._broken(steps + 1)
        # As in real curricula, the label often continues the list's last item lazily.
        if accept and rng.chance(self.tree.args.lazy_labels):
            self.add(("    " if rng.chance(0.5) else "") + accept, "")
        else:
            self.add(*(["", accept, ""] if accept else [""]))
        self.add(*(f"- {self.sentence()}" for _ in range(2 + rng.below(2))), "")
        if rng.chance(0.35):
            self.add(
                "```js", f"const {rng.pick(WORDS)}_{at} = require('{rng.pick(NOUNS).lower()}');"
            )
            self.add(*(f"// {self.sentence()}" for _ in range(1 + rng.below(3))))
            if rng.chance(0.1):
                self._decoy(
                    "link_in_fence", f"// see [docs](../missing/{rng.pick(WORDS)}.md#nowhere)"
                )
            self.add("```", "")

    def _broken(self, step: int) -> None:
        """Write the one link of this document that does not resolve."""
        tree, doc, rng = self.tree, self.doc, self.rng
        kind = doc.defect or ""
        others = [
            d for d in (rng.pick(tree.docs) for _ in range(50)) if d.exercises and d is not doc
        ]
        target = others[0]
        good = self._to(target)
        choices: list[tuple[str, Callable[[], str]]]  # the first one fits any two documents
        if kind == "broken_link":
            choices = [
                ("renamed file", lambda: good.replace("readme.md", "index.md")),
                ("old module number", lambda: re.sub(r"\d+_", "9999_", good, count=1)),
                ("one folder too high", lambda: "../" + good),
                ("typo in folder", lambda: good.replace("_", "-", 1)),
            ]
        elif kind == "broken_anchor":
            choices = [
                ("old exercise number", lambda: good + "#99" + slug(target.exercises[0].heading)),
                (
                    "retitled heading",
                    lambda: good + "#" + slug(target.exercises[-1].heading) + "-old",
                ),
                ("own page", lambda: "#an-exercise-that-was-removed"),
            ]
        else:
            choices = [
                ("file name", lambda: good.replace("readme.md", "README.md")),
                ("folder name", lambda: re.sub(r"\d_[a-z]", lambda m: m[0].upper(), good, count=1)),
            ]
        at = sum(d["kind"] == kind for d in tree.defects)
        detail, make = choices[at % len(choices)]
        href = make()
        if tree.resolves(doc, href):  # this choice does not fit these two documents
            detail, make = choices[0]
            href = make()
        assert not tree.resolves(doc, href), href
        tree.defect(kind, doc.path, self.next_line, href, detail)
        self.add(f"{step}. Repeat what you did in [an earlier exercise]({href}).")

    def _decoys(self) -> None:
        """A few valid lines that naive checkers report."""
        up = posixpath.relpath("assets/flow.svg", self.doc.folder)
        anchor = self.doc.anchors[1]
        options = [
            ("duplicate_heading_anchor", "More in [the second hints](#hints-1)."),
            ("encoded_anchor", f"Back to [the first exercise](#{urllib.parse.quote(anchor)})."),
            ("code_span", "Write links as `[text](../no/such/file.md#anchor)` in your answer."),
            ("escaped_brackets", r"The array \[a\](b.md) is not a link."),
            ("html_comment", "<!-- [old](../removed/readme.md) -->"),
            ("html_anchor", '<a id="own-anchor"></a>Jump to [that place](#own-anchor).'),
            (
                "external",
                "Read [the manual](https://example.com/manual.md#part) and <https://example.com>.",
            ),
            ("image", f'![The flow]({up} "Flow")'),
            ("query", f"See [the raw file]({self._to(self.tree.root)}?plain=1)."),
            ("indented_code", "    [not a link](../nowhere/readme.md)"),
        ]
        for name, text in self.rng.shuffled(options)[:2]:
            self._decoy(name, text)
            self.add("")

    def _decoy(self, kind: str, text: str) -> None:
        self.tree.decoys.append(
            {"kind": kind, "path": self.doc.path, "line": self.next_line, "text": text}
        )
        self.add(text)


def parse_args(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Make a synthetic Markdown curriculum with known defects."
    )
    parser.add_argument("out", type=Path, help="folder to make (must be missing or empty)")
    parser.add_argument(
        "--truth", type=Path, help="where to write the ground truth (default: OUT.json)"
    )
    parser.add_argument("--levels", type=int, default=1)
    parser.add_argument("--modules", type=int, default=6, help="modules in each level")
    parser.add_argument(
        "--sections", type=int, default=2, help="lettered sections in each module (at most 24)"
    )
    parser.add_argument("--exercises", type=int, default=20, help="exercises in each module")
    parser.add_argument(
        "--section-exercises", type=int, default=10, help="exercises in each section"
    )
    parser.add_argument(
        "--links", type=int, default=5, help="valid relative links in each document"
    )
    parser.add_argument(
        "--lazy-labels",
        type=float,
        default=0.5,
        metavar="P",
        help="share of 'Acceptance criteria' labels that continue a list item",
    )
    parser.add_argument("--defects", type=int, default=1, help="defects of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--force", action="store_true", help="write into a folder that is not empty"
    )
    args = parser.parse_args(argv)
    if args.levels < 1 or args.modules < 1 or args.exercises < 2 or args.section_exercises < 2:
        parser.error("at least 1 level, 1 module and 2 exercises are needed")
    if not 0 <= args.sections <= 24 or args.defects < 0:
        parser.error("--sections goes from 0 to 24, --defects from 0")
    if args.out.exists() and any(args.out.iterdir()) and not args.force:
        parser.error(f"{args.out} is not empty")
    return args


def main(argv: Sequence[str] | None = None) -> int:
    args = parse_args(argv)
    tree = Curriculum(args)
    args.out.mkdir(parents=True, exist_ok=True)
    tree.write(args.out)
    truth = tree.truth()
    path = args.truth or Path(os.fspath(args.out) + ".json")
    path.write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(
        f"{truth['files']} files, {truth['bytes']:,} bytes, {len(truth['defects'])} defects, "
        f"{len(truth['decoys'])} decoys -> {args.out}, {path}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
