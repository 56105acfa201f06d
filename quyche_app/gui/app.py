"""Starting the window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from quyche_app.languages import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from quyche_app.gui.memory import Memory
    from quyche_app.gui.shell.window import MainWindow
    from quyche_app.services.workspace import Workspace

_DEFAULT_SIZE = (1366, 728)


def prepare_application(theme: str = "light", text_size: int = 100) -> QApplication:
    """Give the application with style, fonts, palette and Vietnamese words."""
    from PySide6.QtCore import QLocale, Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    from quyche_app.gui.display import told_without_screen
    from quyche_app.gui.theme import tokens as t
    from quyche_app.gui.theme.fonts import choose_family
    from quyche_app.gui.theme.icons import program_icon
    from quyche_app.gui.theme.look import Look, program_font, use_look
    from quyche_app.gui.theme.palette import make_palette
    from quyche_app.gui.theme.style import QuyCheStyle
    from quyche_app.gui.vietnamese import make_translator

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        with told_without_screen():
            application = QApplication(sys.argv[:1])
        application.setApplicationName("Quy Chế")
        application.setOrganizationName("Quy Che")
        application.setStyle(QuyCheStyle())
        application.installTranslator(make_translator(application))
        QLocale.setDefault(QLocale("vi_VN"))
    program_family, _ = choose_family(t.PROGRAM_FAMILIES)
    text_family, missing = choose_family(t.TEXT_FAMILIES)
    use_look(Look(t.THEMES[theme], text_size / 100, program_family, text_family, missing))
    application.setPalette(make_palette(t.THEMES[theme]))
    application.setFont(program_font())
    application.setWindowIcon(program_icon())
    return application


def make_window(workspace: Workspace, where: str, settings: QSettings | None = None) -> MainWindow:
    """Give the window over a workspace, standing in the library."""
    from quyche_app.gui.places import Place
    from quyche_app.gui.session import Session
    from quyche_app.gui.shell.window import MainWindow

    session = Session(workspace, where, settings)
    window = MainWindow(session)
    session.setParent(window)
    window.resize(*_DEFAULT_SIZE)
    window.go(Place("library"))
    return window


def run(workspace: str | None) -> int:
    """Open the window over a workspace and give the exit code when it is closed.

    Without a screen the program ends here with 1 and one sentence.

    Raises:
        QuyCheError: QC-G001 Qt cannot be loaded on this machine.
    """
    from quyche_app.gui.display import load_qt

    load_qt()
    from PySide6.QtCore import QSettings

    from quyche_app.gui.defects import DefectHook
    from quyche_app.gui.memory import Memory
    from quyche_app.gui.session import shown_place
    from quyche_app.gui.settings.looks import use_options
    from quyche_app.gui.settings.options import BY_KEY, taken
    from quyche_app.services.workspace import default_place

    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "quyche", "quyche")
    application = prepare_application()
    memory = Memory(settings)
    use_options(lambda key: taken(BY_KEY[key], memory.get(key, BY_KEY[key].default)))
    opened = _open(workspace or memory.get("workspace") or default_place(), memory)
    if opened is None:
        return 1
    window = make_window(opened, shown_place(opened.place), settings)
    geometry = window.session.remembered_layout("geometry")
    if geometry is not None:
        window.restoreGeometry(geometry)
    hook = DefectHook(window)
    hook.install()
    window.show()
    window.beginning.begin()
    if window.session.is_on("daily_backup"):
        _back_up_today(window)
    code = int(application.exec())
    hook.remove()
    return code


def _back_up_today(window: MainWindow) -> None:
    """The copy of the day, made once the window is there."""
    from quyche_app.gui.tasks.operation import Operation
    from quyche_app.services.backups import daily_backup

    workspace = window.session.workspace
    window.session.run(Operation(tr("Đang sao lưu kho"), lambda progress: daily_backup(workspace)))


def _open(place: str, memory: Memory) -> Workspace | None:
    """Open the workspace; while it cannot be opened a person may try again, give the password or
    choose another. None when they leave."""
    from quyche_app.domain.errors import QuyCheError
    from quyche_app.gui.settings.unopened import UnopenedDialog
    from quyche_app.services.workspace import open_workspace

    remembered = ""
    while True:
        try:
            opened = open_workspace(place)
        except QuyCheError as error:
            dialog = UnopenedDialog(place, error)
            if not dialog.exec():
                return None
            place, remembered = dialog.place, dialog.remembered or remembered
            continue
        if remembered:
            memory.keep("workspace", remembered)
        return opened
