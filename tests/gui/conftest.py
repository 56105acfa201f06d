"""A window without a screen; any warning of Qt fails the test that caused it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from quyche_app.gui.app import prepare_application


@pytest.fixture(autouse=True)
def _no_qt_warnings(no_qt_warnings: None) -> None:
    """Any warning of Qt fails the test that caused it."""


@pytest.fixture
def application() -> QApplication:
    """Give the application in its first look: light, 100 %."""
    return prepare_application()
