"""SQL fences: executed in a scratch SQLite database, or only parsed."""

import logging
import re
import sqlite3
from collections.abc import Iterator

from .extract import Fence
from .project import Project
from .verdict import FenceError, Skip

SYNTAX_ERRORS = ("syntax error", "incomplete input", "unrecognized token")
# Statements that sqlglot takes as they are; any other that it does not understand is a failure.
OPAQUE = re.compile(r"(EXPLAIN|VACUUM|LISTEN|NOTIFY|CREATE EXTENSION)\b", re.IGNORECASE)
MISSING_VALUES = ("number of bindings", "did not supply a value")


def parse(fence: Fence, project: Project) -> None:
    """Judge by the dialect; SQLite is the default."""
    dialect = fence.options.get("dialect", "sqlite")
    if dialect == "postgres":
        _parse_postgres(fence.text)
    elif dialect == "sqlite":
        for statement in statements(fence.text):
            _try(project.database, statement, syntax_only=fence.is_fragment)
    else:
        raise FenceError(f"unknown dialect {dialect}; write sqlite or postgres")


def statements(text: str) -> Iterator[str]:
    """Cut a text behind the semicolons that end a statement."""
    *pieces, rest = text.split(";")
    buffer = ""
    for piece in pieces:
        buffer += f"{piece};"
        if sqlite3.complete_statement(buffer):
            yield buffer
            buffer = ""
    if (buffer + rest).strip():
        yield buffer + rest


def _try(database: sqlite3.Connection, statement: str, *, syntax_only: bool) -> None:
    """Execute a statement, or let SQLite compile it and forgive names that it does not know."""
    try:
        database.execute(f"EXPLAIN {statement}" if syntax_only else statement).fetchall()
    except sqlite3.Error as error:
        message = str(error)
        placeholders = any(part in message for part in MISSING_VALUES)
        known_syntax = syntax_only and not any(part in message for part in SYNTAX_ERRORS)
        if not placeholders and not known_syntax:
            raise FenceError(f"{message} in: {statement.strip()}") from error


def _parse_postgres(text: str) -> None:
    try:
        import sqlglot
        from sqlglot.errors import SqlglotError
    except ModuleNotFoundError:
        raise Skip("tool missing: sqlglot") from None
    logging.getLogger("sqlglot").setLevel(logging.ERROR)
    try:
        parsed = sqlglot.parse(text, read="postgres")
    except SqlglotError as error:
        raise FenceError(str(error)) from error
    for statement in parsed:
        if isinstance(statement, sqlglot.exp.Command) and not OPAQUE.match(statement.sql()):
            raise FenceError(f"not understood: {statement.sql()}")
