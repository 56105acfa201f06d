"""Kho văn bản. Source: docs/window.md 5.1."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHeaderView,
    QListView,
    QTreeView,
    QWidget,
)

from quyche_app.gui.actions import AnyAction
from quyche_app.gui.changes import Changes, come
from quyche_app.gui.in_hand import InHand
from quyche_app.gui.library.account import ImportAccount
from quyche_app.gui.library.actions import LIBRARY_ACTIONS, MORE_ACTIONS
from quyche_app.gui.library.details import DetailsPanel
from quyche_app.gui.library.empty import EmptyLibrary
from quyche_app.gui.library.filing import filing
from quyche_app.gui.library.models import (
    CollectionRows,
    CollectionsModel,
    DocumentRows,
    DocumentsModel,
)
from quyche_app.gui.library.reviewing import Reviewing
from quyche_app.gui.library.search_page import SearchPage
from quyche_app.gui.library.state import (
    ORDERS,
    STATES,
    FileResult,
    LibraryState,
    import_files,
    read_details,
    read_library,
)
from quyche_app.gui.places import Place
from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session, numbering_chosen
from quyche_app.gui.shown import Shown
from quyche_app.gui.tasks.operation import Operation, Query
from quyche_app.gui.theme.look import program_font, px
from quyche_app.gui.widgets.basic import Label, Panel, column, ground, row
from quyche_app.gui.widgets.buttons import Button
from quyche_app.gui.widgets.drop_zone import DropZone
from quyche_app.gui.widgets.fields import Combo, TextField
from quyche_app.gui.widgets.splitter import Columns
from quyche_app.gui.widgets.states import EmptyState
from quyche_app.gui.words import number_words
from quyche_app.languages import tr
from quyche_app.resources_folder import sample_file
from quyche_app.services.views import DocumentDetails, DocumentRow, Role

if TYPE_CHECKING:
    from quyche_app.gui.library.review_page import ReviewPage

SAMPLE_FILES = ("quy-che.docx", "quyet-dinh-3868.docx")


class LibraryScreen(Screen):
    """Find any text, know its state at a glance, bring files in."""

    key: ClassVar[str] = "library"
    table: ClassVar[tuple[AnyAction, ...]] = LIBRARY_ACTIONS

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Kho văn bản"))
        self.state: LibraryState = LibraryState()
        self.setAcceptDrops(True)
        self._trail = Label(tr("›  Kết quả tìm"), "text2")
        self._trail.hide()
        self.header.about(self._trail)
        self._search = TextField(
            tr("Tìm tên, số; Enter: tìm trong lời văn…"), "search", "Ctrl+F", 330
        )
        self._search.textChanged.connect(self._on_words)
        self._search.returnPressed.connect(self.search_wordings)
        self._leave_search = Button(tr("Xóa tìm kiếm"), "x")
        self._leave_search.clicked.connect(self.leave_search)
        self._leave_search.hide()
        self._import = button = Button(tr("Nhập văn bản"), "plus", main=True, key="Ctrl+O")
        button.clicked.connect(self.ask_import)
        self._new = Button(tr("Soạn mới"), "edit")
        self._new.clicked.connect(self.ask_new)
        self.header.doing(self._search, self._leave_search, self._new, button)
        self._body = self._make_body()
        self.pages.addWidget(self._body)
        self._empty = EmptyLibrary()
        self._empty.choose.connect(self.ask_import)
        self._empty.sample.connect(self.import_sample)
        self.pages.addWidget(self._empty)
        self._chosen_before = ""
        self._review: ReviewPage | None = None  # the page that is shown
        self.reviewing = Reviewing(session, self)
        self.reviewing.changed.connect(self._on_reviewing)
        self.reviewing.told.connect(self.told)
        self._found: SearchPage | None = None  # made when something is searched
        self.reload()

    # -- composing ------------------------------------------------------------------------------

    def _make_body(self) -> QWidget:
        splitter = Columns(192, 302)
        splitter.addWidget(self._make_collections())
        splitter.addWidget(self._make_middle())
        self._details = DetailsPanel()
        self._details.open_asked.connect(self.open_chosen)
        self._details.compare_asked.connect(self.compare_chosen)
        self._details.export_asked.connect(self.export_asked)
        self._details.milestone_asked.connect(self._open_milestone)
        self._details.more_asked.connect(lambda where: self.menu_asked.emit(MORE_ACTIONS, where))
        splitter.addWidget(self._details)
        self.columns = splitter
        return splitter

    def _make_collections(self) -> QWidget:
        panel = Panel("panel")
        layout = column(panel, margins=(0, 8, 0, 8), gap=4)
        title = row(margins=(12, 0, 12, 0))
        title.addWidget(Label(tr("Bộ sưu tập"), bold=True))
        layout.addLayout(title)
        self._collections = QListView()
        self._collections.setFrameShape(QFrame.Shape.NoFrame)
        self._collections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._collections.setAccessibleName(tr("Bộ sưu tập"))
        ground(self._collections, "panel")
        self._collections_model = CollectionsModel()
        self._collections.setModel(self._collections_model)
        self._collection_rows = CollectionRows()
        self._collections.setItemDelegate(self._collection_rows)
        self._collections.selectionModel().currentChanged.connect(self._on_collection)
        for asked in (self._collections.clicked, self._collections.activated):
            asked.connect(self._on_recent)
        layout.addWidget(self._collections, 1)
        panel.setMinimumWidth(px(150))
        return panel

    def _make_middle(self) -> QWidget:
        middle = Panel("window")
        layout = column(middle)
        self._account = ImportAccount()
        layout.addWidget(self._account)
        filters = Panel("panel", "b")
        filters.setFixedHeight(px(45))
        line = row(filters, margins=(12, 0, 12, 0))
        self._status = Combo(tr("Tình trạng"), "filter", width=170)
        self._status.offer(tuple((key, tr(words)) for key, words in STATES), self.state.status)
        self._status.currentIndexChanged.connect(self._on_status)
        line.addWidget(self._status)
        self._count = Label("", "text2")
        line.addWidget(self._count)
        self._clear = Button(tr("Xóa bộ lọc"), "x", small=True)
        self._clear.clicked.connect(self._clear_filters)
        line.addWidget(self._clear)
        line.addStretch()
        line.addWidget(Label(tr("Xếp theo"), "text2"))
        self._order = Combo(tr("Xếp theo"), width=132)
        self._order.offer(tuple((key, tr(words)) for key, words in ORDERS), self.state.order)
        self._order.currentIndexChanged.connect(self._on_order)
        line.addWidget(self._order)
        layout.addWidget(filters)
        layout.addWidget(self._make_table(), 1)
        self._nothing = EmptyState(
            "search",
            tr("Không có văn bản nào khớp."),
            tr("Thử bớt chữ trong ô tìm hoặc chọn bộ sưu tập khác."),
            tr("Xóa bộ lọc"),
        )
        self._nothing.chosen.connect(self._clear_filters)
        self._nothing.hide()
        layout.addWidget(self._nothing, 1)
        around = row(margins=(12, 10, 12, 10))
        self._drop = DropZone()
        self._drop.choose.connect(self.ask_import)
        around.addWidget(self._drop)
        layout.addLayout(around)
        return middle

    def _make_table(self) -> QWidget:
        self._table = QTreeView()
        self._table.setFrameShape(QFrame.Shape.NoFrame)
        self._table.setRootIsDecorated(False)
        self._table.setItemsExpandable(False)
        ground(self._table, "page")
        self._table.setAccessibleName(tr("Văn bản trong kho"))
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = DocumentsModel()
        self._table.setModel(self._model)
        self._rows = DocumentRows()
        self._table.setItemDelegate(self._rows)
        header = self._table.header()
        header.setFont(program_font(bold=True))
        header.setFixedHeight(px(30))
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(px(60))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for section, width in ((0, 104), (2, 156), (3, 126), (4, 94)):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(section, px(width))
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self._table.activated.connect(self._on_open)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._on_menu)
        return self._table

    # -- reading ----------------------------------------------------------------------------------

    def open_place(self, place: Place) -> None:
        recent = tuple(self.session.memory.get_list("recent"))
        if self.state.is_read and recent != self.state.recent:
            self._refresh()
        if place.document:
            self.state.chosen = place.document
            self._select_chosen()

    def reload(self) -> None:
        workspace = self.session.workspace
        self.show_loading(tr("Đang đọc kho…"))
        self.session.run(
            Query(
                tr("Đang đọc kho"),
                lambda progress: read_library(workspace),
                self._show_documents,
                self.show_error,
                slot=(self, "list"),
            )
        )

    def refresh(self, changes: Changes) -> None:
        if changes.in_list:
            self.reload()

    def _show_documents(self, documents: tuple[DocumentRow, ...]) -> None:
        self.state.documents = documents
        self.state.is_read = True
        if self.state.chosen_row() is None:
            self.state.chosen = documents[0].id if documents else ""
        if not self.is_searching and not self.is_reviewing:
            self.show_page(self._body if documents else self._empty)
        self._search.setEnabled(bool(documents))
        self._refresh()

    def _refresh(self) -> None:
        state = self.state
        state.recent = tuple(self.session.memory.get_list("recent"))
        self._collections_model.show(state.collections())
        at = self._collections_model.row_of(state.collection)
        self._collections.setCurrentIndex(self._collections_model.index(at, 0))
        self._refresh_table()

    def _refresh_table(self) -> None:
        shown = self.state.shown()
        self._model.show(shown)
        self._table.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._count.setText(_documents(len(shown), is_filtered=self.state.is_filtered))
        self._clear.setVisible(self.state.is_filtered)
        self._select_chosen()
        self.told.emit()

    def _select_chosen(self) -> None:
        row_number = self._model.row_of(self.state.chosen)
        if row_number < 0 and self._model.rowCount():
            row_number = 0
        if row_number >= 0:
            self._table.setCurrentIndex(self._model.index(row_number, 0))
            self._read_details(self._model.document_at(row_number).id)

    def _read_details(self, document_id: str) -> None:
        self.state.chosen = document_id
        if self.isVisible():  # a list that is read again behind another screen opens no text
            self.session.document_id = document_id
        shown = self.state.chosen_row()
        if shown is not None:
            self._details.show_row(shown)
        workspace = self.session.workspace
        self.session.run(
            Query(
                tr("Đang đọc các mốc"),
                lambda progress: read_details(workspace, document_id),
                self._show_details,
                slot=(self, "details"),
            )
        )
        self.told.emit()

    def _show_details(self, details: DocumentDetails) -> None:
        self.state.details = details
        self._details.show_details(details)

    # -- what a person does -----------------------------------------------------------------------

    def _on_words(self, words: str) -> None:
        if not self.state.words:
            self._chosen_before = self.state.chosen
        self.state.words = words
        if not words:  # what was chosen before the search is chosen again
            self.state.chosen = self._chosen_before or self.state.chosen
        if self.is_searching and not words:
            self.leave_search()
        self._refresh_table()

    def search_wordings(self) -> None:
        """Search for the words of the field in the wordings of every text."""
        words = self._search.text().strip()
        if not words:
            return
        if self._found is None:
            self._found = SearchPage(self.session)
            self._found.left.connect(self.leave_search)
            self._found.counted.connect(self.told)
        self._found.search(words)
        self._show_searching(is_on=True)
        self.show_page(self._found)

    def leave_search(self) -> None:
        """Go back to the list of texts."""
        if self.is_searching:
            self.show_page(self._body)
            self._show_searching(is_on=False)
            self._search.clear()

    @property
    def is_searching(self) -> bool:
        """Whether the results of a search are shown."""
        return self._results() is not None

    def _results(self) -> SearchPage | None:
        """The page of results, while it is shown."""
        return self._found if self.pages.currentWidget() is self._found else None

    def _show_searching(self, *, is_on: bool) -> None:
        self._leave_search.setVisible(is_on)
        self._show_trail(tr("Kết quả tìm"), is_on=is_on)

    def _show_trail(self, words: str, *, is_on: bool) -> None:
        self.header.title.setText(words if self.is_reviewing else tr("Kho văn bản"))
        is_on = is_on and not self.is_reviewing
        self._trail.setText(f"›  {words}")
        self._trail.setVisible(is_on)
        self._search.setVisible(not self.is_reviewing)
        self._import.setVisible(not is_on and not self.is_reviewing)
        self._new.setVisible(not is_on and not self.is_reviewing)
        self.told.emit()

    def _on_order(self) -> None:
        self.state.order = self._order.value
        self._refresh_table()

    def _on_status(self) -> None:
        self.state.status = self._status.value
        self._refresh_table()

    def _on_collection(self, index: QModelIndex) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        if line is None or line.key.startswith("open:"):
            return  # a text opened last: opened when it is clicked, or by Enter
        if line.key and line.key != self.state.collection:
            self.state.collection = line.key
            self._refresh_table()

    def _on_recent(self, index: QModelIndex) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        if line is not None and line.key.startswith("open:"):
            self._open_recent(line.key.removeprefix("open:"))

    def _open_recent(self, document: str) -> None:
        """A text opened last is opened again; the collection that was shown stays."""
        at = self._collections_model.row_of(self.state.collection)
        QTimer.singleShot(
            0, self, lambda: self._collections.setCurrentIndex(self._collections_model.index(at, 0))
        )
        self.session.go("drafting", document=document)

    def _on_row(self, index: QModelIndex) -> None:
        if index.isValid():
            chosen = self._model.document_at(index.row()).id
            if chosen != self.state.chosen:
                self._read_details(chosen)

    def _on_menu(self, at: QPoint) -> None:
        """The menu of ⋯ for the text under the mouse, which the press has chosen."""
        if self._table.indexAt(at).isValid():
            self.menu_asked.emit(MORE_ACTIONS, self._table.viewport().mapToGlobal(at))

    def _on_open(self, index: QModelIndex) -> None:
        self.open_chosen()

    def _clear_filters(self) -> None:
        self.state.collection = "all"
        self._status.setCurrentIndex(0)
        self._search.clear()
        self._refresh()

    def focus_search(self) -> None:
        """Put the caret into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def open_chosen(self) -> None:
        """Open the chosen text: an amending act on its desk, a regulation as a page."""
        chosen = self.state.chosen_row()
        if chosen is not None:
            screen = "amendments" if chosen.role.value == "amending" else "drafting"
            self.session.go(screen, document=chosen.id)

    def compare_chosen(self) -> None:
        """Compare the first wording of the chosen text with today's."""
        if self.state.chosen:
            self.session.go("compare", document=self.state.chosen)

    def _open_milestone(self, at: int) -> None:
        details = self.state.details
        if details is not None:
            day = details.milestones[at].day
            self.session.go(
                "drafting", document=details.row.id, right=day.isoformat() if day else "issued"
            )

    def begin_draft(self) -> None:
        """Begin a draft from the chosen text as it stands today, and open it."""
        from quyche_app.services.drafts import begin_draft

        workspace, document = self.session.workspace, self.state.chosen
        chosen = numbering_chosen(self.session)

        self.session.run(
            Operation(
                tr("Đang tạo dự thảo"),
                lambda progress: begin_draft(workspace, document, chosen=chosen),
                self._open_draft,
                lambda draft: come(draft.id),
            )
        )

    def _open_draft(self, draft: DocumentRow) -> None:
        self.session.go("drafting", document=draft.id)

    def copy_original(self) -> None:
        """Write the original file of the chosen text elsewhere."""
        from quyche_app.gui.library.info_dialog import copy_original

        details = self.state.details
        if details is None or not details.originals:
            self.session.hinted.emit(tr("Văn bản này không có tệp gốc."))
            return
        name = details.originals[0].name
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Chép tệp gốc"), name)
        if chosen:
            copy_original(self.session, details.row.id, name, Path(chosen))

    def archive(self) -> None:
        """Put the chosen text away; nothing is lost."""
        self._put_away(is_archived=True)

    def unarchive(self) -> None:
        """Bring the chosen text back among the others."""
        self._put_away(is_archived=False)

    def _put_away(self, *, is_archived: bool) -> None:
        chosen = self.state.chosen_row()
        if chosen is not None:
            self.session.run(filing(self.session, chosen, is_archived=is_archived))

    def can_undo(self) -> bool:
        return bool(self.session.undo_steps)

    def undo(self) -> None:
        self.session.undo()

    def ask_new(self) -> None:
        """Ask which frame a new regulation begins from."""
        from quyche_app.gui.library.new_dialog import NewDialog

        dialog = NewDialog(self, self.session.option("agency"))
        dialog.chosen.connect(self._begin_new)
        dialog.open()

    def _begin_new(self, key: str, issuer: str, place: str) -> None:
        from quyche_app.services.templates import begin_from_template

        workspace = self.session.workspace
        chosen = numbering_chosen(self.session)

        self.session.run(
            Operation(
                tr("Đang tạo dự thảo từ mẫu"),
                lambda progress: begin_from_template(workspace, key, issuer, place, chosen=chosen),
                self._open_draft,
                lambda draft: come(draft.id),
            )
        )

    def ask_import(self) -> None:
        """Choose files to import."""
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("Nhập văn bản"), "", tr("Văn bản (*.docx *.txt);;Mọi tệp (*)")
        )
        self.review_files([Path(name) for name in names])

    def review_files(self, paths: list[Path]) -> None:
        """Read files and show each for review; nothing is stored before the person says so."""
        self.reviewing.begin(paths)

    def put_down(self, in_hand: InHand) -> None:
        in_hand.review = self.reviewing.in_hand()

    def take_up(self, in_hand: InHand) -> None:
        """Go on with a file under review."""
        review, in_hand.review = in_hand.review, None
        if review is not None:
            self.reviewing.carry_on(review)

    def _on_reviewing(self) -> None:
        """Show the page of the file under review, or, when all are done, the library again."""
        if self._review is not None:
            self.pages.removeWidget(self._review)
            self._review.head.deleteLater()
            self._review.deleteLater()
        self._review = page = self.reviewing.page
        if page is not None:
            self.show_page(page)
            self.header.line.addWidget(page.head, 10)
            self._show_trail(tr("Nhập văn bản"), is_on=True)
            page.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        results = tuple(self.reviewing.results)
        self._show_trail("", is_on=False)
        self.show_page(self._body if self.state.documents or results else self._empty)
        if results:
            self._on_imported(results)

    @property
    def is_reviewing(self) -> bool:
        """Whether a file is under review."""
        return self._review is not None

    def import_sample(self) -> None:
        """Put the built-in sample into the workspace."""
        self.take_files([sample_file(name) for name in SAMPLE_FILES])

    def take_files(self, paths: list[Path]) -> None:
        """Import files in the background and give the account afterwards."""
        if not paths:
            return
        workspace = self.session.workspace
        title = (
            tr("Đang nhập {name}", name=paths[0].name)
            if len(paths) == 1
            else tr("Đang nhập {count} tệp", count=len(paths))
        )
        self.session.run(
            Operation(
                title,
                lambda progress: import_files(workspace, paths, progress),
                self._on_imported,
                _stored,
            )
        )

    def _on_imported(self, results: tuple[FileResult, ...]) -> None:
        self.state.results = results
        for result in results:
            if result.imported is not None:
                self.state.chosen = result.imported.document.id
                break
        self._account.tell(self.state.account(), results)
        if self.state.chosen_row() is not None:  # read meanwhile, while further files were reviewed
            self._refresh()

    def shown(self) -> Shown | None:
        if self.is_reviewing:
            return None
        results = self._results()
        if results is not None:
            return results.shown()
        row = self.state.chosen_row()
        if row is None or self._model.row_of(row.id) < 0:
            return None
        return Shown(row.id, date.today())

    def second_place(self) -> Place | None:
        """The chosen text as a page; a draft is written in the first window alone."""
        row = self.state.chosen_row()
        shown = self.shown()
        if row is None or shown is None or shown.document != row.id or row.role is Role.DRAFT:
            return None
        return Place("drafting", row.id)

    def why_nothing(self) -> str:
        if self.is_reviewing:
            return tr("Văn bản đang xem chưa được ghi vào kho. Hãy ghi vào kho rồi xuất hay in.")
        return tr("Chọn một văn bản trong kho để xuất.")

    # -- Qt ------------------------------------------------------------------------------------

    def regions(self) -> list[QWidget]:
        return [self._collections, self._table, self._search]

    def window_title(self) -> str:
        if self.is_reviewing:
            return tr("Nhập văn bản")
        return tr("Tìm trong kho") if self.is_searching else tr("Kho văn bản")

    def status(self) -> tuple[str, str]:
        if not self.state.is_read:
            return tr("Đang đọc kho…"), ""
        if self._review is not None:
            return self._review.status_words()
        results = self._results()
        if results is not None:
            return results.status_words(), self.session.where
        total = self.state.total()
        words = _documents(total) if total else tr("chưa có văn bản")
        return tr("Kho trên máy này · {words}", words=words), self.session.where

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._search.hasFocus():
            self._search.clear()
            self.leave_search()
            return
        if event.matches(QKeySequence.StandardKey.Undo) and self.can_undo():
            self.undo()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._table.scheduleDelayedItemsLayout()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        files = [url for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self._drop.show_hover(len(files))
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.show_hover(0)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.show_hover(0)
        event.acceptProposedAction()
        self.review_files(
            [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        )


def _stored(results: Iterable[FileResult]) -> Changes:
    """What an import changed; a file that was known already stored nothing."""
    stored = [each.imported for each in results if each.imported is not None]
    return come(*(each.document.id for each in stored if not each.was_known))


def _documents(count: int, *, is_filtered: bool = False) -> str:
    number = number_words(count)
    if is_filtered:
        return tr("{number} văn bản khớp", number=number, count=count)
    return tr("{number} văn bản", number=number, count=count)
