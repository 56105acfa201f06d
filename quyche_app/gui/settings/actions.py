"""What can be done on the screen of settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quyche_app.gui.actions import Action

if TYPE_CHECKING:
    from quyche_app.gui.settings.screen import SettingsScreen, SettingsState

SETTINGS_ACTIONS: tuple[Action[SettingsScreen, SettingsState], ...] = (
    Action(
        "undo_setting",
        "H&oàn tác cài đặt",
        lambda screen: screen.undo_setting(),
        "undo",
        "Ctrl+Z",
        enabled=lambda state: state.can_undo,
    ),
    Action(
        "find_setting", "Tìm cài đặt…", lambda screen: screen.focus_search(), "search", "Ctrl+F"
    ),
)
