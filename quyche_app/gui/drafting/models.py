"""The outline: an item model over the frozen tree of a text."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from quyche_app.domain.acts import Act
from quyche_app.domain.texts import search_key, shortened
from quyche_app.domain.units import GROUPING_KINDS, Unit, own_head_lines
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, program_font, px
from quyche_app.gui.words import capital

_Index = QModelIndex | QPersistentModelIndex
UNIT_ROLE = Qt.ItemDataRole.UserRole
SEARCH_ROLE = Qt.ItemDataRole.UserRole + 1
GROUP_ROLE = Qt.ItemDataRole.UserRole + 2
NOTED_ROLE = Qt.ItemDataRole.UserRole + 3


@dataclass
class _Node:
    """A line of the outline."""

    unit_id: str
    label: str
    is_group: bool
    parent: int
    row: int
    children: list[int] = field(default_factory=list)


def outline_label(unit: Unit) -> str:
    """Give a line of the outline: "Điều 12. Chế độ hội nghị", "Chương I. Quy định chung",
    "Khoản 3"."""
    name = unit.prefix.strip().rstrip(".:)")
    heading = " ".join((unit.heading or "").split())
    if unit.kind in GROUPING_KINDS or heading:
        if heading.isupper():
            heading = capital(heading.lower())
        return f"{name}. {heading}" if heading else name
    lines = own_head_lines(unit)
    return shortened(lines[0], 60) if lines else name


class OutlineModel(QAbstractItemModel):
    """Units of all components; nodes are found by number, so that no Python object may die."""

    def __init__(self) -> None:
        super().__init__()
        self._nodes: list[_Node] = []
        self._top: list[int] = []
        self._number_of: dict[str, int] = {}
        self._noted: frozenset[str] = frozenset()

    def show(self, act: Act, noted: frozenset[str] = frozenset()) -> None:
        """Show the structure of another text; ``noted`` units carry a mark."""
        self.beginResetModel()
        self._nodes, self._top, self._number_of, self._noted = [], [], {}, noted
        several = len(act.components) > 1
        for component in act.components:
            parent = -1
            if several:
                words = component.title or component.label or "Văn bản"
                parent = self._add(component.id, shortened(" ".join(words.split()), 60), True, -1)
            for unit in component.units:
                self._add_unit(unit, parent)
        self.endResetModel()

    def _add(self, unit_id: str, label: str, is_group: bool, parent: int) -> int:
        siblings = self._nodes[parent].children if parent >= 0 else self._top
        number = len(self._nodes)
        self._nodes.append(_Node(unit_id, label, is_group, parent, len(siblings)))
        siblings.append(number)
        self._number_of[unit_id] = number
        return number

    def _add_unit(self, unit: Unit, parent: int) -> None:
        number = self._add(unit.id, outline_label(unit), unit.kind in GROUPING_KINDS, parent)
        for child in unit.children:
            self._add_unit(child, number)

    def index_of(self, unit_id: str) -> QModelIndex:
        """Give the line of a unit; invalid when it is not here."""
        number = self._number_of.get(unit_id)
        if number is None:
            return QModelIndex()
        return self.createIndex(self._nodes[number].row, 0, number)

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._nodes[parent.internalId()].children if parent.isValid() else self._top
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid():
            return QModelIndex()
        above = self._nodes[index.internalId()].parent
        return self.createIndex(self._nodes[above].row, 0, above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._nodes[parent.internalId()].children) if parent.isValid() else len(self._top)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self._nodes[index.internalId()]
        if role in (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
        ):
            return node.label
        if role == UNIT_ROLE:
            return node.unit_id
        if role == SEARCH_ROLE:
            return search_key(node.label)
        if role == GROUP_ROLE:
            return node.is_group
        if role == NOTED_ROLE:
            return node.unit_id in self._noted
        return None


class OutlineFilter(QSortFilterProxyModel):
    """Keeps lines that have the typed words (marks optional), with what stands above them."""

    def __init__(self) -> None:
        super().__init__()
        self.setRecursiveFilteringEnabled(True)
        self.setFilterRole(SEARCH_ROLE)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def filter_by(self, words: str) -> None:
        """Filter by words."""
        self.setFilterFixedString(search_key(words.strip()))


class OutlineRows(QStyledItemDelegate):
    """27 px rows: groups bold, a dot for what an act has written."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(80), px(t.ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_on = bool(state & QStyle.StateFlag.State_Selected)
        is_group = bool(index.data(GROUP_ROLE))
        if is_on:
            painter.fillRect(rect, color("accent_pale"))
        size = t.SIZE_SMALL if is_group else t.SIZE_BODY
        painter.setFont(program_font(size, bold=is_group or is_on))
        painter.setPen(color("accent_text" if is_on else ("text2" if is_group else "text")))
        inner = rect.adjusted(px(2), 0, -px(20), 0)
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
        if index.data(NOTED_ROLE):
            painter.setPen(color("doubt"))
            painter.setFont(program_font(bold=True))
            mark = rect.adjusted(0, 0, -px(10), 0)
            painter.drawText(mark, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, "•")
