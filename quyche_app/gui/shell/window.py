"""The main window. It composes rail, menus, screens and status bar, and walks between places;
what is shown and decided lies in the screens and their states.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMenuBar,
    QStackedWidget,
    QWidget,
)

from quyche_app.gui.changes import Changes
from quyche_app.gui.in_hand import InHand
from quyche_app.gui.places import Place, Trail
from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session
from quyche_app.gui.settings.looks import use_options
from quyche_app.gui.settings.options import BY_KEY
from quyche_app.gui.shell.action_book import ActionBook, Choices, Owned
from quyche_app.gui.shell.actions import RECENT, WindowState
from quyche_app.gui.shell.beginning import Beginning
from quyche_app.gui.shell.clipboard import Clipboard
from quyche_app.gui.shell.command_box import CommandBox
from quyche_app.gui.shell.commands import Found, find
from quyche_app.gui.shell.frame import WindowFrame
from quyche_app.gui.shell.outputs import export_shown, print_shown
from quyche_app.gui.shell.rail import Rail
from quyche_app.gui.shell.screens import make_screen, screen_keys
from quyche_app.gui.shell.status import StatusBar
from quyche_app.gui.shell.tables import TABLES
from quyche_app.gui.shell.watch import RecordingWatch
from quyche_app.gui.shell.workspace_change import WorkspaceChange
from quyche_app.gui.tasks.operation import Query
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import current_look, px
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.states import IconMark
from quyche_app.languages import tr

if TYPE_CHECKING:
    from quyche_app.gui.library.screen import LibraryScreen
    from quyche_app.gui.shell.second_window import SecondWindow
    from quyche_app.services.views import DocumentDetails, DocumentRow, TextAt
    from quyche_app.services.workspace import Workspace

AnyScreen = TypeVar("AnyScreen", bound=Screen)
_PROGRAM = "Quy Chế"
_LEAST_SIZE = (1024, 600)
_RECENT = "recent"  # texts opened last, the newest first
_MOST_RECENT = 10


class MainWindow(WindowFrame):
    """The one window of the program."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._trail = Trail()
        self._screens: dict[str, Screen] = {}
        self._shown = ""  # key of the present screen
        self._documents: list[tuple[str, str]] = []
        self.workspace_change: WorkspaceChange = WorkspaceChange(session, self)
        self.beginning: Beginning = Beginning(session, self, self.workspace_change)
        self.clipboard: Clipboard = Clipboard()
        self._in_hand = InHand()
        self._is_rebuilding = self._is_look_asked = False
        # In real pixels: at 150 % the window must still fit on a screen of 1366 × 768.
        self.setMinimumSize(*_LEAST_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._compose()
        self.watch = RecordingWatch(session, self)
        # Once for several changes, and after the control that was used has done its part.
        self._rebuild_soon = QTimer(self)
        self._rebuild_soon.setSingleShot(True)
        self._rebuild_soon.timeout.connect(self.rebuild)
        session.option_asked.connect(self.use_option)
        session.option_changed.connect(self._on_option)
        session.keys_changed.connect(self._rebuild_soon.start)
        session.welcome_asked.connect(self.beginning.welcome)
        session.place_asked.connect(self.workspace_change.ask_place)
        session.tour_asked.connect(self.beginning.begin_tour)
        session.restore_asked.connect(
            self.workspace_change.restore_from, Qt.ConnectionType.QueuedConnection
        )
        session.went.connect(self.go)
        session.changed.connect(self._on_changed)
        self._read_documents()

    # -- composing ----------------------------------------------------------------------------

    def _compose(self) -> None:
        self._screens = {}
        self._book = ActionBook(self, TABLES, self._run, self.session.chosen_keys())
        self.setMenuWidget(self._menu_row())
        for action in self._book.all():
            self.addAction(action)
        body = QWidget()
        across = row(body, gap=0)
        self._rail = Rail()
        self._rail.chosen.connect(self.go_screen)
        across.addWidget(self._rail)
        self._stack = QStackedWidget()
        across.addWidget(self._stack, 1)
        whole = QWidget()
        down = column(whole)
        down.addWidget(body, 1)
        self._status = StatusBar(self.session.runner)
        self.session.hinted.connect(self._status.hint)
        self._status.menu_asked.connect(self._book.show_menu)
        down.addWidget(self._status)
        self.setCentralWidget(whole)

    def _menu_row(self) -> QWidget:
        panel = Panel("panel", "b")
        panel.setFixedHeight(px(t.MENU_HEIGHT))
        across = row(panel, margins=(8, 0, 10, 0), gap=8)
        bar = QMenuBar()
        bar.setNativeMenuBar(False)
        self._book.fill(bar, {RECENT: self._recent})
        across.addWidget(bar, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch()
        self._command_box = CommandBox(self, self._find)
        self._command_box.chosen.connect(self._on_found)
        across.addWidget(self._command_box)
        across.addWidget(IconMark("person", 16, "text2"))
        self._person = Label(self.session.person, "text2", t.SIZE_SMALL)
        across.addWidget(self._person)
        return panel

    def rebuild(self) -> None:
        """Build everything anew for another theme or text size, at the same place; work that is in
        hand on the screens goes on."""
        self._rebuild_soon.stop()
        if self._is_rebuilding:
            return
        self._is_rebuilding = True
        self.beginning.end_tour()
        place = self._trail.places[self._trail.at] if self._trail.at >= 0 else Place("library")
        self.session.runner.wait()
        if self._is_look_asked:
            use_options(self.session.option)
            self._is_look_asked = False
        focused = QApplication.focusWidget()
        named = (type(focused), focused.accessibleName()) if focused is not None else None
        for screen in self._screens.values():
            screen.put_down(self._in_hand)
        self._command_box.put_away()
        menu = self.menuWidget()
        if menu is not None:
            menu.deleteLater()
        for old in (*self._screens.values(), self._book):
            old.deleteLater()
        for action in self._book.all():
            self.removeAction(action)
        self._compose()
        self._show(place)
        for second in self._second_windows():
            second.rebuild()
        self._is_rebuilding = False
        if named is not None and named[1]:
            self._focus_again(*named)

    def rebuild_if_asked(self) -> None:
        """Build everything anew now when a change of the look waits for it."""
        if self._rebuild_soon.isActive():
            self.rebuild()

    def _focus_again(self, kind: type[QWidget], name: str) -> None:
        """Give the focus to the control that stands for the one which had it."""
        for widget in self.screen_shown.findChildren(kind):
            if widget.accessibleName() == name:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # -- places -------------------------------------------------------------------------------

    @property
    def screen_shown(self) -> Screen:
        """The present screen."""
        return self._screens[self._shown]

    def go(self, place: Place) -> None:
        """Go to a place; the way back leads here again. A screen that is not there, as another version
        may have remembered it, is the library."""
        if place.screen not in screen_keys():
            place = replace(place, screen="library")
        self._trail.visit(place)
        self._show(place)

    def go_screen(self, key: str) -> None:
        """Go to a screen with the text that is open; "export" opens the dialog."""
        if key == "export":
            self.ask_export()
        else:
            self.go(Place(key, self.session.document_id))

    def go_back(self) -> None:
        """Walk to the place before this one."""
        self._walk(self._trail.back())

    def go_on(self) -> None:
        """Walk to the place that was gone back from."""
        self._walk(self._trail.on())

    def _walk(self, place: Place | None) -> None:
        if place is not None:
            self._show(place)

    def _show(self, place: Place) -> None:
        if place.screen not in self._screens:
            screen = make_screen(place.screen, self.session)
            screen.take_up(self._in_hand)
            screen.told.connect(self._refresh)
            screen.menu_asked.connect(self._book.show_menu)
            screen.export_asked.connect(partial(export_shown, self.session, screen, self))
            screen.print_asked.connect(partial(print_shown, self.session, screen, self))
            self._screens[place.screen] = screen
            layout = self.session.remembered_layout(f"columns/{place.screen}")
            if screen.columns is not None and layout is not None:
                screen.columns.take_remembered(layout)
            self._stack.addWidget(screen)
        if place.document:
            self.session.document_id = place.document
            if place.screen != "library":
                self.session.memory.keep_first(_RECENT, place.document, _MOST_RECENT)
        self._shown = place.screen
        screen = self.screen_shown
        self._stack.setCurrentWidget(screen)
        self._rail.show_active(place.screen)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)
        screen.open_place(replace(place, document=place.document or self.session.document_id))
        self._refresh()

    def _refresh(self) -> None:
        screen = self.screen_shown
        self.setWindowTitle(f"{screen.window_title()} – {_PROGRAM}")
        self._status.show_words(*screen.status())
        self._status.show_choice(*screen.status_choice())
        look = current_look()
        state = WindowState(
            self._trail.can_go_back,
            self._trail.can_go_on,
            bool(self.session.document_id),
            self.session.option("theme"),
            round(look.scale * 100),
            self.isFullScreen(),
            screen.columns is not None and screen.columns.has_right,
            screen.columns is not None and screen.columns.shows_right,
            screen.second_place() is not None,
            screen.can_undo(),
        )
        self._book.refresh(screen.key, state, screen.state)
        for key, other in self._screens.items():
            self._rail.show_count(key, other.badge())

    # -- actions ------------------------------------------------------------------------------

    def _run(self, owned: Owned) -> None:
        """Do an action: of the screen that is shown, or of the window."""
        owned.action.run(self.screen_shown if owned.screen else self)

    def ask_import(self) -> None:
        """Choose files to import; the library takes them."""
        self.beginning.end_tour()
        self._library().ask_import()

    def ask_new(self) -> None:
        """Begin a new regulation from a frame; the library asks which."""
        self.beginning.end_tour()
        self._library().ask_new()

    def ask_backup(self) -> None:
        """Ask for a file and write a copy of the workspace."""
        from quyche_app.gui.settings.screen import SettingsScreen

        self._go_to(SettingsScreen).ask_backup()

    def _library(self) -> LibraryScreen:
        from quyche_app.gui.library.screen import LibraryScreen

        return self._go_to(LibraryScreen)

    def _go_to(self, kind: type[AnyScreen]) -> AnyScreen:
        """Go to a screen that is asked for something only it can do."""
        self.go(Place(kind.key))
        return next(each for each in self._screens.values() if isinstance(each, kind))

    def leave_screens(self) -> None:
        """Record what is typed on every screen."""
        for screen in self._screens.values():
            screen.leave()

    def use_workspace(self, workspace: Workspace) -> None:
        """Go on with a workspace that was opened; every screen is read anew."""
        self.session.use_workspace(workspace)
        self.watch.begin_anew()
        for second in self._second_windows():
            second.close()
        self._documents = []
        self.beginning.take_documents([])
        self._trail = Trail()
        self._trail.visit(Place("library"))
        self.rebuild()
        self._in_hand = InHand()  # what was decided and ticked is of the other workspace
        self._read_documents()

    def rect_of(self, part: str) -> QRect:
        """Where a part of the window is, for the walk."""
        widget: QWidget = self._command_box if part == "command" else self.screen_shown.pages
        return QRect(widget.mapTo(self, QPoint(0, 0)), widget.size())

    def import_sample(self) -> None:
        """Put the built-in sample into the workspace."""
        self._library().import_sample()

    def ask_export(self) -> None:
        """Open the export dialog for what the screen shows."""
        export_shown(self.session, self.screen_shown, self)

    def print_text(self) -> None:
        """Print what the screen shows."""
        print_shown(self.session, self.screen_shown, self)

    def show_info(self) -> None:
        """Show what the library knows of the open text."""
        from quyche_app.services.library import document_details
        from quyche_app.services.text_as_at import text_as_at

        workspace, document = self.session.workspace, self.session.document_id

        def show(read: tuple[DocumentDetails, TextAt]) -> None:
            from quyche_app.gui.library.info_dialog import InfoDialog

            details, text = read
            InfoDialog(self.session, details, text, self).open()

        self.session.run(
            Query(
                tr("Đang đọc thông tin văn bản"),
                lambda progress: (
                    document_details(workspace, document),
                    text_as_at(workspace, document),
                ),
                show,
                slot=(self, "info"),
            )
        )

    def open_second(self) -> None:
        """Put the text that is shown into a window of its own, to be read."""
        from quyche_app.gui.shell.second_window import SecondWindow

        place = self.screen_shown.second_place()
        if place is not None:
            SecondWindow(self.session, place, self).show()

    def _second_windows(self) -> list[SecondWindow]:
        from quyche_app.gui.shell.second_window import SecondWindow

        return list(
            self.findChildren(SecondWindow, options=Qt.FindChildOption.FindDirectChildrenOnly)
        )

    def save_report(self) -> None:
        """Save a report of versions and of this machine; nothing is sent."""
        from quyche_app.gui.defects import machine_words

        name, _ = QFileDialog.getSaveFileName(
            self, tr("Lưu tệp báo lỗi"), "quyche-bao-loi.txt", tr("Chữ (*.txt)")
        )
        if name:
            Path(name).write_text(machine_words(), encoding="utf-8")
            self._status.hint(
                tr("Đã lưu tệp báo lỗi vào {name}. Chương trình không gửi đi đâu.", name=name)
            )

    def focus_command_box(self) -> None:
        """Put the caret into the command box."""
        self._command_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._command_box.selectAll()

    def use_theme(self, name: str) -> None:
        """Change the colours."""
        self.use_option("theme", name)

    def use_text_size(self, percent: str) -> None:
        """Change the size of everything."""
        self.use_option("text_size", percent)

    def use_option(self, key: str, value: str) -> None:
        """Give a setting another value."""
        self.session.keep_option(key, value)

    def _on_option(self, key: str) -> None:
        if BY_KEY[key].is_look:
            self._is_look_asked = True
            self._rebuild_soon.start()
        elif key == "person":
            self._person.setText(self.session.person)

    def toggle_right_panel(self) -> None:
        """Show or hide the right side of the present screen."""
        self.screen_shown.toggle_right_panel()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def next_region(self) -> None:
        """Move the focus to the next region of the screen."""
        regions = [region for region in self.screen_shown.regions() if region.isVisible()]
        if not regions:
            return
        at = next((n for n, region in enumerate(regions) if region.hasFocus()), -1)
        regions[(at + 1) % len(regions)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_guide(self) -> None:
        """Show the guide of the present screen."""
        from quyche_app.gui.shell.help import GuideDialog

        GuideDialog(self.screen_shown.key, self).open()

    def show_keys(self) -> None:
        """Show every key, where each can be changed."""
        self.go(Place("settings", unit="keys"))

    def show_about(self) -> None:
        """Show name, version and licence."""
        from quyche_app.gui.shell.help import AboutDialog

        AboutDialog(self.session.where, self).open()

    # -- command box ----------------------------------------------------------------------------

    def _find(self, typed: str) -> list[Found]:
        return find(typed, self._book.available(), self.screen_shown.provisions(), self._documents)

    def _on_found(self, found: Found) -> None:
        match found.kind:
            case "action":
                self._book.trigger(found.target)
            case "unit":
                self.screen_shown.show_unit(found.target)
            case _:
                self.go(Place("drafting", found.target))

    def _read_documents(self) -> None:
        from quyche_app.gui.library.state import read_library

        workspace = self.session.workspace
        self.session.run(
            Query(
                tr("Đang đọc kho"),
                lambda progress: read_library(workspace),
                self._keep_documents,
                slot=(self, "documents"),
            )
        )

    def _on_changed(self, changes: Changes) -> None:
        if changes.in_list:
            self._read_documents()

    def _recent(self) -> Choices:
        """The texts opened last, for the menu."""
        names = dict(self._documents)
        return [
            (names[document], partial(self.go, Place("drafting", document)))
            for document in self.session.memory.get_list(_RECENT)
            if document in names
        ]

    def _keep_documents(self, rows: tuple[DocumentRow, ...]) -> None:
        self._documents = [(each.id, f"{each.number} · {each.title}") for each in rows]
        self.beginning.take_documents(list(rows))

    # -- Qt -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.BackButton:
            self.go_back()
        elif event.button() is Qt.MouseButton.ForwardButton:
            self.go_on()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange and self._shown in self._screens:
            self._refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        for screen in self._screens.values():
            screen.leave()  # what is typed is recorded before the work in hand is called off
        self.session.runner.call_off()
        self.session.runner.wait(10)
        self.watch.stop()
        for key, screen in self._screens.items():
            if screen.columns is not None:
                self.session.memory.keep(f"columns/{key}", screen.columns.saveState())
        self.session.memory.keep("last/screen", self.screen_shown.key)
        self.session.memory.keep("last/document", self.session.document_id)
        self.session.memory.keep("geometry", self.saveGeometry())
        event.accept()
