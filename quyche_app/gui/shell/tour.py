"""A walk through the program: one place after another is lit and explained (shown on the sample)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, px
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.buttons import Button
from quyche_app.languages import tr

_SHADE = 0.42  # of black over what is not explained (docs/window.md 6.4)
_CARD_WIDTH = 340


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the walk.

    Attributes:
        screen: where it is; "" = wherever one stands.
        target: name of the part of the window that is lit.
    """

    screen: str
    target: str
    title: str
    words: str


STOPS: tuple[Stop, ...] = (
    Stop(
        "library",
        "table",
        "Kho văn bản",
        "Mọi quy chế, quyết định sửa đổi và dự thảo nằm ở đây, kèm tình trạng. Thả tệp Word vào cửa sổ "
        "để nhập; tệp gốc được giữ nguyên.",
    ),
    Stop(
        "amendments",
        "body",
        "Sửa đổi",
        "Mỗi nội dung của quyết định là một thẻ: lời của quyết định, cách chương trình hiểu, bản gốc và "
        "bản sau khi áp dụng. Chỗ chưa chắc thì chờ bạn quyết.",
    ),
    Stop(
        "compare",
        "body",
        "So sánh",
        "Hai bản cạnh nhau theo điều, khoản, điểm; từng chữ thêm, bỏ, chuyển được đánh dấu và đếm.",
    ),
    Stop(
        "drafting",
        "body",
        "Đọc và soạn thảo",
        "Văn bản như trang in. Tạo dự thảo để viết ngay trên trang: số và dẫn chiếu tự theo, mọi bước "
        "hoàn tác được, không phải bấm lưu.",
    ),
    Stop(
        "timeline",
        "body",
        "Dòng thời gian",
        "Lời văn vào một ngày bất kỳ, và vì sao viết như vậy: nội dung nào của quyết định nào đã sửa.",
    ),
    Stop(
        "",
        "command",
        "Tìm lệnh, điều khoản, văn bản",
        "Ctrl+K rồi gõ “điều 12” hay tên một lệnh, có dấu hoặc không dấu. F1 mở hướng dẫn của màn hình.",
    ),
)


class Tour(QWidget):
    """The shade over the window with a card that explains the lit place.

    Args:
        place_of: gives the rectangle of a part in the window.
        go: shows a screen.

    Signals:
        ended: the walk is over.
    """

    ended = Signal()

    def __init__(
        self, window: QWidget, place_of: Callable[[str], QRect], go: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._window, self._place_of, self._go = window, place_of, go
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._card = Panel("panel", "trbl", self, line_role="accent")
        layout = self._inside = column(self._card, margins=(16, 14, 16, 12), gap=8)
        self._title = Label("", size=t.SIZE_H1, bold=True)
        self._words = Label("", wraps=True)
        layout.addWidget(self._title)
        layout.addWidget(self._words)
        foot = row(gap=8)
        self._count = Label("", "text2", t.SIZE_SMALL)
        foot.addWidget(self._count)
        foot.addStretch()
        skip = Button(tr("Thôi"), quiet=True)
        skip.clicked.connect(self.end)
        self._back = Button(tr("Lùi"), "left")
        self._back.clicked.connect(lambda: self.step(-1))
        self._next = Button(tr("Tiếp"), "right", main=True)
        self._next.clicked.connect(lambda: self.step(1))
        for button in (skip, self._back, self._next):
            foot.addWidget(button)
        layout.addLayout(foot)
        self._card.setFixedWidth(px(_CARD_WIDTH))
        window.installEventFilter(self)
        self.show_stop(0)
        self.show()
        self.raise_()

    @property
    def at(self) -> int:
        """The number of the stop that is shown, from 0."""
        return self._at

    def step(self, by: int) -> None:
        """Go on, or back; behind the last stop the walk ends."""
        if self._at + by >= len(STOPS):
            self.end()
        elif self._at + by >= 0:
            self.show_stop(self._at + by)

    def show_stop(self, at: int) -> None:
        """Light a place and explain it."""
        self._at = at
        stop = STOPS[at]
        if stop.screen:
            self._go(stop.screen)
        self._title.setText(tr(stop.title))
        self._words.setText(tr(stop.words))
        self._count.setText(f"{at + 1} / {len(STOPS)}")
        self._back.setEnabled(at > 0)
        self._next.set_words(tr("Xong") if at == len(STOPS) - 1 else tr("Tiếp"))
        self.setAccessibleName(f"{tr(stop.title)}. {tr(stop.words)}")
        self._place()
        self.raise_()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Leave the walk."""
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        self.ended.emit()

    def _place(self) -> None:
        """The card beside the lit place, inside the window."""
        self.setGeometry(self._window.rect())
        self._card.setFixedHeight(self._inside.heightForWidth(px(_CARD_WIDTH)))
        lit, gap = self._place_of(STOPS[self._at].target), px(14)
        size, room = self._card.size(), self.rect().adjusted(gap, gap, -gap, -gap)
        wanted = QPoint(lit.center().x() - size.width() // 2, lit.bottom() + gap)
        if wanted.y() + size.height() > room.bottom():
            wanted.setY(max(room.top(), lit.center().y() - size.height() // 2))
        wanted.setX(max(room.left(), min(wanted.x(), room.right() - size.width())))
        self._card.move(wanted)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.end()
            case Qt.Key.Key_Right | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.step(1)
            case Qt.Key.Key_Left:
                self.step(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = QRectF(self._place_of(STOPS[self._at].target)).adjusted(-3, -3, 3, 3)
        around = QPainterPath()
        around.addRect(QRectF(self.rect()))
        hole = QPainterPath()
        hole.addRoundedRect(lit, px(t.RADIUS_CARD), px(t.RADIUS_CARD))
        shade = QColor(Qt.GlobalColor.black)
        shade.setAlphaF(_SHADE)
        painter.fillPath(around.subtracted(hole), shade)
        painter.setPen(QPen(color("accent"), 2))
        painter.drawPath(hole)
