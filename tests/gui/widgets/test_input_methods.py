"""Fields take what Unikey and Telex keyboards send (docs/window.md 11.2), and Qt's calls lose no
None."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from quyche_app.gui.widgets.date_field import DateField
from quyche_app.gui.widgets.fields import TextField

SENTENCE = "Quyết định sửa đổi, bổ sung Quy chế làm việc"
# What a Telex keyboard does to one syllable: letters, then Backspaces and the marked form.
BURSTS = {"ế": "ee1", "ị": "i5", "ử": "u8", "ổ": "o6", "ệ": "e65", "đ": "d9", "à": "a2"}


@pytest.mark.parametrize(
    "make",
    [
        lambda: TextField("Tìm tên, số, ký hiệu…", "search", "Ctrl+F"),
        lambda: DateField("Ngày"),
    ],
)
def test_a_storm_of_backspaces_leaves_the_words(
    make: Callable[[], QLineEdit], application: object
) -> None:
    field = make()
    field.show()
    for char in SENTENCE:
        typed = BURSTS.get(char, "")
        if typed:
            QTest.keyClicks(field, typed)
            for _ in typed:
                QTest.keyClick(field, Qt.Key.Key_Backspace)
        field.insert(char)
    assert field.text() == SENTENCE
    field.close()


def test_composed_words_filter_only_when_they_are_committed(application: object) -> None:
    field, heard = TextField("Lọc"), []
    field.textChanged.connect(heard.append)
    field.show()
    for preedit in ("u", "ư", "ướ"):
        QApplication.sendEvent(field, QInputMethodEvent(preedit, []))
    assert heard == []
    commit = QInputMethodEvent("", [])
    commit.setCommitString("ước")
    QApplication.sendEvent(field, commit)
    assert heard == ["ước"]
    field.close()


def test_the_binding_takes_no_reference_from_none(application: object) -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for number in range(500):
        thing.setObjectName(str(number))
    assert sys.getrefcount(None) - before > -50
