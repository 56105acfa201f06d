"""Two dialogs of the desk: paragraphs that were not read, and taking one operation back."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QRadioButton, QVBoxLayout, QWidget

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import program_font, px
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.buttons import Button
from quyche_app.gui.widgets.dialog_foot import closing_foot
from quyche_app.gui.widgets.scrolling import scrolled
from quyche_app.languages import tr
from quyche_app.services.views import OperationRow


class UnreadDialog(QDialog):
    """Paragraphs of the decision that were not understood, each with the reason."""

    def __init__(self, unread: tuple[tuple[str, str], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Đoạn chưa đọc được"))
        self.resize(px(640), px(420))
        layout = column(self, margins=(16, 16, 16, 16), gap=12)
        layout.addWidget(
            Label(
                tr("{count} đoạn của quyết định chưa đọc được", count=len(unread)),
                size=t.SIZE_H1,
                bold=True,
            )
        )
        inside = Panel("page")
        lines = column(inside, margins=(12, 12, 12, 12), gap=10)
        for words, reason in unread:
            lines.addWidget(Label(words, wraps=True))
            lines.addWidget(Label(reason, "doubt", t.SIZE_SMALL, wraps=True))
        lines.addStretch()
        layout.addWidget(scrolled(inside, "page"), 1)
        layout.addLayout(closing_foot(self))


class UndoDialog(QDialog):
    """Choose one recorded operation and take it back; nothing is chosen beforehand unless the
    person stood on its card."""

    def __init__(
        self, operations: tuple[OperationRow, ...], chosen: OperationRow | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Hoàn tác một nội dung"))
        self.resize(px(640), px(460))
        self.operation: OperationRow | None = chosen
        layout = column(self, margins=(16, 16, 16, 16), gap=12)
        layout.addWidget(Label(tr("Hoàn tác một nội dung"), size=t.SIZE_H1, bold=True))
        layout.addWidget(
            Label(
                tr(
                    "Kho ghi thêm một lần ghi mới không có nội dung này. "
                    "Những gì đã ghi trước đó vẫn xem lại được."
                ),
                "text2",
                wraps=True,
            )
        )
        inside = Panel("page")
        lines = column(inside, margins=(12, 12, 12, 12), gap=6)
        self._choices: list[tuple[QRadioButton, OperationRow]] = []
        self._fill(lines, operations, chosen)
        layout.addWidget(scrolled(inside, "page"), 1)
        buttons = row()
        buttons.addStretch()
        cancel = Button(tr("Hủy"))
        cancel.clicked.connect(self.reject)
        self._undo = Button(tr("Hoàn tác nội dung này"), "undo", main=True)
        self._undo.setEnabled(chosen is not None)
        self._undo.clicked.connect(self.accept)
        buttons.addWidget(cancel)
        buttons.addWidget(self._undo)
        layout.addLayout(buttons)

    def _fill(
        self, lines: QVBoxLayout, operations: tuple[OperationRow, ...], chosen: OperationRow | None
    ) -> None:
        for operation in operations:
            button = QRadioButton(f"{operation.place}: {operation.reading}")
            button.setFont(program_font())
            button.setToolTip(operation.reading)
            button.setChecked(operation == chosen)
            button.toggled.connect(self._on_choice)
            self._choices.append((button, operation))
            lines.addWidget(button)
        lines.addStretch()

    def _on_choice(self) -> None:
        self.operation = next((o for button, o in self._choices if button.isChecked()), None)
        self._undo.setEnabled(self.operation is not None)
