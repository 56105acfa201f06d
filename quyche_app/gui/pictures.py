"""Pictures of the window made by the program itself, for review (docs/window.md 12)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QDialog, QWidget

    from quyche_app.gui.shell.window import MainWindow
    from quyche_app.services.workspace import Workspace

SCREENS = (
    "kho",
    "kho-trong",
    "tim",
    "du-thao",
    "sua-doi",
    "so-sanh",
    "doi-chieu",
    "dong-thoi-gian",
    "soan-thao",
    "xuat",
    "nhap",
    "cai-dat",
    "lan-dau",
)
_KEYS = {
    "tim": "library",
    "nhap": "library",
    "du-thao": "drafting",
    "cai-dat": "settings",
    "lan-dau": "library",
    "kho": "library",
    "kho-trong": "library",
    "sua-doi": "amendments",
    "so-sanh": "compare",
    "doi-chieu": "compare",
    "dong-thoi-gian": "timeline",
    "soan-thao": "drafting",
    "xuat": "library",
}
PERSON = "Lê Thu Hà"  # of the pictures
_PASTED = (
    "2. Chánh Văn phòng gửi tài liệu chậm nhất 03 ngày trước ngày họp.\n"
    "3. Thường trực họp giao ban mỗi tuần một lần.",
    "2. Chánh Văn phòng gửi tài liệu đến người dự họp chậm nhất 05 ngày làm việc trước ngày họp.\n"
    "3. Thường trực họp mỗi tuần một lần; khi cần thì họp bất thường.",
)
_SAMPLE = ("quy-che.docx", "quyet-dinh-3868.docx")


def fill_with_sample(workspace: Workspace, *, recorded: bool) -> str:
    """Put the built-in sample into a workspace, with its decision recorded or not; give the id of
    the regulation."""
    from quyche_app.resources_folder import sample_file
    from quyche_app.services.import_file import import_file

    workspace.person = workspace.person or PERSON
    regulation, act = (import_file(workspace, sample_file(name)).document for name in _SAMPLE)
    if recorded:
        from quyche_app.services.amend import amend

        amend(workspace, regulation.id, act.id)
    return regulation.id


def show_screen(window: MainWindow, screen: str, document: str) -> None:
    """Bring the window to a screen and let everything be read."""
    from PySide6.QtWidgets import QApplication

    from quyche_app.gui.changes import UNKNOWN

    if document:
        window.session.document_id = document
    window.go_screen(_KEYS[screen])
    settle(window)
    match screen:
        case "kho":
            from quyche_app.services.drafts import begin_draft

            begin_draft(window.session.workspace, document)
            window.session.tell(UNKNOWN)
        case "xuat":
            window.ask_export()
        case "lan-dau":
            window.beginning.welcome()
        case "tim":
            from quyche_app.services.drafts import begin_draft

            begin_draft(window.session.workspace, document)
            window.session.tell(UNKNOWN)
            settle(window)
            library = window.screen_shown
            library._search.setText("hoi nghi")  # type: ignore[attr-defined]
            library.search_wordings()  # type: ignore[attr-defined]
        case "nhap":
            from quyche_app.resources_folder import sample_file

            window.screen_shown.review_files([sample_file("quy-che.docx")])  # type: ignore[attr-defined]
        case "doi-chieu":
            page = window.screen_shown.show_pasted()  # type: ignore[attr-defined]
            page.left.setPlainText(_PASTED[0])
            page.right.setPlainText(_PASTED[1])
            page.compare()
        case "du-thao":
            _show_draft(window, document)
    settle(window)
    QApplication.processEvents()


def _show_draft(window: MainWindow, document: str) -> None:
    """A draft of the sample with a few changes, its first ones in view."""
    from quyche_app.services.drafts import begin_draft

    draft = begin_draft(window.session.workspace, document)
    window.session.go("drafting", document=draft.id)
    settle(window)
    screen = window.screen_shown
    desk = screen.desk  # type: ignore[attr-defined]
    units = {path: unit for unit, (path, _) in screen.state.places.items()}
    desk.page.go_to_spot(units["qc:d2/k1"], "lead", 0, 0)
    desk.page.moveCursor(desk.page.textCursor().MoveOperation.EndOfBlock)
    desk.page.textCursor().insertText(
        " Việc có nhiều cơ quan tham gia thì giao một cơ quan chủ trì."
    )
    first = desk.page.textCursor().block()
    cursor = desk.page.textCursor()
    cursor.setPosition(first.position())
    cursor.setPosition(first.position() + len("Thực hiện"), cursor.MoveMode.KeepAnchor)
    cursor.insertText("Bảo đảm")
    desk.page.go_to(units["qc:d2/k2"], at_end=True)
    desk.add()
    desk.page.textCursor().insertText("Tài liệu theo khoản 2 Điều 17 được gửi trước 05 ngày.")
    desk.mark_touched()
    desk.save()
    settle(window)
    screen.look_again()  # type: ignore[attr-defined]
    settle(window)
    screen.show_unit(units["qc:d2/k1"])


def settle(window: MainWindow) -> None:
    """Wait until no work is running and everything is painted."""
    from PySide6.QtWidgets import QApplication

    for _ in range(4):
        window.session.runner.wait()
        QApplication.processEvents()


def take(
    screen: str,
    path: Path,
    *,
    theme: str,
    text_size: int,
    size: tuple[int, int],
    workspace: Workspace,
    is_sample: bool,
) -> None:
    """Write a picture of a screen of the window over a workspace."""
    from quyche_app.gui.app import make_window, prepare_application
    from quyche_app.services.library import list_documents

    prepare_application(theme, text_size)
    document = ""
    if is_sample and screen not in ("kho-trong", "lan-dau"):
        document = fill_with_sample(workspace, recorded=screen not in ("sua-doi",))
    elif not is_sample:
        rows = list_documents(workspace)
        document = rows[0].id if rows else ""
    window = make_window(workspace, "văn bản mẫu" if is_sample else "kho này")
    window.session.use_person(PERSON)
    for key, value in (("theme", theme), ("text_size", str(text_size))):
        window.session.memory.keep(key, value)
    window.rebuild()
    window.resize(*size)
    window.show()
    settle(window)
    show_screen(window, screen, document)
    dialog = _dialog_of(window) if screen in ("xuat", "lan-dau") else None
    picture = window.grab()
    if dialog is not None:
        picture = _with_dialog(picture, window, dialog)
        dialog.close()
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(str(path))
    window.close()


def _dialog_of(window: MainWindow) -> QDialog | None:
    from PySide6.QtWidgets import QDialog

    return next((dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()), None)


def _with_dialog(picture: QPixmap, window: QWidget, dialog: QWidget) -> QPixmap:
    """A dialog is a window of its own: paint it over the darkened picture of the main window."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QPainter

    painter = QPainter(picture)
    shade = QColor(Qt.GlobalColor.black)
    shade.setAlphaF(0.42)
    painter.fillRect(window.rect(), shade)
    left = (window.width() - dialog.width()) // 2
    top = (window.height() - dialog.height()) // 2
    painter.drawPixmap(left, top, dialog.grab())
    painter.end()
    return picture
