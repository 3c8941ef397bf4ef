"""A document that belongs to no curriculum: one that has no file, or no repository around it."""

from __future__ import annotations

from ..check.diagnostic import Diagnostic
from ..check.document_reader import DocumentReader, SourceFile
from ..check.engine import check_curriculum
from ..check.readmes import Role
from ..check.rule import CurriculumRule
from ..check.selection import select_rules
from ..model.curriculum import Curriculum, Kind, Page, Skeleton
from ..model.template import NameParts, Template
from ..rules.registry import all_rules
from ..settings.settings import Settings
from ..workspace.entry import Entry, EntryKind
from ..workspace.read import FileText
from ..workspace.tree import Tree

#: What it is called while it is looked at: nothing lies beside it.
PATH = "document.md"


def read_alone(text: FileText) -> tuple[Curriculum, tuple[Diagnostic, ...]]:
    """A curriculum of this document only, and what the rules of documents find in it."""
    settings = Settings(root="/")
    chosen = select_rules(all_rules(), settings)
    rules = [rule for rule in chosen if not isinstance(rule, CurriculumRule)]
    reader = DocumentReader(settings, rules, set())
    page, found = reader.read(SourceFile(PATH, text, Role(Kind.PAGE, NameParts())))
    curriculum = _around(page, settings)
    return curriculum, check_curriculum(curriculum, found, rules)


def _around(page: Page, settings: Settings) -> Curriculum:
    names = (Template(settings.module_pattern), Template(settings.subsection_pattern))
    tree = Tree(settings.root, [Entry(PATH, EntryKind.FILE, 0, 0, 0, 0)], ())
    return Curriculum(Skeleton(None, (), (), *names), {PATH: page}, tree, settings, page.vocabulary)
