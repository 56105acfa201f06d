"""What can be done on the screen of settings."""

from __future__ import annotations

from quyche_app.gui.actions import Action

SETTINGS_ACTIONS: tuple[Action, ...] = (
    Action(
        "undo_setting",
        "H&oàn tác cài đặt",
        "undo_setting",
        "undo",
        "Ctrl+Z",
        enabled=lambda state: state.can_undo,
    ),
    Action("find_setting", "Tìm cài đặt…", "focus_search", "search", "Ctrl+F"),
)
