"""What the guide of a screen (F1) promises is there: every name in bold, every key."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

import pytest

from quyche_app.gui.actions import plain_words
from quyche_app.gui.drafting.inspector import TABS
from quyche_app.gui.settings.options import GROUPS
from quyche_app.gui.shell.rail import RAIL
from quyche_app.gui.shell.screens import screen_keys
from quyche_app.gui.shell.tables import TABLES
from quyche_app.resources_folder import resource

sys.path.insert(0, str(Path(__file__).parents[3] / "packaging"))
import catalogues

_PAGES = sorted({*screen_keys(), "export"})
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+\S+|F\d+|Enter|Tab|Delete)")
_KEY_NAMES = {"Enter": "Return", "PgDn": "PgDown", "↓": "Down", "↑": "Up", "Delete": "Del"}
# Keys of the page itself, of Qt, and the dialogs' own.
_OF_THE_PAGE = {
    "Return",
    "Shift+Return",
    "Tab",
    "Shift+Tab",
    "Alt+PgUp",
    "Alt+PgDown",
    "Ctrl+Z",
    "Ctrl+Y",
}


def plain(words: str) -> str:
    return plain_words(words).rstrip("…").strip()


@cache
def said(language: str) -> set[str]:
    """What the program says somewhere, in small letters: as a whole, or in front of a colon."""
    # Names without a letter of Vietnamese alone are gathered by nobody.
    words = {name for _, name in GROUPS}
    for entry in catalogues.read(language or "vi"):
        key = entry.id if isinstance(entry.id, str) else entry.id[0]
        forms = [entry.string] if isinstance(entry.string, str) else entry.string
        words |= {form or key for form in forms}
    return {
        part.strip().lower() for each in words for part in (plain(each), plain(each).split(":")[0])
    }


def page(name: str, language: str) -> str:
    folder = ("help", language) if language else ("help",)
    return resource(*folder, f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["", "en"])
@pytest.mark.parametrize("name", _PAGES)
def test_every_name_in_a_guide_is_a_name_in_the_program(name: str, language: str) -> None:
    known = said(language)
    unknown = [
        bold
        for bold in _BOLD.findall(page(name, language))
        if not _KEYS.fullmatch(bold) and bold != "⋯" and plain(bold).lower() not in known
    ]
    assert unknown == []


@pytest.mark.parametrize("language", ["", "en"])
@pytest.mark.parametrize("name", _PAGES)
def test_every_key_in_a_guide_does_something(name: str, language: str) -> None:
    keys = {action.keys for _, table in TABLES for action in table if action.keys} | _OF_THE_PAGE
    named = re.findall(r"(?:Ctrl|Alt|Shift)\+(?:\w+|[↓↑,])|\bF\d+\b", page(name, language))
    for key in named:
        last = key.rsplit("+", 1)[-1]
        wanted = key.removesuffix(last) + _KEY_NAMES.get(last, last)
        assert wanted in keys, key


def test_every_screen_of_the_rail_is_there_and_has_a_guide() -> None:
    assert {entry.screen for entry in RAIL} == {*screen_keys(), "export"}
    assert all(page(entry.screen, language) for entry in RAIL for language in ("", "en"))
    assert {key for key, _ in TABS} == {"history", "citations", "remarks", "findings"}
