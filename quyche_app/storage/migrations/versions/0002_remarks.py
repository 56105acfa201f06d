"""Remarks of people on provisions, and what they chose for a text.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "remark",
        sa.Column("id", NUMBER, sa.Identity(), primary_key=True),
        sa.Column("uuid", sa.String(32), nullable=False),
        sa.Column(
            "line", NUMBER, sa.ForeignKey("line.id", name="fk_remark_line_line"), nullable=False
        ),
        sa.Column("unit", sa.String(64), nullable=False),
        sa.Column("quoted", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
    )
    op.create_index("ix_remark_line", "remark", ["line"])
    op.create_table(
        "choice",
        sa.Column("id", NUMBER, sa.Identity(), primary_key=True),
        sa.Column(
            "line", NUMBER, sa.ForeignKey("line.id", name="fk_choice_line_line"), nullable=False
        ),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_index("ix_choice_line", "choice", ["line"])
