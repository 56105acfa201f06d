"""What the window remembers from one day to the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings

from quyche_app.gui.pictures import settle
from quyche_app.gui.shell.window import MainWindow
from quyche_app.services.workspace import open_workspace


def test_columns_and_the_name_of_the_person_are_remembered(
    tmp_path: Path, open_window: Callable[..., MainWindow]
) -> None:
    settings = QSettings(str(tmp_path / "quyche.ini"), QSettings.Format.IniFormat)

    def opened() -> MainWindow:
        window = open_window(open_workspace(tmp_path / "kho"), settings)
        window.screen_shown.import_sample()  # type: ignore[attr-defined]
        settle(window)
        return window

    first = opened()
    columns = first.screen_shown.columns
    assert columns is not None
    settle(first)
    # As wide as the window has them: sizes that do not fit are shared out anew each time.
    columns.setSizes([260, sum(columns.sizes()) - 260 - 320, 320])
    settle(first)
    kept = columns.sizes()
    first.session.use_person("Lê Thu Hà")
    first.close()
    second = opened()
    assert second.screen_shown.columns is not None
    assert second.screen_shown.columns.sizes() == kept
    assert second.session.workspace.person == "Lê Thu Hà"
    second.session.keep_option("layout", "0")
    second.close()
    third = opened()
    assert third.screen_shown.columns is not None
    assert third.screen_shown.columns.sizes() != kept
