"""Every table of actions, by the key of its screen; "" is the window. Loading them loads no screen."""

from __future__ import annotations

from quyche_app.gui.actions import AnyAction
from quyche_app.gui.amendments.actions import AMENDMENTS_ACTIONS
from quyche_app.gui.compare.actions import COMPARE_ACTIONS
from quyche_app.gui.drafting.actions import DRAFTING_ACTIONS
from quyche_app.gui.library.actions import LIBRARY_ACTIONS
from quyche_app.gui.settings.actions import SETTINGS_ACTIONS
from quyche_app.gui.shell.actions import SHELL_ACTIONS
from quyche_app.gui.timeline.actions import TIMELINE_ACTIONS

TABLES: tuple[tuple[str, tuple[AnyAction, ...]], ...] = (
    ("", SHELL_ACTIONS),
    ("library", LIBRARY_ACTIONS),
    ("drafting", DRAFTING_ACTIONS),
    ("amendments", AMENDMENTS_ACTIONS),
    ("compare", COMPARE_ACTIONS),
    ("timeline", TIMELINE_ACTIONS),
    ("settings", SETTINGS_ACTIONS),
)
