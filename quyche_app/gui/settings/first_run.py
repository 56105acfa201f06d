"""The first start: four steps, each with a default, and a way to skip them all. Picture 13b."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QDialog, QStackedWidget, QWidget

from quyche_app.gui.session import Session
from quyche_app.gui.settings.screen import sample_lines
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, current_look, program_font, px
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.buttons import Button, Segmented
from quyche_app.gui.widgets.fields import TextField
from quyche_app.gui.widgets.quotation import Quotation
from quyche_app.languages import tr

STEPS = ("Người dùng", "Nơi để kho", "Chữ và màu", "Văn bản đầu tiên")


class _Steps(QWidget):
    """The names of the steps; the present one is marked."""

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        self.setFixedWidth(px(206))

    def show_step(self, at: int) -> None:
        self._at = at
        self.setAccessibleName(tr(f"Bước {at + 1} / {len(STEPS)}: {tr(STEPS[at])}"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), color("rail"))
        painter.setPen(color("rail_active_text") if current_look().tokens.name != "contrast"
                       else color("rail_text"))
        painter.setFont(program_font(t.SIZE_H1 + 1, bold=True))
        painter.drawText(QRectF(px(18), px(18), px(180), px(26)), Qt.AlignmentFlag.AlignVCenter, "Quy Chế")
        for number, name in enumerate(STEPS):
            y = px(74 + 35 * number)
            is_on = number == self._at
            circle = QRectF(px(18), y, px(21), px(21))
            painter.setPen(QPen(color("rail_text"), 1.5 if is_on else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle)
            painter.setFont(program_font(t.SIZE_SMALL, bold=is_on))
            mark = "✓" if number < self._at else str(number + 1)
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, mark)
            painter.setFont(program_font(bold=is_on))
            painter.drawText(QRectF(px(48), y, px(150), px(21)), Qt.AlignmentFlag.AlignVCenter, name)


class FirstRunDialog(QDialog):
    """Shown once; closing it takes the defaults.

    Signals:
        import_asked, sample_asked: how to begin.
    """

    import_asked = Signal()
    sample_asked = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(tr("Thiết lập lần đầu"))
        self.resize(px(860), px(500))
        outer = column(self)
        across = row(gap=0)
        self._steps = _Steps()
        across.addWidget(self._steps)
        self._pages = QStackedWidget()
        for page in (self._person_page(), self._place_page(), self._look_page(), self._begin_page()):
            self._pages.addWidget(page)
        across.addWidget(self._pages, 1)
        outer.addLayout(across, 1)
        foot = Panel("window", "t")
        line = row(foot, margins=(16, 10, 16, 10), gap=8)
        self._where = Label("", "text2")
        line.addWidget(self._where)
        line.addStretch()
        skip = Button(tr("Bỏ qua, dùng mặc định"), quiet=True)
        skip.clicked.connect(self.accept)
        self._back = Button(tr("Quay lại"), "left")
        self._back.clicked.connect(lambda: self._go(-1))
        self._next = Button(tr("Tiếp tục"), "right", main=True)
        self._next.clicked.connect(lambda: self._go(1))
        for button in (skip, self._back, self._next):
            line.addWidget(button)
        outer.addWidget(foot)
        self._show(0)

    def _person_page(self) -> QWidget:
        page = Panel("panel")
        layout = column(page, margins=(26, 22, 26, 22), gap=12)
        layout.addWidget(Label(tr("Bạn là ai?"), size=t.SIZE_EMPTY_TITLE - 2, bold=True))
        layout.addWidget(Label(tr("Tên được ghi cùng mỗi lần lưu và mỗi ghi chú."), "text2", wraps=True))
        self._person = TextField(tr("Họ và tên"), width=320)
        self._person.setText(self.session.person)
        layout.addWidget(self._person)
        layout.addWidget(Label(tr("Gõ thử: “Quy chế làm việc”"), bold=True))
        layout.addWidget(TextField("Quy chế làm việc", width=320))
        layout.addWidget(Label(
            tr("Nếu chữ ra sai, chọn bảng mã Unicode trong Unikey."), "text2", t.SIZE_SMALL, wraps=True))
        layout.addStretch()
        return page

    def _place_page(self) -> QWidget:
        page = Panel("panel")
        layout = column(page, margins=(26, 22, 26, 22), gap=12)
        layout.addWidget(Label(tr("Kho văn bản để ở đâu"), size=t.SIZE_EMPTY_TITLE - 2, bold=True))
        layout.addWidget(Label(self.session.where, bold=True, wraps=True))
        layout.addWidget(Label(
            tr("Muốn để nơi khác: mở chương trình với --workspace và thư mục (hoặc máy chủ) ấy."), "text2",
            t.SIZE_SMALL, wraps=True))
        self._daily = QCheckBox(tr("Sao lưu mỗi ngày một lần, giữ 30 bản"))
        self._daily.setFont(program_font())
        self._daily.setChecked(True)
        layout.addWidget(self._daily)
        layout.addWidget(Label(
            tr("Chương trình không gửi văn bản ra ngoài. "
               "Tệp gốc được giữ nguyên từng byte, kèm mã kiểm tra."),
            "text2", t.SIZE_SMALL, wraps=True))
        layout.addStretch()
        return page

    def _look_page(self) -> QWidget:
        page = Panel("panel")
        layout = column(page, margins=(26, 22, 26, 22), gap=12)
        layout.addWidget(Label(tr("Chữ và màu"), size=t.SIZE_EMPTY_TITLE - 2, bold=True))
        layout.addWidget(Label(tr("Đổi lại được bất cứ lúc nào trong trình đơn Xem."), "text2", wraps=True))
        look = current_look()
        self._size = Segmented((("100", tr("Vừa")), ("125", tr("Lớn 125 %")), ("150", tr("Rất lớn 150 %"))),
                               str(round(look.scale * 100)))
        self._theme = Segmented(tuple((name, tr(tokens.label)) for name, tokens in t.THEMES.items()),
                                look.tokens.name)
        layout.addWidget(self._size)
        layout.addWidget(self._theme)
        frame = Panel("page", "trbl")
        inner = column(frame, margins=(14, 12, 14, 12))
        sample = Quotation(has_bar=False)
        sample.show_lines(sample_lines())
        inner.addWidget(sample)
        layout.addWidget(frame)
        layout.addStretch()
        return page

    def _begin_page(self) -> QWidget:
        page = Panel("panel")
        layout = column(page, margins=(26, 22, 26, 22), gap=12)
        layout.addWidget(Label(tr("Văn bản đầu tiên"), size=t.SIZE_EMPTY_TITLE - 2, bold=True))
        layout.addWidget(Label(tr("Nhập quy chế của cơ quan, hoặc mở văn bản mẫu để thử."), "text2",
                               wraps=True))
        buttons = row()
        own = Button(tr("Nhập văn bản…"), "plus")
        own.clicked.connect(self.accept)
        own.clicked.connect(self.import_asked)
        sample = Button(tr("Mở văn bản mẫu"), "library")
        sample.clicked.connect(self.accept)
        sample.clicked.connect(self.sample_asked)
        buttons.addWidget(own)
        buttons.addWidget(sample)
        buttons.addStretch()
        layout.addLayout(buttons)
        layout.addStretch()
        return page

    def _show(self, at: int) -> None:
        self._pages.setCurrentIndex(at)
        self._steps.show_step(at)
        self._where.setText(tr(f"Bước {at + 1} / {len(STEPS)}"))
        self._back.setEnabled(at > 0)
        self._next.set_words(tr("Xong") if at == len(STEPS) - 1 else tr("Tiếp tục"))

    def _go(self, by: int) -> None:
        at = self._pages.currentIndex() + by
        if at >= len(STEPS):
            self.accept()
        else:
            self._show(at)

    def done(self, result: int) -> None:
        """What was chosen counts, however the dialog is closed."""
        self.session.use_person(self._person.text())
        self.session.remember("daily_backup", "1" if self._daily.isChecked() else "0")
        size, theme = self._size.value, self._theme.value
        super().done(result)
        look = current_look()
        if size != str(round(look.scale * 100)):
            self.session.text_size_asked.emit(size)
        if theme != look.tokens.name:
            self.session.theme_asked.emit(theme)
