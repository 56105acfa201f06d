"""A window over a workspace of its own; any warning of Qt fails the test that caused it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from quyche_app.gui.pictures import settle
from quyche_app.gui.shell.window import MainWindow
from quyche_app.services.workspace import open_workspace


@pytest.fixture(autouse=True)
def _no_qt_warnings(no_qt_warnings: None) -> None:
    """Any warning of Qt fails the test that caused it."""


@pytest.fixture
def window(
    tmp_path: Path, empty_workspace: Path, open_window: Callable[..., MainWindow]
) -> MainWindow:
    """Give the window over an empty workspace, as a person sees it first."""
    shutil.copytree(empty_workspace, tmp_path / "kho")
    made = open_window(open_workspace(tmp_path / "kho"))
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    settle(made)
    return made
