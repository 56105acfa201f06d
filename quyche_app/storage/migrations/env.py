"""Runs migrations on the connection that the workspace hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from quyche_app.storage import tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.metadata,
    render_as_batch=True,
)
context.run_migrations()
