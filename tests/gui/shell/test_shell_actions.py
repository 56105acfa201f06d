"""Actions are data: menus, keys and functions agree with the tables."""

from __future__ import annotations

import re
import unicodedata
from inspect import signature

import pytest
from PySide6.QtGui import QKeySequence

from quyche_app.gui.actions import AnyAction, plain_words
from quyche_app.gui.shell.actions import MENUS, RECENT, Submenu
from quyche_app.gui.shell.screens import screen_keys
from quyche_app.gui.shell.tables import TABLES

ACTIONS: list[tuple[str, AnyAction]] = [
    (screen, action) for screen, table in TABLES for action in table
]
IDS = {action.id for _, action in ACTIONS}


def entries(menu: tuple[object, ...]) -> list[str]:
    """Give the entries of a menu with those of its submenus."""
    found: list[str] = []
    for entry in menu:
        found += entries(entry.entries) if isinstance(entry, Submenu) else [str(entry)]
    return found


ALL_ENTRIES = [entry for _, menu in MENUS for entry in entries(menu)]


def test_every_entry_is_an_action_that_can_be_done() -> None:
    assert [entry for entry in ALL_ENTRIES if entry not in ("-", RECENT) and entry not in IDS] == []


def test_everything_that_has_an_action_can_be_found_in_a_menu() -> None:
    assert IDS - set(ALL_ENTRIES) == set()


def test_ids_are_unique() -> None:
    assert len(IDS) == len(ACTIONS)


@pytest.mark.parametrize(
    "action", [action for _, action in ACTIONS], ids=[action.id for _, action in ACTIONS]
)
def test_every_action_is_bound_to_a_function_of_its_owner(action: AnyAction) -> None:
    assert len(signature(action.run).parameters) == 1


def test_mnemonics_are_plain_letters_and_unique_in_their_menu() -> None:
    texts = {action.id: action.text for _, action in ACTIONS}
    for _, menu in MENUS:
        letters = []
        for entry in menu:
            text = entry.title if isinstance(entry, Submenu) else texts.get(entry, "")
            if "&" in text:
                letters.append(text[text.index("&") + 1].lower())
        assert all(letter.isascii() and letter.isalnum() for letter in letters), menu
        assert len(letters) == len(set(letters)), (menu, sorted(letters))
    titles = [title[title.index("&") + 1].lower() for title, _ in MENUS]
    assert len(titles) == len(set(titles))


def test_keys_are_unique_on_every_screen_and_none_is_a_key_of_unikey() -> None:
    common = [action.keys for screen, action in ACTIONS if not screen and action.keys]
    for screen in screen_keys():
        keys = common + [a.keys for owner, a in ACTIONS if owner == screen and a.keys]
        assert len(keys) == len(set(keys)), screen
    for _, action in ACTIONS:
        keys = action.keys
        assert "Ctrl+Shift" not in keys
        assert "Alt+Shift" not in keys
        assert keys not in ("Ctrl+Space", "Alt+Z")
        assert not keys or QKeySequence(keys).toString()
        plain_letter = len(keys) == 1 and keys.isalnum()
        assert not plain_letter


def test_words_are_vietnamese_in_one_normal_form() -> None:
    for _, action in ACTIONS:
        assert unicodedata.is_normalized("NFC", action.text)
        assert not re.search(
            r"\b(File|Open|Save|Copy|Zoom|Undo|Export)\b", plain_words(action.text)
        )
