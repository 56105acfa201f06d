"""Opening the workspace of a person or an office."""

from __future__ import annotations

import getpass
import os
from pathlib import Path

from quyche_app.storage.workspace import Workspace, open_at

__all__ = ["Workspace", "default_place", "open_workspace", "person"]


def default_place() -> str:
    """Give the place of the workspace when none is named: $QUYCHE_WORKSPACE, or the user's folder."""
    named = os.environ.get("QUYCHE_WORKSPACE")
    if named:
        return named
    from platformdirs import user_data_path

    return str(user_data_path("quyche", appauthor=False))


def open_workspace(where: str | Path | None = None) -> Workspace:
    """Open a folder or ``postgresql://`` address; a folder that is not there is made.

    Raises:
        StorageError: no permission, no room, or not a workspace.
    """
    return open_at(where if where is not None else default_place())


def person(ws: Workspace, who: str | None) -> str:
    """Give the name that a recording carries: the one given, the one who opened the workspace, or the
    user of the computer."""
    if who or ws.person:
        return who or ws.person
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
