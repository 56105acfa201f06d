"""The outline: an item model over the frozen tree of a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from quyche_app.domain.acts import Act
from quyche_app.domain.flow import own_head_lines
from quyche_app.domain.texts import capital, search_key, shortened
from quyche_app.domain.units import GROUPING_KINDS, Unit, walk
from quyche_app.drafting.session import Removed
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, program_font, px, row_px
from quyche_app.languages import tr

_Index = QModelIndex | QPersistentModelIndex
UNIT_ROLE = Qt.ItemDataRole.UserRole
GROUP_ROLE = Qt.ItemDataRole.UserRole + 2
MARK_ROLE = Qt.ItemDataRole.UserRole + 3
_MIME = "application/x-quyche-unit"
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_MOVABLE = _PLAIN | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
MARK_INKS = {"+": "added", "•": "doubt", "−": "removed", "↕": "moved", "⚠": "doubt"}
MARK_WORDS = {"+": "thêm", "•": "sửa", "−": "bỏ", "↕": "chuyển", "⚠": "cần xem"}


@dataclass
class _Node:
    """A line of the outline."""

    unit_id: str
    label: str
    is_group: bool
    parent: int
    row: int
    children: list[int] = field(default_factory=list)
    shown: list[int] = field(default_factory=list)
    is_gone: bool = False


def outline_label(unit: Unit) -> str:
    """Give a line of the outline: "Điều 12. Chế độ hội nghị", "Chương I. Quy định chung",
    "Khoản 3"."""
    name = unit.prefix.strip().rstrip(".:)")
    heading = " ".join(unit.heading_words.split())
    if unit.kind in GROUPING_KINDS or heading:
        if heading.isupper():
            heading = capital(heading.lower())
        return f"{name}. {heading}" if heading else name
    lines = own_head_lines(unit)
    return shortened(lines[0], 60) if lines else name


@lru_cache(maxsize=16384)
def _key_of(label: str) -> str:
    return search_key(label)


class OutlineModel(QAbstractItemModel):
    """Units of all components; nodes are found by number, so that no Python object may die.

    Args:
        may_move: asked while a provision is dragged: (unit, parent, place) → whether it may go there.

    Signals:
        moved: (unit, parent, place) when a provision was dropped.
        hovered: the same while it is dragged over a place where it may go.
    """

    moved = Signal(str, str, int)
    hovered = Signal(str, str, int)

    def __init__(self, may_move: Callable[[str, str, int], bool] | None = None) -> None:
        super().__init__()
        self._nodes: list[_Node] = []
        self._top: list[int] = []
        self._number_of: dict[str, int] = {}
        self._marks: Mapping[str, str] = {}
        self._labels: dict[str, tuple[Unit, str]] = {}
        self._words = ""
        self._shown: list[int] = []
        self._is_kept: list[bool] | None = None
        self._may_move = may_move

    def show(
        self, act: Act, marks: Mapping[str, str] | None = None, removed: Sequence[Removed] = ()
    ) -> None:
        """Show the structure of another text.

        Args:
            marks: identity → "+", "•", "−", "↕".
            removed: provisions that are no more there, shown where they stood.
        """
        self.beginResetModel()
        self._nodes, self._top, self._number_of, self._marks = [], [], {}, marks or {}
        self._removed: dict[str, list[Removed]] = {}
        for gone in removed:
            self._removed.setdefault(gone.parent_id, []).append(gone)
        several = len(act.components) > 1
        for component in act.components:
            parent = -1
            if several:
                words = component.title or component.label or tr("Văn bản")
                parent = self._add(component.id, shortened(" ".join(words.split()), 60), True, -1)
            self._add_units(component.units, parent, component.id)
        self._filter()
        self.endResetModel()

    def filter_by(self, words: str) -> int:
        """Keep lines that have the words (marks optional) with what stands above them; give how many
        lines are shown."""
        wanted = search_key(words.strip())
        if wanted != self._words:
            self.beginResetModel()
            self._words = wanted
            self._filter()
            self.endResetModel()
        return sum(len(node.shown) for node in self._nodes) + len(self._shown)

    def _filter(self) -> None:
        """Which children every line shows, and the row of each."""
        nodes, words = self._nodes, self._words
        if not words:
            for node in nodes:
                node.shown = node.children
            self._shown = self._top
        else:
            kept = [words in _key_of(node.label) for node in nodes]
            for number in range(len(nodes) - 1, -1, -1):  # children stand behind their parents
                if kept[number] and nodes[number].parent >= 0:
                    kept[nodes[number].parent] = True
            for node in nodes:
                node.shown = [child for child in node.children if kept[child]]
            self._shown = [number for number in self._top if kept[number]]
        for siblings in (self._shown, *(node.shown for node in nodes if node.shown)):
            for at, number in enumerate(siblings):
                nodes[number].row = at
        self._is_kept = None if not words else kept

    def _add(
        self, unit_id: str, label: str, is_group: bool, parent: int, *, is_gone: bool = False
    ) -> int:
        siblings = self._nodes[parent].children if parent >= 0 else self._top
        number = len(self._nodes)
        self._nodes.append(_Node(unit_id, label, is_group, parent, len(siblings), is_gone=is_gone))
        siblings.append(number)
        self._number_of[unit_id] = number
        return number

    def _add_units(self, units: Sequence[Unit], parent: int, parent_id: str) -> None:
        gone = list(self._removed.get(parent_id, ()))
        inside = {unit.id: {u.id for u in walk((unit,))} for unit in units} if gone else {}
        firsts = [g for g in gone if not any(g.after_id in ids for ids in inside.values())]
        for removed in firsts:
            self._add(removed.unit.id, self._label(removed.unit), False, parent, is_gone=True)
        for unit in units:
            number = self._add(unit.id, self._label(unit), unit.kind in GROUPING_KINDS, parent)
            self._add_units(unit.children, number, unit.id)
            for removed in gone:
                if removed.after_id in inside[unit.id]:
                    self._add(
                        removed.unit.id, self._label(removed.unit), False, parent, is_gone=True
                    )

    def _label(self, unit: Unit) -> str:
        """A unit that an edit did not touch is the same object, and its line the same."""
        known = self._labels.get(unit.id)
        if known is None or known[0] is not unit:
            known = self._labels[unit.id] = (unit, outline_label(unit))
        return known[1]

    def remark(self, marks: Mapping[str, str]) -> None:
        """Show other marks on the same structure."""
        changed = {u for u in {*self._marks, *marks} if self._marks.get(u) != marks.get(u)}
        self._marks = marks
        for unit_id in changed:
            self._tell(unit_id)

    def reword(self, unit: Unit) -> None:
        """Show the other words of one provision."""
        number = self._number_of.get(unit.id)
        if number is not None and self._nodes[number].label != outline_label(unit):
            self._nodes[number].label = outline_label(unit)
            self._tell(unit.id)

    def _tell(self, unit_id: str) -> None:
        index = self.index_of(unit_id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    # -- dragging -----------------------------------------------------------------------------------

    def flags(self, index: _Index) -> Qt.ItemFlag:
        # Asked for every line that is laid out: no flags are put together here.
        if self._may_move is None:
            return _PLAIN if index.isValid() else Qt.ItemFlag.NoItemFlags
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return _PLAIN if self._nodes[index.internalId()].is_gone else _MOVABLE

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        unit_ids = [str(index.data(UNIT_ROLE)) for index in indexes[:1]]
        data.setData(_MIME, "".join(unit_ids).encode())
        return data

    def _drop_place(self, row: int, parent: _Index) -> tuple[str, int]:
        """The provision that takes the dropped one, and the place among what it holds."""
        parent_id = self._nodes[parent.internalId()].unit_id if parent.isValid() else ""
        children = self._nodes[parent.internalId()].shown if parent.isValid() else self._shown
        there = [n for n in children[: row if row >= 0 else None] if not self._nodes[n].is_gone]
        return parent_id, len(there)

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        if self._may_move is None or not data.hasFormat(_MIME):
            return False
        unit_id = bytes(data.data(_MIME).data()).decode()
        place = self._drop_place(row, parent)
        may = self._may_move(unit_id, *place)
        if may:
            self.hovered.emit(unit_id, *place)
        return may

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        if self.canDropMimeData(data, action, row, column, parent):
            unit_id = bytes(data.data(_MIME).data()).decode()
            self.moved.emit(unit_id, *self._drop_place(row, parent))
        return False  # the draft moves it; the view must not take the row away itself

    def index_of(self, unit_id: str) -> QModelIndex:
        """Give the line of a unit; invalid when it is not here."""
        number = self._number_of.get(unit_id)
        if number is None or (self._is_kept is not None and not self._is_kept[number]):
            return QModelIndex()
        return self.createIndex(self._nodes[number].row, 0, number)

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._nodes[parent.internalId()].shown if parent.isValid() else self._shown
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid():
            return QModelIndex()
        above = self._nodes[index.internalId()].parent
        return self.createIndex(self._nodes[above].row, 0, above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._nodes[parent.internalId()].shown) if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self._nodes[index.internalId()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return node.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            mark = "−" if node.is_gone else self._marks.get(node.unit_id, "")
            return f"{node.label} ({tr(MARK_WORDS[mark])})" if mark else node.label
        if role == UNIT_ROLE:
            return node.unit_id
        if role == GROUP_ROLE:
            return node.is_group
        if role == MARK_ROLE:
            return "−" if node.is_gone else self._marks.get(node.unit_id, "")
        return None


class OutlineRows(QStyledItemDelegate):
    """27 px rows: groups bold, a mark for what was added, changed, moved or is gone."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(80), row_px(t.ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_on = bool(state & QStyle.StateFlag.State_Selected)
        is_group = bool(index.data(GROUP_ROLE))
        if is_on:
            painter.fillRect(rect, color("accent_pale"))
            view = option.widget
            left = 0 if isinstance(view, QTreeView) else rect.x()
            painter.fillRect(left, rect.y(), px(3), rect.height(), color("accent"))
        size = t.SIZE_SMALL if is_group else t.SIZE_BODY
        font = program_font(size, bold=is_group or is_on)
        font.setStrikeOut(index.data(MARK_ROLE) == "−")
        painter.setFont(font)
        painter.setPen(color("accent_text" if is_on else ("text2" if is_group else "text")))
        inner = rect.adjusted(px(2), 0, -px(26), 0)
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
        mark = str(index.data(MARK_ROLE) or "")
        if mark:
            painter.setPen(color(MARK_INKS[mark]))
            painter.setFont(program_font(bold=True))
            box = rect.adjusted(0, 0, -px(10), 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, mark)
