"""Which screens there are; each is loaded when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session


def _library(session: Session) -> Screen:
    from quyche_app.gui.library.screen import LibraryScreen

    return LibraryScreen(session)


def _drafting(session: Session) -> Screen:
    from quyche_app.gui.drafting.screen import DraftingScreen

    return DraftingScreen(session)


def _amendments(session: Session) -> Screen:
    from quyche_app.gui.amendments.screen import AmendmentsScreen

    return AmendmentsScreen(session)


def _compare(session: Session) -> Screen:
    from quyche_app.gui.compare.screen import CompareScreen

    return CompareScreen(session)


def _timeline(session: Session) -> Screen:
    from quyche_app.gui.timeline.screen import TimelineScreen

    return TimelineScreen(session)


def _settings(session: Session) -> Screen:
    from quyche_app.gui.settings.screen import SettingsScreen

    return SettingsScreen(session)


_MAKERS: Mapping[str, Callable[[Session], Screen]] = {
    "library": _library,
    "drafting": _drafting,
    "amendments": _amendments,
    "compare": _compare,
    "timeline": _timeline,
    "settings": _settings,
}


def make_screen(key: str, session: Session) -> Screen:
    """Load and make a screen."""
    return _MAKERS[key](session)


def screen_keys() -> tuple[str, ...]:
    """Give the names of all screens."""
    return tuple(_MAKERS)
