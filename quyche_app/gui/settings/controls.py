"""The control of a setting, made from its form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFileDialog, QSizePolicy, QWidget

from quyche_app.gui.session import Session
from quyche_app.gui.settings.options import OFF, ON, POINTS, Form, Option
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.fonts import is_usable
from quyche_app.gui.theme.look import color, current_look, mark_color, program_font, px, text_font
from quyche_app.gui.theme.style import choice_pen
from quyche_app.gui.widgets.basic import ElidedLabel, Label, column, row
from quyche_app.gui.widgets.buttons import Button, IconButton, Segmented
from quyche_app.gui.widgets.fields import Combo, TextField
from quyche_app.gui.widgets.flow_layout import FlowLayout
from quyche_app.languages import tr

_WORDS_WIDTH = 270
_WIDEST = 420  # room of a control


def control_of(option: Option, session: Session) -> QWidget:
    """Give the control of a setting; what is chosen is asked of the window."""
    return _MAKERS[option.form](option, session)


def _ask(session: Session, option: Option, value: str) -> None:
    session.option_asked.emit(option.key, value)


def _segments(option: Option, session: Session) -> QWidget:
    choices = tuple((key, tr(words)) for key, words in option.choices)
    made = Segmented(choices, session.option(option.key))
    made.chosen.connect(partial(_ask, session, option))
    made.setAccessibleName(tr(option.name))
    return made


def tick_box(words: str, is_on: bool, told: Callable[[bool], object]) -> QCheckBox:
    """Give a box to tick."""
    box = QCheckBox(words)
    box.setFont(program_font())
    box.setChecked(is_on)
    box.toggled.connect(told)
    return box


def _tick(option: Option, session: Session) -> QWidget:
    return tick_box(
        tr(option.tick),
        session.is_on(option.key),
        lambda is_on: _ask(session, option, ON if is_on else OFF),
    )


def _ticks(option: Option, session: Session) -> QWidget:
    around = QWidget()
    around.setFixedWidth(px(_WIDEST))
    flow = FlowLayout(around, gap=14)
    boxes: dict[str, QCheckBox] = {}

    def told(_: bool) -> None:
        _ask(session, option, ",".join(key for key, box in boxes.items() if box.isChecked()))

    on = session.option(option.key).split(",")
    for key, words in option.choices:
        boxes[key] = tick_box(tr(words), key in on, told)
        flow.addWidget(boxes[key])
    return around


def _words(option: Option, session: Session) -> QWidget:
    field = TextField(tr(option.name), width=300)
    field.setText(session.option(option.key))
    field.editingFinished.connect(lambda: _ask(session, option, " ".join(field.text().split())))
    return field


def _folder(option: Option, session: Session) -> QWidget:
    around = QWidget()
    line = row(around, gap=8)
    kept = session.option(option.key)
    shown = ElidedLabel(kept or tr("thư mục Tài liệu của máy"), "text" if kept else "text2")
    shown.setFixedWidth(px(220))
    choose = Button(tr("Chọn…"), "folder")

    def ask() -> None:
        name = QFileDialog.getExistingDirectory(around, tr(option.name), kept or str(Path.home()))
        if name:
            shown.set_full(name)
            _ask(session, option, name)

    choose.clicked.connect(ask)
    line.addWidget(shown)
    line.addWidget(choose)
    return around


class Points(QWidget):
    """A size of letters with − and +, and their family.

    Signals:
        sized: another size; named: another family.
    """

    sized = Signal(str)
    named = Signal(str)

    def __init__(self, points: int, family: str) -> None:
        super().__init__()
        line = row(self, gap=4)
        self._points = points
        smaller = IconButton("minus", tr("Chữ nhỏ hơn"))
        larger = IconButton("plus", tr("Chữ lớn hơn"))
        self._shown = Label(str(points))
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setFixedWidth(px(36))
        self._shown.setAccessibleName(tr("cỡ chữ {points}", points=points))
        smaller.clicked.connect(lambda: self._step(-1))
        larger.clicked.connect(lambda: self._step(1))
        smaller.setEnabled(points - 1 in POINTS)
        larger.setEnabled(points + 1 in POINTS)
        for widget in (smaller, self._shown, larger):
            line.addWidget(widget)
        line.addSpacing(px(8))
        families = Combo(tr("Phông văn bản"), width=176)
        usable = [name for name in t.TEXT_FAMILIES if is_usable(name)]
        families.offer([(name, name) for name in usable], family)
        families.currentIndexChanged.connect(lambda _: self.named.emit(families.value))
        line.addWidget(families)

    def _step(self, by: int) -> None:
        self.sized.emit(str(self._points + by))


def _points(option: Option, session: Session) -> QWidget:
    made = Points(int(session.option(option.key)), current_look().text_family)
    made.sized.connect(partial(_ask, session, option))
    made.named.connect(partial(session.option_asked.emit, "text_family"))
    return made


class MarkCard(QAbstractButton):
    """A choice of marks that shows how they look: removed, added, plain words."""

    def __init__(self, style: str, words: str) -> None:
        super().__init__()
        self.style_key = style
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = program_metrics_width(self.text())
        return QSize(max(px(104), width + px(24)), px(61))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        painter.setPen(choice_pen(is_on=is_on, has_focus=self.hasFocus()))
        painter.setBrush(color("accent_pale" if is_on else "control"))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1, 1, -1, -1), px(t.RADIUS_CARD), px(t.RADIUS_CARD)
        )
        painter.setFont(program_font(t.SIZE_SMALL))
        painter.setPen(color("accent_text" if is_on else "text"))
        head = QRectF(px(12), px(7), self.width(), px(20))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, self.text())
        font = text_font(t.SIZE_QUOTATION)
        painter.setFont(font)
        x, base = float(px(12)), float(px(46))
        for words, form in (("ba", "removed"), ("năm", "added"), (" ngày", "")):
            width = painter.fontMetrics().horizontalAdvance(words)
            if form:
                box = QRectF(x - 1, base - px(15), width + 2, px(20))
                pale = mark_color(f"{form}_pale", self.style_key)
                if self.style_key != "plain":
                    painter.fillRect(box, pale)
                painter.setPen(mark_color(form, self.style_key))
                y = base - px(4) if form == "removed" else base + px(3)
                painter.drawLine(int(x), int(y), int(x + width), int(y))
            else:
                painter.setPen(color("text"))
            painter.drawText(int(x), int(base), words)
            x += width + (px(4) if form else 0)


def program_metrics_width(words: str) -> int:
    """Give the width of words in the small font of the program."""
    from PySide6.QtGui import QFontMetrics

    return QFontMetrics(program_font(t.SIZE_SMALL)).horizontalAdvance(words)


def _marks(option: Option, session: Session) -> QWidget:
    around = QWidget()
    line = row(around, gap=8)
    for key, words in option.choices:
        card = MarkCard(key, tr(words))
        card.setChecked(key == session.option(option.key))
        card.clicked.connect(partial(_ask, session, option, key))
        line.addWidget(card)
    return around


_MAKERS: dict[Form, Callable[[Option, Session], QWidget]] = {
    Form.SEGMENTS: _segments,
    Form.TICK: _tick,
    Form.TICKS: _ticks,
    Form.WORDS: _words,
    Form.FOLDER: _folder,
    Form.POINTS: _points,
    Form.MARKS: _marks,
}


def line_of(name: str, words: str, controls: Sequence[QWidget]) -> QWidget:
    """Give a line of the screen: what it is with a few words at the left, controls at the right."""
    around = QWidget()
    line = FlowLayout(around, gap=20, line_gap=8)  # large type: controls go below the words
    told = QWidget()
    inner = column(told, gap=2)
    inner.addWidget(Label(name, wraps=True))
    if words:
        inner.addWidget(Label(words, "text2", t.SIZE_SMALL, wraps=True))
    told.setFixedWidth(px(_WORDS_WIDTH))
    told.setFixedHeight(inner.heightForWidth(px(_WORDS_WIDTH)))
    line.addWidget(told)
    for control in controls:
        line.addWidget(control)
    return around
