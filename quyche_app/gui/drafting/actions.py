"""What can be done while reading a text."""

from __future__ import annotations

from quyche_app.gui.actions import Action
from quyche_app.gui.drafting.state import DraftingState


def _has_text(state: DraftingState) -> bool:
    return state.text is not None


DRAFTING_ACTIONS: tuple[Action, ...] = (
    Action("go_provision", "Đến đ&iều khoản…", "focus_outline", "list", "Ctrl+G", enabled=_has_text),
    Action("structure", "&Cấu trúc", "toggle_structure", "list", "F12", enabled=_has_text,
           is_on=lambda state: state.shows_structure),
    Action("zoom_in", "&Phóng to", "zoom_in", "plus", "Ctrl++", enabled=_has_text),
    Action("zoom_out", "Thu &nhỏ", "zoom_out", "minus", "Ctrl+-", enabled=_has_text),
    Action("zoom_fit", "Cỡ t&rang như in", "zoom_fit", "", "Ctrl+0", enabled=_has_text),
    Action("copy_citation", "Sao chép kèm trích &dẫn", "copy_citation", "files",
           enabled=lambda state: bool(state.chosen)),
)
