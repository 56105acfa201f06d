"""The tables of the workspace. Rows are inserted; the program never updates or deletes one.

Source: architecture.md 4.2-4.5. Days of effect are stored as proleptic ordinals, 0 = from the first
day, so that an index can order them on every database.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import (
    BigInteger,
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
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SCHEMA_VERSION = "0001"
FROM_FIRST_DAY = 0
# A change without a known day of effect counts on no day (domain.md 11: "chưa rõ").
NO_DAY = date.max.toordinal()
OWN_NUMBER = BigInteger().with_variant(Integer(), "sqlite")


class Base(DeclarativeBase):
    """All tables; names of constraints are fixed so that a migration can speak about them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class WorkspaceRow(Base):
    """One row: what this database is. Writers lock it where a database has many writers."""

    __tablename__ = "workspace"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    uuid: Mapped[str] = mapped_column(String(32))
    created_at: Mapped[str] = mapped_column(String(32))


class DocumentRecord(Base):
    """A stored text with the head of its first wording, for the library list."""

    __tablename__ = "document"

    id: Mapped[int] = mapped_column(OWN_NUMBER, Identity(), primary_key=True)
    uuid: Mapped[str] = mapped_column(String(32), unique=True)
    role: Mapped[str] = mapped_column(String(16))
    number: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    issuer: Mapped[str] = mapped_column(Text)
    issue_date: Mapped[int | None]
    effect_date: Mapped[int | None]


class LineRecord(Base):
    """A sequence of states of one document: issued, or a draft that began from another line."""

    __tablename__ = "line"

    id: Mapped[int] = mapped_column(OWN_NUMBER, Identity(), primary_key=True)
    uuid: Mapped[str] = mapped_column(String(32), unique=True)
    document: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    kind: Mapped[str] = mapped_column(String(8))  # issued, draft
    name: Mapped[str] = mapped_column(Text)
    from_line: Mapped[int | None] = mapped_column(ForeignKey("line.id"))
    from_recording: Mapped[int | None] = mapped_column(OWN_NUMBER)
    from_day: Mapped[int | None]


class RecordingRecord(Base):
    """One change of the workspace: who, when, why; ``digest`` proves the rows it wrote."""

    __tablename__ = "recording"

    number: Mapped[int] = mapped_column(OWN_NUMBER, primary_key=True, autoincrement=False)
    line: Mapped[int] = mapped_column(ForeignKey("line.id"), index=True)
    based_on: Mapped[int] = mapped_column(OWN_NUMBER)
    at: Mapped[str] = mapped_column(String(32))
    who: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(16))  # import, amend, undo, draft, edit
    why: Mapped[str] = mapped_column(Text)
    article_count: Mapped[int]
    digest: Mapped[bytes] = mapped_column(LargeBinary(32))


class UnitRecord(Base):
    """An identity: a provision, a component, or the act itself (its head)."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("document", "uuid"),)

    id: Mapped[int] = mapped_column(OWN_NUMBER, Identity(), primary_key=True)
    document: Mapped[int] = mapped_column(ForeignKey("document.id"))
    uuid: Mapped[str] = mapped_column(String(64))


class ContentRecord(Base):
    """Own words of a unit, found by their hash: equal wordings are one row."""

    __tablename__ = "content"

    id: Mapped[int] = mapped_column(OWN_NUMBER, Identity(), primary_key=True)
    hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    words: Mapped[str] = mapped_column(Text)


class WordingRecord(Base):
    """One span of a unit's timeline as a recording knew it; ``content`` None = not in force."""

    __tablename__ = "wording"
    __table_args__ = ({"sqlite_with_rowid": False},)

    line: Mapped[int] = mapped_column(ForeignKey("line.id"), primary_key=True)
    unit: Mapped[int] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    recording: Mapped[int] = mapped_column(
        ForeignKey("recording.number"), primary_key=True, autoincrement=False
    )
    valid_from: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[int | None] = mapped_column(ForeignKey("content.id"))
    parent: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    sort_key: Mapped[int] = mapped_column(OWN_NUMBER)
    operation: Mapped[int | None] = mapped_column(ForeignKey("operation.id"))


class AmendmentRecord(Base):
    """An amending act recorded on a line; ``act_no`` counts the acts of the line from 1."""

    __tablename__ = "amendment"
    __table_args__ = (UniqueConstraint("line", "act_no"),)

    recording: Mapped[int] = mapped_column(
        ForeignKey("recording.number"), primary_key=True, autoincrement=False
    )
    line: Mapped[int] = mapped_column(ForeignKey("line.id"))
    act_no: Mapped[int]
    act: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    effect_date: Mapped[int | None]
    reading: Mapped[str] = mapped_column(Text)  # what was read besides the instructions, JSON


class OperationRecord(Base):
    """One instruction of a recorded act, whole, so that computing again needs no reading."""

    __tablename__ = "operation"
    __table_args__ = (UniqueConstraint("amendment", "seq"),)

    id: Mapped[int] = mapped_column(OWN_NUMBER, Identity(), primary_key=True)
    amendment: Mapped[int] = mapped_column(ForeignKey("amendment.recording"))
    seq: Mapped[int]
    verb: Mapped[str] = mapped_column(String(16))
    target: Mapped[str] = mapped_column(Text)
    place: Mapped[str] = mapped_column(Text)
    confidence: Mapped[str] = mapped_column(String(16))
    effect_date: Mapped[int | None]
    is_accepted: Mapped[bool]
    accepted_by: Mapped[str] = mapped_column(Text)
    instruction: Mapped[str] = mapped_column(Text)


class OutcomeRecord(Base):
    """What came of an operation, written when it is new or became another; "undone" takes it back."""

    __tablename__ = "outcome"

    operation: Mapped[int] = mapped_column(ForeignKey("operation.id"), primary_key=True)
    recording: Mapped[int] = mapped_column(
        ForeignKey("recording.number"), primary_key=True, autoincrement=False
    )
    state: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(Text)
    reading: Mapped[str] = mapped_column(Text)


class OriginalRecord(Base):
    """An original file, whole, with the account of where each of its paragraphs went."""

    __tablename__ = "original"

    id: Mapped[int] = mapped_column(OWN_NUMBER, Identity(), primary_key=True)
    document: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    recording: Mapped[int] = mapped_column(ForeignKey("recording.number"))
    name: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    size_bytes: Mapped[int] = mapped_column(OWN_NUMBER)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    account: Mapped[bytes] = mapped_column(LargeBinary)  # JSON, deflated


def table(record: type[Base]) -> Table:
    """Give the table of a record for Core statements."""
    found = record.__table__
    assert isinstance(found, Table)
    return found
