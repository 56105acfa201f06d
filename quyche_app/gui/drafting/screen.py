"""Soạn thảo: outline, page, inspector; a draft is edited, anything else read.
Source: docs/window.md 5.2."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from quyche_app.collector import collector_paused
from quyche_app.drafting.session import Changed, Numbering
from quyche_app.gui.actions import AnyAction
from quyche_app.gui.changes import Changes
from quyche_app.gui.drafting.about_provision import AboutProvision
from quyche_app.gui.drafting.actions import (
    ADD_ACTIONS,
    DRAFTING_ACTIONS,
    PAGE_ACTIONS,
    UNIT_ACTIONS,
)
from quyche_app.gui.drafting.chosen import ChosenProvision
from quyche_app.gui.drafting.desk import DraftDesk
from quyche_app.gui.drafting.find_bar import FindBar
from quyche_app.gui.drafting.header import TextHeader
from quyche_app.gui.drafting.inspector import Inspector
from quyche_app.gui.drafting.left_place import place_left
from quyche_app.gui.drafting.milestones import Milestones
from quyche_app.gui.drafting.opening import OpenedText
from quyche_app.gui.drafting.reading import TextReading
from quyche_app.gui.drafting.reading_page import ReadingPage
from quyche_app.gui.drafting.state import DraftingState
from quyche_app.gui.drafting.structure_panel import StructurePanel
from quyche_app.gui.drafting.ways_on import WaysOn
from quyche_app.gui.in_hand import InHand
from quyche_app.gui.places import Place
from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session
from quyche_app.gui.shown import Shown
from quyche_app.gui.theme.look import current_look
from quyche_app.gui.widgets.basic import Panel, column
from quyche_app.gui.widgets.splitter import Columns
from quyche_app.gui.widgets.states import EmptyState
from quyche_app.languages import tr

if TYPE_CHECKING:
    from quyche_app.gui.export.printing import Printable


class DraftingScreen(Screen):
    """A text as a continuous page."""

    key: ClassVar[str] = "drafting"
    table: ClassVar[tuple[AnyAction, ...]] = DRAFTING_ACTIONS

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Soạn thảo"))
        self.state: DraftingState = DraftingState()
        self._is_asked = False
        self._head: TextHeader = self._make_header()
        self._body = self._make_body()
        self.pages.addWidget(self._body)
        self._empty = EmptyState(
            "edit",
            tr("Chưa mở văn bản nào"),
            tr("Chọn một văn bản trong kho để đọc như trang in."),
            tr("Chọn văn bản…"),
            button_icon="library",
        )
        self._empty.chosen.connect(partial(session.go, "library"))
        self._reading: TextReading = TextReading(session, self._take_text, self.show_error, self)
        session.option_changed.connect(self._on_option)

    def _on_option(self, key: str) -> None:
        """What a setting says of the open draft counts at once."""
        self.desk.on_option(key)
        if key in ("checks", "tone") and self.state.is_draft:
            self.about.again.start()

    # -- composing ------------------------------------------------------------------------------

    def _make_header(self) -> TextHeader:
        self.header.title.hide()
        made = TextHeader(self.header.line)
        made.base.clicked.connect(lambda: self.ways.open_base())
        made.begin.clicked.connect(lambda: self.ways.begin_draft())
        made.compare.clicked.connect(lambda: self.ways.compare_with_base())
        made.export.clicked.connect(self.export_asked)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.fit(self.width())

    def _make_body(self) -> QWidget:
        splitter = Columns(246, 304)
        self.desk = DraftDesk(self.session)
        self.structure = StructurePanel(self.desk.may_move, self.desk.words_when_moved)
        self.structure.moved.connect(self.desk.move_unit)
        self.structure.menu_asked.connect(self._on_outline_menu)
        splitter.addWidget(self.structure)
        middle = Panel("window")
        inner = column(middle)
        self._middle = QStackedWidget()
        self.reading: ReadingPage = ReadingPage()
        self.reading.zoom_asked.connect(lambda by: self._zoom_to(self.reading.zoom + by))
        self.reading.print_asked.connect(self.print_asked)
        self._middle.addWidget(self.reading)
        self._middle.addWidget(self.desk)
        inner.addWidget(self._middle, 1)
        self.find_bar = FindBar(self.desk)
        self.find_bar.hide()
        inner.addWidget(self.find_bar)
        splitter.addWidget(middle)
        self.desk.told.connect(self._on_told)
        self.desk.add_asked.connect(lambda where: self.menu_asked.emit(ADD_ACTIONS, where))
        page = self.desk.page
        page.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        page.customContextMenuRequested.connect(
            lambda at: self.menu_asked.emit(PAGE_ACTIONS, page.viewport().mapToGlobal(at))
        )
        self.inspector: Inspector = Inspector()
        self.inspector.go_asked.connect(self.show_unit)
        self.about: AboutProvision = AboutProvision(
            self.session, self.state, self.desk, self.inspector, self
        )
        self.about.checked.connect(self.told)
        self.ways: WaysOn = WaysOn(self.desk, self.state)
        self.milestones: Milestones = Milestones(self.desk, self.state, self)
        self.chosen: ChosenProvision = ChosenProvision(
            self.state, self.desk, self.reading, self.structure
        )
        self.chosen.changed.connect(self._show_chosen)
        for listener in (self.chosen.on_changed, self.about.on_changed, self._on_draft_changed):
            self.desk.tell_to(listener)
        splitter.addWidget(self.inspector)
        self.columns = splitter
        return splitter

    # -- reading ----------------------------------------------------------------------------------

    def open_place(self, place: Place) -> None:
        if not place.document:
            self.show_page(self._empty)
            return
        asked, now = (place.document, place.right), (self.state.document, self.state.at)
        if asked == now and self.state.text is not None:
            if place.unit:
                self.show_unit(place.unit)
            return
        self.chosen.keep_place()
        self.about.record_unfinished()
        self.desk.close_draft()
        if place.document != self.state.document:
            self.state.chosen = ""
        self.state.document, self.state.at = place.document, place.right
        if place.unit:
            self.state.chosen = place.unit
        # Without a provision asked for a text opens at its head.
        self._is_asked = bool(self.state.chosen)
        self.reload()

    def reload(self) -> None:
        document, at = self.state.document, self.state.at
        self.show_loading(tr("Đang đọc văn bản…"))
        kept = None if at else self.session.open_drafts.get(document)
        self._reading.read(document, at, kept)

    def refresh(self, changes: Changes) -> None:
        document = self.state.document
        if document and self.desk.editing is None and changes.in_text(document):
            self.reload()
        elif document and changes.in_remarks(document):
            self.about.read_remarks()

    def _take_text(self, opened: OpenedText) -> None:
        with collector_paused():
            self._show_text(opened)

    def _show_text(self, opened: OpenedText) -> None:
        text = opened.text
        if opened.draft is not None and self.desk.editing is not opened.draft.editing:
            self.session.open_drafts[text.document.id] = opened.draft.editing
            self.about.checker.begin(text.document.id, opened.draft.chosen)
            self.desk.open(opened.draft)
        self.state.take(text, self.desk.drafting)
        self.reading.why_locked.setText(self.state.reading_words(tr(opened.why_locked)))
        editing = self.desk.editing
        self._head.show_text(
            self.state, editing.base if editing is not None else None, self.width()
        )
        self._middle.setCurrentIndex(1 if self.state.is_draft else 0)
        self.chosen.show_structure()
        if not self.state.is_draft:
            self.find_bar.hide()
            self.reading.show_text(self.state)
        self.show_page(self._body)
        left = place_left(self.session.memory, text.document.id)
        if self._is_asked:
            self.show_unit(self.state.chosen)
        elif not self.state.at and left.unit and self.state.words_of(left.unit):
            self.chosen.return_to(left)
            self._is_asked = True  # read again, the text stays where it is
        else:
            self.chosen.stay()
            self.about.read_history()
        self.about.read_remarks()
        self.look_again()
        self.told.emit()

    def leave(self) -> None:
        self.chosen.keep_place()
        self.about.record_unfinished()
        self.desk.close_draft()

    def put_down(self, in_hand: InHand) -> None:
        self.about.record_unfinished()
        self.desk.let_go()

    # -- a draft changes ----------------------------------------------------------------------------

    def _on_draft_changed(self, changed: Changed) -> None:
        if not changed.is_typed:
            self.told.emit()

    def _on_told(self) -> None:
        desk = self.desk
        self._head.show_saved(desk.saved_words, self.width(), is_failure=desk.is_unsaved)
        self.told.emit()

    def save_now(self) -> None:
        """Record the draft and say how to keep this state by name."""
        self.desk.save()
        self.session.hinted.emit(tr("Đã lưu. Muốn giữ mốc này? Đánh dấu mốc (Ctrl+M)."))

    def use_numbering(self, name: str) -> None:
        """Choose how labels follow; counting anew says first how many numbers would change."""
        self.desk.choice.choose(Numbering(name))

    def mark_milestone(self) -> None:
        """Ask for a name and keep the present text under it."""
        self.milestones.mark()

    def show_milestones(self) -> None:
        """Show the milestones of the draft."""
        self.milestones.show()

    # -- the chosen provision -------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        self.about.show_chosen()
        self.told.emit()

    def look_again(self) -> None:
        """Read citations and findings of the text as it is now."""
        self.about.look_again()

    def add_remark(self) -> None:
        """Put the caret into the field for a remark on the chosen provision."""
        self._show_right()
        self.inspector.focus_remark()

    def next_finding(self) -> None:
        """Go to the next finding behind the caret."""
        if self.about.next_finding() is None:
            self.session.hinted.emit(tr("Không có chỗ nào cần xem."))
        else:
            self._show_right()

    def _show_right(self) -> None:
        if self.columns is not None and not self.columns.shows_right:
            self.toggle_right_panel()

    # -- what a person does -------------------------------------------------------------------------

    def show_unit(self, unit_id: str) -> None:
        self.chosen.go_to(unit_id)

    def _on_outline_menu(self, where: QPoint) -> None:
        if self.state.is_draft:
            self.menu_asked.emit(UNIT_ACTIONS, where)

    def focus_outline(self) -> None:
        """Put the caret into the field of the outline."""
        if self.structure.isHidden():
            self.toggle_structure()
        self.structure.focus_find()

    def find_words(self) -> None:
        """Open the strip that finds words of the draft."""
        self.find_bar.begin(self.desk.page.selected_words())

    def replace_words(self) -> None:
        """Open the strip that finds words of the draft and replaces them."""
        self.find_bar.begin(self.desk.page.selected_words(), replaces=True)

    def toggle_structure(self) -> None:
        """Show or hide the outline."""
        self.state.shows_structure = not self.state.shows_structure
        self.structure.setVisible(self.state.shows_structure)
        self.told.emit()

    def _zoom_to(self, zoom: float) -> None:
        self.reading.zoom_to(zoom)
        if self.desk.editing is not None:
            self.desk.page.zoom_to(self.reading.zoom)
        self.told.emit()

    def zoom_in(self) -> None:
        """Make the page larger."""
        self._zoom_to(self.reading.zoom + 0.1)

    def zoom_out(self) -> None:
        """Make the page smaller."""
        self._zoom_to(self.reading.zoom - 0.1)

    def zoom_fit(self) -> None:
        """Show the page as it is printed."""
        self._zoom_to(1.0)

    def copy_citation(self) -> None:
        """Copy the chosen provision with its place."""
        QGuiApplication.clipboard().setText(self.state.citation())
        self.session.hinted.emit(
            tr("Đã chép {place} kèm trích dẫn.", place=self.state.words_of(self.state.chosen))
        )

    # -- for the window -----------------------------------------------------------------------------

    def provisions(self) -> list[tuple[str, str]]:
        return [(unit_id, words) for unit_id, (_, words) in self.state.places.items()]

    def regions(self) -> list[QWidget]:
        page = self.desk.page if self.desk.editing is not None else self.reading.view
        return [self.structure.tree, page, self.inspector.tabs]

    def can_undo(self) -> bool:
        return self.state.is_draft

    def undo(self) -> None:
        self.desk.undo()

    def window_title(self) -> str:
        return self.state.window_title()

    def second_place(self) -> Place | None:
        state = self.state
        if state.text is None or state.is_draft:
            return None
        return Place(self.key, state.document, state.chosen, right=state.at)

    def shown(self) -> Shown | None:
        text = self.in_front(self._body, self.state.text)
        if text is None:
            return None
        is_milestone = self.state.at.startswith("R") and not self.state.is_draft
        return Shown(text.document.id, text.as_at, text.known_at if is_milestone else None)

    def when_recorded(self, run: Callable[[], object]) -> None:
        self.desk.when_saved(run)

    def printable(self) -> Printable | None:
        from quyche_app.gui.export.printing import printable_text

        act, text = self.state.act, self.in_front(self._body, self.state.text)
        if act is None or text is None:
            return None
        return printable_text(replace(text, act=act))

    def status_choice(self) -> tuple[str, tuple[str, ...]]:
        if not self.state.is_draft:
            return "", ()
        words = self.desk.choice.words()
        return tr("Đánh số: {words}", words=words), ("number_recount", "number_frozen")

    def status(self) -> tuple[str, str]:
        if self.state.text is None:
            return tr("Soạn thảo"), ""
        left = self.state.status_words(len(self.about.checker.found))
        if self.state.is_draft:
            return left, f"{font_words()}{round(self.reading.zoom * 100)} %"
        return left, font_words() + tr("Chỉ đọc")


def font_words() -> str:
    """Say which serif stands in for the wanted one, else "" (docs/window.md 6.3)."""
    look = current_look()
    if not look.missing_family:
        return ""
    return tr(
        "Không có phông {missing}, hiện bằng {used} · ",
        missing=look.missing_family,
        used=look.text_family,
    )
