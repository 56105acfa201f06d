"""What can be done on this screen."""

from __future__ import annotations

from quyche_app.gui.actions import Action

AMENDMENTS_ACTIONS: tuple[Action, ...] = ()
