"""A record's rare facts come and go: they are the same whenever they are asked for."""

from __future__ import annotations

import gc
import weakref
from dataclasses import fields

from curriculum_lint.check.document_reader import DocumentReader, SourceFile
from curriculum_lint.check.encoded import encode_page
from curriculum_lint.check.readmes import Role
from curriculum_lint.check.stored_page import decode_page, page_record
from curriculum_lint.model.curriculum import Kind, Page
from curriculum_lint.model.outline import Outline
from curriculum_lint.model.template import NameParts
from curriculum_lint.parse.document import Document
from curriculum_lint.settings.settings import Settings
from curriculum_lint.workspace.read import FileText

_ROLE = Role(Kind.MODULE, NameParts(number=1))


def _read(number: int) -> tuple[Page, Page]:
    """A page, and its record."""
    lines = "".join(f"1. **Step {number}:** take `{each}`\n" for each in range(number % 5 + 1))
    text = f"# Part {number}\n\n## 1) Do\n\n**Goal:** x\n\n**Build steps:**\n\n{lines}"
    file = SourceFile(f"{number}.md", FileText(text, False, ""), _ROLE)
    reader = DocumentReader(Settings(root="."), (), set())
    page, findings = reader.read(file)
    record, _ = decode_page(
        file.path, file.text, encode_page(page, findings), _ROLE.kind, reader.vocabulary
    )
    return page, record


def test_rare_facts_of_many_pages_come_again() -> None:
    pages = [_read(number) for number in range(200)]
    for _ in range(2):
        for page, record in pages:
            assert record.document.lists == page.document.lists
            assert record.document.blocks == page.document.blocks
            assert record.document.code_spans == page.document.code_spans
            assert record.outline.exercises == page.outline.exercises
            assert record.document.lists is record.document.lists
            for each in fields(Document):
                assert getattr(record.document, each.name) == getattr(page.document, each.name)
            for each in fields(Outline):
                assert getattr(record.outline, each.name) == getattr(page.outline, each.name)


def test_a_record_is_encoded_as_it_is() -> None:
    page, record = _read(3)
    assert page_record(record, []) == encode_page(page, [])


def test_a_page_that_nobody_holds_is_gone() -> None:
    _, record = _read(4)
    assert record.document.headings
    assert record.document.blocks
    gone = weakref.ref(record.document._record)  # type: ignore[attr-defined]
    del record
    gc.collect()
    assert gone() is None
