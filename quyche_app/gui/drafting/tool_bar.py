"""The tool bar over the page of a draft: what can be done at the caret, and what undo would take
back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent

from quyche_app.domain.messages import Message
from quyche_app.domain.texts import capital
from quyche_app.domain.units import Unit, UnitKind
from quyche_app.drafting.session import DraftSession
from quyche_app.gui.drafting.at_desk import ToolDesk
from quyche_app.gui.drafting.kinds import KIND_NAMES, LEVELS
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.basic import Panel, Rule, row
from quyche_app.gui.widgets.buttons import Button, IconButton
from quyche_app.gui.widgets.fields import Combo
from quyche_app.languages import tr


class ToolBar(Panel):
    """The buttons of a draft.

    Signals:
        level_chosen: the ``UnitKind`` that the provision at the caret shall be.
        add_asked: where the menu of what can be added is wanted.
    """

    level_chosen = Signal(object)
    add_asked = Signal(QPoint)

    def __init__(self, desk: ToolDesk) -> None:
        super().__init__("window", "b")
        self.setFixedHeight(px(38))
        self._names: tuple[Message | None, Message | None] = (None, None)  # undo, redo
        self._line = row(self, margins=(12, 0, 12, 0), gap=6)
        self._undo = self._tool("undo", tr("Hoàn tác"), "Ctrl+Z", desk.undo)
        self._redo = self._tool("redo", tr("Làm lại"), "Ctrl+Y", desk.redo)
        self._gap()
        self.level = Combo(tr("Cấp"), width=92)
        self.level.offer(
            tuple((kind.value, capital(tr(name))) for kind, name in LEVELS.items()), ""
        )
        self.level.currentIndexChanged.connect(self._on_level)
        self.level.setToolTip(tr("Cấp của phần có con trỏ"))
        self._line.addWidget(self.level)
        self._tool("bold", tr("Chữ đậm"), "Ctrl+B", desk.bold)
        self._tool("italic", tr("Chữ nghiêng"), "Ctrl+I", desk.italic)
        self._gap()
        self._add_words = tr("Thêm khoản")
        self._add = Button(self._add_words, "plus")
        self._add.clicked.connect(desk.add)
        self._line.addWidget(self._add)
        more = IconButton("down", tr("Thêm phần khác…"), small=True)
        more.clicked.connect(
            lambda: self.add_asked.emit(more.mapToGlobal(QPoint(0, more.height())))
        )
        self._line.addWidget(more)
        self._gap()
        self._tool("indent", tr("Hạ một cấp"), "Tab", desk.demote)
        self._tool("left", tr("Nâng một cấp"), "Shift+Tab", desk.promote)
        self._tool("up", tr("Chuyển lên"), "Alt+PgUp", desk.move_up)
        self._tool("down", tr("Chuyển xuống"), "Alt+PgDown", desk.move_down)
        self._tool("table", tr("Thêm bảng"), "", desk.add_table)
        self._line.addStretch()
        self._marks = Button(tr("Dấu sửa"), "eye")
        self._marks.setCheckable(True)
        self._marks.setChecked(True)
        self._marks.clicked.connect(desk.toggle_marks)
        self._line.addWidget(self._marks)

    def _gap(self) -> None:
        rule = Rule(upright=True)
        rule.setFixedHeight(px(22))
        self._line.addWidget(rule)

    def _tool(self, icon: str, words: str, key: str, run: Callable[[], object]) -> IconButton:
        button = IconButton(icon, words, key=key, small=True, quiet=True)
        button.clicked.connect(lambda: run())
        self._line.addWidget(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the room is short, icons alone; their words are the tool tips."""
        for button, words in ((self._marks, tr("Dấu sửa")), (self._add, self._add_words)):
            button.set_words(words)
        for button in (self._marks, self._add):
            if self._line.sizeHint().width() > self.width():
                button.set_words("")
        for button, words in ((self._marks, tr("Dấu sửa")), (self._add, self._add_words)):
            button.setAccessibleName(words)
            button.setToolTip(words)

    # -- showing ----------------------------------------------------------------------------------

    def show_draft(self, drafting: DraftSession) -> None:
        """Show what can be taken back and done again, and what stands at the caret."""
        names = (drafting.undo_said, drafting.redo_said)
        if names != self._names:  # not at every key
            self._names = names
            for button, verb, name in (
                (self._undo, tr("Hoàn tác"), names[0]),
                (self._redo, tr("Làm lại"), names[1]),
            ):
                button.setEnabled(name is not None)
                button.setToolTip(f"{verb}: {tr(name)}" if name is not None else verb)

    def show_here(self, unit: Unit | None) -> None:
        """Show the level of the provision at the caret; the button names what it will insert there."""
        self.level.setEnabled(unit is not None and unit.kind in LEVELS)
        if unit is None:
            return
        blocked = self.level.blockSignals(True)
        self.level.setCurrentIndex(self.level.findData(unit.kind.value))
        self.level.blockSignals(blocked)
        self.level.update()
        self._add_words = tr("Thêm {kind}", kind=tr(KIND_NAMES[unit.kind]))
        self._fit()

    def show_marks_on(self, is_on: bool) -> None:
        """Show whether words are marked against the base."""
        self._marks.setChecked(is_on)

    def _on_level(self) -> None:
        if self.level.value:
            self.level_chosen.emit(UnitKind(self.level.value))
