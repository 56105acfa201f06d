"""What can be done on the time line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quyche_app.gui.actions import Action
from quyche_app.gui.timeline.state import TimelineState

if TYPE_CHECKING:
    from quyche_app.gui.timeline.screen import TimelineScreen


def _has_text(state: TimelineState) -> bool:
    return state.text is not None


TIMELINE_ACTIONS: tuple[Action[TimelineScreen, TimelineState], ...] = (
    Action(
        "today", "Xem lời văn &hôm nay", lambda screen: screen.go_today(), "undo", enabled=_has_text
    ),
    Action(
        "event_before",
        "&Lần sửa trước",
        lambda screen: screen.previous_event(),
        "left",
        "Alt+Up",
        enabled=_has_text,
    ),
    Action(
        "event_after",
        "Lần sửa &sau",
        lambda screen: screen.next_event(),
        "right",
        "Alt+Down",
        enabled=_has_text,
    ),
)
