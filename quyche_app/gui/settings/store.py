"""Kiểm kho and Khôi phục: long work over the whole workspace, told in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from quyche_app.gui.session import Session
from quyche_app.gui.tasks.operation import Query
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.basic import Label, column
from quyche_app.gui.widgets.dialog_foot import asking_foot, closing_foot
from quyche_app.gui.widgets.scrolling import scrolled
from quyche_app.languages import tr
from quyche_app.services.views import Verdict


def prove_store(session: Session, window: QWidget) -> None:
    """Compute everything that is stored again and tell whether it is right."""
    from quyche_app.services.verify import verify

    workspace = session.workspace

    def done(verdicts: Sequence[Verdict]) -> None:
        wrong = [verdict for verdict in verdicts if not verdict.is_true]
        if wrong:
            FaultsDialog(wrong, window).open()
        else:
            checked = [verdict for verdict in verdicts if verdict.is_checked]
            told = [tr("Kiểm kho: {count} mục đều đúng.", count=len(checked))]
            told += [
                tr("Không kiểm: {checked}.", checked=tr(v.checked))
                for v in verdicts
                if not v.is_checked
            ]
            session.hinted.emit(" ".join(told))

    session.run(
        Query(tr("Đang kiểm kho"), lambda progress: verify(workspace), done, slot="store.verify")
    )


class FaultsDialog(QDialog):
    """What is not as it was recorded, place by place."""

    def __init__(self, wrong: list[Verdict], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Kiểm kho"))
        self.resize(px(560), px(400))
        layout = column(self, margins=(16, 16, 16, 16), gap=12)
        layout.addWidget(
            Label(
                tr("{count} mục không như khi được ghi", count=len(wrong)),
                size=t.SIZE_H1,
                bold=True,
            )
        )
        layout.addWidget(
            Label(
                tr(
                    "Lời văn còn đọc được vẫn xem được. Nếu có bản sao lưu đúng, "
                    "khôi phục từ bản ấy."
                ),
                "text2",
                wraps=True,
            )
        )
        inside = QWidget()
        lines = column(inside, gap=8)
        for verdict in wrong:
            lines.addWidget(Label(tr(verdict.checked), bold=True, wraps=True))
            for difference in verdict.differences:
                lines.addWidget(Label(tr(difference), wraps=True))
        lines.addStretch()
        layout.addWidget(scrolled(inside), 1)
        layout.addLayout(closing_foot(self))


def ask_restore(session: Session, window: QWidget) -> None:
    """Ask for a backup and whether it shall take the place of the workspace."""
    name, _ = QFileDialog.getOpenFileName(
        window, tr("Khôi phục từ bản sao lưu"), "", tr("Bản sao lưu (*.db)")
    )
    if name:
        RestoreDialog(session, Path(name), window).open()


class RestoreDialog(QDialog):
    """Names what would happen: undo does not bring this back, a kept copy does."""

    def __init__(self, session: Session, file: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._file = session, file
        self.setWindowTitle(tr("Khôi phục từ bản sao lưu"))
        self.setMinimumWidth(px(480))
        layout = column(self, margins=(16, 16, 16, 16), gap=12)
        layout.addWidget(
            Label(tr("Khôi phục kho từ {name}?", name=file.name), size=t.SIZE_H1, bold=True)
        )
        layout.addWidget(
            Label(
                tr(
                    "Kho trở về đúng như trong bản sao lưu. Kho đang có được giữ thành một tệp "
                    "trong thư mục sao lưu của kho."
                ),
                wraps=True,
            )
        )
        layout.addLayout(asking_foot(self, tr("Khôi phục kho"), "history", self._take))

    def _take(self) -> None:
        self.accept()
        self._session.restore_asked.emit(str(self._file))
