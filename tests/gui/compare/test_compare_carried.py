"""What was ticked in a comparison goes on when the window is built anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quyche_app.gui.compare.screen import CompareScreen
from quyche_app.gui.pictures import fill_with_sample, settle
from quyche_app.gui.places import Place
from quyche_app.gui.shell.window import MainWindow
from quyche_app.services.workspace import open_workspace


def test_ticks_and_versions_stay_in_another_look(
    tmp_path: Path, open_window: Callable[..., MainWindow]
) -> None:
    workspace = open_workspace(tmp_path / "kho")
    document = fill_with_sample(workspace, recorded=True)
    window = open_window(workspace)
    window.go(Place("compare", document))
    settle(window)
    screen = window.screen_shown
    assert isinstance(screen, CompareScreen)
    screen.seen_and_next()
    sides = screen.state.left, screen.state.right
    window.rebuild()
    settle(window)
    again = window.screen_shown
    assert isinstance(again, CompareScreen)
    assert again is not screen
    assert again.state.seen_count() == 1
    assert (again.state.left, again.state.right) == sides
    window.session.keep_option("layers", "moved")
    settle(window)
    assert again.state.layers == frozenset({"moved"}), "a setting counts at once"
