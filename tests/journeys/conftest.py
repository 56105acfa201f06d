"""A window over a workspace of its own; any warning of Qt fails the test that caused it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from quyche_app.gui.app import make_window, prepare_application
from quyche_app.gui.pictures import settle
from quyche_app.gui.shell.window import MainWindow
from quyche_app.services.workspace import open_workspace


@pytest.fixture(autouse=True)
def _no_qt_warnings(no_qt_warnings: None) -> None:
    """Any warning of Qt fails the test that caused it."""


@pytest.fixture
def window(tmp_path: Path, empty_workspace: Path) -> Iterator[MainWindow]:
    """Give the window over an empty workspace, as a person sees it first."""
    shutil.copytree(empty_workspace, tmp_path / "kho")
    prepare_application()
    made = make_window(open_workspace(tmp_path / "kho"), "kho")
    made.resize(1366, 728)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    settle(made)
    yield made
    made.close()
    made.deleteLater()
    settle(made)
