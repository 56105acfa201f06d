"""The first tables.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _id() -> sa.Column[int]:
    return sa.Column("id", NUMBER, sa.Identity(), primary_key=True)


def upgrade() -> None:
    """Make every table of the first version."""
    op.create_table(
        "workspace",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("uuid", sa.String(32), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "document",
        _id(),
        sa.Column("uuid", sa.String(32), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("issuer", sa.Text, nullable=False),
        sa.Column("issue_date", sa.Integer),
        sa.Column("effect_date", sa.Integer),
        sa.UniqueConstraint("uuid", name="uq_document_uuid"),
    )
    _lines()
    _words()
    _amendments()
    op.create_table(
        "original",
        _id(),
        sa.Column("document", NUMBER, _to("original", "document", "document.id"), nullable=False),
        sa.Column(
            "recording", NUMBER, _to("original", "recording", "recording.number"), nullable=False
        ),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size_bytes", NUMBER, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("account", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("sha256", name="uq_original_sha256"),
    )
    op.create_index("ix_original_document", "original", ["document"])


def _to(owner: str, column: str, target: str) -> sa.ForeignKey:
    return sa.ForeignKey(target, name=f"fk_{owner}_{column}")


def _lines() -> None:
    op.create_table(
        "line",
        _id(),
        sa.Column("uuid", sa.String(32), nullable=False),
        sa.Column("document", NUMBER, _to("line", "document", "document.id"), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("from_line", NUMBER, _to("line", "from_line", "line.id")),
        # Recordings name their line, so this one is a plain number.
        sa.Column("from_recording", NUMBER),
        sa.Column("from_day", sa.Integer),
        sa.UniqueConstraint("uuid", name="uq_line_uuid"),
    )
    op.create_index("ix_line_document", "line", ["document"])
    op.create_table(
        "recording",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("line", NUMBER, _to("recording", "line", "line.id"), nullable=False),
        sa.Column("based_on", NUMBER, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("article_count", sa.Integer, nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
    )
    op.create_index("ix_recording_line", "recording", ["line"])


def _words() -> None:
    op.create_table(
        "unit",
        _id(),
        sa.Column("document", NUMBER, _to("unit", "document", "document.id"), nullable=False),
        sa.Column("uuid", sa.String(64), nullable=False),
        sa.UniqueConstraint("document", "uuid", name="uq_unit_document_uuid"),
    )
    op.create_table(
        "content",
        _id(),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.UniqueConstraint("hash", name="uq_content_hash"),
    )


def _amendments() -> None:
    op.create_table(
        "amendment",
        sa.Column(
            "recording",
            NUMBER,
            _to("amendment", "recording", "recording.number"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("line", NUMBER, _to("amendment", "line", "line.id"), nullable=False),
        sa.Column("act_no", sa.Integer, nullable=False),
        sa.Column("act", NUMBER, _to("amendment", "act", "document.id"), nullable=False),
        sa.Column("effect_date", sa.Integer),
        sa.Column("reading", sa.Text, nullable=False),
        sa.UniqueConstraint("line", "act_no", name="uq_amendment_line_act_no"),
    )
    op.create_index("ix_amendment_act", "amendment", ["act"])
    op.create_table(
        "operation",
        _id(),
        sa.Column(
            "amendment",
            NUMBER,
            _to("operation", "amendment", "amendment.recording"),
            nullable=False,
        ),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("verb", sa.String(16), nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("confidence", sa.String(16), nullable=False),
        sa.Column("effect_date", sa.Integer),
        sa.Column("is_accepted", sa.Boolean, nullable=False),
        sa.Column("accepted_by", sa.Text, nullable=False),
        sa.Column("instruction", sa.Text, nullable=False),
        sa.UniqueConstraint("amendment", "seq", name="uq_operation_amendment_seq"),
    )
    op.create_table(
        "outcome",
        sa.Column(
            "operation",
            NUMBER,
            _to("outcome", "operation", "operation.id"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column(
            "recording",
            NUMBER,
            _to("outcome", "recording", "recording.number"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("reading", sa.Text, nullable=False),
    )
    op.create_table(
        "note",
        sa.Column(
            "recording",
            NUMBER,
            _to("note", "recording", "recording.number"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("notes", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "wording",
        *(
            sa.Column(
                name, NUMBER, _to("wording", name, target), primary_key=True, autoincrement=False
            )
            for name, target in (
                ("line", "line.id"),
                ("unit", "unit.id"),
                ("recording", "recording.number"),
            )
        ),
        sa.Column("valid_from", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("content", NUMBER, _to("wording", "content", "content.id")),
        sa.Column("parent", NUMBER, _to("wording", "parent", "unit.id")),
        sa.Column("sort_key", NUMBER, nullable=False),
        sa.Column("operation", NUMBER, _to("wording", "operation", "operation.id")),
        sqlite_with_rowid=False,
    )
