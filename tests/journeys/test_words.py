"""Everything a person can read in the window is Vietnamese, and names what is open."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from quyche_app.domain.messages import message
from quyche_app.gui.changes import UNKNOWN
from quyche_app.gui.export.dialog import ExportDialog
from quyche_app.gui.pictures import fill_with_sample, settle
from quyche_app.gui.shell.screens import screen_keys
from quyche_app.gui.shell.window import MainWindow

ENGLISH = re.compile(
    r"\b(file|open|save|cancel|close|copy|paste|cut|undo|redo|delete|select|all|find|search|print|"
    r"the|and|error|loading|settings|help|view|edit|export|import|compare|yes|no|ok|apply)\b",
    re.IGNORECASE,
)
IDENTIFIER = re.compile(r"\b[a-z]+_[a-z_]+\b|<[a-z]|\bNone\b|\bTrue\b")
# Names of places on this machine and of files are as they are.
AS_IT_IS = re.compile(r"^(/|[A-Z]:\\)|_hop-nhat_|\.docx|\.txt")


def words_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """Give every text of every widget, with the kind of widget."""
    for widget in window.findChildren(QWidget):
        kind = type(widget).__name__
        yield kind, widget.toolTip()
        yield kind, widget.accessibleName()
        if isinstance(widget, QLabel | QAbstractButton):
            yield kind, widget.text()
        if isinstance(widget, QLineEdit):
            yield kind, widget.placeholderText()
    for action in window.findChildren(QAction):
        yield "QAction", action.text()


@pytest.mark.parametrize("key", screen_keys())
def test_no_english_word_and_no_identifier_is_shown(window: MainWindow, key: str) -> None:
    document = fill_with_sample(window.session.workspace, recorded=key != "amendments")
    window.session.tell(UNKNOWN)
    window.session.document_id = document
    window.session.person = "Lê Thu Hà"
    window.go_screen(key)
    window.ask_export()
    settle(window)
    found = []
    for kind, text in words_of(window):
        plain = text.replace("&", "")
        if AS_IT_IS.search(plain) or not plain:
            continue
        assert unicodedata.is_normalized("NFC", plain)
        if ENGLISH.search(plain) or IDENTIFIER.search(plain):
            found.append((kind, text))
    assert not found
    dialog = window.findChild(ExportDialog)
    if dialog is not None:
        dialog.close()


@pytest.mark.parametrize("key", ["drafting", "amendments", "compare", "timeline"])
def test_title_and_status_name_what_is_open(window: MainWindow, key: str) -> None:
    document = fill_with_sample(window.session.workspace, recorded=True)
    window.session.document_id = document
    window.go_screen(key)
    settle(window)
    assert "05-QĐ/TU" in window.windowTitle()
    assert window.windowTitle().endswith("– Quy Chế")
    assert window.screen_shown.status()[0]


@pytest.mark.parametrize("key", [key for key in screen_keys() if key != "library"])
def test_without_a_text_a_screen_says_what_belongs_there(window: MainWindow, key: str) -> None:
    window.go_screen(key)
    settle(window)
    shown = window.screen_shown.pages.currentWidget()
    words = [label.text() for label in shown.findChildren(QLabel)]
    assert any(word.strip() for word in words)
    assert any(button.isVisible() for button in shown.findChildren(QAbstractButton))


def test_a_workspace_that_fails_is_told_in_place(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quyche_app.domain.errors import StorageError
    from quyche_app.services import library

    def fails(workspace: object) -> None:
        raise StorageError(message("QC-S001", "Không mở được kho. Văn bản không bị mất."))

    with monkeypatch.context() as patch:
        patch.setattr(library, "list_documents", fails)
        window.screen_shown.reload()
        settle(window)
        screen = window.screen_shown
        assert screen.pages.currentWidget() is screen._error
        assert screen._error.accessibleName() == "Không mở được kho. Văn bản không bị mất."
    screen._error.retry.emit()
    settle(window)
    assert screen.pages.currentWidget() is not screen._error
