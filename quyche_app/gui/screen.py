"""What every screen is to the window: a header, a body, a title, a status and a table of actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from quyche_app.domain.errors import QuyCheError
from quyche_app.gui.actions import AnyAction
from quyche_app.gui.changes import NOTHING, Changes
from quyche_app.gui.in_hand import InHand
from quyche_app.gui.places import Place
from quyche_app.gui.session import Session
from quyche_app.gui.shown import Shown
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.splitter import Columns
from quyche_app.gui.widgets.states import ErrorPanel, LoadingPanel
from quyche_app.languages import tr

if TYPE_CHECKING:
    from quyche_app.gui.export.printing import Printable


_Shows = TypeVar("_Shows")


class Header(Panel):
    """The strip of 46 px: h1, what it is about, stretch, actions with the main one last."""

    def __init__(self, title: str) -> None:
        super().__init__("panel", "b")
        self.setFixedHeight(px(t.HEADER_HEIGHT))
        self.line = row(self, margins=(14, 0, 14, 0), gap=8)
        self.title = Label(title, size=t.SIZE_H1, bold=True)
        self.line.addWidget(self.title)
        self._has_stretch = False

    def about(self, *widgets: QWidget) -> None:
        """Put what the screen is about after the title."""
        for widget in widgets:
            self.line.addWidget(widget)

    def doing(self, *widgets: QWidget) -> None:
        """Put actions at the right."""
        if not self._has_stretch:
            self.line.addStretch()
            self._has_stretch = True
        for widget in widgets:
            self.line.addWidget(widget)


class Screen(QWidget):
    """A page of the main area.

    Attributes:
        key: name in places and on the rail.
        table: what can be done here.
        state: plain Python, what the screen shows.

    Signals:
        told: title, status or what is enabled changed.
        menu_asked: (ids of actions, place on the screen): a menu of them is wanted there.
        export_asked, print_asked: what is shown here is to be exported, printed.
    """

    told = Signal()
    menu_asked = Signal(object, object)
    export_asked = Signal()
    print_asked = Signal()
    key: ClassVar[str] = ""
    table: ClassVar[tuple[AnyAction, ...]] = ()
    state: Any = None
    columns: Columns | None = None

    def __init__(self, session: Session, title: str) -> None:
        super().__init__()
        self.session = session
        self._missed = NOTHING  # what changed while another screen was shown
        session.changed.connect(self._on_changed)
        self.setAutoFillBackground(False)
        self._outer = column(self)
        self.header = Header(title)
        self._outer.addWidget(self.header)
        self.pages = QStackedWidget()
        self._outer.addWidget(self.pages, 1)
        self._error = ErrorPanel()
        self._error.retry.connect(self.reload)
        self._loading = LoadingPanel()
        self.pages.addWidget(self._loading)
        self.pages.addWidget(self._error)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def open_place(self, place: Place) -> None:
        """Show a place of this screen."""

    def reload(self) -> None:
        """Read everything again: the error page asks for it."""

    def refresh(self, changes: Changes) -> None:
        """Read again what is shown of what changed. A screen behind another one hears of it when it is
        shown, once for everything; what a screen did itself it shows itself."""

    def _on_changed(self, changes: Changes, initiator: QObject | None) -> None:
        if not _is_part_of(initiator, self):
            self._missed |= changes
            if self.isVisible():
                self._catch_up()

    def _catch_up(self) -> None:
        missed, self._missed = self._missed, NOTHING
        if missed:
            self.refresh(missed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def leave(self) -> None:
        """Put away what must not be lost: the window or the workspace is closed."""

    def put_down(self, in_hand: InHand) -> None:
        """Put down the work in hand that is recorded nowhere: the window is built anew."""

    def take_up(self, in_hand: InHand) -> None:
        """Take up the work that a former screen of this kind put down."""

    def can_undo(self) -> bool:
        """Whether something that was done here can be taken back."""
        return False

    def undo(self) -> None:
        """Take back what was done here last."""

    def window_title(self) -> str:
        """What the title bar names before "– Quy Chế"."""
        return self.header.title.text()

    def status(self) -> tuple[str, str]:
        """What the status bar says at the left and at the right."""
        return "", ""

    def shown(self) -> Shown | None:
        """Which text is shown, in which state; None when none is, or one that is not in the workspace."""
        return None

    def why_nothing(self) -> str:
        """Say why there is nothing to export or print."""
        return tr("Màn hình này chưa có văn bản nào để xuất hay in.")

    def when_recorded(self, run: Callable[[], object]) -> None:
        """Do something once the workspace has what is shown; nothing when it cannot be recorded."""
        run()

    def printable(self) -> Printable | None:
        """What this screen would print, None for the text in the state of ``shown``."""
        return None

    def status_choice(self) -> tuple[str, tuple[str, ...]]:
        """A choice in the status bar: its words, and the actions of its menu; no words for none."""
        return "", ()

    def second_place(self) -> Place | None:
        """What a second window would show of this screen, to be read; None when there is nothing."""
        return None

    def badge(self) -> int:
        """How much work the rail shows for this screen."""
        return 0

    def provisions(self) -> list[tuple[str, str]]:
        """Provisions of the open text for the command box: (unit id, words)."""
        return []

    def show_unit(self, unit_id: str) -> None:
        """Bring a provision into view."""

    def toggle_right_panel(self) -> None:
        """Show or hide the right side of the screen."""
        if self.columns is not None:
            self.columns.toggle_right()
            self.told.emit()

    def regions(self) -> list[QWidget]:
        """The parts of the screen that F6 walks through."""
        return []

    def in_front(self, page: QWidget, shows: _Shows | None) -> _Shows | None:
        """Give what a page of the body shows; None while another page is in front."""
        return shows if self.pages.currentWidget() is page else None

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages of the body."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def show_error(self, error: QuyCheError) -> None:
        """Show an error in place."""
        self._error.tell(tr(error.message), error.code)
        self.show_page(self._error)
        self.told.emit()

    def show_loading(self, words: str) -> None:
        """Say what is read where the contents will be, unless contents are there already."""
        if self.pages.currentWidget() in (self._loading, self._error):
            self._loading.tell(words)
            self.pages.setCurrentWidget(self._loading)


def _is_part_of(part: QObject | None, whole: QObject) -> bool:
    while part is not None and part is not whole:
        part = part.parent()
    return part is whole
