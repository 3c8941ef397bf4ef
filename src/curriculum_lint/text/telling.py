"""Whether a sentence says what a text is about, or only greets, points and announces."""

from __future__ import annotations

import re

#: "Welcome to Module 2 of …": a greeting, in the languages in which courses are often written.
_GREETING = re.compile(
    r"\W*(?:welcome|hello|hi|congratulations|bienvenid[oa]s?|bienvenue|willkommen|bem-vind[oa]s?|"
    r"benvenut[oi]|witaj|välkommen|добро пожаловать|欢迎|歡迎|ようこそ)\b",
    re.IGNORECASE,
)
#: "Below are 20 exercises", "Here you will find": what follows, not what it is about.
_POINTING = re.compile(
    r"\W*(?:below|here(?:'s|’s)?|the following|following|click|check out|"
    r"this (?:page|readme|document|file|folder|repo|repository) (?:is|contains|holds|lists|has)|"
    r"table of contents)\b",
    re.IGNORECASE,
)
#: "…, and this page says what is planned": elsewhere, "this page" would be another one.
_HERE = re.compile(r"\bthis (?:page|readme|document|file|folder)\b", re.IGNORECASE)
_UNWRITTEN = re.compile(
    r"\W*(?:to ?do|tbd|tba|fixme|wip|n/a|none|coming soon|work in progress|under construction|"
    r"lorem ipsum|placeholder|draft)\b",
    re.IGNORECASE,
)
#: What a website's generator reads, not a reader: "::: objectives", "{% include x %}", "[TOC]".
_MARKUP = re.compile(
    r"\s*(?::{3,}|\{[{%]|\[\[?(?:toc|_toc_)\b|!?\[[^\]]*\]\([^)]*\)\W*\Z|\$\$|<!--|(?:import|export)\s.+['\"]\W*\Z)",
    re.IGNORECASE,
)
#: "← Previous | Next →", "Back to top", "Day 3 of 30": where one is, and where else one could be.
_WAY = re.compile(
    r"\W*(?:back to(?:\s+\w+){1,3}\W*\Z"
    r"|(?:previous|prev|next|home|up|index|contents|top)(?:\W+|\Z))+\Z"
    r"|\W*[^\W\d]+\s*\d+\s*(?:(?:of|/|von|de|di)\s*\d+)?\W*\Z",
    re.IGNORECASE,
)
#: "Video: https://…", "Duration: 2 h", "**Author** - A. N.": a fact with its name.
_FACT = re.compile(r"\W*[^\W\d]\w*(?:[ -]\w+){0,2}\s*(?::|：| [-–—] )\s*(\S.*)\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+")
_WORD = re.compile(r"[^\W\d_]{2,}")
#: A fact of at least this many words is a sentence after all: "Goal: build a server that …".
_FEWEST = 5
#: What stands behind this many characters changes nothing.
_LONGEST = 1_000


def tells(sentence: str) -> bool:
    """Whether ``sentence`` can stand for its text where somebody looks for what it is about."""
    without = _ADDRESS.sub(" ", sentence[:_LONGEST])
    if not any(map(str.isalpha, without)) or without.rstrip(" .").endswith((":", "：")):
        return False
    if any(each.match(without) for each in (_GREETING, _POINTING, _UNWRITTEN, _MARKUP, _WAY)):
        return False
    if _HERE.search(without):
        return False
    fact = _FACT.match(without)
    return fact is None or len(_WORD.findall(fact[1])) >= _FEWEST
