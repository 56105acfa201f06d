"""What the window remembers from one day to the next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from quyche_app.gui.app import make_window, prepare_application
from quyche_app.gui.pictures import settle
from quyche_app.gui.shell.window import MainWindow
from quyche_app.services.workspace import open_workspace


def opened(tmp_path: Path, settings: QSettings) -> MainWindow:
    prepare_application()
    window = make_window(open_workspace(tmp_path / "kho"), "kho", settings)
    window.resize(1366, 728)
    window.show()
    window.screen_shown.import_sample()  # type: ignore[attr-defined]
    settle(window)
    return window


def test_columns_and_the_name_of_the_person_are_remembered(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "quyche.ini"), QSettings.Format.IniFormat)
    first = opened(tmp_path, settings)
    columns = first.screen_shown.columns
    assert columns is not None
    columns.setSizes([260, 700, 320])
    kept = columns.sizes()
    first.session.use_person("Lê Thu Hà")
    first.close()
    second = opened(tmp_path, settings)
    assert second.screen_shown.columns is not None
    assert second.screen_shown.columns.sizes() == kept
    assert second.session.workspace.person == "Lê Thu Hà"
    second.session.keep_option("layout", "0")
    second.close()
    third = opened(tmp_path, settings)
    assert third.screen_shown.columns is not None
    assert third.screen_shown.columns.sizes() != kept
    third.close()
    for window in (first, second, third):
        window.deleteLater()
