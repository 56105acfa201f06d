"""The tables of the workspace. Rows are inserted; only a migration updates one, nothing deletes any.

Tables of SQLAlchemy Core: rows are read as rows on every path that a person waits for
(docs/libraries.md 4.2), and mapping classes would cost a fifth of a command's start.
Days of effect are stored as proleptic ordinals, 0 = from the first day, so that an index can order
them on every database. Source: docs/architecture.md 4.2-4.5.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Identity,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA_VERSION = "0004"
FROM_FIRST_DAY = 0
# A change without a known day of effect counts on no day (docs/field.md 8: "chưa rõ").
NO_DAY = date.max.toordinal()
NUMBER = BigInteger().with_variant(Integer(), "sqlite")

# Names of constraints are fixed, so that a migration can speak about them.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _own_number() -> Column[int]:
    return Column("id", NUMBER, Identity(), primary_key=True)


def _to(name: str, target: str, *, empty: bool = False, index: bool = False) -> Column[Any]:
    return Column(name, NUMBER, ForeignKey(target), nullable=empty, index=index)


def _key_to(name: str, target: str) -> Column[Any]:
    return Column(name, NUMBER, ForeignKey(target), primary_key=True, autoincrement=False)


def _text(name: str, length: int | None = None) -> Column[str]:
    return Column(name, String(length) if length else Text(), nullable=False)


# One row: what this database is. Writers lock it where a database has many writers.
workspace = Table(
    "workspace",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _text("uuid", 32),
    _text("created_at", 32),
)

# A stored text with the head of its first wording, for the library list.
document = Table(
    "document",
    metadata,
    _own_number(),
    _text("uuid", 32),
    _text("role", 16),
    _text("number"),
    _text("title"),
    _text("issuer"),
    Column("issue_date", Integer),
    Column("effect_date", Integer),
    UniqueConstraint("uuid"),
)

# A sequence of states of one document: issued, or a draft that began from another line.
line = Table(
    "line",
    metadata,
    _own_number(),
    _text("uuid", 32),
    _to("document", "document.id", index=True),
    _text("kind", 8),  # issued, draft
    _text("name"),
    _to("from_line", "line.id", empty=True),
    # Recordings name their line, so this one is a plain number.
    Column("from_recording", NUMBER),
    Column("from_day", Integer),
    UniqueConstraint("uuid"),
)

# One change of the workspace: who, when, why; the digest proves the rows it wrote.
recording = Table(
    "recording",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    _to("line", "line.id", index=True),
    Column("based_on", NUMBER, nullable=False),
    _text("at", 32),
    _text("who"),
    _text("kind", 16),  # import, amend, undo, draft, edit
    _text("why"),
    Column("article_count", Integer, nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
)

# An identity: a provision, a component, or the act itself (its head).
unit = Table(
    "unit",
    metadata,
    _own_number(),
    _to("document", "document.id"),
    _text("uuid", 64),
    UniqueConstraint("document", "uuid"),
)

# Own words of a unit, found by their hash: equal wordings are one row.
content = Table(
    "content",
    metadata,
    _own_number(),
    Column("hash", LargeBinary(32), nullable=False),
    _text("words"),
    UniqueConstraint("hash"),
)

# One span of a unit's timeline as a recording knew it; content NULL = not in force.
wording = Table(
    "wording",
    metadata,
    _key_to("line", "line.id"),
    _key_to("unit", "unit.id"),
    _key_to("recording", "recording.number"),
    Column("valid_from", Integer, primary_key=True, autoincrement=False),
    _to("content", "content.id", empty=True),
    _to("parent", "unit.id", empty=True),
    Column("sort_key", NUMBER, nullable=False),
    _to("operation", "operation.id", empty=True),
    sqlite_with_rowid=False,
)

# An amending act recorded on a line; act_no counts the acts of the line from 1.
amendment = Table(
    "amendment",
    metadata,
    _key_to("recording", "recording.number"),
    _to("line", "line.id"),
    Column("act_no", Integer, nullable=False),
    _to("act", "document.id", index=True),
    Column("effect_date", Integer),
    _text("reading"),  # what was read besides the instructions: codecs.readings
    UniqueConstraint("line", "act_no"),
)

# One instruction of a recorded act, whole, so that computing again needs no reading.
operation = Table(
    "operation",
    metadata,
    _own_number(),
    _to("amendment", "amendment.recording"),
    Column("seq", Integer, nullable=False),
    _text("verb", 16),
    _text("target"),
    _text("place"),
    _text("confidence", 16),
    Column("effect_date", Integer),
    Column("is_accepted", Boolean, nullable=False),
    _text("accepted_by"),
    _text("instruction"),  # codecs.instructions
    UniqueConstraint("amendment", "seq"),
)

# What came of an operation, written when it is new or became another; "undone" takes it back.
outcome = Table(
    "outcome",
    metadata,
    _key_to("operation", "operation.id"),
    _key_to("recording", "recording.number"),
    _text("state", 16),
    _text("reason"),
    _text("reading"),
)

# The notes of a whole text after everything recorded, written by each recording that computed it.
note = Table(
    "note",
    metadata,
    _key_to("recording", "recording.number"),
    Column("notes", LargeBinary, nullable=False),  # codecs.notes
)

# An original file, whole, with the account of where each of its paragraphs went.
original = Table(
    "original",
    metadata,
    _own_number(),
    _to("document", "document.id", index=True),
    _to("recording", "recording.number"),
    _text("name"),
    _text("sha256", 64),
    Column("size_bytes", NUMBER, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("account", LargeBinary, nullable=False),  # codecs.accounts
    UniqueConstraint("sha256"),
)

# What a person said about a provision; the newest row of a uuid counts.
remark = Table(
    "remark",
    metadata,
    _own_number(),
    _text("uuid", 32),
    _to("line", "line.id", index=True),
    _text("unit", 64),
    _text("quoted"),  # the words it is about, "" = the whole provision
    _text("words"),
    _text("who"),
    _text("at", 32),
    _text("state", 8),  # open, done
)

# What people chose for a text: how it is numbered, which checks are silent, whether it is put away.
# The newest row of a name counts.
choice = Table(
    "choice",
    metadata,
    _own_number(),
    _to("line", "line.id", index=True),
    _text("name", 64),
    _text("value"),
    _text("who"),
    _text("at", 32),
)
