"""What can be done on this screen."""

from __future__ import annotations

from quyche_app.gui.actions import Action

DRAFTING_ACTIONS: tuple[Action, ...] = ()
