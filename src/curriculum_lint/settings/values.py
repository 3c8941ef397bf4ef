"""What each kind of text in the configuration may be.

Every function returns the text to use, or raises `ValueError` with what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from ..text.late_pattern import late_pattern
from ..text.suggest import closest
from .key import ValueType
from .toml_text import shown

#: Two letters are enough for CL; plugins may have up to five.
CODE_PATTERN = r"^(ALL|[A-Z]{2,5}[0-9]{0,4}|[a-z][a-z0-9]*(-[a-z0-9]+)*)$"
PLUGIN_PATTERN = r"^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$"
SECTION_PATTERN = r"^[a-z][a-z0-9_]*$"
#: What a document is in the curriculum; a page is none of its readmes.
KINDS = ("root", "level", "module", "subsection", "page")
KIND_PATTERN = f"^({'|'.join(KINDS)})$"
PLACEHOLDERS = ("number", "part", "letter", "slug", "name", "track")
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#: Numbers may be padded with zeros to two or three digits.
_PLACEHOLDER = late_pattern(r"\{(?:(number|part)(?::0[23])?|(letter|slug|name|track))\}")
_CODE = late_pattern(CODE_PATTERN)
#: Letters that look like digits, and what people put between letters and digits.
_DIGITS = str.maketrans("OIL", "011", "- _")
_SECTION = late_pattern(SECTION_PATTERN)
_PLUGIN = late_pattern(PLUGIN_PATTERN)
_CONTROL = late_pattern(r"[\x00-\x1f\x7f]")
_DRIVE = re.compile(r"[A-Za-z]:")
_WEB_ADDRESS = late_pattern(r"https?://[^\s/?#<>\"']+(?:/[^\s?#<>\"']*)?")
_BRACES = late_pattern(r"\{[^{}]*\}?|\}")


def check_text(text: str) -> str:
    """Anything but nothing."""
    if not text.strip():
        raise ValueError("an empty string means nothing here; remove it")
    if _CONTROL.search(text):
        raise ValueError(f"{shown(text)} holds a line break or another control character")
    return text


def check_path(text: str) -> str:
    """A path or glob below the root, without "./", "//" and a final "/"."""
    _check_stays_inside(text)
    return "/".join(part for part in text.split("/") if part not in ("", ".")) or "."


def check_file(text: str) -> str:
    """A file below the root."""
    path = check_path(text)
    if path == ".":
        raise ValueError(f"{shown(text)} is a folder; name a file")
    return path


def check_target(text: str) -> str:
    """A file that the tool writes."""
    path = check_file(text)
    if ".git" in path.casefold().split("/"):
        raise ValueError(f"{shown(text)} is inside .git, where nothing is ever written")
    return path


def check_json_target(text: str) -> str:
    """A JSON file that the tool writes."""
    return _with_suffix(text, ".json")


def check_html_target(text: str) -> str:
    """A web page that the tool writes."""
    return _with_suffix(text, ".html")


def _with_suffix(text: str, suffix: str) -> str:
    """A file that is written as a whole: its name says so, and it is no readme."""
    path = check_target(text)
    if not path.endswith(suffix):
        raise ValueError(f"{shown(text)} must end in {suffix}, since the whole file is generated")
    return path


def check_web_address(text: str) -> str:
    """The beginning of web addresses, to which a path is appended."""
    if not _WEB_ADDRESS.fullmatch(check_text(text)):
        raise ValueError(f"{shown(text)} is no web address; write one such as https://example.org/")
    return text if text.endswith("/") else f"{text}/"


def check_file_name(text: str) -> str:
    """The name of a file, without folders."""
    check_text(text)
    if "/" in text or "\\" in text or text in (".", ".."):
        raise ValueError(f"{shown(text)} must be the name of a file, without folders")
    return text


def check_code(text: str) -> str:
    """A rule's code, the beginning of one, or a rule's name."""
    if _CODE.match(text) and not text.endswith("\n"):
        return text
    meant = _meant_code(text)
    if _CODE.match(meant):
        raise ValueError(f"{shown(text)} is not a rule; write {shown(meant)}")
    raise ValueError(
        f'{shown(text)} is not a rule; write a code ("CL301"), the beginning of one ("CL3") '
        'or a name ("broken-link")'
    )


def _meant_code(text: str) -> str:
    """``text`` in capitals, and with digits in the place of the letters that look like them."""
    word = text.strip().upper()
    number = word.lstrip(_CAPITALS)
    return word.removesuffix(number) + number.translate(_DIGITS)


def is_family(word: str, code: str) -> bool:
    """Whether ``word`` is the beginning of ``code`` with all of its letters: CL or CL3 of CL301."""
    letters = word.rstrip("0123456789")
    has_letters = 2 <= len(letters) <= 5 and letters.isascii() and letters.isupper()
    return has_letters and code.startswith(word) and code[len(letters) : len(letters) + 1].isdigit()


def check_plugin(text: str) -> str:
    """The name of an installed package, or of an entry point: never a path."""
    if _PLUGIN.match(text) and not text.endswith("\n"):
        return text
    raise ValueError(
        f"{shown(text)} is no name of an installed package; plugins are installed, not loaded "
        "from a path"
    )


def check_section_key(text: str) -> str:
    """The key of a section in the vocabulary."""
    if _SECTION.fullmatch(text):
        return text
    advice = re.sub(r"[^a-z0-9]+", "_", text.strip().lower()).strip("_")
    instead = f"; write {advice}" if _SECTION.fullmatch(advice) else ""
    raise ValueError(f'the key {shown(text)} may hold a-z, 0-9 and "_" only{instead}')


def check_kind(text: str) -> str:
    """The kind of readme that a schema is for."""
    if text in KINDS:
        return text
    meant = closest(text, KINDS)
    advice = f'did you mean "{meant}"?' if meant else f"write one of {', '.join(KINDS)}"
    raise ValueError(f"{shown(text)} is no kind of readme; {advice}")


def template_with(required: str, *instead: str) -> Callable[[str], str]:
    """A check for a template that must hold the placeholder ``required``, or one of ``instead``."""

    def check_template(text: str) -> str:
        check_text(text)
        if "/" in text or "\\" in text:
            raise ValueError(
                f"{shown(text)} is the pattern of one name; folders above it belong into levels"
            )
        names: dict[str, str] = {}
        for found in _BRACES.findall(text):
            name = _placeholder_name(found)
            if names.setdefault(name, found) != found:
                raise ValueError(f"{shown(text)} holds both {names[name]} and {found}")
        if not names.keys() & {required, *instead}:
            others = "".join(f" or {{{each}}}" for each in instead)
            raise ValueError(f"{shown(text)} must hold {{{required}}}{others}")
        return text

    return check_template


def _placeholder_name(found: str) -> str:
    known = _PLACEHOLDER.fullmatch(found)
    if known is not None:
        return str(known[1] or known[2])
    names = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    if not (found.startswith("{") and found.endswith("}")):
        raise ValueError(f'"{found[:1]}" stands alone; a placeholder is one of {names}')
    meant = f"{{{found.strip('{} ').partition(':')[0].strip()}:02}}"
    if ":" in found and _PLACEHOLDER.fullmatch(meant):
        raise ValueError(f"the placeholder {shown(found)} is unknown; padded, it is {meant}")
    raise ValueError(f"the placeholder {shown(found)} is unknown; known are {names}")


def _check_stays_inside(text: str) -> None:
    check_text(text)
    if "\\" in text:
        raise ValueError(f'{shown(text)} holds a backslash; write "/" between folders')
    if text.startswith("/") or _DRIVE.match(text):
        raise ValueError(f"{shown(text)} is absolute; write it relative to the root")
    if ".." in text.split("/"):
        raise ValueError(f'{shown(text)} climbs with ".."; everything must be below the root')


def check_test_name(text: str) -> str:
    """How a test names exercise and criterion."""
    check_text(text)
    for placeholder in ("{exercise}", "{criterion}"):
        if text.count(placeholder) != 1:
            raise ValueError(f"{shown(text)} must hold {placeholder} once")
    _check_no_other_braces(text, ("{exercise}", "{criterion}"))
    return text


def check_proof(text: str) -> str:
    """Where the record of a proof is."""
    path = check_file(text)
    if "{exercise}" not in path:
        raise ValueError(f"{shown(text)} must hold {{exercise}}, the number of the exercise")
    _check_no_other_braces(path, ("{exercise}",))
    return path


def _check_no_other_braces(text: str, known: tuple[str, ...]) -> None:
    unknown = next((each for each in _BRACES.findall(text) if each not in known), None)
    if unknown is not None:
        raise ValueError(f"the placeholder {shown(unknown)} is unknown; known: {', '.join(known)}")


#: What a value of each type is checked by.
CHECKS: Mapping[ValueType, Callable[[str], str]] = MappingProxyType(
    {
        ValueType.TEXT: check_text,
        ValueType.PATH: check_path,
        ValueType.FILE: check_file,
        ValueType.FILE_NAME: check_file_name,
        ValueType.TARGET: check_target,
        ValueType.JSON_TARGET: check_json_target,
        ValueType.HTML_TARGET: check_html_target,
        ValueType.WEB_ADDRESS: check_web_address,
        ValueType.RULE: check_code,
        ValueType.SECTION_KEY: check_section_key,
        ValueType.README_KIND: check_kind,
        ValueType.PLUGIN: check_plugin,
        ValueType.MODULE_TEMPLATE: template_with("number", "slug", "name"),
        ValueType.SUBSECTION_TEMPLATE: template_with("letter"),
        ValueType.TEST_NAME: check_test_name,
        ValueType.PROOF: check_proof,
    }
)

#: What editors can check of it: less than the functions, and nothing that these would accept.
PATTERNS: Mapping[ValueType, str] = MappingProxyType(
    {
        ValueType.JSON_TARGET: r"\.json$",
        ValueType.HTML_TARGET: r"\.html$",
        ValueType.WEB_ADDRESS: "^https?://",
        ValueType.RULE: CODE_PATTERN,
        ValueType.SECTION_KEY: SECTION_PATTERN,
        ValueType.README_KIND: KIND_PATTERN,
        ValueType.PLUGIN: PLUGIN_PATTERN,
        ValueType.MODULE_TEMPLATE: r"\{(number(:0[23])?|slug|name)\}",
        ValueType.SUBSECTION_TEMPLATE: r"\{letter\}",
        ValueType.TEST_NAME: r"\{exercise\}.*\{criterion\}|\{criterion\}.*\{exercise\}",
        ValueType.PROOF: r"\{exercise\}",
    }
)
