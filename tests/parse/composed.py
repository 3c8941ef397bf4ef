"""Documents made of known pieces in known places: what was written where is known, not found.

A block is a list of lines with the pieces on them; a container puts a prefix before each line
and moves the pieces. So the offsets that are expected owe nothing to the parser.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from hypothesis import strategies as st


@dataclass
class Piece:
    """Something written from ``(row, column)`` to ``(end_row, end_column)``."""

    kind: str
    row: int
    column: int
    end_row: int
    end_column: int
    value: str = ""

    def moved(self, rows: int, prefixes: list[str]) -> Piece:
        """The piece ``rows`` further down, behind what ``prefixes`` put before each line."""
        return Piece(
            self.kind,
            self.row + rows,
            self.column + len(prefixes[self.row]),
            self.end_row + rows,
            self.end_column + len(prefixes[self.end_row]),
            self.value,
        )


@dataclass
class Text:
    """Lines, the pieces on them, and the lines that may go on without a prefix."""

    lines: list[str]
    pieces: list[Piece] = field(default_factory=list)
    lazy: set[int] = field(default_factory=set)

    def prefixed(self, prefixes: list[str]) -> Text:
        lines = [prefix + line for prefix, line in zip(prefixes, self.lines, strict=True)]
        return Text(lines, [piece.moved(0, prefixes) for piece in self.pieces], set(self.lazy))

    def mark(
        self, kind: str, start: tuple[int, int], end: tuple[int, int], value: str = ""
    ) -> None:
        self.pieces.append(Piece(kind, *start, *end, value))


class Writer:
    """Writes a block piece by piece and notes where each stands."""

    def __init__(self, *, breaks: bool = True) -> None:
        self.text = Text([""])
        self.breaks = breaks

    @property
    def here(self) -> tuple[int, int]:
        return len(self.text.lines) - 1, len(self.text.lines[-1])

    def write(self, text: str) -> None:
        first, *others = (text if self.breaks else text.replace("\n", " ")).split("\n")
        self.text.lines[-1] += first
        for line in others:
            self.text.lines.append(line)
            self.text.lazy.add(len(self.text.lines) - 1)

    def put(self, kind: str, *parts: str, target: int | None = None, value: str = "") -> None:
        """Write ``parts`` as one piece; part ``target`` is its destination."""
        start = self.here
        for index, part in enumerate(parts):
            before = self.here
            self.write(part)
            if index == target:
                self.text.mark("target", before, self.here, value)
        self.text.mark(kind, start, self.here)


WORDS = st.sampled_from(
    ["word", "Zwölf", "🚀 fly", "e\u0301te\u0301", "日本", "x\ufe0f", "a b", "é"]
)
TEXTS = st.one_of(WORDS, st.tuples(WORDS, st.just("\n"), WORDS).map("".join))
DESTINATIONS = st.sampled_from([
    ("x.md", "x.md"), ("a/b#c-d", "a/b#c-d"), ("é🚀.md", "é🚀.md"), ("a&amp;b", "a&b"),
    (r"a\_b", "a_b"), ("a(b)c", "a(b)c"), ("%20x", "%20x"), ("#", "#"), ("../x", "../x"),
])  # fmt: skip
GAPS = st.sampled_from([" ", "\n", " and ", ",\n", " e\u0301 ", " 🚀\n", "  \n", "\\\n"])
INLINE = st.sampled_from(
    [
        *("link", "same", "angle", "titled", "image", "code", "auto", "ref", "html", "tag"),
        *("undefined", "anchor", "suppression", "badge", "nested"),
    ]
)
_NUMBERS = count()


@st.composite
def inlines(draw, *, breaks: bool = True) -> Text:
    """Text with known inline pieces."""
    writer = Writer(breaks=breaks)
    writer.write(draw(WORDS))
    for kind in draw(st.lists(INLINE, max_size=5)):
        gap = draw(GAPS)
        writer.write(gap if breaks else " ")
        _write_inline(draw, writer, kind)
    if draw(st.booleans()):
        writer.write(" " + draw(WORDS))
    return writer.text


def _write_inline(draw, writer: Writer, kind: str) -> None:  # noqa: C901 - a table of cases
    text, (written, value) = draw(TEXTS), draw(DESTINATIONS)
    put = writer.put
    if kind == "link":
        put("link", "[", text, "](", written, ")", target=3, value=value)
    elif kind == "same":
        put("link", "[same](", "same.md", ")", target=1, value="same.md")
    elif kind == "angle":
        put("link", "[", text, "](\n<", written, ">\n)", target=3, value=value)
    elif kind == "titled":
        put("link", "[", text, "](", written, ' "ti\ntle")', target=3, value=value)
    elif kind == "image":
        put("image", "![", text, "](", written, ")", target=3, value=value)
    elif kind == "code":
        put("code", "``", text, " [no](no.md) ` ``")
    elif kind == "auto":
        put("autolink", "<", "https://x.y/é", ">", target=1, value="https://x.y/é")
    elif kind == "ref":
        put("reference", "[", text, "][Ref]")
    elif kind == "html":
        put("html link", '<a\nhref="', "x.md#é", '"\nid>', target=1, value="x.md#é")
        writer.write(text + "</a>")
    elif kind == "tag":
        put("html source", "<img\nalt='x' src=", "y.png", ">", target=1, value="y.png")
    elif kind == "undefined":
        put("undefined", "[", text, "][nowhere]")
    elif kind == "anchor":
        writer.write("<a name=")
        put("anchor", "here🚀")
        writer.write("></a>")
    elif kind == "suppression":
        # At the start of a line it would end the paragraph.
        writer.write("x ")
        put("suppression", "<!-- curriculum-lint-disable-line CL101\nbroken-link -- 🚀 -->")
    elif kind == "badge":
        start = writer.here
        writer.write("[")
        put("image", "![b](", "b.svg", ")", target=1, value="b.svg")
        writer.write("](")
        before = writer.here
        writer.write(written)
        writer.text.mark("target", before, writer.here, value)
        writer.write(")")
        writer.text.mark("link", start, writer.here)
    else:
        writer.write("in **")
        put("link", "[*", text, "*](", written, ")", target=3, value=value)
        writer.write("**")


@st.composite
def headings(draw) -> Text:
    text = draw(inlines(breaks=False))
    opening, closing = "#" * draw(st.integers(1, 6)), draw(st.sampled_from(["", " ##", "  #"]))
    text = text.prefixed([f"{opening} "])
    text.lines[0] += closing
    text.mark("heading", (0, 0), (0, len(text.lines[0])))
    return text


@st.composite
def setext_headings(draw) -> Text:
    text = draw(inlines())
    text.lazy = set()
    text.lines.append(draw(st.sampled_from(["===", "---", "="])))
    last = len(text.lines) - 1
    text.mark("heading", (0, 0), (last, len(text.lines[last])))
    return text


@st.composite
def fences(draw) -> Text:
    mark = draw(st.sampled_from(["```", "~~~~", "`````"]))
    info = draw(st.sampled_from(["", "python", " js x"]))
    inside = draw(
        st.lists(st.sampled_from(["[a](b)", "# no", "", "> x", "- y", "``", "<a href=x>"]))
    )
    text = Text([mark + info, *inside, mark])
    text.mark("fence", (0, 0), (len(text.lines) - 1, len(mark)))
    return text


@st.composite
def tables(draw) -> Text:
    lead, trail = draw(st.sampled_from([("| ", " |"), ("|", "|"), ("", "")]))
    rows = [[draw(inlines(breaks=False)) for _ in range(2)] for _ in range(draw(st.integers(1, 3)))]
    table = Text([])
    for index, (left, right) in enumerate(rows):
        at = len(table.lines)
        offset = len(lead) + len(left.lines[0]) + len(" | ")
        table.lines.append(f"{lead}{left.lines[0]} | {right.lines[0]}{trail}")
        table.pieces += [piece.moved(at, [lead]) for piece in left.pieces]
        table.pieces += [piece.moved(at, [" " * offset]) for piece in right.pieces]
        if index == 0:
            table.lines.append("|---|---|")
    return table


@st.composite
def lettered(draw) -> Text:
    text = Text([])
    for letter in "abc"[: draw(st.integers(1, 3))]:
        line = f"{letter}) {draw(WORDS)}"
        text.lines.append(line)
        text.mark("lettered", (len(text.lines) - 1, 0), (len(text.lines) - 1, len(line)))
    return text


@st.composite
def labels(draw) -> Text:
    mark, word = draw(st.sampled_from(["**", "__"])), draw(WORDS).title()
    written = draw(st.sampled_from([f"{mark}{word}:{mark}", f"{mark}{word}{mark}:"]))
    text = Text([f"{written} more"])
    text.mark("label", (0, 0), (0, len(written)))
    return text


HIDDEN = st.sampled_from([
    ["    [no](no.md)", "", "    <a href=no>"],
    ["<!-- [no](no.md)", "", "<a href='no'> -->"],
    ["<script>", "var x = '<a href=no>';", "</script>"],
    ["***"],
]).map(lambda lines: Text(list(lines)))  # fmt: skip


@st.composite
def definitions(draw) -> Text:
    """A definition, also over several lines."""
    name, (written, value) = f"other {next(_NUMBERS)}", draw(DESTINATIONS)
    writer = Writer()
    start = writer.here
    writer.write(draw(st.sampled_from([f"[{name}]: ", f"[{name}]: \t", f"[o\\]\n{name}]: "])))
    before = writer.here
    writer.write(written)
    writer.text.mark("target", before, writer.here, value)
    writer.write(draw(st.sampled_from(["", ' "title"', "\n'title'"])))
    writer.text.mark("definition", start, writer.here)
    writer.text.lazy = set()
    return writer.text


LEAVES = st.one_of(
    inlines(), headings(), setext_headings(), fences(), tables(), lettered(), labels(), HIDDEN,
    definitions(), inlines(),
)  # fmt: skip


def stacked(blocks: list[Text]) -> Text:
    """The blocks one below the other, with a blank line between them."""
    whole = Text([])
    for block in blocks:
        if whole.lines:
            # Indented code right behind a list would be part of it.
            whole.lines += ["", "word", ""] if block.lines[0].startswith(" ") else [""]
        at = len(whole.lines)
        whole.pieces += [piece.moved(at, [""] * len(block.lines)) for piece in block.pieces]
        whole.lazy |= {row + at for row in block.lazy}
        whole.lines += block.lines
    return whole


def _is_lazy(draw, text: Text, row: int) -> bool:
    return row in text.lazy and text.lines[row][:1].isalpha() and draw(st.booleans())


@st.composite
def quoted(draw, children) -> Text:
    text = stacked(draw(st.lists(children, min_size=1, max_size=3)))
    mark = draw(st.sampled_from(["> ", ">", " > "]))
    safe = mark if not any(line.startswith((" ", "\t")) for line in text.lines) else "> "
    prefixes = ["" if _is_lazy(draw, text, row) else safe for row in range(len(text.lines))]
    return text.prefixed(prefixes)


@st.composite
def listed(draw, children) -> Text:
    """A list of one or two items."""
    first, rest = draw(st.sampled_from([
        ("- ", "  "), ("*   ", "    "), ("1. ", "   "), ("12) ", "    "), ("+ ", "  "),
    ]))  # fmt: skip
    items = [
        stacked(draw(st.lists(children, min_size=1, max_size=2)))
        for _ in range(draw(st.integers(1, 2)))
    ]
    return stacked([_item(draw, item, first, rest) for item in items])


def _item(draw, item: Text, first: str, rest: str) -> Text:
    if item.lines[0][:1] in (" ", "\t") or item.lines[0] == "***":
        item = stacked([Text(["word"]), item])
    prefixes = [
        "" if _is_lazy(draw, item, row) or not item.lines[row] else rest
        for row in range(len(item.lines))
    ]
    prefixes[0] = first
    item = item.prefixed(prefixes)
    item.mark("marker", (0, 0), (0, len(first.rstrip())))
    return item


@st.composite
def tabbed(draw) -> Text:
    """A list item or quote with a tab behind its marker; outermost, for tabs stop at columns."""
    first, rest = draw(st.sampled_from([("-\t", "\t"), ("10.\t", "\t"), (">\t", ">\t")]))
    inside = stacked(draw(st.lists(LEAVES, min_size=1, max_size=3)))
    if first != ">\t":
        return _item(draw, inside, first, rest)
    return inside.prefixed([first] * len(inside.lines))


DOCUMENTS = st.lists(
    st.recursive(LEAVES, lambda inner: quoted(inner) | listed(inner), max_leaves=6) | tabbed(),
    min_size=1, max_size=4,
).map(stacked)  # fmt: skip
