"""What a person sees of a defect: one sentence, and a report that can be saved. Nothing is sent.

Source: docs/architecture.md 9, docs/window.md 8.2.
"""

from __future__ import annotations

import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

import quyche_app
from quyche_app.gui.tasks.runner import DEFECT
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.basic import Label, column, row
from quyche_app.gui.widgets.buttons import Button
from quyche_app.languages import tr


def machine_words() -> str:
    """Give the versions and the kind of machine, for a report."""
    return (
        f"Quy Chế {quyche_app.__version__}\n"
        f"Python {sys.version.split()[0]} · Qt {qVersion()} · {platform.platform()}\n"
    )


def report_of(error: BaseException) -> str:
    """Give the report: versions and the way through the program, never its words, which may be
    those of a text."""
    lines = [
        *machine_words().splitlines(),
        "",
        *(line.rstrip() for line in traceback.format_tb(error.__traceback__)),
        type(error).__name__,
    ]
    return "\n".join(lines) + "\n"


class DefectDialog(QDialog):
    """Says that something unforeseen happened and what can be done."""

    def __init__(self, report: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Lỗi ngoài dự kiến"))
        self.report = report
        layout = column(self, margins=(20, 20, 20, 16), gap=12)
        layout.addWidget(Label(tr("Có lỗi ngoài dự kiến"), size=t.SIZE_H1, bold=True))
        words = Label(
            f"{tr(DEFECT)} {tr('Tệp báo lỗi không có lời văn của văn bản nào.')}", wraps=True
        )
        words.setFixedWidth(px(460))
        layout.addWidget(words)
        buttons = row()
        buttons.addStretch()
        save = Button(tr("Lưu tệp báo lỗi…"), "save")
        save.clicked.connect(self._ask_where)
        on = Button(tr("Làm tiếp"), main=True)
        on.clicked.connect(self.accept)
        buttons.addWidget(save)
        buttons.addWidget(on)
        layout.addLayout(buttons)

    def _ask_where(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Lưu tệp báo lỗi"), "quyche-bao-loi.txt", tr("Chữ (*.txt)")
        )
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write the report into a file and close."""
        path.write_text(self.report, encoding="utf-8")
        self.accept()


class DefectHook(QObject):
    """Takes what nobody caught, on any thread, and shows it on the window's thread."""

    _caught = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before = sys.excepthook
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Begin to listen."""
        sys.excepthook = self._on_exception

    def remove(self) -> None:
        """Stop listening."""
        sys.excepthook = self._before

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._before(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self._caught.emit(report_of(error))

    def _show(self, report: str) -> None:
        DefectDialog(report, self._window).open()
