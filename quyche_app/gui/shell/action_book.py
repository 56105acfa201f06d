"""Makes Qt actions from the tables and keeps enabled only those that would do something now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from quyche_app.gui.actions import AnyAction, plain_words
from quyche_app.gui.shell.actions import MENUS, Entry, Submenu
from quyche_app.gui.shell.keys import keys_of
from quyche_app.gui.theme.icons import icon
from quyche_app.gui.widgets.buttons import key_words
from quyche_app.languages import tr

Choices = list[tuple[str, Callable[[], None]]]


@dataclass(frozen=True, slots=True)
class Owned:
    """An action with the screen it belongs to; "" = the window."""

    action: AnyAction
    screen: str


class ActionBook(QObject):
    """All actions of the program.

    Args:
        run: called with what was triggered.
        chosen: keys that a person chose, by action.
    """

    def __init__(
        self,
        parent: QObject,
        tables: Iterable[tuple[str, tuple[AnyAction, ...]]],
        run: Callable[[Owned], None],
        chosen: Mapping[str, str],
    ) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self._owned: dict[str, Owned] = {}
        self._made: dict[str, QAction] = {}
        self._run = run
        self._lists: Mapping[str, Callable[[], Choices]] = {}
        for screen, table in tables:
            for action in table:
                self._add(Owned(action, screen))

    def _add(self, owned: Owned) -> None:
        action = owned.action
        made = QAction(tr(action.text), self)
        if action.icon:
            made.setIcon(icon(action.icon))
        keys = keys_of(action, self._chosen)
        if keys:
            made.setShortcut(QKeySequence(keys))
        if action.is_on is not None:
            made.setCheckable(True)
        words = plain_words(tr(action.text))
        made.setToolTip(f"{words} ({key_words(keys)})" if keys else words)
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
            (action_id, plain_words(tr(owned.action.text)), self._shown_key(owned.action))
            for action_id, owned in self._owned.items()
            if self._made[action_id].isEnabled() and action_id != "command"
        ]

    def trigger(self, action_id: str) -> None:
        """Do something by its id, when it can be done."""
        self._made[action_id].trigger()

    def _shown_key(self, action: AnyAction) -> str:
        keys = keys_of(action, self._chosen)
        return key_words(keys) if keys else ""

    def show_menu(self, entries: Iterable[Entry], where: QPoint) -> None:
        """Show a menu of some actions at a place of the screen."""
        menu = QMenu()
        self._fill_menu(menu, entries)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._menu = menu
        menu.popup(where)

    def fill(self, bar: QMenuBar, lists: Mapping[str, Callable[[], Choices]]) -> None:
        """Make the menus.

        Args:
            lists: entries that are a menu of their own, made anew each time it is opened.
        """
        self._lists = lists
        for title, entries in MENUS:
            self._fill_menu(bar.addMenu(tr(title)), entries)

    def _fill_list(self, menu: QMenu, entry: str) -> None:
        menu.clear()
        choices = self._lists[entry]()
        for words, run in choices:
            menu.addAction(words.replace("&", "&&")).triggered.connect(run)
        if not choices:
            menu.addAction(tr("(chưa có)")).setEnabled(False)

    def _fill_menu(self, menu: QMenu, entries: Iterable[Entry]) -> None:
        for entry in entries:
            if isinstance(entry, Submenu):
                self._fill_menu(menu.addMenu(tr(entry.title)), entry.entries)
            elif entry in self._lists:
                inner = menu.addMenu(tr(entry))
                inner.aboutToShow.connect(partial(self._fill_list, inner, entry))
            elif entry == "-":
                menu.addSeparator()
            else:
                menu.addAction(self._made[entry])
