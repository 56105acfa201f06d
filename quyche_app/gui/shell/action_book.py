"""Makes Qt actions from the tables and keeps enabled only those that would do something now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from quyche_app.gui.actions import Action, plain_words
from quyche_app.gui.shell.actions import MENUS, Entry, Submenu
from quyche_app.gui.theme.icons import icon
from quyche_app.gui.widgets.buttons import key_words
from quyche_app.languages import tr


@dataclass(frozen=True, slots=True)
class Owned:
    """An action with the screen it belongs to; "" = the window."""

    action: Action
    screen: str


class ActionBook(QObject):
    """All actions of the program.

    Args:
        run: called with what was triggered.
    """

    def __init__(
        self, parent: QObject, tables: Iterable[tuple[str, tuple[Action, ...]]],
        run: Callable[[Owned], None],
    ) -> None:
        super().__init__(parent)
        self._owned: dict[str, Owned] = {}
        self._made: dict[str, QAction] = {}
        self._run = run
        for screen, table in tables:
            for action in table:
                self._add(Owned(action, screen))

    def _add(self, owned: Owned) -> None:
        action = owned.action
        made = QAction(tr(action.text), self)
        if action.icon:
            made.setIcon(icon(action.icon))
        if action.keys:
            made.setShortcut(QKeySequence(action.keys))
        if action.is_on is not None:
            made.setCheckable(True)
        words = plain_words(tr(action.text))
        made.setToolTip(f"{words} ({key_words(action.keys)})" if action.keys else words)
        made.triggered.connect(partial(self._on_triggered, action.id))
        self._owned[action.id] = owned
        self._made[action.id] = made

    def _on_triggered(self, action_id: str, checked: bool = False) -> None:
        self._run(self._owned[action_id])

    def all(self) -> list[QAction]:
        """Give every Qt action, so that the window can hear their keys."""
        return list(self._made.values())

    def refresh(self, screen: str, window_state: Any, screen_state: Any) -> None:
        """Enable what can be done on the present screen in its present state."""
        for action_id, owned in self._owned.items():
            state = window_state if not owned.screen else screen_state
            is_here = owned.screen in ("", screen)
            made = self._made[action_id]
            made.setEnabled(is_here and bool(owned.action.enabled(state)))
            if owned.action.is_on is not None and is_here:
                made.setChecked(bool(owned.action.is_on(state)))

    def available(self) -> list[tuple[str, str, str]]:
        """Give (id, words, key) of what can be done now, for the command box."""
        return [
            (action_id, plain_words(tr(owned.action.text)),
             key_words(owned.action.keys) if owned.action.keys else "")
            for action_id, owned in self._owned.items()
            if self._made[action_id].isEnabled() and action_id != "command"
        ]

    def trigger(self, action_id: str) -> None:
        """Do something by its id, when it can be done."""
        self._made[action_id].trigger()

    def keys(self) -> list[tuple[str, str]]:
        """Give (key, words) of everything that has a key, for the help."""
        return [
            (key_words(owned.action.keys), plain_words(tr(owned.action.text)))
            for owned in self._owned.values() if owned.action.keys
        ]

    def show_menu(self, entries: Iterable[Entry], where: QPoint) -> None:
        """Show a menu of some actions at a place of the screen."""
        menu = QMenu()
        self._fill_menu(menu, entries)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._menu = menu
        menu.popup(where)

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus."""
        for title, entries in MENUS:
            self._fill_menu(bar.addMenu(tr(title)), entries)

    def _fill_menu(self, menu: QMenu, entries: Iterable[Entry]) -> None:
        for entry in entries:
            if isinstance(entry, Submenu):
                self._fill_menu(menu.addMenu(tr(entry.title)), entry.entries)
            elif entry == "-":
                menu.addSeparator()
            elif entry in self._made:
                menu.addAction(self._made[entry])
            else:
                later = menu.addAction(tr(entry))
                later.setEnabled(False)
                later.setToolTip(tr("Phần này chưa có trong bản này."))
