"""Folders that a person names: for the library, for exported files."""

from __future__ import annotations

import shutil
from pathlib import Path

_GIB = 1024**3


def folder_named(words: str) -> Path | None:
    """Give the folder that a person named, seen from the home folder; None when it cannot be one."""
    try:
        return Path.home() / Path(words.strip()).expanduser() if words.strip() else None
    except (RuntimeError, ValueError):  # "~nobody"
        return None


def room_at(folder: Path | None) -> int | None:
    """Give the free GiB where a folder is or would be made, None when it cannot be told."""
    if folder is None:
        return None
    try:
        there = next((place for place in (folder, *folder.parents) if place.is_dir()), None)
        return shutil.disk_usage(there).free // _GIB if there is not None else None
    except (OSError, ValueError):  # a name that is too long
        return None
