from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.links.destination import DestinationForm, read_destination, split_destination


@pytest.mark.parametrize(
    ("written", "path", "fragment"),
    [
        ("a.md", "a.md", None),
        ("a.md#x", "a.md", "x"),
        ("a.md?plain=1#L10", "a.md", "L10"),
        ("#x", "", "x"),
        ("#", "", ""),
        ("?plain=1", "", None),
        ("a%20b.md", "a b.md", None),
        ("a%23b%3F.md", "a#b?.md", None),
        ("caf%C3%A9.md#caf%C3%A9", "café.md", "café"),
        ("100%.md", "100%.md", None),
        ("a%zz.md#%E0%A4%A", "a%zz.md", "�%A"),
        ("%FF.md", "\udcff.md", None),
        ("a+b.md", "a+b.md", None),
        (" a.md\n", "a.md", None),
        ("./a.md", "./a.md", None),
        ("Node.js", "Node.js", None),
        ("\xa0a.md", "\xa0a.md", None),
    ],
)
def test_a_relative_destination_is_cut_and_decoded(
    written: str, path: str, fragment: str | None
) -> None:
    read = read_destination(written)
    assert (read.form, read.path, read.fragment) == (DestinationForm.RELATIVE, path, fragment)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("", DestinationForm.EMPTY),
        (" \n", DestinationForm.EMPTY),
        ("https://example.org", DestinationForm.EXTERNAL),
        ("HTTP://example.org", DestinationForm.EXTERNAL),
        ("//example.org/x", DestinationForm.EXTERNAL),
        ("mailto:a@example.org", DestinationForm.EXTERNAL),
        ("data:image/png;base64,AAAA", DestinationForm.EXTERNAL),
        ("javascript:void(0)", DestinationForm.EXTERNAL),
        ("tel:+1", DestinationForm.EXTERNAL),
        ("localhost:3000/x", DestinationForm.EXTERNAL),
        ("/x", DestinationForm.ABSOLUTE),
        ("%2Fetc/passwd", DestinationForm.ABSOLUTE),
        ("file:///etc/passwd", DestinationForm.LOCAL_DISK),
        ("FILE:x", DestinationForm.LOCAL_DISK),
        ("C:\\x", DestinationForm.LOCAL_DISK),
        ("c:/x", DestinationForm.LOCAL_DISK),
        ("\\\\server\\share", DestinationForm.LOCAL_DISK),
        ("{{ site.url }}/x", DestinationForm.TEMPLATE),
        ('{{< ref "x.md" >}}', DestinationForm.TEMPLATE),
        ("{% link x.md %}", DestinationForm.TEMPLATE),
        ("<%= url %>", DestinationForm.TEMPLATE),
        ("@site/static/a.png", DestinationForm.TEMPLATE),
        ("@/assets/a.png", DestinationForm.TEMPLATE),
        ("~/assets/a.png", DestinationForm.TEMPLATE),
        ("~notes.md", DestinationForm.RELATIVE),
        ("@types.md", DestinationForm.RELATIVE),
        ("%7B%7Burl%7D%7D", DestinationForm.TEMPLATE),
        ("${url}", DestinationForm.TEMPLATE),
    ],
)
def test_other_destinations_are_told_apart(written: str, form: DestinationForm) -> None:
    assert read_destination(written).form is form


@pytest.mark.parametrize(
    ("written", "corrected"),
    [
        ("http;//example.org/x", "http://example.org/x"),
        ("https:/example.org", "https://example.org"),
        ("https:///example.org", "https://example.org"),
        ("https//example.org", "https://example.org"),
        ("https:\\\\example.org", "https://example.org"),
        ("http:www.example.org", "http://www.example.org"),
        ("(https://example.org)", "https://example.org"),
        ("(https://en.example.org/A_(b))", "https://en.example.org/A_(b)"),
        ("<https://example.org>", "https://example.org"),
        ("(www.example.org)", "https://www.example.org"),
        ("example.com:8080/x", "https://example.com:8080/x"),
    ],
)
def test_a_wrong_scheme_is_corrected(written: str, corrected: str) -> None:
    read = read_destination(written)
    assert (read.form, read.corrected) == (DestinationForm.SCHEMELESS, corrected)


@pytest.mark.parametrize(
    "written",
    ["www.example.org", "example.com", "example.com/x#y", "docs.example.org/a", "youtu.be/x"],
)
def test_what_begins_with_a_domain_may_be_an_address(written: str) -> None:
    assert read_destination(written).corrected == f"https://{written}"


@pytest.mark.parametrize(
    "written",
    [
        *(
            "README.md",
            "Node.js",
            "setup.py",
            "main.go",
            "logo.ai",
            "lib.rs",
            "a.b/c.md",
            "app.app",
        ),
        *(
            "docs/example.com",
            "../example.com/x",
            "./example.com",
            "e.g",
            "v1.2/notes.md",
            "index.html",
        ),
    ],
)
def test_the_name_of_a_file_is_no_domain(written: str) -> None:
    read = read_destination(written)
    assert (read.form, read.corrected) == (DestinationForm.RELATIVE, None)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    read_destination(text)


@given(st.text())
def test_the_parts_are_the_whole(text: str) -> None:
    assert "".join(split_destination(text)) == text.strip(" \t\n\r\f")
