"""So sánh: two named versions side by side. Source: docs/window.md 5.4."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QListView, QWidget

from quyche_app.gui.actions import AnyAction
from quyche_app.gui.changes import Changes
from quyche_app.gui.compare.actions import COMPARE_ACTIONS
from quyche_app.gui.compare.heads import Heads
from quyche_app.gui.compare.layer_strip import LayerStrip
from quyche_app.gui.compare.minimap import Minimap
from quyche_app.gui.compare.models import CHANGE_ROLE, ChangeRows, ChangesModel
from quyche_app.gui.compare.pasted_page import PastedPage
from quyche_app.gui.compare.state import (
    Compared,
    CompareState,
    Version,
    compare_versions,
    read_versions,
)
from quyche_app.gui.compare.view import CompareView
from quyche_app.gui.in_hand import InHand
from quyche_app.gui.places import Place
from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session
from quyche_app.gui.shown import Shown, shown_as, state_words
from quyche_app.gui.tasks.operation import Query
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.basic import Label, Panel, column, ground, row
from quyche_app.gui.widgets.buttons import Button, IconButton
from quyche_app.gui.widgets.fields import Combo, TextField
from quyche_app.gui.widgets.progress_line import ProgressLine
from quyche_app.gui.widgets.splitter import Columns
from quyche_app.gui.widgets.states import EmptyState
from quyche_app.languages import tr

if TYPE_CHECKING:
    from quyche_app.gui.export.printing import Printable


class CompareScreen(Screen):
    """Read two versions side by side, certain that no change was missed."""

    key: ClassVar[str] = "compare"
    table: ClassVar[tuple[AnyAction, ...]] = COMPARE_ACTIONS

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("So sánh"))
        self.state: CompareState = CompareState(
            layers=frozenset(session.option("layers").split(","))
        )
        self._left = Combo(tr("Bản bên trái"), width=236)
        self._right = Combo(tr("Bản bên phải"), width=236)
        self._swap = IconButton("replace", tr("Đổi hai bên"))
        self._swap.clicked.connect(self.swap)
        between = Label(tr("với"), "text2")
        self.header.about(self._left, between, self._right, self._swap)
        self._left.currentIndexChanged.connect(self._on_versions)
        self._right.currentIndexChanged.connect(self._on_versions)
        self._back = IconButton("up", tr("Thay đổi trước"), key="Alt+↑")
        self._where = Label("")
        self._next = IconButton("down", tr("Thay đổi sau"), key="Alt+↓")
        self._back.clicked.connect(self.previous_change)
        self._next.clicked.connect(self.next_change)
        self._export = Button(tr("Xuất"), "export", key="Ctrl+E")
        self._export.clicked.connect(self.export_asked)
        self._paste = IconButton("files", tr("Đối chiếu hai đoạn"))
        self._paste.clicked.connect(self.show_pasted)
        self._leave_pasted = Button(tr("Trở lại hai bản"), "left")
        self._leave_pasted.clicked.connect(self.leave_pasted)
        self._leave_pasted.hide()
        self._of_versions: tuple[QWidget, ...] = (
            self._left,
            between,
            self._right,
            self._swap,
            self._back,
            self._where,
            self._next,
            self._paste,
            self._export,
        )
        self.header.doing(
            self._back, self._where, self._next, self._paste, self._export, self._leave_pasted
        )
        self._body = self._make_body()
        self.pages.addWidget(self._body)
        self._pasted: PastedPage | None = None
        self._behind: QWidget = self._body  # the page that comes when the pasted wordings are left
        self._empty = EmptyState(
            "compare",
            tr("Chưa có văn bản để so sánh"),
            tr("Chọn một quy chế trong kho; chương trình đặt bản gốc và bản hợp nhất cạnh nhau."),
            tr("Chọn văn bản…"),
            tr("Đối chiếu hai đoạn"),
            button_icon="library",
        )
        self._empty.chosen.connect(partial(session.go, "library"))
        self._empty.chosen_second.connect(self.show_pasted)
        session.option_changed.connect(self._on_option)

    # -- composing ------------------------------------------------------------------------------

    def _make_body(self) -> QWidget:
        splitter = Columns(right=302)
        splitter.addWidget(self._make_columns())
        splitter.addWidget(self._make_side())
        self.columns = splitter
        return splitter

    def _make_columns(self) -> QWidget:
        panel = Panel("window")
        layout = column(panel)
        self._layers = LayerStrip(self.state.layers)
        self._layers.toggled.connect(self._toggle_layer)
        self._layers.all_asked.connect(self.show_all_layers)
        layout.addWidget(self._layers)
        self._view = CompareView(self._is_seen)
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._heads = Heads(self._view)
        across = row(gap=0)
        left = column()
        left.addWidget(self._heads)
        left.addWidget(self._view, 1)
        across.addLayout(left, 1)
        self._minimap = Minimap()
        across.addWidget(self._minimap)
        layout.addLayout(across, 1)
        self._view.scrolled.connect(self._show_minimap)
        self._view.change_chosen.connect(self._choose)
        self._view.tick_clicked.connect(self._tick)
        self._minimap.moved_to.connect(self._view.scroll_to_share)
        return panel

    def _make_side(self) -> QWidget:
        panel = Panel("panel")
        panel.setMinimumWidth(px(240))
        layout = column(panel)
        head = row(margins=(12, 10, 12, 4))
        self._progress_words = Label("", bold=True)
        self._progress = ProgressLine()
        head.addWidget(self._progress_words)
        head.addWidget(self._progress)
        head.addStretch()
        head.addWidget(Label(self.session.person, "text2", t.SIZE_SMALL))
        layout.addLayout(head)
        filters = row(margins=(12, 4, 12, 8))
        self._filter = TextField(tr("Lọc: điều, chữ…"), "filter")
        self._filter.textChanged.connect(self._on_filter)
        filters.addWidget(self._filter)
        layout.addLayout(filters)
        self._list = QListView()
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setUniformItemSizes(True)
        ground(self._list, "panel")
        self._list.setAccessibleName(tr("Danh sách thay đổi"))
        self._model = ChangesModel(self._is_seen, self._tick)
        self._list.setModel(self._model)
        self._rows = ChangeRows()
        self._list.setItemDelegate(self._rows)
        self._list.clicked.connect(self._on_listed)
        layout.addWidget(self._list, 1)
        foot = Panel("panel", "t")
        across = row(foot, margins=(12, 10, 12, 10))
        across.addStretch()
        self._seen_next = Button(tr("Đã xem, tiếp"), "ok", main=True, key="Ctrl+Enter")
        self._seen_next.clicked.connect(self.seen_and_next)
        across.addWidget(self._seen_next)
        layout.addWidget(foot)
        return panel

    # -- reading ----------------------------------------------------------------------------------

    def open_place(self, place: Place) -> None:
        same = place.document in ("", self.state.document)
        asked = (place.left or self.state.left, place.right or self.state.right)
        is_asked_anew = not same or asked != (self.state.left, self.state.right)
        if is_asked_anew:
            self.leave_pasted()
        elif self.state.compared is not None and not asked[1].endswith("@"):
            return  # a draft as it is now may have gone on since
        if not place.document:
            self.show_page(self._empty)
            return
        if not same:
            self.state.left = self.state.right = ""
            self.state.compared = None
        self.state.document = place.document
        self.state.left = place.left or self.state.left
        self.state.right = place.right or self.state.right
        self.reload()

    def put_down(self, in_hand: InHand) -> None:
        is_used = self.state.compared is not None or not self.state.pasted.is_empty
        in_hand.comparison = self.state if is_used else None

    def take_up(self, in_hand: InHand) -> None:
        """Go on with the versions that were compared and what was ticked."""
        compared, in_hand.comparison = in_hand.comparison, None
        if compared is not None:  # read anew, in words of now
            self.state = replace(compared, versions=(), compared=None, view=None)
            if self.state.is_pasting:
                self.show_pasted()

    def _on_option(self, key: str) -> None:
        if key == "layers":
            self.state.layers = frozenset(self.session.option("layers").split(","))
            self.state.make_view()
            if self.state.compared is not None:
                self._show_all_rows(keep_place=True)

    def reload(self) -> None:
        self.show_loading(tr("Đang đọc các bản…"))
        self._read_versions(self._take_versions)

    def _read_versions(self, take: Callable[[tuple[Version, ...]], None]) -> None:
        workspace, document = self.session.workspace, self.state.document
        self.session.run(
            Query(
                tr("Đang đọc các bản"),
                lambda progress: read_versions(workspace, document),
                take,
                self.show_error,
                slot=(self, "versions"),
            )
        )

    def refresh(self, changes: Changes) -> None:
        state = self.state
        if not state.document:
            return
        if state.compared is None or changes.in_text(*state.documents()):
            if state.is_as_proposed:
                state.left = state.right = ""  # what was proposed is proposed anew
            self.reload()
        elif changes.in_documents:
            self._read_versions(self._offer_versions)  # what is compared stays as it is

    def _take_versions(self, versions: tuple[Version, ...]) -> None:
        self.state.versions = versions
        if not self.state.left or not self.state.right:
            self.state.choose_first_versions()
        self._offer_versions(versions)
        self._compare()

    def _offer_versions(self, versions: tuple[Version, ...]) -> None:
        self.state.versions = versions
        choices = [(version.key, version.label) for version in versions]
        self._left.offer(self._with(choices, self.state.left), self.state.left)
        self._right.offer(self._with(choices, self.state.right), self.state.right)

    def _with(self, choices: list[tuple[str, str]], key: str) -> list[tuple[str, str]]:
        """A day that no act begins on is a version too."""
        if any(choice == key for choice, _ in choices):
            return choices
        from quyche_app.gui.compare.state import as_at
        from quyche_app.gui.words import day_words

        day, recording = as_at(key)
        words = tr("bản gốc")
        if recording is not None:
            words = tr("lần ghi {recording}", recording=recording)
        elif not isinstance(day, str):
            words = tr("ngày {day}", day=day_words(day)) if day is not None else tr("hiện nay")
        document, _, at = key.partition("@")
        self.state.versions = (*self.state.versions, Version(document, at, words))
        return [*choices, (key, words)]

    def _compare(self) -> None:
        workspace, left, right = self.session.workspace, self.state.left, self.state.right
        if not left or not right:
            self.show_page(self._empty)
            return
        self.show_loading(tr("Đang so sánh…"))
        self.session.run(
            Query(
                tr("Đang so sánh"),
                lambda progress: compare_versions(workspace, left, right, progress),
                self._take_comparison,
                self.show_error,
                slot=(self, "run"),
            )
        )

    def _take_comparison(self, compared: Compared) -> None:
        self.state.take(compared)
        self._heads.show_words(state_words(compared.left), state_words(compared.right))
        self.show_page(self._body)
        self._show_all_rows()

    # -- showing ----------------------------------------------------------------------------------

    def _show_all_rows(self, *, keep_place: bool = False) -> None:
        self._view.show_rows(self.state.rows(), self.state.present, keep_place=keep_place)
        self._model.show(self.state.listed())
        self._show_minimap()
        self._refresh()

    def _show_minimap(self) -> None:
        self._minimap.show_ticks(self._view.ticks(), self._view.visible_share())

    def _refresh(self) -> None:
        state = self.state
        self._layers.show_state(state)
        self._where.setText(
            tr("Thay đổi {present} / {total}", present=state.present, total=state.total)
            if state.total
            else state.verdict()
        )
        self._back.setEnabled(state.present > 1)
        self._next.setEnabled(0 < state.present < state.total)
        self._seen_next.setEnabled(state.total > 0)
        self._progress_words.setText(
            tr("Đã xem {seen} / {total}", seen=state.seen_count(), total=state.total)
        )
        self._progress.show_share(state.seen_count() / state.total if state.total else 0)
        at = self._model.row_of(state.present)
        if at >= 0:
            self._list.setCurrentIndex(self._model.index(at, 0))
        self._model.refresh()
        self.told.emit()

    # -- pasted wordings --------------------------------------------------------------------------------

    def toggle_pasted(self) -> None:
        """Show the pasted wordings, or the versions again."""
        if self.state.is_pasting:
            self.leave_pasted()
        else:
            self.show_pasted()

    def show_pasted(self) -> PastedPage:
        """Compare two wordings from anywhere; what was compared before waits behind it."""
        if self._pasted is None:
            self._pasted = PastedPage(self.session, self.state.pasted)
            self._pasted.told.connect(self.told)
        behind = self.pages.currentWidget()
        if behind is not None and behind is not self._pasted:
            self._behind = behind
        self.state.is_pasting = True
        super().show_page(self._pasted)
        self._show_header(of_versions=False)
        self._pasted.left.setFocus()
        return self._pasted

    def leave_pasted(self) -> None:
        """Go back to the versions; the wordings stay in their fields."""
        if self.state.is_pasting:
            self.state.is_pasting = False
            self.show_page(self._behind)
            self._show_header(of_versions=True)

    def show_page(self, page: QWidget) -> None:
        self._behind = page
        if not self.state.is_pasting:
            super().show_page(page)

    def _show_header(self, *, of_versions: bool) -> None:
        for widget in self._of_versions:
            widget.setVisible(of_versions)
        self._leave_pasted.setVisible(not of_versions)
        self.header.title.setText(tr("So sánh") if of_versions else tr("Đối chiếu hai đoạn"))
        self.told.emit()

    # -- what a person does -------------------------------------------------------------------------

    def _on_versions(self) -> None:
        self.state.left, self.state.right = self._left.value, self._right.value
        self._compare()

    def swap(self) -> None:
        """Exchange both sides; the place stays."""
        state = self.state
        state.left, state.right = state.right, state.left
        choices = [(version.key, version.label) for version in state.versions]
        self._left.offer(choices, state.left)
        self._right.offer(choices, state.right)
        self._compare()

    def _toggle_layer(self, layer: str) -> None:
        self.state.toggle_layer(layer)
        self._show_all_rows(keep_place=True)

    def show_all_layers(self) -> None:
        """Hide nothing."""
        self.state.show_all_layers()
        self._show_all_rows(keep_place=True)

    def toggle_folds(self) -> None:
        """Open all folds, or fold again."""
        self.state.is_unfolded = not self.state.is_unfolded
        self._show_all_rows()

    def previous_change(self) -> None:
        """Go to the change before."""
        if self.state.step(-1):
            self._show_present()

    def next_change(self) -> None:
        """Go to the next change."""
        if self.state.step(1):
            self._show_present()

    def seen_and_next(self) -> None:
        """Tick the present change and go on."""
        self.state.seen_and_next()
        self._show_present()

    def _show_present(self) -> None:
        self._view.show_change(self.state.present)
        self._refresh()

    def _choose(self, number: int) -> None:
        self.state.present = number
        self._view.show_change(number)
        self._refresh()

    def _on_listed(self, index: QModelIndex) -> None:
        change = index.data(CHANGE_ROLE)
        if change is not None and change.number != self.state.present:
            self._choose(change.number)

    def _is_seen(self, number: int) -> bool:
        return self.state.is_seen(number)

    def _tick(self, number: int) -> None:
        self.state.tick(number)
        self._view.viewport().update()
        self._refresh()

    def _on_filter(self, words: str) -> None:
        self.state.words = words
        self._model.show(self.state.listed())

    # -- for the window -----------------------------------------------------------------------------

    def show_unit(self, unit_id: str) -> None:
        self._view.show_unit(unit_id)

    def shown(self) -> Shown | None:
        compared = self.in_front(self._body, self.state.compared)
        if compared is None:
            return None
        return replace(shown_as(compared.right), before=shown_as(compared.left))

    def printable(self) -> Printable | None:
        from quyche_app.gui.compare.printed import printed_comparison

        compared = self.in_front(self._body, self.state.compared)
        if compared is None:
            return None
        return printed_comparison(compared, self.state.rows())

    def provisions(self) -> list[tuple[str, str]]:
        if self.state.compared is None:
            return []
        from quyche_app.domain.trees import TreeIndex

        return [(p.unit.id, p.address.words) for p in TreeIndex(self.state.compared.right.act)]

    def regions(self) -> list[QWidget]:
        if self.state.is_pasting and self._pasted is not None:
            return self._pasted.regions()
        return [self._view, self._list, self._filter]

    def window_title(self) -> str:
        if self.state.is_pasting:
            return self.header.title.text()
        left, right = self.state.label(self.state.left), self.state.label(self.state.right)
        return (
            tr("So sánh: {left} ↔ {right}", left=left, right=right)
            if left and right
            else tr("So sánh")
        )

    def second_place(self) -> Place | None:
        state = self.state
        if state.compared is None:
            return None
        return Place(self.key, state.document, left=state.left, right=state.right)

    def status(self) -> tuple[str, str]:
        state = self.state
        if state.compared is None or state.is_pasting:
            return self.header.title.text(), ""
        left, right = state.label(state.left), state.label(state.right)
        return (
            tr(
                "So sánh: {left} ↔ {right}   ·   {count} thay đổi đang hiện · {hidden} đang ẩn",
                left=left,
                right=right,
                count=state.total,
                hidden=state.hidden,
            ),
            tr("Cuộn đồng bộ: bật"),
        )
