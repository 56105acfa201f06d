"""What can be done while reading a text."""

from __future__ import annotations

from quyche_app.gui.actions import Action
from quyche_app.gui.drafting.state import DraftingState


def _has_text(state: DraftingState) -> bool:
    return state.text is not None


def _is_draft(state: DraftingState) -> bool:
    return state.is_draft


def _is_read_only(state: DraftingState) -> bool:
    return state.text is not None and not state.is_draft


DRAFTING_ACTIONS: tuple[Action, ...] = (
    Action("go_provision", "Đến đ&iều khoản…", "focus_outline", "list", "Ctrl+G", enabled=_has_text),
    Action("structure", "&Cấu trúc", "toggle_structure", "list", "F12", enabled=_has_text,
           is_on=lambda state: state.shows_structure),
    Action("zoom_in", "&Phóng to", "zoom_in", "plus", "Ctrl++", enabled=_has_text),
    Action("zoom_out", "Thu &nhỏ", "zoom_out", "minus", "Ctrl+-", enabled=_has_text),
    Action("zoom_fit", "Cỡ t&rang như in", "zoom_fit", "", "Ctrl+0", enabled=_has_text),
    Action("begin_draft", "Tạo &dự thảo", "begin_draft", "edit", enabled=_is_read_only),
    Action("undo", "&Hoàn tác", "edit", "undo", "", "undo", enabled=_is_draft),
    Action("redo", "Là&m lại", "edit", "redo", "", "redo", enabled=_is_draft),
    Action("save", "Lư&u ngay", "save_now", "", "Ctrl+S", enabled=_is_draft),
    Action("add_unit", "&Thêm điều, khoản, điểm", "edit", "plus", "", "add", enabled=_is_draft),
    Action("promote", "&Nâng cấp", "edit", "", "", "promote", enabled=_is_draft),
    Action("demote", "Hạ cấ&p", "edit", "", "", "demote", enabled=_is_draft),
    Action("move_up", "Chuyển &lên", "edit", "", "", "move_up", enabled=_is_draft),
    Action("move_down", "Chuyển &xuống", "edit", "", "", "move_down", enabled=_is_draft),
    Action("join_above", "Nối &với phần trên", "edit", "", "", "join_with_above", enabled=_is_draft),
    Action("copy_citation", "Sao chép kèm trích &dẫn", "copy_citation", "files",
           enabled=lambda state: bool(state.chosen)),
)
