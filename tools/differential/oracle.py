"""GitHub's own grammar, cmark-gfm, with the extensions and options that github.com uses."""

from __future__ import annotations

from cmarkgfm import cmark
from cmarkgfm.cmark import Options

_EXTENSIONS = ("table", "strikethrough", "autolink", "tasklist")
_OPTIONS = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_GITHUB_PRE_LANG


def render(text: str, *, places: bool = False, raw: bool = True) -> str:
    """The HTML of ``text``, before GitHub cleans the ``raw`` HTML in it.

    With ``places`` the elements of blocks say which lines they came from. Front matter is not
    known to the grammar: GitHub takes it away before.
    """
    options = _OPTIONS | (Options.CMARK_OPT_SOURCEPOS if places else 0)
    options |= Options.CMARK_OPT_UNSAFE if raw else 0
    # The grammar's strings end at a null character, which GitHub shows as a replacement.
    text = text.replace("\0", "\ufffd")
    html: str = cmark.markdown_to_html_with_extensions(text, options, extensions=_EXTENSIONS)
    return html
