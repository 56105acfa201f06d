"""Small dialogs: the guide of a screen, every key, and what program this is."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLabel, QTextBrowser, QVBoxLayout, QWidget

import quyche_app
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.icons import seal
from quyche_app.gui.theme.look import program_font, px
from quyche_app.gui.widgets.basic import Label, column, row
from quyche_app.gui.widgets.buttons import Button
from quyche_app.languages import NATIVE, language_in_use, tr
from quyche_app.resources_folder import resource


class GuideDialog(QDialog):
    """The guide of a screen, from ``resources/help``."""

    def __init__(self, screen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Hướng dẫn"))
        self.resize(px(620), px(560))
        layout = column(self, margins=(16, 16, 16, 16), gap=12)
        guide = QTextBrowser()
        guide.setFont(program_font(t.SIZE_H1 - 1))
        guide.setMarkdown(guide_words(screen))
        guide.setAccessibleName(tr("Hướng dẫn"))
        layout.addWidget(guide, 1)
        _close_row(self, layout)


def guide_words(screen: str) -> str:
    """Give the guide of a screen in the language of the program."""
    folder = ("help",) if language_in_use() == NATIVE else ("help", language_in_use())
    return resource(*folder, f"{screen}.md").read_text(encoding="utf-8")


class AboutDialog(QDialog):
    """Name, version, licence, and where the texts lie."""

    def __init__(self, where: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Giới thiệu"))
        layout = column(self, margins=(24, 24, 24, 16), gap=12)
        head = row(gap=16)
        mark = QLabel()
        mark.setPixmap(seal(px(48)))
        head.addWidget(mark)
        words = column(gap=4)
        words.addWidget(Label("Quy Chế", size=t.SIZE_EMPTY_TITLE, bold=True))
        words.addWidget(
            Label(tr("Bản {version} · giấy phép MIT", version=quyche_app.__version__), "text2")
        )
        head.addLayout(words)
        head.addStretch()
        layout.addLayout(head)
        layout.addWidget(Label(tr("Soạn thảo, sửa đổi và hợp nhất quy chế làm việc."), wraps=True))
        layout.addWidget(Label(tr("Kho văn bản nằm ở: {place}", place=where), "text2", wraps=True))
        layout.addWidget(
            Label(tr("Chương trình không gửi văn bản đi đâu và không cần mạng."), "text2")
        )
        _close_row(self, layout)


def _close_row(dialog: QDialog, layout: QVBoxLayout) -> None:
    buttons = row()
    buttons.addStretch()
    close = Button(tr("Đóng"), main=True)
    close.clicked.connect(dialog.accept)
    buttons.addWidget(close)
    layout.addLayout(buttons)
