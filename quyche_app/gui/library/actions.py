"""What can be done in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quyche_app.gui.actions import Action
from quyche_app.gui.library.state import LibraryState
from quyche_app.services.views import Role

if TYPE_CHECKING:
    from quyche_app.gui.library.screen import LibraryScreen


def _chosen(state: LibraryState) -> bool:
    return bool(state.chosen)


def _is_archived(state: LibraryState) -> bool:
    row = state.chosen_row()
    return row is not None and row.is_archived


def _can_archive(state: LibraryState) -> bool:
    row = state.chosen_row()
    return row is not None and not row.is_archived


def _can_draft(state: LibraryState) -> bool:
    row = state.chosen_row()
    return row is not None and row.role is not Role.DRAFT


MORE_ACTIONS = ("info", "draft_chosen", "second_window", "copy_original", "archive", "unarchive")
LIBRARY_ACTIONS: tuple[Action[LibraryScreen, LibraryState], ...] = (
    Action("find", "&Tìm…", lambda screen: screen.focus_search(), "search", "Ctrl+F"),
    Action(
        "open_text", "&Mở văn bản", lambda screen: screen.open_chosen(), "edit", enabled=_chosen
    ),
    Action(
        "draft_chosen",
        "Tạo dự thảo từ &bản này",
        lambda screen: screen.begin_draft(),
        "edit",
        enabled=_can_draft,
    ),
    Action(
        "copy_original",
        "Chép tệp gốc ra…",
        lambda screen: screen.copy_original(),
        "files",
        enabled=_chosen,
    ),
    Action(
        "archive",
        "Cất vào lưu trữ",
        lambda screen: screen.archive(),
        "folder",
        "Del",
        enabled=_can_archive,
    ),
    Action(
        "unarchive",
        "Đưa ra khỏi lưu trữ",
        lambda screen: screen.unarchive(),
        "undo",
        enabled=_is_archived,
    ),
    Action(
        "compare_original",
        "So với &bản gốc",
        lambda screen: screen.compare_chosen(),
        "compare",
        "Ctrl+T",
        enabled=_chosen,
    ),
)
