"""The first start: four steps, each with a default, and a way to skip them all.
Source: docs/window.md 5.7."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QDialog, QStackedWidget, QVBoxLayout, QWidget

from quyche_app.gui.session import Session
from quyche_app.gui.settings.controls import tick_box
from quyche_app.gui.settings.options import BY_KEY, OFF, ON
from quyche_app.gui.settings.sample import sample_page
from quyche_app.gui.settings.store_place import StorePlace
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, current_look, line_height, program_font, px
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.buttons import Button, Segmented
from quyche_app.gui.widgets.fields import TextField
from quyche_app.gui.widgets.states import IconMark
from quyche_app.gui.widgets.text_wrap import wrapped
from quyche_app.languages import tr

STEPS = ("Người dùng", "Nơi để kho", "Chữ và màu", "Văn bản đầu tiên")
_ABOUT = "Soạn, sửa, so sánh và hợp nhất quy chế làm việc"


class _Steps(QWidget):
    """The names of the steps; the present one is filled, those behind it are ticked."""

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        self.setFixedWidth(px(206))

    def show_step(self, at: int) -> None:
        self._at = at
        self.setAccessibleName(
            tr(
                "Bước {number} / {total}: {step}",
                number=at + 1,
                total=len(STEPS),
                step=tr(STEPS[at]),
            )
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), color("rail"))
        ink = color("rail_text")
        painter.setPen(ink)
        painter.setFont(program_font(t.SIZE_H1 + 1, bold=True))
        painter.drawText(
            QRectF(px(18), px(18), px(180), px(26)), Qt.AlignmentFlag.AlignVCenter, "Quy Chế"
        )
        small = program_font(t.SIZE_SMALL)
        painter.setFont(small)
        y = px(46.0)
        for line in wrapped(tr(_ABOUT), small, self.width() - px(30), 3):
            painter.drawText(
                QRectF(px(18), y, self.width(), line_height(t.SIZE_SMALL)),
                Qt.AlignmentFlag.AlignVCenter,
                line,
            )
            y += line_height(t.SIZE_SMALL)
        for number, name in enumerate(STEPS):
            self._paint_step(painter, number, tr(name), y + px(20) + px(35 * number))

    def _paint_step(self, painter: QPainter, number: int, name: str, y: float) -> None:
        is_on = number == self._at
        ink = color("rail_text")
        circle = QRectF(px(18), y, px(21), px(21))
        painter.setPen(QPen(ink, 1))
        painter.setBrush(ink if is_on else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        painter.setPen(color("rail") if is_on else ink)
        painter.setFont(program_font(t.SIZE_SMALL, bold=is_on))
        mark = "✓" if number < self._at else str(number + 1)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, mark)
        painter.setPen(ink)
        painter.setFont(program_font(bold=is_on))
        painter.drawText(QRectF(px(48), y, px(154), px(21)), Qt.AlignmentFlag.AlignVCenter, name)


class FirstRunDialog(QDialog):
    """Shown once; leaving it before the end changes nothing.

    Attributes:
        beginning: "import" or "sample" when a person wants to begin with it, else "".
        other_place: (place to open, place to remember) when another workspace is wanted.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.beginning = ""
        self.other_place: tuple[str, str] | None = None
        self.setWindowTitle(tr("Thiết lập lần đầu"))
        self.resize(px(860), px(500))
        around = column(self, margins=(0, 0, 0, 0))
        frame = Panel(
            "panel", "trbl", line_role="edge"
        )  # dark themes: the dialog must end somewhere
        around.addWidget(frame)
        outer = column(frame, margins=(1, 1, 1, 1))
        across = row(gap=0)
        self._steps = _Steps()
        across.addWidget(self._steps)
        self._pages = QStackedWidget()
        for page in (
            self._person_page(),
            self._place_page(),
            self._look_page(),
            self._begin_page(),
        ):
            self._pages.addWidget(page)
        across.addWidget(self._pages, 1)
        outer.addLayout(across, 1)
        outer.addWidget(self._make_foot())
        self._show(0)

    def _make_foot(self) -> QWidget:
        foot = Panel("window", "t")
        line = row(foot, margins=(16, 10, 16, 10), gap=8)
        self._where = Label("", "text2")
        line.addWidget(self._where)
        line.addStretch()
        skip = Button(tr("Bỏ qua, dùng mặc định"), quiet=True)
        skip.clicked.connect(self.reject)
        self._back = Button(tr("Quay lại"), "left")
        self._back.clicked.connect(lambda: self._go(-1))
        self._next = Button(tr("Tiếp tục"), "right", main=True, key="Enter")
        self._next.clicked.connect(lambda: self._go(1))
        for button in (skip, self._back, self._next):
            line.addWidget(button)
        return foot

    def _page(self, title: str, words: str) -> tuple[Panel, QVBoxLayout]:
        page = Panel("panel")
        layout = column(page, margins=(26, 20, 26, 16), gap=8)
        layout.addWidget(Label(title, size=t.SIZE_EMPTY_TITLE - 2, bold=True))
        layout.addWidget(Label(words, "text2", wraps=True))
        layout.addSpacing(px(6))
        return page, layout

    def _person_page(self) -> QWidget:
        page, layout = self._page(
            tr("Bạn là ai?"), tr("Tên được ghi cùng mỗi lần lưu và mỗi ghi chú.")
        )
        self._person = TextField(tr("Họ và tên"), width=360)
        self._person.setText(self.session.person)
        self._agency = TextField(tr("Cơ quan"), width=360)
        self._agency.setText(self.session.option("agency"))
        for words, field in ((tr("Họ và tên"), self._person), (tr("Cơ quan"), self._agency)):
            layout.addWidget(Label(words, bold=True))
            layout.addWidget(field)
            layout.addSpacing(px(4))
        layout.addSpacing(px(8))
        layout.addWidget(Label(tr("Gõ thử: “Quy chế làm việc”"), bold=True))
        layout.addWidget(TextField("Quy chế làm việc", width=360))
        layout.addWidget(
            Label(
                tr("Nếu chữ ra sai, chọn bảng mã Unicode trong Unikey."),
                "text2",
                t.SIZE_SMALL,
                wraps=True,
            )
        )
        layout.addStretch()
        return page

    def _place_page(self) -> QWidget:
        page, layout = self._page(
            tr("Để kho văn bản ở đâu?"),
            tr("Có thể đổi về sau trong Cài đặt, không mất văn bản nào."),
        )
        self._place = StorePlace(self.session.workspace.place)
        layout.addWidget(self._place)
        layout.addWidget(Label(tr("Sao lưu tự động"), bold=True))
        self._daily: QCheckBox = tick_box(
            tr(BY_KEY["daily_backup"].tick), self.session.is_on("daily_backup"), lambda is_on: None
        )
        layout.addWidget(self._daily)
        layout.addStretch()
        safe = row(gap=8)
        safe.addWidget(IconMark("lock", 16, "text2"), alignment=Qt.AlignmentFlag.AlignTop)
        safe.addWidget(
            Label(
                tr(
                    "Chương trình không gửi văn bản ra ngoài. Tệp gốc được giữ nguyên từng byte, "
                    "kèm mã kiểm tra."
                ),
                "text2",
                t.SIZE_SMALL,
                wraps=True,
            ),
            1,
        )
        layout.addLayout(safe)
        return page

    def _look_page(self) -> QWidget:
        page, layout = self._page(
            tr("Chữ và màu"), tr("Đổi lại được bất cứ lúc nào trong trình đơn Xem.")
        )
        look = current_look()
        self._size = Segmented(
            tuple((key, tr(words)) for key, words in BY_KEY["text_size"].choices),
            str(round(look.scale * 100)),
        )
        self._theme = Segmented(
            tuple((key, tr(words)) for key, words in BY_KEY["theme"].choices),
            self.session.option("theme"),
        )
        for words, control in (
            (tr("Cỡ chữ chương trình"), self._size),
            (tr("Màu nền"), self._theme),
        ):
            layout.addWidget(Label(words, bold=True))
            layout.addWidget(control)
            layout.addSpacing(px(4))
        layout.addWidget(Label(tr("Xem thử"), bold=True))
        layout.addWidget(sample_page())
        layout.addStretch()
        return page

    def _begin_page(self) -> QWidget:
        page, layout = self._page(
            tr("Văn bản đầu tiên"), tr("Nhập quy chế của cơ quan, hoặc mở văn bản mẫu để thử.")
        )
        for words, told, icon, beginning in (
            (
                tr("Nhập văn bản…"),
                tr("Quy chế đang dùng, rồi các quyết định sửa đổi nó."),
                "plus",
                "import",
            ),
            (
                tr("Mở văn bản mẫu"),
                tr("Một quy chế và một quyết định sửa đổi, để thử mọi việc."),
                "library",
                "sample",
            ),
        ):
            button = Button(words, icon)
            button.clicked.connect(partial(self._begin_with, beginning))
            layout.addWidget(button)
            layout.addWidget(Label(told, "text2", t.SIZE_SMALL, wraps=True))
            layout.addSpacing(px(10))
        layout.addStretch()
        return page

    def _show(self, at: int) -> None:
        self._pages.setCurrentIndex(at)
        self._steps.show_step(at)
        self._where.setText(tr("Bước {number} / {total}", number=at + 1, total=len(STEPS)))
        self._back.setEnabled(at > 0)
        self._next.set_words(tr("Xong") if at == len(STEPS) - 1 else tr("Tiếp tục"))
        self._next.setFocus()

    def _go(self, by: int) -> None:
        at = self._pages.currentIndex() + by
        if at >= len(STEPS):
            self.accept()
        else:
            self._show(at)

    def _begin_with(self, beginning: str) -> None:
        self.beginning = beginning
        self.accept()

    def accept(self) -> None:
        """What was chosen counts from now on."""
        self.session.use_person(self._person.text())
        chosen = {
            "agency": " ".join(self._agency.text().split()),
            "daily_backup": ON if self._daily.isChecked() else OFF,
            "text_size": self._size.value,
            "theme": self._theme.value,
        }
        for key, value in chosen.items():
            if value != self.session.option(key):
                self.session.option_asked.emit(key, value)
        place = self._place.place()
        if place and place != self.session.workspace.place:
            self.other_place = (place, self._place.place(with_password=False))
        super().accept()
