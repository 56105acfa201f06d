"""A window without a screen; any warning of Qt fails the test that caused it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from quyche_app.gui.app import prepare_application

# What the offscreen platform says of itself, whatever the program does.
_OF_THE_PLATFORM = ("This plugin does not support", "QFontDatabase: Cannot find font directory")


@pytest.fixture(autouse=True)
def _no_qt_warnings() -> Iterator[None]:
    """Fail when Qt has something to complain about."""
    heard: list[str] = []

    def listen(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not message.startswith(_OF_THE_PLATFORM):
            heard.append(message)

    before = qInstallMessageHandler(listen)
    yield
    qInstallMessageHandler(before)
    assert not heard, heard


@pytest.fixture
def application() -> QApplication:
    """Give the application in its first look: light, 100 %."""
    return prepare_application()
