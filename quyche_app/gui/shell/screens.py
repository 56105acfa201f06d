"""Which screens there are: found by name, so that a screen is loaded when it is first shown."""

from __future__ import annotations

from importlib import import_module

from quyche_app.gui.actions import Action
from quyche_app.gui.amendments.actions import AMENDMENTS_ACTIONS
from quyche_app.gui.compare.actions import COMPARE_ACTIONS
from quyche_app.gui.drafting.actions import DRAFTING_ACTIONS
from quyche_app.gui.library.actions import LIBRARY_ACTIONS
from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session
from quyche_app.gui.settings.actions import SETTINGS_ACTIONS
from quyche_app.gui.shell.actions import SHELL_ACTIONS
from quyche_app.gui.timeline.actions import TIMELINE_ACTIONS

_CLASSES = {
    "library": ("library", "LibraryScreen"),
    "drafting": ("drafting", "DraftingScreen"),
    "amendments": ("amendments", "AmendmentsScreen"),
    "compare": ("compare", "CompareScreen"),
    "timeline": ("timeline", "TimelineScreen"),
    "settings": ("settings", "SettingsScreen"),
}
TABLES: tuple[tuple[str, tuple[Action, ...]], ...] = (
    ("", SHELL_ACTIONS),
    ("library", LIBRARY_ACTIONS),
    ("drafting", DRAFTING_ACTIONS),
    ("amendments", AMENDMENTS_ACTIONS),
    ("compare", COMPARE_ACTIONS),
    ("timeline", TIMELINE_ACTIONS),
    ("settings", SETTINGS_ACTIONS),
)


def make_screen(key: str, session: Session) -> Screen:
    """Load and make a screen."""
    folder, name = _CLASSES[key]
    module = import_module(f"quyche_app.gui.{folder}.screen")
    made = getattr(module, name)(session)
    assert isinstance(made, Screen)
    return made


def screen_keys() -> tuple[str, ...]:
    """Give the names of all screens."""
    return tuple(_CLASSES)
