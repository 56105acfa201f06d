"""The left side of Soạn thảo: the outline, its filter, and what its marks mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QFrame, QToolTip, QTreeView, QWidget

from quyche_app.domain.acts import Act
from quyche_app.domain.units import Unit
from quyche_app.drafting.session import Removed
from quyche_app.gui.drafting.models import (
    MARK_INKS,
    MARK_WORDS,
    UNIT_ROLE,
    OutlineModel,
    OutlineRows,
)
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.basic import Label, Panel, column, ground, row
from quyche_app.gui.widgets.fields import TextField
from quyche_app.gui.widgets.flow_layout import FlowLayout
from quyche_app.languages import tr

_FOUND_OPEN = 600  # lines
_OPEN_AT_FIRST = 1  # levels; a long text opens its chapters only


class StructurePanel(Panel):
    """The outline.

    Args:
        may_move: (unit, parent, place) → whether a provision may go there.
        number_at: the same → what it would be called there.

    Signals:
        chosen: identity of the provision a person went to.
        moved: (unit, parent, place) when a provision was dropped elsewhere.
        menu_asked: where a menu is wanted, on the screen.
    """

    chosen = Signal(str)
    moved = Signal(str, str, int)
    menu_asked = Signal(QPoint)

    def __init__(
        self, may_move: Callable[[str, str, int], bool], number_at: Callable[[str, str, int], str]
    ) -> None:
        super().__init__("panel")
        self._number_at = number_at
        self._words_there = ""
        self.setMinimumWidth(px(180))
        layout = column(self, margins=(0, 8, 1, 0), gap=6)
        head = row(margins=(12, 0, 12, 0))
        head.addWidget(Label(tr("Cấu trúc"), bold=True))
        head.addStretch()
        self._articles = Label("", "text2", t.SIZE_SMALL)
        head.addWidget(self._articles)
        layout.addLayout(head)
        field_row = row(margins=(10, 0, 10, 0))
        self._find = TextField(tr("Tìm điều, khoản…"), "search", "Ctrl+G")
        self._find.textChanged.connect(self._on_find)
        field_row.addWidget(self._find)
        layout.addLayout(field_row)
        self.tree = self._make_tree(may_move)
        layout.addWidget(self.tree, 1)
        foot = Panel("panel", "t")
        inner = column(foot, margins=(12, 4, 8, 4))
        legend = QWidget()
        flow = FlowLayout(legend)
        for mark, words in MARK_WORDS.items():
            if mark == "⚠":
                continue  # of the review of an import
            pair = QWidget()
            line = row(pair, gap=5)
            line.addWidget(Label(mark, MARK_INKS[mark], bold=True))
            line.addWidget(Label(tr(words), "text2", t.SIZE_SMALL))
            flow.addWidget(pair)
        inner.addWidget(legend)
        layout.addWidget(foot)

    def _make_tree(self, may_move: Callable[[str, str, int], bool]) -> QTreeView:
        tree = QTreeView()
        tree.setHeaderHidden(True)
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setUniformRowHeights(True)
        tree.setIndentation(px(14))
        tree.setAccessibleName(tr("Cấu trúc"))
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._on_menu)
        ground(tree, "panel")
        self._model = OutlineModel(may_move)
        self._model.moved.connect(self.moved)
        self._model.hovered.connect(self._on_hover)
        self._hovered: tuple[str, str, int] | None = None
        tree.setModel(self._model)
        self._rows = OutlineRows()
        tree.setItemDelegate(self._rows)
        tree.selectionModel().currentChanged.connect(self._on_current)
        tree.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        return tree

    def _on_hover(self, unit_id: str, parent_id: str, at: int) -> None:
        """Say which number the dragged provision would have, before it is dropped."""
        if self._hovered != (unit_id, parent_id, at):
            self._hovered = (unit_id, parent_id, at)
            self._words_there = self._number_at(unit_id, parent_id, at)
        if self._words_there:
            QToolTip.showText(
                QCursor.pos(), tr("Thả ở đây: {place}", place=self._words_there), self.tree
            )

    def show_act(
        self,
        act: Act,
        articles: int,
        marks: Mapping[str, str],
        removed: Sequence[Removed] = (),
        *,
        is_draft: bool,
    ) -> None:
        """Show a text; what is open stays open."""
        is_same = self._model.index_of(act.components[0].id).isValid() or any(
            self._model.index_of(unit.id).isValid() for unit in act.components[-1].units[:1]
        )
        open_units = self.open_units() if is_same else None
        self._model.show(act, marks, removed)
        self._articles.setText(tr("{count} điều", count=articles))
        self.tree.setDragDropMode(
            QAbstractItemView.DragDropMode.InternalMove
            if is_draft
            else QAbstractItemView.DragDropMode.NoDragDrop
        )
        if self._find.text().strip():
            self._open_found(self._model.filter_by(self._find.text()))
        elif open_units is None:
            self.tree.expandToDepth(_OPEN_AT_FIRST)
        else:
            for unit_id in open_units:
                self.tree.setExpanded(self._index(unit_id), True)

    def open_units(self) -> list[str]:
        """Give the lines that stand open, from the top."""
        found: list[str] = []

        def look(parent: QModelIndex) -> None:
            for at in range(self._model.rowCount(parent)):
                index = self._model.index(at, 0, parent)
                if self.tree.isExpanded(index):
                    found.append(str(index.data(UNIT_ROLE)))
                    look(index)

        look(QModelIndex())
        return found

    def open_only(self, unit_ids: Sequence[str]) -> None:
        """Open some lines and no others."""
        self.tree.collapseAll()
        for unit_id in unit_ids:
            self.tree.setExpanded(self._index(unit_id), True)

    def show_marks(self, marks: Mapping[str, str]) -> None:
        """Show other marks."""
        self._model.remark(marks)

    def show_words(self, unit: Unit) -> None:
        """Show the other words of one provision."""
        self._model.reword(unit)

    def _index(self, unit_id: str) -> QModelIndex:
        return self._model.index_of(unit_id)

    def select(self, unit_id: str) -> None:
        """Choose a provision without telling anybody."""
        index = self._index(unit_id)
        if index.isValid():
            selection = self.tree.selectionModel()
            blocked = selection.blockSignals(True)
            self.tree.setCurrentIndex(index)
            selection.blockSignals(blocked)
            self.tree.scrollTo(index)
            self.tree.viewport().update()

    def focus_find(self) -> None:
        """Put the caret into the field."""
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()

    def filter_by(self, words: str) -> None:
        """Show the provisions that say words, and what stands above them."""
        self._find.setText(words)

    def _on_current(self, index: QModelIndex) -> None:
        unit_id = index.data(UNIT_ROLE)
        if isinstance(unit_id, str):
            self.chosen.emit(unit_id)

    def _on_find(self, words: str) -> None:
        self._open_found(self._model.filter_by(words))

    def _open_found(self, count: int) -> None:
        """Open what was found; where nearly everything matches, chapters only."""
        if self._find.text().strip() and count <= _FOUND_OPEN:
            self.tree.expandAll()
        else:
            self.tree.expandToDepth(_OPEN_AT_FIRST)

    def _on_menu(self, position: QPoint) -> None:
        self.menu_asked.emit(self.tree.viewport().mapToGlobal(position))
