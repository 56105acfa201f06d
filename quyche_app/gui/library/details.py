"""The right panel: state, name, actions, milestones newest first, original files."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from quyche_app.gui.library.state import form_of
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.icons import paint_icon
from quyche_app.gui.theme.look import color, line_height, program_font, px
from quyche_app.gui.widgets.basic import Label, Panel, Rule, column, row
from quyche_app.gui.widgets.buttons import Button, IconButton
from quyche_app.gui.widgets.chips import Chip
from quyche_app.gui.widgets.scrolling import scrolled
from quyche_app.gui.widgets.text_wrap import elided, wrapped
from quyche_app.gui.words import day_words, size_words
from quyche_app.languages import tr, tr_all
from quyche_app.services.views import DocumentDetails, DocumentRow, MilestoneRow, OriginalRow


class Milestones(QWidget):
    """One line per milestone, newest first; the filled dot is what is in force today."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[MilestoneRow, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Các mốc của văn bản"))

    def show_rows(self, rows: tuple[MilestoneRow, ...]) -> None:
        """Show other milestones."""
        self._rows = rows
        self.setAccessibleDescription("; ".join(f"{tr(r.title)}, {day_words(r.day)}" for r in rows))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return sum(self._height(row, width) for row in self._rows)

    def sizeHint(self) -> QSize:
        width = self.width() or px(270)
        return QSize(width, self.heightForWidth(width))

    def _remark_lines(self, row: MilestoneRow, width: int) -> list[str]:
        return wrapped(tr_all(row.remarks), program_font(t.SIZE_SMALL), width - px(22), 2)

    def _height(self, row: MilestoneRow, width: int) -> int:
        lines = len(self._remark_lines(row, width))
        return line_height(t.SIZE_BODY, True) + lines * line_height(t.SIZE_SMALL) + px(10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        top = 0
        for number, milestone in enumerate(self._rows):
            height = self._height(milestone, self.width())
            if top <= event.position().y() < top + height:
                self.chosen.emit(number)
            top += height

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tops = [0]
        for milestone in self._rows:
            tops.append(tops[-1] + self._height(milestone, self.width()))
        if len(self._rows) > 1:
            painter.setPen(QPen(color("line"), 1))
            x = px(6) + 0.5
            painter.drawLine(QPointF(x, px(10)), QPointF(x, tops[-2] + px(10)))
        for milestone, top in zip(self._rows, tops, strict=False):
            self._paint_row(painter, milestone, top, px(5))

    def _paint_row(self, painter: QPainter, milestone: MilestoneRow, y: int, dot: int) -> None:
        filled = milestone.is_in_force
        painter.setPen(QPen(color("accent" if filled else "edge"), 2))
        painter.setBrush(color("accent" if filled else "panel"))
        painter.drawEllipse(QPointF(px(6) + 0.5, y + px(10)), dot, dot)
        high, small = line_height(t.SIZE_BODY, True), line_height(t.SIZE_SMALL)
        painter.setFont(program_font(t.SIZE_SMALL))
        painter.setPen(color("text2"))
        day = day_words(milestone.day, "")
        right = QRectF(0, y, self.width(), high)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, day)
        room = self.width() - px(22) - painter.fontMetrics().horizontalAdvance(day) - px(8)
        for number, words in enumerate(self._remark_lines(milestone, self.width())):
            box = QRectF(px(21), y + high + number * small, self.width(), small)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(program_font(bold=True))
        painter.setPen(color("text"))
        title = elided(tr(milestone.title), painter.fontMetrics(), room)
        painter.drawText(QRectF(px(21), y, room + 4, high), Qt.AlignmentFlag.AlignVCenter, title)


