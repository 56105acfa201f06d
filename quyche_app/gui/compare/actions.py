"""What can be done while comparing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quyche_app.gui.actions import Action
from quyche_app.gui.compare.state import CompareState

if TYPE_CHECKING:
    from quyche_app.gui.compare.screen import CompareScreen


def _has_changes(state: CompareState) -> bool:
    return state.total > 0


def _compared(state: CompareState) -> bool:
    return state.compared is not None


COMPARE_ACTIONS: tuple[Action[CompareScreen, CompareState], ...] = (
    Action("swap", "Đổi &hai bên", lambda screen: screen.swap(), "replace", enabled=_compared),
    Action(
        "previous_change",
        "Thay đổi &trước",
        lambda screen: screen.previous_change(),
        "up",
        "Alt+Up",
        enabled=lambda state: state.present > 1,
    ),
    Action(
        "next_change",
        "Thay đổi &sau",
        lambda screen: screen.next_change(),
        "down",
        "Alt+Down",
        enabled=lambda state: 0 < state.present < state.total,
    ),
    Action(
        "seen",
        "Đã &xem, tiếp",
        lambda screen: screen.seen_and_next(),
        "ok",
        "Ctrl+Return",
        enabled=_has_changes,
    ),
    Action(
        "show_all_layers",
        "Hiện &mọi lớp thay đổi",
        lambda screen: screen.show_all_layers(),
        "eye",
        enabled=lambda state: state.hidden > 0,
    ),
    Action(
        "unfold_all",
        "Mở mọi &phần không đổi",
        lambda screen: screen.toggle_folds(),
        "list",
        enabled=_compared,
        is_on=lambda state: state.is_unfolded,
    ),
)
