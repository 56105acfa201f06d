"""What can be done on the time line."""

from __future__ import annotations

from quyche_app.gui.actions import Action
from quyche_app.gui.timeline.state import TimelineState


def _has_text(state: TimelineState) -> bool:
    return state.text is not None


TIMELINE_ACTIONS: tuple[Action, ...] = (
    Action("today", "Xem lời văn &hôm nay", "go_today", "undo", enabled=_has_text),
    Action("event_before", "&Lần sửa trước", "previous_event", "left", "Alt+Up", enabled=_has_text),
    Action("event_after", "Lần sửa &sau", "next_event", "right", "Alt+Down", enabled=_has_text),
)
