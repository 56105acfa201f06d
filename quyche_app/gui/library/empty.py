"""The empty library: one obvious first step, and the way from there. Source: docs/window.md 4.2."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, program_font, px
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.buttons import Button
from quyche_app.gui.widgets.drop_zone import DashedBox
from quyche_app.gui.widgets.states import IconMark
from quyche_app.languages import tr

_STEPS = (
    (
        "Nhập văn bản gốc",
        "Chương trình báo lại từng đoạn đã được đặt vào đâu trong cây chương, điều, khoản.",
    ),
    ("Nhập văn bản sửa đổi", "Mỗi yêu cầu sửa đổi thành một thẻ để duyệt."),
    ("So sánh, đọc soát", "Hai cột song song, đánh dấu từng chữ."),
    ("Xuất văn bản", "Bản hợp nhất, bản đánh dấu thay đổi, bảng so sánh."),
)


class _Number(QWidget):
    """The number of a step in a pale disc."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setFixedSize(px(26), px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent_pale"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setFont(program_font(bold=True))
        painter.setPen(color("accent_text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


class EmptyLibrary(Panel):
    """What to do first."""

    choose = Signal()
    sample = Signal()

    def __init__(self) -> None:
        super().__init__("window")
        outer = row(self)
        outer.addStretch()
        middle = QWidget()
        middle.setFixedWidth(px(760))
        inner = column(middle, gap=10)
        inner.addStretch(2)
        inner.addWidget(Label(tr("Kho còn trống"), size=t.SIZE_EMPTY_TITLE, bold=True))
        inner.addWidget(
            Label(
                tr(
                    "Hãy nhập quy chế đang có hiệu lực trước, sau đó nhập quyết định sửa đổi. "
                    "Chương trình tự nhận ra chương, điều, khoản, điểm."
                ),
                "text2",
                wraps=True,
            )
        )
        inner.addWidget(self._box())
        inner.addSpacing(px(16))
        inner.addLayout(self._steps())
        inner.addSpacing(px(12))
        promise = row(gap=6)
        promise.addWidget(IconMark("lock", 15, "text2"))
        promise.addWidget(
            Label(
                tr(
                    "Mọi thứ nằm trên máy này. Chương trình không gửi văn bản đi đâu và không cần mạng."
                ),
                "text2",
            )
        )
        promise.addStretch()
        inner.addLayout(promise)
        inner.addStretch(3)
        outer.addWidget(middle)
        outer.addStretch()

    def _box(self) -> QWidget:
        box = DashedBox()
        inside = column(box, margins=(16, 20, 16, 16), gap=10)
        center = Qt.AlignmentFlag.AlignHCenter
        inside.addWidget(IconMark("drop", 36), alignment=center)
        inside.addWidget(
            Label(tr("Thả tệp quy chế vào đây"), size=t.SIZE_H1, bold=True), alignment=center
        )
        inside.addWidget(Label(tr("Word (.docx) hoặc chữ (.txt)"), "text2"), alignment=center)
        buttons = row()
        buttons.addStretch()
        choose = Button(tr("Chọn tệp…"), "folder", main=True)
        choose.clicked.connect(self.choose)
        sample = Button(tr("Mở văn bản mẫu để thử"), "library")
        sample.clicked.connect(self.sample)
        buttons.addWidget(choose)
        buttons.addWidget(sample)
        buttons.addStretch()
        inside.addLayout(buttons)
        return box

    def _steps(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(16))
        for number, (title, words) in enumerate(_STEPS):
            at_row, at_column = number % 2, number // 2 * 2
            grid.addWidget(_Number(number + 1), at_row, at_column, Qt.AlignmentFlag.AlignTop)
            text = column(gap=2)
            text.addWidget(Label(tr(title), bold=True))
            text.addWidget(Label(tr(words), "text2", t.SIZE_SMALL, wraps=True))
            text.addStretch()
            grid.addLayout(text, at_row, at_column + 1)
            grid.setColumnStretch(at_column + 1, 1)
        return grid
