"""What can be done anywhere, and the order of the menus. Source: docs/window.md 3 and 9.

An entry of a menu is the id of an action, "-" for a line, or a menu of its own. What the program does
not do yet is not shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quyche_app.gui.actions import Action

if TYPE_CHECKING:
    from quyche_app.gui.shell.window import MainWindow


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
    can_undo: bool = False


def _has_document(state: WindowState) -> bool:
    return state.has_document


def _theme_is(name: str) -> Callable[[WindowState], bool]:
    return lambda state: state.theme == name


def _size_is(size: int) -> Callable[[WindowState], bool]:
    return lambda state: state.text_size == size


SHELL_ACTIONS: tuple[Action[MainWindow, WindowState], ...] = (
    Action("import", "&Nhập văn bản…", lambda window: window.ask_import(), "plus", "Ctrl+O"),
    Action("new", "&Soạn mới…", lambda window: window.ask_new(), "edit", "Ctrl+N"),
    Action("sample", "&Văn bản mẫu để thử", lambda window: window.import_sample(), "library"),
    Action(
        "export",
        "&Xuất văn bản…",
        lambda window: window.ask_export(),
        "export",
        "Ctrl+E",
        enabled=_has_document,
    ),
    Action(
        "print",
        "&In…",
        lambda window: window.print_text(),
        "print",
        "Ctrl+P",
        enabled=_has_document,
    ),
    Action("backup", "Sao lưu &kho…", lambda window: window.ask_backup(), "save"),
    Action(
        "restore",
        "Khôi &phục từ bản sao lưu…",
        lambda window: window.workspace_change.ask_restore(),
        "history",
    ),
    Action("verify", "Kiể&m kho", lambda window: window.workspace_change.verify_store(), "shield"),
    Action("quit", "&Thoát", lambda window: window.close(), "x", "Ctrl+Q"),
    Action(
        "undo",
        "&Hoàn tác",
        lambda window: window.screen_shown.undo(),
        "undo",
        enabled=lambda s: s.can_undo,
    ),
    Action("copy", "Sao &chép", lambda window: window.clipboard.copy(), "files", "Ctrl+C"),
    Action("cut", "Cắt", lambda window: window.clipboard.cut(), "", "Ctrl+X"),
    Action("paste", "Dá&n", lambda window: window.clipboard.paste(), "", "Ctrl+V"),
    Action(
        "command",
        "Tìm &lệnh, điều khoản, văn bản",
        lambda window: window.focus_command_box(),
        "search",
        "Ctrl+K",
    ),
    Action(
        "back",
        "Lùi về chỗ &trước",
        lambda window: window.go_back(),
        "left",
        "Alt+Left",
        enabled=lambda s: s.can_go_back,
    ),
    Action(
        "forward",
        "Tới chỗ s&au",
        lambda window: window.go_on(),
        "right",
        "Alt+Right",
        enabled=lambda s: s.can_go_on,
    ),
    Action(
        "go_library",
        "&Kho văn bản",
        lambda window: window.go_screen("library"),
        "library",
        "Ctrl+1",
    ),
    Action(
        "go_drafting", "&Soạn thảo", lambda window: window.go_screen("drafting"), "edit", "Ctrl+2"
    ),
    Action(
        "go_amendments",
        "Sử&a đổi",
        lambda window: window.go_screen("amendments"),
        "amend",
        "Ctrl+3",
    ),
    Action(
        "go_compare", "S&o sánh", lambda window: window.go_screen("compare"), "compare", "Ctrl+4"
    ),
    Action(
        "go_timeline",
        "&Dòng thời gian",
        lambda window: window.go_screen("timeline"),
        "time",
        "Ctrl+6",
    ),
    Action(
        "go_settings",
        "&Cài đặt…",
        lambda window: window.go_screen("settings"),
        "settings",
        "Ctrl+,",
    ),
    Action(
        "theme_light",
        "&Sáng",
        lambda window: window.use_theme("light"),
        "sun",
        "",
        is_on=_theme_is("light"),
    ),
    Action(
        "theme_dark",
        "&Tối",
        lambda window: window.use_theme("dark"),
        "moon",
        "",
        is_on=_theme_is("dark"),
    ),
    Action(
        "theme_contrast",
        "T&ương phản cao",
        lambda window: window.use_theme("contrast"),
        "eye",
        "",
        is_on=_theme_is("contrast"),
    ),
    Action(
        "size_100",
        "&100 %",
        lambda window: window.use_text_size("100"),
        "",
        "",
        is_on=_size_is(100),
    ),
    Action(
        "size_125",
        "1&25 %",
        lambda window: window.use_text_size("125"),
        "",
        "",
        is_on=_size_is(125),
    ),
    Action(
        "size_150",
        "1&50 %",
        lambda window: window.use_text_size("150"),
        "",
        "",
        is_on=_size_is(150),
    ),
    Action(
        "right_panel",
        "&Bảng bên phải",
        lambda window: window.toggle_right_panel(),
        "history",
        "F4",
        enabled=lambda s: s.has_right,
        is_on=lambda s: s.shows_right,
    ),
    Action(
        "full",
        "T&oàn màn hình",
        lambda window: window.toggle_full_screen(),
        "",
        "F11",
        is_on=lambda s: s.is_full,
    ),
    Action(
        "second_window",
        "Mở ở cửa &sổ thứ hai",
        lambda window: window.open_second(),
        "files",
        enabled=lambda s: s.has_second,
    ),
    Action("next_region", "&Vùng tiếp", lambda window: window.next_region(), "", "F6"),
    Action(
        "info",
        "Thông t&in văn bản…",
        lambda window: window.show_info(),
        "info",
        enabled=_has_document,
    ),
    Action("guide", "&Hướng dẫn về màn hình này", lambda window: window.show_guide(), "help", "F1"),
    Action("keys", "&Phím tắt", lambda window: window.show_keys(), "list"),
    Action("tour", "&Dạo qua chương trình", lambda window: window.beginning.begin_tour(), "right"),
    Action("report", "Gửi &báo lỗi…", lambda window: window.save_report(), "flag"),
    Action("about", "&Giới thiệu", lambda window: window.show_about(), "info"),
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
            "-",
            "compare_pasted",
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
