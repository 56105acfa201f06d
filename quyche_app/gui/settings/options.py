"""Every setting as data: what the screen shows, what it means until it is chosen.
Source: docs/window.md 5.7.

A setting is a word under a name in the memory of the machine; screens read it with
``Session.option``. Settings of the look build the window anew, the others count from now on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

GROUPS: tuple[tuple[str, str], ...] = (
    ("general", "Chung"),
    ("display", "Hiển thị"),
    ("drafting", "Soạn thảo"),
    ("compare", "So sánh"),
    ("export", "Xuất văn bản"),
    ("store", "Kho và sao lưu"),
    ("person", "Người dùng"),
    ("keys", "Phím tắt"),
    ("about", "Giới thiệu"),
)
ON, OFF = "1", "0"


class Form(Enum):
    """How a setting is chosen."""

    SEGMENTS = "segments"  # a few choices side by side
    TICK = "tick"
    TICKS = "ticks"  # several of the choices, joined by commas
    POINTS = "points"  # a size with − and +, and the family of letters
    MARKS = "marks"  # choices that show how they look
    WORDS = "words"  # a line that is typed
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Option:
    """A setting.

    Attributes:
        key: name in the memory.
        group: where it stands; "" for one that stands beside another.
        name, words: what it is and what it does, in a few words.
        default: the value until another is chosen.
        choices: (value, words).
        tick: words beside the box of a tick.
        is_look: the window is built anew.
    """

    key: str
    group: str
    name: str
    words: str
    default: str
    form: Form = Form.SEGMENTS
    choices: tuple[tuple[str, str], ...] = ()
    tick: str = ""
    is_look: bool = False


OPTIONS: tuple[Option, ...] = (
    Option(
        "language",
        "general",
        "Ngôn ngữ",
        "Của chương trình; lời văn của quy chế giữ nguyên",
        "vi",
        choices=(("vi", "Tiếng Việt"), ("en", "English")),
        is_look=True,
    ),
    Option(
        "reopen",
        "general",
        "Khi mở chương trình",
        "Về đúng văn bản và chỗ đang làm lần trước",
        ON,
        Form.TICK,
        tick="Mở lại chỗ đang làm",
    ),
    Option(
        "text_size",
        "display",
        "Cỡ chữ chương trình",
        "Bảng, nút, thanh công cụ",
        "100",
        choices=(("100", "Vừa"), ("125", "Lớn 125 %"), ("150", "Rất lớn 150 %")),
        is_look=True,
    ),
    Option(
        "page_points",
        "display",
        "Cỡ chữ văn bản",
        "Trang, cột so sánh, trích dẫn",
        "14",
        Form.POINTS,
        is_look=True,
    ),
    Option("text_family", "", "Phông văn bản", "", "", Form.WORDS, is_look=True),
    Option(
        "theme",
        "display",
        "Màu nền",
        "Theo máy, hoặc chọn riêng",
        "light",
        choices=(
            ("system", "Theo máy"),
            ("light", "Sáng"),
            ("dark", "Tối"),
            ("contrast", "Tương phản cao"),
        ),
        is_look=True,
    ),
    Option(
        "marks",
        "display",
        "Dấu chỗ sửa",
        "Luôn có gạch để in đen trắng vẫn rõ",
        "color",
        Form.MARKS,
        (("color", "Xanh – đỏ"), ("plain", "Chỉ gạch, không màu"), ("orange", "Xanh – cam")),
        is_look=True,
    ),
    Option(
        "rows",
        "display",
        "Khoảng cách dòng trong bảng",
        "Danh sách và cấu trúc",
        "normal",
        choices=(("tight", "Gọn"), ("normal", "Vừa"), ("wide", "Thoáng")),
        is_look=True,
    ),
    Option(
        "rail",
        "display",
        "Thanh bên trái",
        "Chữ dưới hình giúp nhớ chỗ",
        "words",
        choices=(("words", "Hình và chữ"), ("icons", "Chỉ hình")),
        is_look=True,
    ),
    Option(
        "layout",
        "display",
        "Cửa sổ",
        "Mở lại đúng như lần trước",
        ON,
        Form.TICK,
        tick="Nhớ cửa sổ và các cột",
    ),
    Option(
        "numbering",
        "drafting",
        "Đánh số trong dự thảo mới",
        "Đổi được cho từng dự thảo",
        "auto",
        choices=(
            ("auto", "Theo văn bản"),
            ("recount", "Đánh số lại liên tục"),
            ("frozen", "Giữ số cũ, chèn 14a"),
        ),
    ),
    Option(
        "quotes",
        "drafting",
        "Dấu ngoặc kép",
        'Gõ " thành “ hoặc ”; Ctrl+Z lấy lại "',
        ON,
        Form.TICK,
        tick="Đổi thành “ ” khi gõ",
    ),
    Option(
        "tone",
        "drafting",
        "Vị trí dấu thanh",
        "Kiểm tra nhắc chỗ viết khác kiểu này",
        "most",
        choices=(("most", "Theo phần lớn văn bản"), ("new", "hòa, ủy"), ("old", "hoà, uỷ")),
    ),
    Option(
        "marks_on",
        "drafting",
        "Dấu sửa",
        "Chữ khác bản gốc được đánh dấu trên trang",
        ON,
        Form.TICK,
        tick="Hiện khi mở dự thảo",
    ),
    Option(
        "checks",
        "drafting",
        "Kiểm tra khi soạn",
        "Chính tả, dẫn chiếu, số, ngày",
        ON,
        Form.TICK,
        tick="Kiểm tra khi ngừng gõ",
    ),
    Option(
        "layers",
        "compare",
        "Lớp hiện lúc đầu",
        "Các lớp khác vẫn được đếm và hiện lại được",
        "substance,moved",
        Form.TICKS,
        (
            ("substance", "Nội dung"),
            ("moved", "Chuyển chỗ"),
            ("numbering", "Đánh số"),
            ("references", "Dẫn chiếu"),
            ("orthography", "Chính tả"),
            ("punctuation", "Dấu câu, hoa thường"),
            ("formatting", "Định dạng"),
        ),
    ),
    Option(
        "profile",
        "export",
        "Mẫu trình bày",
        "Theo cơ quan ban hành, hoặc luôn một mẫu",
        "auto",
        choices=(("auto", "Theo văn bản"), ("dang", "Đảng"), ("nha-nuoc", "Nhà nước")),
    ),
    Option(
        "types",
        "export",
        "Loại tệp",
        "Được chọn sẵn khi xuất",
        ".docx",
        Form.TICKS,
        ((".docx", "Word"), (".odt", "OpenDocument"), (".html", "HTML"), (".txt", "Chữ")),
    ),
    Option("export_folder", "export", "Lưu vào", "Thư mục được chọn sẵn khi xuất", "", Form.FOLDER),
    Option(
        "daily_backup",
        "store",
        "Sao lưu tự động",
        "Để trong thư mục sao lưu của kho",
        ON,
        Form.TICK,
        tick="Mỗi ngày một lần, giữ 30 bản",
    ),
    Option("person", "person", "Họ và tên", "Ghi cùng mỗi lần lưu, mỗi ghi chú", "", Form.WORDS),
    Option("agency", "person", "Cơ quan", "Điền sẵn khi soạn quy chế mới", "", Form.WORDS),
)
BY_KEY: dict[str, Option] = {option.key: option for option in OPTIONS}
POINTS = range(10, 25)  # sizes of text that can be chosen


def taken(option: Option, value: str) -> str:
    """Give a remembered value when it is one that can be chosen, else the default."""
    match option.form:
        case Form.SEGMENTS | Form.MARKS:
            return value if value in dict(option.choices) else option.default
        case Form.TICK:
            return value if value in (ON, OFF) else option.default
        case Form.TICKS:
            known = dict(option.choices)
            return ",".join(each for each in value.split(",") if each in known)
        case Form.POINTS:
            return value if value.isdigit() and int(value) in POINTS else option.default
        case _:
            return value
