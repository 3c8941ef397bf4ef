"""Rules about characters: mojibake and what cannot be seen."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.check.rule import DocumentRule
from curriculum_lint.check.run import run
from curriculum_lint.edits.compose import apply_edits
from curriculum_lint.edits.edit import Safety
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.settings import Settings
from curriculum_lint.settings.severity import Severity
from curriculum_lint.text.mojibake import find_mojibake
from curriculum_lint.workspace.disk import Disk
from tests.links.resolving import page_of
from tests.repository import write_files

RULES: list[DocumentRule] = [
    rule
    for rule in all_rules()
    if isinstance(rule, DocumentRule) and rule.code in ("CL601", "CL602")
]


def found(root: Path, text: str) -> tuple[Diagnostic, ...]:
    write_files(root, {"readme.md": text})
    return run(Disk(Settings(str(root))), RULES).diagnostics


def fixed(root: Path, text: str) -> str:
    edits = [edit for d in found(root, text) if d.fix is not None for edit in d.fix.edits]
    return apply_edits(text, edits)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("A step â€” then ðŸ˜Š", "A step — then 😊"),
        ("cafÃ© Ã©tÃ© naÃ¯ve GrÃ¶ÃŸe", "café été naïve Größe"),
        ("dÃ©jÃ\xa0, Ã\xa0 la carte", "déjà, à la carte"),
        ("FRANÃ‡AIS", "FRANÇAIS"),
        ("l\u00e2\x80\x99eau", "l’eau"),
        ("itâ€™s â€œfineâ€\x9d", "it’s “fine”"),
        ("10Â\xa0km, 5Â°, Â©", "10 km, 5°, ©"),
        ("Å“uvre zÅ‚oty imiÄ™", "œuvre złoty imię"),
        ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"),
        ("ä¸\xadæ–‡", "中文"),
        ("à¤¨à¤®", "नम"),
        ("a â†’ b âœ… â‚¬5", "a → b ✅ €5"),
        ("ðŸ‘¨â€\x8dðŸ’»", "👨\u200d💻"),
        ("ÃƒÂ© Ã¢â‚¬â€\x9d", "é —"),
        ("uÌˆber", "u\u0308ber"),
        ("aï»¿b", "ab"),
    ],
)
def test_mojibake_is_put_right(tmp_path: Path, wrong: str, right: str) -> None:
    assert fixed(tmp_path, f"# Title\n\n{wrong}\n") == f"# Title\n\n{right}\n"


@pytest.mark.parametrize(
    "honest",
    [
        *(
            "„Spaß“ – „MENÜ“ – „Ä–Ü“, groß…",
            "« LIBERTÉ», TERMINÉ…, « café…”",
            "« Â », «Â», lettre Â\xa0: oui",
        ),
        *("“AMANHÔ NÃO AMANHÃ… São «IRMû", "”SMÅ” Å, Ä, Ö: Ångström, Älg", "Úžasný, Ýmir, Íš"),
        *(
            "TÜRKÇ» «ÇOCUÇ» İstanbul ığdır",
            "“ngô…” Đâu… ẾẸỂ CHÂU Â…",
            "SANTÉ² CAFÉ® LIMITÉ™ Nº É¹",
            "mañana ÑANDÚ» ¿qué?",
        ),
        *(
            "Größe 5°, §3, ½ ± µm £5 ¥6 €7",
            "a – b — c … “d” ‘e’",
            "Ã alone, Â alone, â alone, â€ cut",
            "日本語「テスト」",
            "ðæ þú Ísland",
        ),
    ],
)
def test_honest_text_is_no_mojibake(honest: str) -> None:
    assert list(find_mojibake(honest)) == []


@pytest.mark.parametrize(
    "code", ["`â€”`", "```\nâ€”\n```", "    â€”", "<code>Ã©</code>", "<pre>\nÃ©\n</pre>"]
)
def test_mojibake_in_code_is_an_example(tmp_path: Path, code: str) -> None:
    assert found(tmp_path, f"# Title\n\n{code}\n") == ()


def test_the_message_shows_what_it_is_and_what_it_was(tmp_path: Path) -> None:
    dash, face = found(tmp_path, "One â€” two ðŸ˜Š\r\n")
    assert dash.message == "“â€”” was meant to be “—”, read in the wrong encoding."
    assert [each.place.start.column for each in (dash, face)] == [5, 13]
    assert dash.severity is Severity.ERROR


def test_what_cannot_be_seen_is_named(tmp_path: Path) -> None:
    (diagnostic,) = found(tmp_path, "10Â\xa0km\n")
    assert "a no-break space (U+00A0)" in diagnostic.message


@pytest.mark.parametrize("text", ["[x](cafÃ©.md)", "A lost ï¿½ sign"])
def test_some_mojibake_has_no_fix(tmp_path: Path, text: str) -> None:
    (diagnostic,) = found(tmp_path, f"{text}\n")
    assert (diagnostic.code, diagnostic.fix) == ("CL601", None)


words = st.text(
    st.characters(codec="utf-8", min_codepoint=0xC0, max_codepoint=0x24F, categories=("Ll",)),
    min_size=2,
)


@given(word=words)
def test_lower_case_words_are_found_and_restored(word: str) -> None:
    # Latin-1 keeps every byte, so nothing is lost on the way.
    wrong = "x" + "".join("o" + char.encode().decode("latin-1") for char in word if char < "\u0180")
    text = wrong
    for run_ in reversed(list(find_mojibake(wrong))):
        text = text[: run_.start] + run_.meant + text[run_.end :]
    assert text == "x" + "".join("o" + char for char in word if char < "\u0180")


@given(text=st.text(st.sampled_from("ÃÂâð€ŸœÅÉ\x80\x9d\xa0a .\u0301")))
def test_any_text_can_be_searched(text: str) -> None:
    runs = list(find_mojibake(text))
    assert all(a.end <= b.start for a, b in zip(runs, runs[1:], strict=False))
    assert all(run_.meant != text[run_.start : run_.end] for run_ in runs)


FINE = {
    "French": "« Oui\xa0! » «\xa0Non\xa0» Pourquoi\u202f? Ainsi\xa0: a\xa0; 10\u202f000 et 5\xa0km, 3\xa0%",
    "French heading": "## Pourquoi\xa0?",
    "emoji": "👩\u200d💻 🏳️\u200d🌈 👨\u200d👩\u200d👧 🧑🏽\u200d🚀 ❤️\u200d🔥 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "emoji in code": "`👩\u200d💻`",
    "Persian": "می\u200cخواهم",
    "Hindi": "क्\u200dष र्\u200cय",
    "Hebrew": "שלום\u200f! (abc)\u200e",
    "Chinese": "你好\u3000世界",
    "selector": "⚠️ and ☕︎",
    "entities": "a&nbsp;b &#8203; &shy;",
    "byte-order mark first": "",
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE.keys())
def test_what_belongs_is_left_alone(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, f"\ufeff# Title\n\n{text}\n") == ()


BAD = [
    ("one\xa0two", Severity.INFO, "one two"),
    ("one\xa0\xa0two", Severity.INFO, "one two"),
    ("one\xa0two\xa0six.", Severity.INFO, "one two six."),
    ("a\u200bb", Severity.INFO, "ab"),
    ("a\xadb", Severity.INFO, "ab"),
    ("a\ufeffb", Severity.INFO, "ab"),
    ("a\u2028b", Severity.INFO, "a b"),
    ("a\u202eb", Severity.INFO, "ab"),
    ("a\u200db", Severity.INFO, "ab"),
    ("a\xa0", Severity.INFO, "a"),
    ("**a**\u200bb", Severity.INFO, "**a**b"),
    ("`npm\xa0test`", Severity.ERROR, "`npm test`"),
    ("`a\u200bb`", Severity.ERROR, "`ab`"),
    ("`10\xa0000`", Severity.ERROR, "`10 000`"),
    ("```\nnpm\xa0\xa0test\n```", Severity.ERROR, "```\nnpm  test\n```"),
    ("```\nif (a\u202e)\n```", Severity.ERROR, "```\nif (a)\n```"),
    ("    npm\xa0test", Severity.ERROR, "    npm test"),
    ("## one\xa0two", Severity.ERROR, "## one two"),
    ("## a\u200bb", Severity.ERROR, "## ab"),
    ("[one\xa0two](c.md)", Severity.ERROR, "[one two](c.md)"),
    ("[a](c\u200bd.md)", Severity.ERROR, "[a](cd.md)"),
    ("[a](c\xa0d.md)", Severity.ERROR, "[a](c\xa0d.md)"),
    ("[a]: c\u200b.md", Severity.ERROR, "[a]: c.md"),
    ("##\xa0Part", Severity.ERROR, "## Part"),
    ("-\xa0item", Severity.ERROR, "- item"),
    ("\xa0\xa0\xa0\xa0text", Severity.INFO, "\xa0\xa0\xa0\xa0text"),
    ("## one\xa0two\n\n[x](#onetwo)", Severity.ERROR, "## one\xa0two\n\n[x](#onetwo)"),
]


@pytest.mark.parametrize(("text", "severity", "result"), BAD)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_what_does_not_belong_is_reported_and_put_right(
    tmp_path: Path, text: str, severity: Severity, result: str, end: str
) -> None:
    whole = f"# Title\n\n{text}\n".replace("\n", end)
    (diagnostic,) = found(tmp_path, whole)
    assert (diagnostic.code, diagnostic.severity) == ("CL602", severity)
    assert fixed(tmp_path, whole) == f"# Title\n\n{result}\n".replace("\n", end)


@pytest.mark.parametrize(
    "text", ["**a**\u200bb", "##\xa0Part", "## one\xa0two", "one\xa0two", "## CafÃ©"]
)
def test_a_fix_that_may_change_the_rendering_is_unsafe(tmp_path: Path, text: str) -> None:
    (diagnostic,) = found(tmp_path, f"{text}\n")
    assert diagnostic.fix is not None
    assert diagnostic.fix.safety is Safety.UNSAFE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "`a\xa0b`",
            "No-break space (U+00A0) in code: it looks like a space and is none, and whoever copies "
            "the code gets an error.",
        ),
        ("a\u200b\u200bb", "Zero width space (U+200B), 2 times: it cannot be seen."),
        (
            "[x](a\u202eb.md)",
            "Right-to-left override (U+202E) in a destination: it cannot be seen, and the link leads "
            "elsewhere than it says.",
        ),
        (
            "#\xa0Part",
            "No-break space (U+00A0) behind a marker: only a plain space makes the line a heading or "
            "a list item.",
        ),
    ],
)
def test_the_message_names_the_character(tmp_path: Path, text: str, message: str) -> None:
    (diagnostic,) = found(tmp_path, f"{text}\n")
    assert diagnostic.message == message


@pytest.mark.parametrize(
    "piece", ["a\xa0b ", "\u200b\xad", "Ã©", "Ãƒ", "<code>\xa0", "# \xa0\n", "`\xa0` "]
)
def test_a_hostile_text_takes_little_time(tmp_path: Path, piece: str) -> None:
    text = "\n".join([piece * 100] * 200)
    started = time.process_time()
    found(tmp_path, f"{text}\n")
    assert time.process_time() - started < 8


@given(text=st.text(st.sampled_from("a #`[]()\n\r\xa0\u200b\u200d\xad\ufeff\u202e\u2028👩é>-*1.")))
def test_fixing_settles(text: str) -> None:
    for _ in range(6):
        page = page_of(parse_document("a.md", text))
        fixes = [finding.fix for rule in RULES for finding in rule.check(page) if finding.fix]
        edits = [e for fix in fixes if fix.safety is Safety.SAFE for e in fix.edits]
        if not edits:
            return
        text = apply_edits(text, edits)
    pytest.fail(f"never settles: {text!r}")
