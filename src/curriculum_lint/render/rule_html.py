"""The page of a rule as one HTML file, for a browser that reads it from the disk."""

from __future__ import annotations

from html import escape
from typing import Any

from ..check.rule import Rule
from ..report.rule_page import rule_page
from .grammar import github_grammar
from .sanitise import AdditionNames, sanitised

_STYLE = (
    ":root{color-scheme:light dark;font:1rem/1.6 system-ui,sans-serif}"
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "pre{overflow-x:auto;padding:.8rem;border:1px solid GrayText;border-radius:.4rem}"
    "code{font-family:ui-monospace,monospace;font-size:.9em}"
)


def rule_html(rule: Rule) -> str:
    """The whole page, in UTF-8."""
    text = rule_page(rule)
    env: dict[str, Any] = {}
    body = sanitised(
        github_grammar().render(text, env), AdditionNames(text), lambda _tag, _name, value: value
    )
    title = escape(f"{rule.code} {rule.name}")
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body>{body}</body></html>\n"
    )
