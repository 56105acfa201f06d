"""Soạn mới: which frame, and for whom."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QRadioButton, QWidget

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import program_font, px
from quyche_app.gui.widgets.basic import Label, column, row
from quyche_app.gui.widgets.buttons import Button
from quyche_app.gui.widgets.fields import TextField
from quyche_app.languages import tr
from quyche_app.services.templates import TEMPLATES


class NewDialog(QDialog):
    """Asks for the frame of a new regulation.

    Signals:
        chosen: (key of the frame, issuer, place).
    """

    chosen = Signal(str, str, str)

    def __init__(self, parent: QWidget, issuer: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Soạn mới"))
        self.setMinimumWidth(px(500))
        layout = column(self, margins=(16, 16, 16, 16), gap=10)
        layout.addWidget(Label(tr("Soạn quy chế mới"), size=t.SIZE_H1, bold=True))
        layout.addWidget(
            Label(
                tr("Dự thảo bắt đầu từ khung dưới đây; mọi chữ đều sửa được."), "text2", wraps=True
            )
        )
        self._frames: list[tuple[QRadioButton, str]] = []
        for number, template in enumerate(TEMPLATES):
            button = QRadioButton(f"{tr(template.title)} ({tr(template.remark)})")
            button.setFont(program_font())
            button.setChecked(number == 0)
            self._frames.append((button, template.key))
            layout.addWidget(button)
        layout.addWidget(Label(tr("Cơ quan ban hành"), bold=True))
        self._issuer = TextField(tr("Ví dụ: Đảng ủy xã Mẫu"))
        self._issuer.textChanged.connect(self._on_words)
        layout.addWidget(self._issuer)
        layout.addWidget(Label(tr("Nơi ban hành"), bold=True))
        self._place = TextField(tr("Ví dụ: Xã Mẫu"))
        layout.addWidget(self._place)
        buttons = row()
        buttons.addStretch()
        cancel = Button(tr("Hủy"))
        cancel.clicked.connect(self.reject)
        self._begin = Button(tr("Tạo dự thảo"), "edit", main=True)
        self._begin.setEnabled(False)
        self._begin.clicked.connect(self._take)
        self._issuer.setText(issuer)
        buttons.addWidget(cancel)
        buttons.addWidget(self._begin)
        layout.addLayout(buttons)

    def _on_words(self, words: str) -> None:
        self._begin.setEnabled(bool(words.strip()))

    def _take(self) -> None:
        key = next(key for button, key in self._frames if button.isChecked())
        self.accept()
        self.chosen.emit(key, self._issuer.text(), self._place.text())
