"""What can be done while comparing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quyche_app.gui.actions import Action
from quyche_app.gui.compare.state import CompareState

if TYPE_CHECKING:
    from quyche_app.gui.compare.screen import CompareScreen


def _of_versions(condition: Callable[[CompareState], bool]) -> Callable[[CompareState], bool]:
    """A condition of what is done with two versions: never while pasted wordings are shown."""
    return lambda state: not state.is_pasting and condition(state)


_compared = _of_versions(lambda state: state.compared is not None)


COMPARE_ACTIONS: tuple[Action[CompareScreen, CompareState], ...] = (
    Action("swap", "Đổi &hai bên", lambda screen: screen.swap(), "replace", enabled=_compared),
    Action(
        "previous_change",
        "Thay đổi &trước",
        lambda screen: screen.previous_change(),
        "up",
        "Alt+Up",
        enabled=_of_versions(lambda state: state.present > 1),
    ),
    Action(
        "next_change",
        "Thay đổi &sau",
        lambda screen: screen.next_change(),
        "down",
        "Alt+Down",
        enabled=_of_versions(lambda state: 0 < state.present < state.total),
    ),
    Action(
        "seen",
        "Đã &xem, tiếp",
        lambda screen: screen.seen_and_next(),
        "ok",
        "Ctrl+Return",
        enabled=_of_versions(lambda state: state.total > 0),
    ),
    Action(
        "show_all_layers",
        "Hiện &mọi lớp thay đổi",
        lambda screen: screen.show_all_layers(),
        "eye",
        enabled=_of_versions(lambda state: state.hidden > 0),
    ),
    Action(
        "unfold_all",
        "Mở mọi &phần không đổi",
        lambda screen: screen.toggle_folds(),
        "list",
        enabled=_compared,
        is_on=lambda state: state.is_unfolded,
    ),
    Action(
        "compare_pasted",
        "Đối &chiếu hai đoạn",
        lambda screen: screen.toggle_pasted(),
        "files",
        is_on=lambda state: state.is_pasting,
    ),
)
