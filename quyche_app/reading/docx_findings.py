"""What a person should know about a DOCX as it was read: one finding for each kind of thing."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from quyche_app.domain.messages import message
from quyche_app.domain.patterns import late
from quyche_app.domain.sources import Finding
from quyche_app.reading.docx_names import T, own_text, w
from quyche_app.reading.docx_runs import RunReader
from quyche_app.reading.package import Package, Relation

_HEADS = ("header", "footer")
_LETTERS = late(r"[^\W\d_]{2,}")


class Apart(NamedTuple):
    """What a package holds beside its body."""

    headers: int = 0  # headers and footers with words
    comments: int = 0
    has_macros: bool = False


def apart_from_body(package: Package, relations: dict[str, Relation]) -> Apart:
    """Give what stands beside the body and is not read into the text."""
    # Each part once, however many relations point to it (sections share headers).
    parts = {r.target: r.kind for r in relations.values() if package.holds(r)}
    headers = sum(_has_words(package.xml(part)) for part, kind in parts.items() if kind in _HEADS)
    comments = sum(
        _comment_count(package.xml(part)) for part, kind in parts.items() if kind == "comments"
    )
    has_macros = any(part.endswith("vbaproject.bin") for part in package.names())
    return Apart(headers, comments, has_macros)


def _comment_count(root: etree._Element) -> int:
    return sum(1 for _ in root.iter(w("comment")))


def _has_words(root: etree._Element) -> bool:
    return bool(_LETTERS.search(" ".join(own_text(element) for element in root.iter(T))))


class Account:
    """Counts what was met on the way and tells it at the end."""

    def __init__(self, runs: RunReader, *, is_accepted: bool) -> None:
        self._runs = runs
        self._is_accepted = is_accepted
        self.breaks_joined = 0
        self.breaks_parted = 0
        self.contents_lines = 0
        self.text_boxes = 0
        self.things = 0
        self.frames = 0
        self.foreign_parts = 0

    def findings(self, footnotes: int, apart: Apart, struck: int) -> tuple[Finding, ...]:
        """Give the findings about the whole file; ``struck``: runs of words that are struck through."""
        counted = (
            (
                "tracked_changes",
                self._runs.change_count,
                "Tệp có theo dõi sửa đổi ({count} chỗ): đọc như đã chấp nhận tất cả."
                if self._is_accepted
                else "Tệp có theo dõi sửa đổi ({count} chỗ): đọc như đã từ chối tất cả.",
            ),
            (
                "soft_breaks",
                self.breaks_joined + self.breaks_parted,
                "Có {count} chỗ ngắt dòng trong đoạn: {parted} chỗ đọc thành đoạn mới, "
                "{joined} chỗ đọc liền.",
            ),
            (
                "footnotes_apart",
                footnotes,
                "Có {count} chú thích cuối trang hoặc cuối văn bản: để riêng, không nằm trong lời văn; "
                "tệp xuất ra không có.",
            ),
            (
                "headers_left_out",
                apart.headers,
                "Có {count} đầu trang, chân trang có chữ: không đọc vào lời văn; tệp xuất ra không có.",
            ),
            (
                "comments_left_out",
                apart.comments,
                "Có {count} nhận xét bên lề: không đọc vào lời văn.",
            ),
            (
                "contents_left_out",
                self.contents_lines,
                "Có mục lục tự động ({count} dòng): không đọc vào lời văn.",
            ),
            (
                "hidden_left_out",
                self._runs.hidden_count,
                "Có {count} đoạn chữ ẩn: không đọc vào lời văn.",
            ),
            (
                "struck_read",
                struck,
                "Có {count} đoạn chữ gạch ngang: đọc như chữ thường, tệp xuất ra không gạch.",
            ),
            (
                "text_boxes",
                self.text_boxes,
                "Có {count} khung chữ: chữ trong khung đọc ngay sau đoạn mang khung.",
            ),
            (
                "frames_opened",
                self.frames,
                "Có {count} bảng một cột chứa điều khoản: đọc như các đoạn thường.",
            ),
            (
                "opaque_kept",
                self.things,
                "Có {count} hình, công thức hoặc đối tượng nhúng: còn trong tệp gốc, lời văn chỉ ghi tên; "
                "tệp xuất ra không có.",
            ),
            (
                "foreign_parts",
                self.foreign_parts,
                "Có {count} phần chèn từ tệp khác: không đọc được; hãy mở bằng Word và lưu lại.",
            ),
            (
                "unknown_symbols",
                self._runs.unknown_symbols,
                "Có {count} ký hiệu của phông chữ riêng không nhận ra: thay bằng dấu \ufffd.",
            ),
            ("macros_ignored", int(apart.has_macros), "Tệp có macro: không chạy và không đọc."),
        )
        further = {
            "soft_breaks": {"parted": self.breaks_parted, "joined": self.breaks_joined},
        }
        return tuple(
            Finding(message(name, sentence, count=count, **further.get(name, {})))
            for name, count, sentence in counted
            if count
        )
