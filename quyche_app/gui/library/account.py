"""The account of an import: one sentence per file, and what should be looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt

from quyche_app.gui.library.state import FileResult
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.widgets.basic import Label, Panel, clear, column, row
from quyche_app.gui.widgets.buttons import IconButton
from quyche_app.gui.widgets.states import IconMark
from quyche_app.languages import tr

_MOST_FINDINGS = 3


class ImportAccount(Panel):
    """A strip above the table; hidden until files were imported."""

    def __init__(self) -> None:
        super().__init__("window", "b")
        layout = row(self, margins=(12, 8, 8, 8), gap=10)
        layout.addWidget(IconMark("check", 18, "accent"), alignment=Qt.AlignmentFlag.AlignTop)
        self._told = column(gap=2)
        layout.addLayout(self._told, 1)
        close = IconButton("x", tr("Đóng phần báo"), quiet=True, small=True)
        close.clicked.connect(self.hide)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, account: str, results: tuple[FileResult, ...]) -> None:
        """Show what came of an import."""
        clear(self._told)
        self._told.addWidget(Label(account, bold=True))
        for result in results:
            role = "text" if result.imported is not None else "removed"
            self._told.addWidget(Label(result.sentence, role, t.SIZE_SMALL, wraps=True))
            findings = result.imported.findings if result.imported is not None else ()
            for finding in findings[:_MOST_FINDINGS]:
                place = tr("Đoạn {line}: ", line=finding.line) if finding.line else ""
                self._told.addWidget(
                    Label(f"– {place}{tr(finding.said)}", "doubt", t.SIZE_SMALL, wraps=True)
                )
        self.show()
