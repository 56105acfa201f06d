"""What can be done while comparing."""

from __future__ import annotations

from quyche_app.gui.actions import Action
from quyche_app.gui.compare.state import CompareState


def _has_changes(state: CompareState) -> bool:
    return state.total > 0


def _compared(state: CompareState) -> bool:
    return state.compared is not None


COMPARE_ACTIONS: tuple[Action, ...] = (
    Action("swap", "Đổi &hai bên", "swap", "replace", enabled=_compared),
    Action(
        "previous_change",
        "Thay đổi &trước",
        "previous_change",
        "up",
        "Alt+Up",
        enabled=lambda state: state.present > 1,
    ),
    Action(
        "next_change",
        "Thay đổi &sau",
        "next_change",
        "down",
        "Alt+Down",
        enabled=lambda state: 0 < state.present < state.total,
    ),
    Action("seen", "Đã &xem, tiếp", "seen_and_next", "ok", "Ctrl+Return", enabled=_has_changes),
    Action(
        "show_all_layers",
        "Hiện &mọi lớp thay đổi",
        "show_all_layers",
        "eye",
        enabled=lambda state: state.hidden > 0,
    ),
    Action(
        "unfold_all",
        "Mở mọi &phần không đổi",
        "toggle_folds",
        "list",
        enabled=_compared,
        is_on=lambda state: state.is_unfolded,
    ),
)
