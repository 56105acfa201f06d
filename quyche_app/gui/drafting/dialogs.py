"""Dialogs of a draft: the name of a milestone, going back to one, two texts of one provision."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QRadioButton, QWidget

from quyche_app.domain.errors import ClashError
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import program_font, px
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.buttons import Button
from quyche_app.gui.widgets.dialog_foot import asking_foot
from quyche_app.gui.widgets.fields import TextField
from quyche_app.gui.widgets.scrolling import scrolled
from quyche_app.languages import tr
from quyche_app.services.views import MilestoneRow


class MilestoneDialog(QDialog):
    """Asks for the name under which the present text is kept.

    Signals:
        named: the name.
    """

    named = Signal(str)

    def __init__(self, proposed: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Đánh dấu mốc"))
        self.setMinimumWidth(px(460))
        layout = column(self, margins=(16, 16, 16, 16), gap=12)
        layout.addWidget(Label(tr("Đánh dấu mốc"), size=t.SIZE_H1, bold=True))
        layout.addWidget(
            Label(
                tr(
                    "Lời văn lúc này được giữ lại dưới tên này, xem lại, so sánh và lấy lại được "
                    "bất cứ lúc nào."
                ),
                "text2",
                wraps=True,
            )
        )
        self._name = TextField(tr("Tên mốc"))
        self._name.setText(proposed)
        self._name.selectAll()
        layout.addWidget(self._name)
        self._name.returnPressed.connect(self._keep)
        layout.addLayout(asking_foot(self, tr("Đánh dấu mốc"), "flag", self._keep))

    def _keep(self) -> None:
        name = self._name.text().strip()
        if name:
            self.named.emit(name)
            self.accept()


class MilestonesDialog(QDialog):
    """The milestones of a draft: see one, compare it with the present text, take it back.

    Signals:
        see, compare, restore: a ``MilestoneRow``.
    """

    see = Signal(object)
    compare = Signal(object)
    restore = Signal(object)

    def __init__(self, milestones: Sequence[MilestoneRow], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Các mốc của dự thảo"))
        self.resize(px(560), px(420))
        layout = column(self, margins=(16, 16, 16, 16), gap=12)
        layout.addWidget(Label(tr("Các mốc của dự thảo"), size=t.SIZE_H1, bold=True))
        layout.addWidget(
            Label(
                tr("Lấy lại một mốc là một bước sửa: hoàn tác được, các mốc khác vẫn còn."),
                "text2",
                wraps=True,
            )
        )
        inside = Panel("page")
        lines = column(inside, margins=(12, 12, 12, 12), gap=8)
        self._choices: list[tuple[QRadioButton, MilestoneRow]] = []
        for milestone in milestones:
            button = QRadioButton(f"{milestone.title}  ({milestone.remark})")
            button.setFont(program_font())
            button.toggled.connect(self._on_choice)
            self._choices.append((button, milestone))
            lines.addWidget(button)
        lines.addStretch()
        layout.addWidget(scrolled(inside, "page"), 1)
        buttons = row()
        close = Button(tr("Đóng"))
        close.clicked.connect(self.reject)
        buttons.addWidget(close)
        buttons.addStretch()
        self._see = Button(tr("Xem"), "eye")
        self._compare = Button(tr("So với hiện nay"), "compare")
        self._restore = Button(tr("Lấy lại mốc này"), "history", main=True)
        for made, signal in (
            (self._see, self.see),
            (self._compare, self.compare),
            (self._restore, self.restore),
        ):
            made.setEnabled(False)
            made.clicked.connect(lambda _=False, told=signal: self._take(told))
            buttons.addWidget(made)
        layout.addLayout(buttons)

    def _chosen(self) -> MilestoneRow | None:
        return next((row for button, row in self._choices if button.isChecked()), None)

    def _on_choice(self) -> None:
        for button in (self._see, self._compare, self._restore):
            button.setEnabled(self._chosen() is not None)

    def _take(self, told: SignalInstance) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            told.emit(chosen)


class ClashDialog(QDialog):
    """Two texts of the same provisions: that of the workspace, and that of this person.

    Signals:
        mine, theirs: which one stands.
    """

    mine = Signal()
    theirs = Signal()

    def __init__(self, clash: ClashError, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Hai bản của cùng một điều khoản"))
        self.resize(px(720), px(420))
        layout = column(self, margins=(16, 16, 16, 16), gap=12)
        layout.addWidget(Label(tr("Hai bản của cùng một điều khoản"), size=t.SIZE_H1, bold=True))
        inside = Panel("page")
        lines = column(inside, margins=(12, 12, 12, 12), gap=8)
        for line in clash.detail.split("\n"):
            lines.addWidget(Label(line, wraps=True))
        lines.addStretch()
        layout.addWidget(scrolled(inside, "page"), 1)
        buttons = row()
        later = Button(tr("Để sau"))
        later.clicked.connect(self.reject)
        buttons.addWidget(later)
        buttons.addStretch()
        for words, told in (
            (tr("Lấy bản của người ấy"), self.theirs),
            (tr("Giữ bản của tôi"), self.mine),
        ):
            button = Button(words)
            button.clicked.connect(self.accept)
            button.clicked.connect(told)
            buttons.addWidget(button)
        layout.addLayout(buttons)
