"""What can be done while reading and writing a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quyche_app.domain.units import UnitKind
from quyche_app.gui.actions import Action
from quyche_app.gui.drafting.state import DraftingState

if TYPE_CHECKING:
    from quyche_app.gui.drafting.desk import DraftDesk
    from quyche_app.gui.drafting.screen import DraftingScreen

    _Action = Action[DraftingScreen, DraftingState]


def _has_text(state: DraftingState) -> bool:
    return state.text is not None


def _is_draft(state: DraftingState) -> bool:
    return state.is_draft


def _is_read_only(state: DraftingState) -> bool:
    return state.text is not None and not state.is_draft


def _edit(
    name: str, text: str, run: Callable[[DraftDesk], object], icon: str = "", keys: str = ""
) -> _Action:
    """Something that the desk does at the caret."""
    return Action(name, text, lambda screen: run(screen.desk), icon, keys, enabled=_is_draft)


def _add(name: str, text: str, kind: UnitKind) -> _Action:
    return _edit(name, text, lambda desk: desk.add_kind(kind))


DRAFTING_ACTIONS: tuple[_Action, ...] = (
    Action(
        "go_provision",
        "Đến đ&iều khoản…",
        lambda screen: screen.focus_outline(),
        "list",
        "Ctrl+G",
        enabled=_has_text,
    ),
    Action(
        "structure",
        "&Cấu trúc",
        lambda screen: screen.toggle_structure(),
        "list",
        "F12",
        enabled=_has_text,
        is_on=lambda state: state.shows_structure,
    ),
    Action(
        "zoom_in", "&Phóng to", lambda screen: screen.zoom_in(), "plus", "Ctrl++", enabled=_has_text
    ),
    Action(
        "zoom_out",
        "Thu &nhỏ",
        lambda screen: screen.zoom_out(),
        "minus",
        "Ctrl+-",
        enabled=_has_text,
    ),
    Action(
        "zoom_fit",
        "Cỡ t&rang như in",
        lambda screen: screen.zoom_fit(),
        "",
        "Ctrl+0",
        enabled=_has_text,
    ),
    Action(
        "begin_draft",
        "Tạo &dự thảo",
        lambda screen: screen.ways.begin_draft(),
        "edit",
        enabled=_is_read_only,
    ),
    _edit("redo", "Là&m lại", lambda desk: desk.redo(), "redo"),
    _edit("paste_words", "Dán chỉ chữ", lambda desk: desk.paste_words()),
    Action(
        "find_words",
        "Tìm trong dự thả&o…",
        lambda screen: screen.find_words(),
        "search",
        "Ctrl+F",
        enabled=_is_draft,
    ),
    Action(
        "replace_words",
        "Tha&y…",
        lambda screen: screen.replace_words(),
        "replace",
        "Ctrl+H",
        enabled=_is_draft,
    ),
    Action(
        "save", "&Lưu ngay", lambda screen: screen.save_now(), "save", "Ctrl+S", enabled=_is_draft
    ),
    Action(
        "milestone",
        "Đánh dấ&u mốc…",
        lambda screen: screen.mark_milestone(),
        "flag",
        "Ctrl+M",
        enabled=_is_draft,
    ),
    Action(
        "milestones",
        "Các mố&c, lấy lại…",
        lambda screen: screen.show_milestones(),
        "history",
        enabled=_is_draft,
    ),
    _edit("bold", "Chữ đậm", lambda desk: desk.bold(), "bold", "Ctrl+B"),
    _edit("italic", "Chữ nghiêng", lambda desk: desk.italic(), "italic", "Ctrl+I"),
    _edit("add_unit", "&Thêm phần cùng cấp", lambda desk: desk.add(), "plus"),
    _add("add_chapter", "&Chương", UnitKind.CHAPTER),
    _add("add_section", "&Mục", UnitKind.SECTION),
    _add("add_article", "&Điều", UnitKind.ARTICLE),
    _add("add_clause", "&Khoản", UnitKind.CLAUSE),
    _add("add_point", "Đ&iểm", UnitKind.POINT),
    _edit("add_paragraph", "Đ&oạn", lambda desk: desk.add_paragraph()),
    _edit("add_table", "&Bảng", lambda desk: desk.add_table(), "table"),
    _edit("promote", "&Nâng cấp", lambda desk: desk.promote()),
    _edit("demote", "Hạ cấ&p", lambda desk: desk.demote(), "indent"),
    _edit("move_up", "Chuyển &lên", lambda desk: desk.move_up(), "up"),
    _edit("move_down", "Chuyển &xuống", lambda desk: desk.move_down(), "down"),
    _edit("split", "Tách tại con t&rỏ", lambda desk: desk.split(), "split"),
    _edit("join_above", "Nối &với phần trên", lambda desk: desk.join_with_above()),
    _edit("remove", "Bỏ điều &khoản…", lambda desk: desk.remove(), "x"),
    Action(
        "number_recount",
        "Đánh &lại liên tục",
        lambda screen: screen.use_numbering("recount"),
        "",
        "",
        enabled=_is_draft,
    ),
    Action(
        "number_frozen",
        "&Giữ số cũ, chèn 14a",
        lambda screen: screen.use_numbering("frozen"),
        "",
        "",
        enabled=_is_draft,
    ),
    _edit("marks", "&Dấu sửa", lambda desk: desk.toggle_marks(), "eye"),
    Action(
        "compare_base",
        "So với bản &gốc",
        lambda screen: screen.ways.compare_with_base(),
        "compare",
        "Ctrl+T",
        enabled=_has_text,
    ),
    Action(
        "add_remark",
        "Thêm &ghi chú",
        lambda screen: screen.add_remark(),
        "note",
        "Ctrl+R",
        enabled=_has_text,
    ),
    Action(
        "next_finding",
        "Chỗ &cần xem tiếp theo",
        lambda screen: screen.next_finding(),
        "check",
        "F7",
        enabled=_is_draft,
    ),
    Action(
        "copy_citation",
        "Sao chép kèm trích &dẫn",
        lambda screen: screen.copy_citation(),
        "files",
        enabled=lambda state: bool(state.chosen),
    ),
)
ADD_ACTIONS = (
    "add_chapter",
    "add_section",
    "add_article",
    "add_clause",
    "add_point",
    "-",
    "add_paragraph",
    "add_table",
)
# The menu of the page: what the program itself does, not what Qt would do to the words behind its back.
PAGE_ACTIONS = (
    "undo",
    "redo",
    "-",
    "cut",
    "copy",
    "copy_citation",
    "paste",
    "paste_words",
    "-",
    "bold",
    "italic",
    "-",
    "add_unit",
    "split",
    "join_above",
    "remove",
    "add_remark",
)
UNIT_ACTIONS = (
    "add_unit",
    "promote",
    "demote",
    "move_up",
    "move_down",
    "-",
    "split",
    "join_above",
    "-",
    "remove",
    "add_remark",
    "copy_citation",
)
