"""Runs migrations on the connection that the workspace hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from quyche_app.storage.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
context.run_migrations()
