"""The foot of a dialog: at the right end what leaves it and, last, the main action
(docs/window.md 8.1)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from quyche_app.gui.widgets.basic import row
from quyche_app.gui.widgets.buttons import Button
from quyche_app.languages import tr


def closing_foot(dialog: QDialog) -> QHBoxLayout:
    """Give the foot of a dialog that only shows something: Đóng."""
    foot = row()
    foot.addStretch()
    close = Button(tr("Đóng"), main=True)
    close.clicked.connect(dialog.accept)
    foot.addWidget(close)
    return foot


def asking_foot(
    dialog: QDialog, main: str, icon: str, take: Callable[[], object], *before: QWidget
) -> QHBoxLayout:
    """Give the foot of a dialog that does something: Hủy and the main action.

    Args:
        main, icon: words and picture of the main action.
        take: what it does.
        before: buttons at the left end.
    """
    foot = row()
    for widget in before:
        foot.addWidget(widget)
    foot.addStretch()
    cancel = Button(tr("Hủy"))
    cancel.clicked.connect(dialog.reject)
    done = Button(main, icon, main=True)
    done.clicked.connect(lambda: take())
    foot.addWidget(cancel)
    foot.addWidget(done)
    return foot
