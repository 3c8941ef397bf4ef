"""The grammar of the documents that are made by chance.

``{name}`` in a form stands for any form of that name, ``{n}`` for a number not used before. What
is listed twice is chosen twice as often.
"""

from __future__ import annotations

FORMS: dict[str, tuple[str, ...]] = {
    # Blocks
    "block": (
        "{paragraph}", "{paragraph}", "{paragraph}", "{heading}", "{heading}", "{setext}", "{rule}",
        "{fence}", "{indented}", "{html}", "{html}", "{definition}", "{definition}", "{footnote}",
        "{table}", "{table}", "{items}", "{quote}", "$$\na[i][j]\n$$",
    ),
    "paragraph": ("{line}", "{line}\n{line}", "{line}\n{line}\n{line}"),
    "heading": ("{marks} {line}", "{marks} {line}", "{marks}{line}", "{marks}  {line} #"),
    "marks": ("#", "##", "##", "###", "######", "#######"),
    "setext": ("{paragraph}\n{underline}", "{line}\n{underline}"),
    "underline": ("===", "---", "-", "=", "-- -", "------", "  --", "---  "),
    "rule": ("***", "---", "- - -", "___", "*"),
    "fence": ("{tick}{info}\n{line}\n{tick}", "{tick}{info}\n{tick}", "{tick}\n{line}", "{tick}"),
    "tick": ("```", "```", "~~~", "````"),
    "info": ("", "js", " python x", "a&amp;b"),
    "indented": ("    {line}", "    {line}\n    {line}", "\t{line}"),
    "html": (
        "<br>", "<br>\n{line}", "<div>", "</div>", "<b>", "</b>", "<hr/>", "<!-- c -->", "<!--",
        "-->", "<details>\n<summary>s</summary>", "<h2>{word}</h2>", "<h3>\n{word}\n</h3>",
        "<a id=here></a>", '<a href="{to}">', "<img src='{to}' alt=x>", "<pre>\n{line}\n</pre>",
        '<picture>\n<source srcset="{to} 1x, {to} 2x">\n</picture>', "<?x ?>", "<x-y\nz>",
        '<video poster="{to}"></video>', '<object data="{to}"></object>', "<br />\n{line}",
        "<p style=\"background: url('{to}')\">", "<script>\n'<a href={to}>'\n</script>", "<p>",
    ),
    "definition": (
        "[{label}]: {to}", '[{label}]: {to} "t"', "[{label}]: <{to}>", "[{label}]:\n{to}",
        "[{label}]: {to}\n't'", '[{label}]: {to}\n"t', "[{label}]: {to} x", "[{label}]:",
        "[{label}]: {to}\n{line}", "[{label}]: {to}\n{html}", "[{label}]: {to}\n{underline}",
    ),
    "footnote": (
        "[^{note}]: {line}", "[^{note}]: {block}", "[^{note}]: {line}\n\n    {line}",
        "[^{note}]:\n\n    {marks} {line}", "[^{note}]: {line}\n\n    {html}\n\n    {line}",
        "[^{note}]: - {line}\n    - {line}", "[^{note}]: {line}\n\n\n    > {line}\n\n      {line}",
        "[^{note}]: {line}\n    {tick}\n    {line}\n    {tick}",
    ),
    "table": (
        "{cell} | {cell}\n--|--\n{cell} | {cell}", "| {cell} | {cell} |\n|---|:-:|\n{row}",
        "| {cell} |\n|---|\n{row}", "| {cell} |\n------\n{row}", "{cell}\n-|\n{row}",
        "|{cell}|{cell}|\n|--|--|\n{row}\n{row}", "| {cell} |\n|---|---|\n{row}",
        "|{cell}\n|:-\n{row}", "{line}\n| {cell} | {cell} |\n| - | - |\n{row}",
    ),
    "row": ("| {cell} | {cell} |", "{cell}|{cell}", "| {cell} |", "{line}"),
    "cell": ("{piece}", "{word}", "{piece} {word}", "", "`a\\|b`", "{word} \\| {word}"),
    "items": ("{marker}{line}", "{marker}{line}\n{marker}{line}", "{marker}{block}"),
    "marker": (
        "- ", "- ", "* ", "+ ", "1. ", "2) ", "10. ", "-\t", "-   ", "- [ ] ", "- [x] ", "-", "1.",
    ),
    "quote": ("> {line}", "> {line}\n> {line}", ">{line}\n{line}"),
    # What may stand before a block
    "containers": ("", "{marker}", "> ", ">", "{marker}{marker}", "> {marker}", "[^{note}]: "),
    "indent": ("", "", "", "", " ", "  ", "   ", "    ", "      ", "\t", "        "),
    "blank": ("", "", "", "  ", ">", "    "),
    # Inline content
    "line": (
        "{piece}", "{piece} {piece}", "{piece} {piece}", "{piece}{piece} {piece}", "{piece}  ",
        "{piece} {piece} {piece}{piece}", "{word} {piece}", "{piece}\\", "{word}",
    ),
    "piece": (
        "{word}", "{word}", "{word}", "{link}", "{link}", "{link}", "{reference}", "{reference}",
        "{image}", "{code}", "{emphasis}", "{address}", "[^{note}]", "{tag}", "{soup}", "{formula}",
    ),
    "word": (
        "word", "Zwölf", "日本", "x", "a b", "e\u0301te\u0301", "🚀", "Plan", "&amp;", "&copy;",
        "it's", "2",
    ),
    "text": ("{word}", "{word}", "{word}", "{line}"),
    "link": (
        "[{text}]({to})", "[{text}]({to})", '[{text}]({to} "t")', "[{text}](<{to}>)",
        "[{text}](<{to} y>)", "[{text}]( {to} )", "[{text}]({to}(y))", "[{text}]()",
        "[{text}] ({to})", "[{text}]({to} y)", "[{text}]({to}",
    ),
    "reference": (
        "[{text}][{label}]", "[{text}][{label}]", "[{label}]", "[{label}][]", "[{text}][no]",
        "![{text}][{label}]", "[no][]",
    ),
    "image": ("![{text}]({to})", "[![{word}]({to})]({to})"),
    "code": ("`code`", "``co`de``", "` a `", "`{line}`", "`a[i][j]`", "`<a href=x>`"),
    "emphasis": ("*{text}*", "**{text}**", "_{text}_", "__{text}__", "~~{text}~~", "***{text}***"),
    "address": (
        "<https://x.org/{n}>", "https://x.org/{n}", "www.x.org/{n}", "<a{n}@x.org>", "a{n}@x.org",
        "https://x.org/a_{n}_b.", "http://x.org/({n})",
    ),
    "tag": (
        "<br>", "<b>", "</b>", '<a href="{to}">', "<a href={to}>", "<a\nhref='{to}'>", "</a>",
        '<img src="{to}&amp;b">', "<!-- c -->", "<kbd>", "<a name=place></a>", "<a id='q'>",
        '<a href="{to}&copy=1&sect">', "<img alt=a srcset='{to}, {to} 2x'>",
    ),
    "formula": ("$a[i][j]$", "$`x[a][b]`$", "$[0,1]$", "$5 and $6"),
    "soup": (
        *"[]()!<>`*_~$\\&\"'|:#^", "](", "][", "![", "**", "``", "<!--", "-->", "\\|", "$$",
        "&#x20;",
    ),
    "to": (
        "d{n}.md", "d{n}.md", "é{n}.md", "d{n}#é-b", "d%20{n}", "d{n}&amp;x", "d\\_{n}", "../d{n}",
    ),
    "label": ("one", "Two", "a b", "ONE"),
    "note": ("1", "note", "n-2", "x"),
}  # fmt: skip
