"""Ctrl+E and Ctrl+P: what the screen of a window shows is exported, printed, and named first."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session
from quyche_app.gui.shown import Shown, read_shown
from quyche_app.gui.tasks.operation import Query
from quyche_app.languages import tr
from quyche_app.services.views import TextAt


def export_shown(session: Session, screen: Screen, window: QWidget) -> None:
    """Open the export dialog for what a screen shows; what is typed is recorded first."""
    screen.when_recorded(partial(_export, session, screen, window))


def _export(session: Session, screen: Screen, window: QWidget) -> None:
    from quyche_app.gui.export.dialog import ExportDialog

    shown = screen.shown()
    if shown is None:
        session.hinted.emit(screen.why_nothing())
    else:
        ExportDialog(session, shown, window).open()


def print_shown(session: Session, screen: Screen, window: QWidget) -> None:
    """Print what a screen shows."""
    from quyche_app.gui.export.printing import print_text

    printable, shown = screen.printable(), screen.shown()
    if printable is not None:
        print_text(session, printable, window)
    elif shown is not None:
        _read_and_print(session, shown, window)
    else:
        session.hinted.emit(screen.why_nothing())


def _read_and_print(session: Session, shown: Shown, window: QWidget) -> None:
    from quyche_app.gui.export.printing import print_text, printable_text

    workspace = session.workspace

    def done(text: TextAt) -> None:
        print_text(session, printable_text(text), window)

    session.run(
        Query(
            tr("Đang đọc văn bản"),
            lambda progress: read_shown(workspace, shown),
            done,
            slot="window.print",
        )
    )
