"""What can be done anywhere, and the order of the menus. Source: docs/window.md 3 and 9.

An entry of a menu is the id of an action, "-" for a line, or a menu of its own. What the program does
not do yet is not shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from quyche_app.gui.actions import Action


@dataclass(frozen=True, slots=True)
class WindowState:
    """What the window's own actions depend on."""

    can_go_back: bool = False
    can_go_on: bool = False
    has_document: bool = False
    theme: str = "light"
    text_size: int = 100
    is_full: bool = False
    has_right: bool = False
    shows_right: bool = False
    has_second: bool = False


def _has_document(state: WindowState) -> bool:
    return state.has_document


def _theme_is(name: str) -> Any:
    return lambda state: state.theme == name


def _size_is(size: int) -> Any:
    return lambda state: state.text_size == size


SHELL_ACTIONS: tuple[Action, ...] = (
    Action("import", "&Nhập văn bản…", "ask_import", "plus", "Ctrl+O"),
    Action("new", "&Soạn mới…", "ask_new", "edit", "Ctrl+N"),
    Action("sample", "&Văn bản mẫu để thử", "import_sample", "library"),
    Action("export", "&Xuất văn bản…", "ask_export", "export", "Ctrl+E", enabled=_has_document),
    Action("print", "&In…", "print_text", "print", "Ctrl+P", enabled=_has_document),
    Action("backup", "Sao lưu &kho…", "ask_backup", "save"),
    Action("restore", "Khôi &phục từ bản sao lưu…", "ask_restore", "history"),
    Action("verify", "Kiể&m kho", "verify_store", "shield"),
    Action("quit", "&Thoát", "close", "x", "Ctrl+Q"),
    Action("copy", "Sao &chép", "copy", "files", "Ctrl+C"),
    Action("cut", "Cắt", "cut", "", "Ctrl+X"),
    Action("paste", "Dá&n", "paste", "", "Ctrl+V"),
    Action("command", "Tìm &lệnh, điều khoản, văn bản", "focus_command_box", "search", "Ctrl+K"),
    Action(
        "back", "Lùi về chỗ &trước", "go_back", "left", "Alt+Left", enabled=lambda s: s.can_go_back
    ),
    Action("forward", "Tới chỗ s&au", "go_on", "right", "Alt+Right", enabled=lambda s: s.can_go_on),
    Action("go_library", "&Kho văn bản", "go_screen", "library", "Ctrl+1", "library"),
    Action("go_drafting", "&Soạn thảo", "go_screen", "edit", "Ctrl+2", "drafting"),
    Action("go_amendments", "Sử&a đổi", "go_screen", "amend", "Ctrl+3", "amendments"),
    Action("go_compare", "S&o sánh", "go_screen", "compare", "Ctrl+4", "compare"),
    Action("go_timeline", "&Dòng thời gian", "go_screen", "time", "Ctrl+6", "timeline"),
    Action("go_settings", "&Cài đặt…", "go_screen", "settings", "Ctrl+,", "settings"),
    Action("theme_light", "&Sáng", "use_theme", "sun", "", "light", is_on=_theme_is("light")),
    Action("theme_dark", "&Tối", "use_theme", "moon", "", "dark", is_on=_theme_is("dark")),
    Action(
        "theme_contrast",
        "T&ương phản cao",
        "use_theme",
        "eye",
        "",
        "contrast",
        is_on=_theme_is("contrast"),
    ),
    Action("size_100", "&100 %", "use_text_size", "", "", "100", is_on=_size_is(100)),
    Action("size_125", "1&25 %", "use_text_size", "", "", "125", is_on=_size_is(125)),
    Action("size_150", "1&50 %", "use_text_size", "", "", "150", is_on=_size_is(150)),
    Action(
        "right_panel",
        "&Bảng bên phải",
        "toggle_right_panel",
        "history",
        "F4",
        enabled=lambda s: s.has_right,
        is_on=lambda s: s.shows_right,
    ),
    Action("full", "T&oàn màn hình", "toggle_full_screen", "", "F11", is_on=lambda s: s.is_full),
    Action(
        "second_window",
        "Mở ở cửa &sổ thứ hai",
        "open_second",
        "files",
        enabled=lambda s: s.has_second,
    ),
    Action("next_region", "&Vùng tiếp", "next_region", "", "F6"),
    Action("info", "Thông t&in văn bản…", "show_info", "info", enabled=_has_document),
    Action("guide", "&Hướng dẫn về màn hình này", "show_guide", "help", "F1"),
    Action("keys", "&Phím tắt", "show_keys", "list"),
    Action("tour", "&Dạo qua chương trình", "begin_tour", "right"),
    Action("report", "Gửi &báo lỗi…", "save_report", "flag"),
    Action("about", "&Giới thiệu", "show_about", "info"),
)


@dataclass(frozen=True, slots=True)
class Submenu:
    """A menu in a menu."""

    title: str
    entries: tuple[str, ...]


Entry = str | Submenu
RECENT = "Mở &gần đây"  # a menu of the texts opened last
MENUS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        "&Tệp",
        (
            "import",
            "new",
            RECENT,
            "-",
            "save",
            "milestone",
            "milestones",
            "export",
            "print",
            "-",
            "backup",
            "restore",
            "-",
            "quit",
        ),
    ),
    (
        "&Sửa",
        (
            "undo",
            "redo",
            "-",
            "cut",
            "copy",
            "copy_citation",
            "paste",
            "paste_words",
            "-",
            "find",
            "find_words",
            "replace_words",
            "go_provision",
            "command",
        ),
    ),
    (
        "&Xem",
        (
            "structure",
            "right_panel",
            "marks",
            "-",
            "zoom_in",
            "zoom_out",
            "zoom_fit",
            "-",
            Submenu("Cỡ c&hữ chương trình", ("size_100", "size_125", "size_150")),
            Submenu("&Màu nền", ("theme_light", "theme_dark", "theme_contrast")),
            "-",
            "full",
            "second_window",
            "next_region",
            "back",
            "forward",
        ),
    ),
    (
        "&Văn bản",
        (
            "open_text",
            "go_drafting",
            "begin_draft",
            "draft_chosen",
            "copy_original",
            "archive",
            "unarchive",
            "-",
            "add_unit",
            Submenu(
                "T&hêm",
                (
                    "add_chapter",
                    "add_section",
                    "add_article",
                    "add_clause",
                    "add_point",
                    "-",
                    "add_paragraph",
                    "add_table",
                ),
            ),
            "promote",
            "demote",
            "move_up",
            "move_down",
            "split",
            "join_above",
            "remove",
            Submenu("Đánh số", ("number_recount", "number_frozen")),
            "-",
            "bold",
            "italic",
            "-",
            "add_remark",
            "next_finding",
            "info",
        ),
    ),
    (
        "Sửa đổ&i",
        (
            "go_amendments",
            "-",
            "previous_instruction",
            "next_instruction",
            "skip",
            "accept",
            "accept_all",
            "-",
            "record",
            "undo_operation",
        ),
    ),
    (
        "So sán&h",
        (
            "go_compare",
            "compare_base",
            "compare_original",
            "swap",
            "-",
            "previous_change",
            "next_change",
            "seen",
            "show_all_layers",
            "unfold_all",
        ),
    ),
    (
        "&Công cụ",
        (
            "go_library",
            "go_timeline",
            "event_before",
            "event_after",
            "today",
            "-",
            "verify",
            "go_settings",
            "undo_setting",
            "find_setting",
        ),
    ),
    ("Trợ &giúp", ("guide", "tour", "keys", "sample", "report", "about")),
)
