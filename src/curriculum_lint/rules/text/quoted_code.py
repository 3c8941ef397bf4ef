"""CL609 quoted-code."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...parse.document import BlockKind
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.source import Span
from .._plain_text import plain_text
from ..links._link_findings import as_code

_QUOTES = late_pattern("[“‘„](?P<code>[^“”‘’„\"'`\\n\\r\\0]{2,60})[”’“]")
#: What people type: an option, a call, a variable, a command with its arguments.
_CODE = late_pattern(
    r"--?[a-z][\w-]*(?:[= ][\w./-]+)?|[a-z_][\w.]*\([^()]*\);?|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"
    r"|\$[A-Za-z_]\w*|[a-z]+(?:_[a-z0-9]+)+|"
    r"npm (?:install|i|ci|run|test|start|init|publish)(?: [\w@/.:-]+)*|npx [\w@/.-]+|"
    r"(?:yarn|pnpm) (?:add|install|run|dev)(?: [\w@/.:-]+)*|pip3? install [\w.=-]+|"
    r"git (?:add|commit|push|pull|clone|checkout|branch|merge|status|log|init|rebase|stash|diff|"
    r"reset|remote|switch|tag|fetch)(?: [\w@/.:-]+)*|"
    r"docker (?:run|build|compose|ps|exec)(?: [\w/.:-]+)*|cargo (?:run|build|test)|"
    r"node [\w./-]+\.[cm]?[jt]s|python3? [\w./-]+\.py|curl (?:-\w+ )*https?://\S+"
)


class QuotedCode(DocumentRule):
    """Typographic quotes around a command are copied with it, and the shell takes them for letters
    of its name. In code style there is nothing to copy but the command.
    """

    code = "CL609"
    name = "quoted-code"
    summary = "typographic quotes around a command, an option or a name of code in running text"
    severity = Severity.INFO
    fix_changes = PageChange.MARKS
    limits = (
        "Only options, calls, variables, names with underscores and commands of well-known "
        "programs. Titles, words and names of files in quotation marks are fine."
    )
    good = (Example("# Notes\n\nHe said “go on”, and “README.md” is “a file”. Run `npm test`.\n"),)
    bad = (
        Example(
            "# Notes\n\nRun “npm install” with “--save”.\n",
            finds=("3:5 CL609", "3:24 CL609"),
            fixed="# Notes\n\nRun `npm install` with `--save`.\n",
            unsafe=True,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look for code between typographic quotes."""
        if _QUOTES.search(page.document.text) is None:
            return
        plain = plain_text(page.document, BlockKind.PARAGRAPH, BlockKind.TABLE)
        for match in _QUOTES.finditer(plain):
            code = match["code"]
            if _CODE.fullmatch(code):
                span = Span(*match.span())
                message = f"{as_code(code)} stands in typographic quotes, which are copied with it."
                fix = Fix(
                    f"Write {as_code(code)}", Safety.UNSAFE, (Edit(page.path, *span, f"`{code}`"),)
                )
                yield Finding(page.path, span, message, f"Write {as_code(code)}.", fix)
