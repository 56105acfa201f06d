"""Starting the window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quyche_app.languages import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from quyche_app.gui.shell.window import MainWindow
    from quyche_app.services.workspace import Workspace

_DEFAULT_SIZE = (1366, 728)


def prepare_application(theme: str = "light", text_size: int = 100) -> QApplication:
    """Give the application with style, fonts, palette and Vietnamese words."""
    from PySide6.QtCore import QLocale, Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

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
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
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
    """Open the window over a workspace and give the exit code when it is closed."""
    from PySide6.QtCore import QSettings

    from quyche_app.domain.errors import QuyCheError
    from quyche_app.gui.defects import DefectHook
    from quyche_app.services.workspace import open_workspace

    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "quyche", "quyche")
    theme = str(settings.value("theme", "light"))
    size = str(settings.value("text_size", "100"))
    application = prepare_application(
        theme if theme in ("light", "dark", "contrast") else "light",
        int(size) if size in ("100", "125", "150") else 100,
    )
    try:
        opened = open_workspace(workspace)
    except QuyCheError as error:
        return _tell_and_leave(error.sentence, error.code)
    window = make_window(opened, _shown(workspace), settings)
    geometry = window.session.remembered_bytes("geometry")
    if geometry is not None:
        window.restoreGeometry(geometry)
    hook = DefectHook(window)
    hook.install()
    window.show()
    if settings.value("welcomed", "") != "1":
        window.welcome()
    if window.session.remembered("daily_backup", "1") == "1":
        _back_up_today(window)
    code = int(application.exec())
    hook.remove()
    return code


def _back_up_today(window: MainWindow) -> None:
    """The copy of the day, made once the window is there."""
    from quyche_app.services.backups import daily_backup

    workspace = window.session.workspace
    window.session.start(tr("Đang sao lưu kho"), lambda progress: daily_backup(workspace), lambda _: None)


def _shown(workspace: str | None) -> str:
    """Where the texts lie, as it is shown: the home folder shortened to ~."""
    from quyche_app.services.workspace import default_place

    place = workspace or default_place()
    home = str(Path.home())
    return place.replace(home, "~", 1) if place.startswith(home) else place


def _tell_and_leave(sentence: str, code: str) -> int:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Critical, "Quy Chế", sentence)
    box.setInformativeText(tr(f"Văn bản không bị mất. Mã {code}."))
    box.exec()
    return 1

