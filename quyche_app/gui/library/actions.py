"""What can be done in the library."""

from __future__ import annotations

from quyche_app.gui.actions import Action
from quyche_app.gui.library.state import LibraryState


def _chosen(state: LibraryState) -> bool:
    return bool(state.chosen)


LIBRARY_ACTIONS: tuple[Action, ...] = (
    Action("find", "&Tìm…", "focus_search", "search", "Ctrl+F"),
    Action("open_text", "&Mở văn bản", "open_chosen", "edit", enabled=_chosen),
    Action("compare_original", "So với &bản gốc", "compare_chosen", "compare", "Ctrl+T", enabled=_chosen),
)
