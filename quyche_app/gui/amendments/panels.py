"""Parts of the amendment desk: the list of cards, the table of occurrences, both texts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QListView,
    QSplitter,
    QTreeView,
    QWidget,
)

from quyche_app.domain.operations import Occurrence
from quyche_app.gui.amendments.models import (
    CARD_ROLE,
    CardRows,
    CardsModel,
    OccurrenceRows,
    OccurrencesModel,
)
from quyche_app.gui.amendments.state import FILTERS, Card
from quyche_app.gui.compare.marked import MarkedTexts
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import program_font, px
from quyche_app.gui.widgets.basic import Label, Panel, column, ground, row
from quyche_app.gui.widgets.buttons import Button, LinkButton
from quyche_app.gui.widgets.chips import FilterChip
from quyche_app.gui.widgets.flow_layout import FlowLayout
from quyche_app.gui.widgets.flow_view import FlowView
from quyche_app.gui.widgets.progress_line import ProgressLine
from quyche_app.gui.widgets.states import IconMark
from quyche_app.languages import tr


class CardsPanel(Panel):
    """Counts, filter chips, cards, and how much of the act was not read.

    Signals:
        filter_chosen: key of a filter chip.
        card_chosen: index of an instruction.
    """

    filter_chosen = Signal(str)
    card_chosen = Signal(int)
    accept_all_asked = Signal()
    unread_asked = Signal()

    def __init__(self) -> None:
        super().__init__("panel")
        self.setMinimumWidth(px(318))
        layout = column(self, margins=(0, 10, 1, 0), gap=6)
        head = row(margins=(12, 0, 12, 0))
        self._total = Label("", bold=True)
        self._decided = Label("", "text2", t.SIZE_SMALL)
        self._progress = ProgressLine(70)
        head.addWidget(self._total)
        head.addStretch()
        head.addWidget(self._decided)
        head.addWidget(self._progress)
        layout.addLayout(head)
        layout.addWidget(self._make_chips())
        self._accept_all = Button(tr("Chấp nhận mọi nội dung khớp"), "check", small=True)
        self._accept_all.clicked.connect(self.accept_all_asked)
        under = row(margins=(10, 0, 10, 2))
        under.addWidget(self._accept_all)
        under.addStretch()
        layout.addLayout(under)
        layout.addWidget(self._make_list(), 1)
        layout.addWidget(self._make_unread())

    def _make_chips(self) -> QWidget:
        chips = QWidget()
        flow = FlowLayout(chips, margin=10, gap=6)
        self._filters: dict[str, FilterChip] = {}
        for key, words, form in FILTERS:
            chip = FilterChip(key, tr(words), form)
            chip.clicked.connect(partial(self._on_filter, key))
            self._filters[key] = chip
            flow.addWidget(chip)
        return chips

    def _make_list(self) -> QListView:
        self.list = QListView()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        ground(self.list, "panel")
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("Nội dung sửa đổi"))
        self._model = CardsModel()
        self.list.setModel(self._model)
        self._rows = CardRows()
        self.list.setItemDelegate(self._rows)
        self.list.selectionModel().currentChanged.connect(self._on_card)
        return self.list

    def _make_unread(self) -> QWidget:
        panel = Panel("panel", "t")
        line = row(panel, margins=(12, 4, 12, 4), gap=6)
        line.addWidget(IconMark("info", 15, "text2"))
        self._unread = Label("", size=t.SIZE_SMALL, wraps=True)
        line.addWidget(self._unread, 1)
        self._see_unread = LinkButton(tr("Xem"))
        self._see_unread.clicked.connect(self.unread_asked)
        line.addWidget(self._see_unread)
        return panel

    def show_counts(self, counts: dict[str, int], chosen: str, unread: int) -> None:
        """Show the counts of the chips, which chip is on, and how much was not read."""
        for key, words, _ in FILTERS:
            self._filters[key].set_words(f"{tr(words)} {counts[key]}")
            self._filters[key].setChecked(key == chosen)
            self._filters[key].setVisible(key == "all" or counts[key] > 0)
        self._total.setText(tr("{count} nội dung sửa đổi", count=counts["all"]))
        self._unread.setText(
            tr("{count} đoạn của quyết định chưa đọc được", count=unread)
            if unread
            else tr("Mọi đoạn của quyết định đều đã đọc được")
        )
        self._see_unread.setVisible(unread > 0)

    def show_cards(self, cards: tuple[Card, ...], present: int) -> None:
        """Show the cards and the present one among them."""
        self._model.show(cards)
        at = self._model.row_of(present)
        if at >= 0:
            selection = self.list.selectionModel()
            blocked = selection.blockSignals(True)
            self.list.setCurrentIndex(self._model.index(at, 0))
            selection.blockSignals(blocked)
            self.list.scrollTo(self._model.index(at, 0))
            self.list.viewport().update()

    def show_decided(self, words: str, share: float, *, is_recorded: bool, sure_left: bool) -> None:
        """Show how far the person is."""
        self._decided.setText(words)
        self._progress.show_share(share)
        self._accept_all.setVisible(not is_recorded)
        self._accept_all.setEnabled(sure_left)

    def _on_filter(self, key: str, checked: bool = False) -> None:
        self.filter_chosen.emit(key)

    def _on_card(self, index: QModelIndex) -> None:
        card = index.data(CARD_ROLE)
        if card is not None:
            self.card_chosen.emit(card.index)


class OccurrencesPanel(Panel):
    """Each place of a phrase with provision and sentence; hidden for other instructions.

    Signals:
        unit_chosen: the provision of the place that was chosen.
    """

    unit_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("window")
        layout = column(self)
        head = Panel("window", "b")
        line = row(head, margins=(14, 6, 14, 6))
        line.addWidget(Label(tr("Các chỗ xuất hiện"), bold=True))
        self._count = Label("", "text2", t.SIZE_SMALL)
        line.addWidget(self._count)
        line.addStretch()
        layout.addWidget(head)
        self._table = QTreeView()
        self._table.setFrameShape(QFrame.Shape.NoFrame)
        self._table.setRootIsDecorated(False)
        self._table.setUniformRowHeights(True)
        self._table.setAccessibleName(tr("Các chỗ xuất hiện"))
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        ground(self._table, "page")
        self.model = OccurrencesModel()
        self._table.setModel(self.model)
        self._rows = OccurrenceRows()
        self._table.setItemDelegate(self._rows)
        header = self._table.header()
        header.setFixedHeight(px(28))
        header.setFont(program_font(bold=True))
        header.setStretchLastSection(False)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for section, width in ((0, 54), (1, 190), (3, 96)):
            header.resizeSection(section, px(width))
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        layout.addWidget(self._table, 1)

    def show_occurrences(self, occurrences: tuple[Occurrence, ...]) -> None:
        """Show other places; none hide the panel."""
        self.setVisible(bool(occurrences))
        self.model.show(occurrences)
        self._count.setText(tr("{count} chỗ trong phạm vi", count=len(occurrences)))

    def _on_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self.unit_chosen.emit(self.model.occurrence_at(index.row()).unit_id)


class BothTexts(QSplitter):
    """Base and result beside each other, with names and marks."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self._base_name = Label("", "text2")
        self._result_name = Label("", "text2")
        self.base, self.result = FlowView(), FlowView()
        for title, name, view in (
            (tr("BẢN GỐC"), self._base_name, self.base),
            (tr("SAU KHI ÁP DỤNG"), self._result_name, self.result),
        ):
            side = Panel("page")
            layout = column(side)
            head = Panel("window", "bt")
            head.setFixedHeight(px(30))
            line = row(head, margins=(14, 0, 14, 0), gap=5)
            line.addWidget(Label(title, bold=True))
            line.addWidget(name)
            line.addStretch()
            layout.addWidget(head)
            view.setAccessibleName(title.capitalize())
            layout.addWidget(view, 1)
            self.addWidget(side)
        self.setSizes([1 << 14, 1 << 14])  # equal, whatever room there is

    def show_texts(self, marked: MarkedTexts) -> None:
        """Show other texts."""
        self.base.show_blocks(marked.old, marked.changed_old)
        self.result.show_blocks(marked.new, marked.changed_new)

    def show_names(self, base: str, result: str) -> None:
        """Name both sides."""
        self._base_name.setText(base)
        self._result_name.setText(result)

    def show_units(self, old: tuple[str, ...], new: tuple[str, ...]) -> None:
        """Bring a provision into view on both sides: the first that each side has."""
        for view, units in ((self.base, old), (self.result, new)):
            for unit in units:
                if view.set_present(unit):
                    break