class Originals(QWidget):
    """Original files: kept whole, or changed outside the program."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[OriginalRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Tệp gốc"))

    def show_rows(self, rows: tuple[OriginalRow, ...]) -> None:
        """Show other files."""
        self._rows = rows
        self.setToolTip(
            "\n".join(
                tr(
                    "{name} · {size} · mã kiểm tra {hash}…",
                    name=r.name,
                    size=size_words(r.size_bytes),
                    hash=r.sha256[:12],
                )
                for r in rows
            )
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), len(self._rows) * px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(program_font(t.SIZE_SMALL))
        for number, original in enumerate(self._rows):
            y, side = number * px(22), px(14)
            paint_icon(painter, "file", QRectF(0, y + px(4), side, side), color("text"))
            state = tr("nguyên vẹn") if original.is_intact else tr("đã bị đổi ngoài chương trình")
            painter.setPen(color("text2" if original.is_intact else "removed"))
            box = QRectF(0, y, self.width(), px(22))
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, state
            )
            room = self.width() - px(30) - painter.fontMetrics().horizontalAdvance(state)
            painter.setPen(color("text"))
            name = elided(original.name, painter.fontMetrics(), room)
            painter.drawText(box.adjusted(px(22), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)


class _Name(QWidget):
    """The full name, bold, on as many lines as it needs."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_name(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        lines = wrapped(self._text, program_font(bold=True), width, 6)
        return len(lines) * line_height(t.SIZE_BODY, True)

    def sizeHint(self) -> QSize:
        width = self.width() or px(270)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(program_font(bold=True))
        painter.setPen(color("text"))
        step = line_height(t.SIZE_BODY, True)
        for number, words in enumerate(wrapped(self._text, painter.font(), self.width(), 6)):
            box = QRectF(0, number * step, self.width(), step)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)


class DetailsPanel(Panel):
    """The chosen text."""

    open_asked = Signal()
    compare_asked = Signal()
    export_asked = Signal()
    milestone_asked = Signal(int)
    more_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__("panel")
        layout = column(self)
        head = QWidget()
        top = column(head, margins=(14, 12, 14, 10), gap=8)
        state = row()
        self._chip = Chip()
        self._number = Label("", "text2", t.SIZE_SMALL)
        state.addWidget(self._chip)
        state.addStretch()
        state.addWidget(self._number)
        top.addLayout(state)
        self._name = _Name()
        top.addWidget(self._name)
        buttons = row()
        open_button = Button(tr("Mở"), "edit", main=True)
        compare_button = Button(tr("So sánh"), "compare")
        export_button = IconButton("export", tr("Xuất văn bản"), key="Ctrl+E")
        open_button.clicked.connect(self.open_asked)
        compare_button.clicked.connect(self.compare_asked)
        export_button.clicked.connect(self.export_asked)
        more = IconButton("more", tr("Việc khác với văn bản này"))
        more.clicked.connect(
            lambda: self.more_asked.emit(more.mapToGlobal(more.rect().bottomLeft()))
        )
        for button in (open_button, compare_button, export_button, more):
            buttons.addWidget(button)
        buttons.addStretch()
        top.addLayout(buttons)
        layout.addWidget(head)
        layout.addWidget(Rule())
        layout.addWidget(self._below(), 1)

    def _below(self) -> QScrollArea:
        inside = Panel("panel")
        inner = column(inside, margins=(14, 12, 14, 12), gap=8)
        inner.addWidget(Label(tr("Các mốc của văn bản"), bold=True))
        self._milestones = Milestones()
        self._milestones.chosen.connect(self.milestone_asked)
        inner.addWidget(self._milestones)
        inner.addSpacing(px(8))
        inner.addWidget(Label(tr("Tệp gốc"), bold=True))
        self._originals = Originals()
        inner.addWidget(self._originals)
        inner.addStretch()
        return scrolled(inside)

    def show_row(self, document: DocumentRow) -> None:
        """Show state and name; milestones follow when they are read."""
        self._chip.show_state(tr(document.chip), form_of(document))
        self._number.setText(document.number)
        self._name.show_name(document.title)

    def show_details(self, details: DocumentDetails) -> None:
        """Show milestones and files."""
        self.show_row(details.row)
        self._milestones.show_rows(details.milestones)
        self._originals.show_rows(details.originals)
