"""Thông tin văn bản: what the library knows of a text, with its files and their checksums."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QWidget

from quyche_app.gui.library.state import form_of
from quyche_app.gui.session import Session
from quyche_app.gui.tasks.operation import Operation
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.basic import Label, Rule, column, row
from quyche_app.gui.widgets.buttons import LinkButton
from quyche_app.gui.widgets.chips import Chip
from quyche_app.gui.widgets.dialog_foot import closing_foot
from quyche_app.gui.words import day_words, size_words
from quyche_app.languages import tr, tr_all
from quyche_app.services.views import DocumentDetails, OriginalRow, Role, TextAt

_KINDS = {
    Role.REGULATION: "Quy chế, văn bản",
    Role.AMENDING: "Văn bản sửa đổi",
    Role.DRAFT: "Dự thảo",
}


class InfoDialog(QDialog):
    """Facts of one text; a file can be copied out, byte for byte as it came."""

    def __init__(
        self, session: Session, details: DocumentDetails, text: TextAt, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.session, self._document = session, details.row.id
        self.setWindowTitle(tr("Thông tin văn bản"))
        self.setMinimumWidth(px(560))
        layout = column(self, margins=(20, 16, 20, 16), gap=10)
        head = row(gap=10)
        head.addWidget(Label(details.row.number or tr("chưa có số"), size=t.SIZE_H1, bold=True))
        head.addWidget(Chip(tr(details.row.chip), form_of(details.row)))
        head.addStretch()
        layout.addLayout(head)
        layout.addWidget(Label(details.row.title, wraps=True))
        layout.addWidget(Rule())
        layout.addLayout(self._facts(details, text))
        layout.addWidget(Rule())
        layout.addWidget(Label(tr("Tệp gốc"), bold=True))
        for original in details.originals:
            layout.addLayout(self._file(original))
        if not details.originals:
            layout.addWidget(Label(tr("Soạn trong chương trình, không có tệp gốc."), "text2"))
        layout.addStretch()
        layout.addLayout(closing_foot(self))

    def _facts(self, details: DocumentDetails, text: TextAt) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        act, document = text.act, details.row
        facts = (
            (tr("Loại"), tr(_KINDS[document.role])),
            (tr("Cơ quan ban hành"), document.issuer),
            (tr("Người ký"), act.signer),
            (tr("Ngày ký"), day_words(act.issue_date, "")),
            (tr("Ngày có hiệu lực"), day_words(act.effect_date, "")),
            (tr("Quy mô"), tr_all(document.remarks)),
            (tr("Sửa đổi bởi"), ", ".join(each.cited_as for each in text.amended_by)),
            (tr("Số mốc"), str(len(details.milestones))),
        )
        shown = [(name, words) for name, words in facts if words]
        for number, (name, words) in enumerate(shown):
            grid.addWidget(Label(name, "text2"), number, 0, Qt.AlignmentFlag.AlignTop)
            told = Label(words, wraps=True)
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(told, number, 1)
        return grid

    def _file(self, original: OriginalRow):  # type: ignore[no-untyped-def]
        outer = column(gap=2)
        line = row(gap=8)
        line.addWidget(Label(original.name))
        line.addWidget(
            Chip(
                tr("nguyên vẹn") if original.is_intact else tr("đã bị đổi ngoài chương trình"),
                "good_ok" if original.is_intact else "bad_err",
            )
        )
        line.addStretch()
        copy = LinkButton(tr("Chép sang tệp…"))
        copy.clicked.connect(partial(self._copy, original.name))
        line.addWidget(copy)
        outer.addLayout(line)
        outer.addWidget(
            Label(
                tr(
                    "{size} · mã kiểm tra {hash}",
                    size=size_words(original.size_bytes),
                    hash=original.sha256,
                ),
                "text2",
                t.SIZE_SMALL,
                wraps=True,
            )
        )
        return outer

    def _copy(self, name: str) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Chép tệp gốc"), name)
        if chosen:
            copy_original(self.session, self._document, name, Path(chosen))


def copy_original(session: Session, document: str, name: str, path: Path) -> None:
    """Write an original file elsewhere, byte for byte."""
    from quyche_app.services.library import write_original

    workspace = session.workspace
    session.run(
        Operation(
            tr("Đang chép tệp gốc"),
            lambda progress: write_original(workspace, document, name, path),
            lambda _: session.hinted.emit(tr("Đã chép tệp gốc vào {path}.", path=str(path))),
        )
    )
