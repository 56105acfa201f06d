"""Soạn thảo: outline, page, history of the provision; a draft is edited, anything else read. Picture
02."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTreeView, QWidget

from quyche_app.domain.errors import QuyCheError
from quyche_app.gui.actions import Action
from quyche_app.gui.drafting.actions import DRAFTING_ACTIONS
from quyche_app.gui.drafting.desk import DraftDesk
from quyche_app.gui.drafting.models import UNIT_ROLE, OutlineFilter, OutlineModel, OutlineRows
from quyche_app.gui.drafting.state import DraftingState, WordingCard, read_history, read_text
from quyche_app.gui.places import Place
from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import current_look, px
from quyche_app.gui.widgets.basic import ElidedLabel, Label, Panel, clear, column, ground, row
from quyche_app.gui.widgets.buttons import Button, IconButton
from quyche_app.gui.widgets.card import Card
from quyche_app.gui.widgets.chips import Chip
from quyche_app.gui.widgets.fields import TextField
from quyche_app.gui.widgets.flow_view import FlowView
from quyche_app.gui.widgets.quotation import Quotation
from quyche_app.gui.widgets.splitter import Columns
from quyche_app.gui.widgets.states import EmptyState
from quyche_app.gui.words import capital
from quyche_app.services.views import Status, TextAt


class DraftingScreen(Screen):
    """A text as a continuous page."""

    key: ClassVar[str] = "drafting"
    table: ClassVar[tuple[Action, ...]] = DRAFTING_ACTIONS

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Soạn thảo")
        self.state: DraftingState = DraftingState()
        self._is_asked = False
        self.header.title.hide()
        self._name = ElidedLabel("Soạn thảo", size=t.SIZE_H1, bold=True)
        self._version = Chip()
        self._lock = Chip("Chỉ đọc", "lock")
        self.header.line.addWidget(self._name, 1)
        self.header.line.addWidget(self._lock)
        self.header.line.addWidget(self._version)
        self._begin_button = Button("Tạo dự thảo", "edit")
        self._begin_button.clicked.connect(self.begin_draft)
        self.header.line.addWidget(self._begin_button)
        self._compare_button = Button("So với bản gốc", "compare")
        self._compare_button.clicked.connect(self._compare)
        self._export_button = Button("Xuất văn bản", "export", main=True, key="Ctrl+E")
        self._export_button.clicked.connect(self._export)
        self.header.line.addWidget(self._compare_button)
        self.header.line.addWidget(self._export_button)
        self._body = self._make_body()
        self.pages.addWidget(self._body)
        self._empty = EmptyState(
            "edit", "Chưa mở văn bản nào", "Chọn một văn bản trong kho để đọc như trang in.",
            "Chọn văn bản…", button_icon="library")
        self._empty.chosen.connect(partial(session.go, "library"))
        session.library_changed.connect(self._on_library_changed)

    # -- composing ------------------------------------------------------------------------------

    def _make_body(self) -> QWidget:
        splitter = Columns(246, 304)
        self._structure = self._make_structure()
        splitter.addWidget(self._structure)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._make_page())
        self.desk = DraftDesk(self.session)
        self.desk.changed.connect(self._on_draft_changed)
        self.desk.moved_to.connect(self._on_caret)
        self.desk.told.connect(self.told)
        self._middle.addWidget(self.desk)
        splitter.addWidget(self._middle)
        self._inspector = self._make_inspector()
        splitter.addWidget(self._inspector)
        self.columns = splitter
        return splitter

    def _make_structure(self) -> QWidget:
        panel = Panel("panel", "r")
        panel.setMinimumWidth(px(180))
        layout = column(panel, margins=(0, 8, 1, 0), gap=6)
        head = row(margins=(12, 0, 12, 0))
        head.addWidget(Label("Cấu trúc", bold=True))
        head.addStretch()
        self._articles = Label("", "text2", t.SIZE_SMALL)
        head.addWidget(self._articles)
        layout.addLayout(head)
        field_row = row(margins=(10, 0, 10, 0))
        self._find = TextField("Tìm điều, khoản…", "search", "Ctrl+G")
        self._find.textChanged.connect(self._on_find)
        field_row.addWidget(self._find)
        layout.addLayout(field_row)
        self._outline = QTreeView()
        self._outline.setHeaderHidden(True)
        self._outline.setFrameShape(QFrame.Shape.NoFrame)
        self._outline.setUniformRowHeights(True)
        self._outline.setIndentation(px(14))
        self._outline.setAccessibleName("Cấu trúc")
        ground(self._outline, "panel")
        self._model = OutlineModel()
        self._filter = OutlineFilter()
        self._filter.setSourceModel(self._model)
        self._outline.setModel(self._filter)
        self._outline_rows = OutlineRows()
        self._outline.setItemDelegate(self._outline_rows)
        self._outline.selectionModel().currentChanged.connect(self._on_outline)
        layout.addWidget(self._outline, 1)
        foot = Panel("panel", "t")
        legend = row(foot, margins=(12, 4, 12, 4), gap=6)
        legend.addWidget(Label("•", "doubt", bold=True))
        legend.addWidget(Label("có văn bản sửa đổi", "text2", t.SIZE_SMALL))
        legend.addStretch()
        layout.addWidget(foot)
        return panel

    def _make_page(self) -> QWidget:
        panel = Panel("window")
        layout = column(panel)
        bar = Panel("window", "b")
        bar.setFixedHeight(px(38))
        line = row(bar, margins=(12, 0, 12, 0), gap=6)
        smaller = IconButton("minus", "Thu nhỏ", key="Ctrl+-", small=True)
        larger = IconButton("plus", "Phóng to", key="Ctrl++", small=True)
        smaller.clicked.connect(self.zoom_out)
        larger.clicked.connect(self.zoom_in)
        self._zoom = Label("100 %", size=t.SIZE_SMALL)
        line.addWidget(Label("Bản này chỉ để đọc. Muốn sửa: Tạo dự thảo.", "text2", t.SIZE_SMALL))
        line.addStretch()
        for widget in (smaller, self._zoom, larger):
            line.addWidget(widget)
        layout.addWidget(bar)
        self._page = FlowView(is_page=True, size=t.SIZE_PAGE)
        self._page.setAccessibleName("Trang văn bản")
        self._page.row_clicked.connect(self._on_page)
        layout.addWidget(self._page, 1)
        return panel

    def _make_inspector(self) -> QWidget:
        panel = Panel("panel", "l")
        panel.setMinimumWidth(px(220))
        layout = column(panel, margins=(1, 0, 0, 0))
        tab = Panel("panel", "b")
        tab.setFixedHeight(px(38))
        line = row(tab, margins=(12, 0, 12, 0))
        line.addWidget(Label("Lịch sử", "accent", bold=True))
        line.addStretch()
        layout.addWidget(tab)
        self._wordings = Panel("panel")
        self._wording_lines = column(self._wordings, margins=(12, 10, 12, 12), gap=8)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        ground(area, "panel")
        area.setWidget(self._wordings)
        layout.addWidget(area, 1)
        return panel

    # -- reading ----------------------------------------------------------------------------------

    def open_place(self, place: Place) -> None:
        if not place.document:
            self.show_page(self._empty)
            return
        same = place.document == self.state.document and self.state.text is not None
        if same and place.right == self.state.at:
            if place.unit:
                self.show_unit(place.unit)
            return
        if place.document != self.state.document:
            self.state.chosen = ""
            self.desk.close_draft()
        self.state.document, self.state.at = place.document, place.right
        if place.unit:
            self.state.chosen = place.unit
        # Without a provision asked for a text opens at its head.
        self._is_asked = bool(self.state.chosen)
        self.reload()

    def reload(self) -> None:
        workspace, document, at = self.session.workspace, self.state.document, self.state.at
        self.show_loading("Đang đọc văn bản…")
        self.session.start(
            "Đang đọc văn bản", lambda progress: read_text(workspace, document, at),
            self._take_text, self.show_error, slot="drafting.text",
        )

    def _on_library_changed(self) -> None:
        if self.state.document and self.desk.editing is None:
            self.reload()

    def _take_text(self, text: object) -> None:
        assert isinstance(text, TextAt)
        if text.document.status is Status.DRAFT:
            self._open_draft(text.document.id)
            if self.desk.editing is not None:  # with what a crash had left
                text = replace(text, act=self.desk.editing.draft.act)
        self.state.take(text)
        self.state.is_draft = self.desk.editing is not None
        self._lock.setVisible(not self.state.is_draft)
        self._begin_button.setVisible(not self.state.is_draft)
        self._middle.setCurrentIndex(1 if self.state.is_draft else 0)
        self._name.set_full(text.document.title)
        self._version.show_state(
            self.state.version_words(), "draft" if self.state.is_draft else "outline")
        self._articles.setText(f"{self.state.article_count} điều")
        self._model.show(text.act, self.state.noted_units())
        self._outline.expandToDepth(1)
        self._page.show_blocks(self.state.blocks, self.state.noted_units())
        self.show_page(self._body)
        if self._is_asked:
            self.show_unit(self.state.chosen)
        else:
            self._page.set_present(self.state.chosen, scroll=False)
            self._select_in_outline(self.state.chosen)
            self._read_history()
        self.told.emit()

    def _open_draft(self, draft_id: str) -> None:
        """Open a draft for editing; one that cannot be journalled is shown to be read."""
        from quyche_app.services.editing import open_editing

        if self.desk.editing is not None and self.desk.editing.document.id == draft_id:
            return
        drafts = self.session.open_drafts
        try:
            if draft_id not in drafts:
                drafts[draft_id] = open_editing(self.session.workspace, draft_id)
            self.desk.open(drafts[draft_id])
        except QuyCheError as error:
            self.session.hinted.emit(error.sentence)

    def begin_draft(self) -> None:
        """Begin a draft from the text that is shown, and open it."""
        workspace, document, at = self.session.workspace, self.state.document, self.state.at

        def work(progress: object) -> str:
            from quyche_app.services.drafts import begin_draft

            day = at if at == "issued" else (date.fromisoformat(at) if at else date.today())
            return begin_draft(workspace, document, as_at=day).id

        def done(draft_id: object) -> None:
            self.session.library_changed.emit()
            self.session.go("drafting", document=str(draft_id))

        self.session.start("Đang tạo dự thảo", work, done, slot="drafting.begin")

    def _on_draft_changed(self) -> None:
        editing, text = self.desk.editing, self.state.text
        if editing is None or text is None:
            return
        self.state.take(replace(text, act=editing.draft.act))
        self._articles.setText(f"{self.state.article_count} điều")
        self._model.show(editing.draft.act, self.state.noted_units())
        self._outline.expandToDepth(1)
        spot = self.desk.page.spot()
        if spot is not None:
            self.state.chosen = spot.unit_id
            self._select_in_outline(spot.unit_id)
        self.told.emit()

    def _on_caret(self, unit_id: str) -> None:
        if unit_id and unit_id != self.state.chosen and self.state.words_of(unit_id):
            self.state.chosen = unit_id
            self._select_in_outline(unit_id)
            self._read_history()
            self.told.emit()

    def edit(self, what: str) -> None:
        """Do something at the caret of the draft: the name of what the desk does ("undo", "promote")."""
        getattr(self.desk, what)()

    def leave(self) -> None:
        self.desk.close_draft()

    def save_now(self) -> None:
        """Record the draft and say how to keep this state by name."""
        self.desk.save()
        self.session.hinted.emit("Đã lưu. Mọi chữ gõ đều được giữ lại tự động.")

    def _read_history(self) -> None:
        state, workspace = self.state, self.session.workspace
        path = state.path_of(state.chosen)
        state.history = ()
        self._show_history()
        if not path:
            return
        document = state.document
        self.session.start(
            "Đang đọc lịch sử", lambda progress: read_history(workspace, document, path),
            self._take_history, slot="drafting.history",
        )

    def _take_history(self, rows: object) -> None:
        assert isinstance(rows, tuple)
        self.state.history = rows
        self._show_history()

    def _show_history(self) -> None:
        clear(self._wording_lines)
        words = self.state.words_of(self.state.chosen)
        self._wording_lines.addWidget(Label(capital(words), bold=True, wraps=True))
        for card in self.state.wording_cards():
            self._wording_lines.addWidget(_wording_card(card))
        self._wording_lines.addStretch()

    # -- what a person does -------------------------------------------------------------------------

    def show_unit(self, unit_id: str) -> None:
        self.state.chosen = unit_id
        self._show_on_page(unit_id)
        self._select_in_outline(unit_id)
        self._read_history()
        self.told.emit()

    def _show_on_page(self, unit_id: str) -> None:
        if self.desk.editing is not None:
            self.desk.page.go_to(unit_id)
        else:
            self._page.set_present(unit_id)

    def _select_in_outline(self, unit_id: str) -> None:
        index = self._filter.mapFromSource(self._model.index_of(unit_id))
        if index.isValid():
            selection = self._outline.selectionModel()
            blocked = selection.blockSignals(True)
            self._outline.setCurrentIndex(index)
            selection.blockSignals(blocked)
            self._outline.scrollTo(index)
            self._outline.viewport().update()

    def _on_outline(self, index: QModelIndex) -> None:
        unit_id = index.data(UNIT_ROLE)
        if isinstance(unit_id, str) and unit_id != self.state.chosen:
            self.state.chosen = unit_id
            self._show_on_page(unit_id)
            self._read_history()
            self.told.emit()

    def _on_page(self, at: int) -> None:
        unit_id = self._page.block_at(at).unit_id
        if unit_id != self.state.chosen:
            self.state.chosen = unit_id
            self._page.set_present(unit_id, scroll=False)
            self._select_in_outline(unit_id)
            self._read_history()
            self.told.emit()

    def _on_find(self, words: str) -> None:
        self._filter.filter_by(words)
        if words.strip():
            self._outline.expandAll()
        else:
            self._outline.expandToDepth(1)

    def focus_outline(self) -> None:
        """Put the caret into the field of the outline."""
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()

    def toggle_structure(self) -> None:
        """Show or hide the outline."""
        self.state.shows_structure = not self.state.shows_structure
        self._structure.setVisible(self.state.shows_structure)
        self.told.emit()

    def _zoom_to(self, zoom: float) -> None:
        self._page.zoom_to(zoom)
        if self.desk.editing is not None:
            self.desk.page.zoom_to(self._page.zoom)
        self._zoom.setText(f"{round(self._page.zoom * 100)} %")
        self.told.emit()

    def zoom_in(self) -> None:
        """Make the page larger."""
        self._zoom_to(self._page.zoom + 0.1)

    def zoom_out(self) -> None:
        """Make the page smaller."""
        self._zoom_to(self._page.zoom - 0.1)

    def zoom_fit(self) -> None:
        """Show the page as it is printed."""
        self._zoom_to(1.0)

    def copy_citation(self) -> None:
        """Copy the chosen provision with its place."""
        QGuiApplication.clipboard().setText(self.state.citation())
        self.session.hinted.emit(f"Đã chép {self.state.words_of(self.state.chosen)} kèm trích dẫn.")

    def _compare(self) -> None:
        self.session.go("compare", document=self.state.document)

    def _export(self) -> None:
        at = self.state.at if self.state.at != "issued" else ""
        self.session.ask_export(self.state.document, at)

    # -- for the window -----------------------------------------------------------------------------

    def provisions(self) -> list[tuple[str, str]]:
        return [(b.unit_id, b.words) for b in self.state.blocks if b.slot == "text"]

    def regions(self) -> list[QWidget]:
        return [self._outline, self.desk.page if self.desk.editing is not None else self._page]

    def window_title(self) -> str:
        text = self.state.text
        if text is None:
            return "Soạn thảo"
        return f"{text.document.number or text.document.title} – {self.state.version_words()}"

    def status(self) -> tuple[str, str]:
        state = self.state
        if state.text is None:
            return "Soạn thảo", ""
        acts = ", ".join(act.number for act in state.text.amended_by)
        amended = f"   ·   gồm sửa đổi của {acts}" if acts else ""
        right = self.desk.saved_words if state.is_draft else "Chỉ đọc"
        return f"{capital(state.words_of(state.chosen))}{amended}", f"{font_words()}{right}"


def font_words() -> str:
    """Say which serif stands in for the wanted one, else "" (ui.md 6.3)."""
    look = current_look()
    if not look.missing_family:
        return ""
    return f"Máy không có phông {look.missing_family}, trang hiện bằng {look.text_family} · "


def _wording_card(wording: WordingCard) -> Card:
    card = Card(margin=10)
    card.set_chosen(wording.is_present)
    card.body.addWidget(Label(wording.title, bold=True))
    card.body.addWidget(Label(wording.remark, "text2", t.SIZE_SMALL, wraps=True))
    quotation = Quotation(has_bar=False)
    quotation.show_lines(wording.lines)
    card.body.addWidget(quotation)
    card.setAccessibleName(f"{wording.title}. {wording.remark}")
    return card
