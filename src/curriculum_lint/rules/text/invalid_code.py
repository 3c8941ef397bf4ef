"""CL605 invalid-code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...check.example import Example
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...parse.document import Document, Fence
from ...settings.severity import Severity
from ...text.data_code import Fault, find_json_fault, find_toml_fault, find_yaml_fault
from ...text.late_pattern import late_pattern
from ...text.source import Span

_Check = Callable[[str], Fault | None]
_CHECKS: dict[str, tuple[str, _Check]] = {
    "json": ("JSON", find_json_fault),
    "toml": ("TOML", find_toml_fault),
    "yaml": ("YAML", find_yaml_fault),
    "yml": ("YAML", find_yaml_fault),
}
#: A longer block is no example.
_LONGEST = 64_000
_INFO = late_pattern(r"\S+")
#: Configuration files whose programs read comments and commas that JSON does not know.
_WITH_COMMAS = late_pattern(
    r"\b(?:(?:ts|js)config|settings|launch|tasks|extensions|keybindings|devcontainer|deno|turbo|"
    r"wrangler|biome|api-extractor)[\w.-]*\.jsonc?\b|\.(?:eslintrc|babelrc|swcrc|jshintrc)\b|"
    r"\bjsonc?5?\b with comments",
    re.IGNORECASE,
)
_KEYS = late_pattern(r"\"(?:compilerOptions|(?:editor|files|workbench|terminal)\.\w)")
_NEAR = 300


class InvalidCode(DocumentRule):
    """Learners copy configuration and data letter by letter. A comma too many in an example costs
    each of them the same half hour.
    """

    code = "CL605"
    name = "invalid-code"
    summary = "a `json`, `yaml` or `toml` fence that does not parse"
    severity = Severity.ERROR
    limits = (
        "Fragments are fine: a fence with `fragment` in its info string, or one that holds an "
        "ellipsis, a comment where the language has none, a placeholder such as `<name>`, or "
        "members without the braces around them, or the tables of a list in TOML. A request, a "
        "label or a sentence before or behind the value makes it a part, and files such as "
        "`tsconfig.json` may have commas before closing brackets. Of YAML only "
        "tabs as indentation and a key written twice in a row of keys are found. Fences in "
        "quotations are not looked at."
    )
    good = (
        Example(
            '# Notes\n\n```json\n{"name": "app", "private": true}\n```\n\n'
            '```json\n"scripts": { "start": "node app.js" }\n```\n\n'
            '```json\n{ "id": 1, ... }\n```\n\n```toml fragment\nname =\n```\n'
        ),
    )
    bad = (
        Example(
            '# Notes\n\n```json\n{\n  "name": "app",\n}\n```\n',
            finds=("5:16 CL605",),
        ),
        Example(
            "# Notes\n\n```yaml\nname: app\nport: 80\nname: web\n```\n",
            finds=("6:1 CL605",),
        ),
        Example("# Notes\n\n```toml\nname = app\n```\n", finds=("4:8 CL605",)),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Read every fence whose language is known."""
        for fence in page.document.fences:
            words = _INFO.findall(fence.info)
            known = _CHECKS.get(words[0].lower()) if words else None
            if known is None or "fragment" in words or not _is_readable(page.document, fence):
                continue
            name, find = known
            text = page.document.text[fence.content.start : fence.content.end]
            if find is find_json_fault and _is_configuration(page.document, fence, text):
                fault = find_json_fault(text, commas=True)
            else:
                fault = find(text)
            if fault is not None:
                yield _finding(page, fence, name, fault)


def _is_configuration(document: Document, fence: Fence, text: str) -> bool:
    """Whether it is a file of a program that allows commas before closing brackets."""
    near = document.text[max(0, fence.span.start - _NEAR) : fence.span.start]
    return _WITH_COMMAS.search(near + fence.info) is not None or _KEYS.search(text) is not None


def _is_readable(document: Document, fence: Fence) -> bool:
    """Whether the fence's lines in the file are its content, but for blanks."""
    start = document.line_starts[document.line(fence.span.start) - 1]
    is_quoted = ">" in document.text[start : fence.span.start]
    return fence.closed and not is_quoted and fence.content.end - fence.content.start < _LONGEST


def _finding(page: Page, fence: Fence, name: str, fault: Fault) -> Finding:
    at = fence.content.start + fault.at
    message = f"This is no valid {name}: {fault.message}."
    advice = "Put it right, or write `fragment` behind the language if it is meant to be a part."
    return Finding(page.path, Span(at, at + 1), message, advice)
