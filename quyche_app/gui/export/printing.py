"""In: a text on paper, or, where there is no printer, as a PDF file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from quyche_app.domain.errors import WritingError
from quyche_app.domain.operations import Footnote
from quyche_app.gui.export.pages import PAGE_WIDTH_MM, Paginator
from quyche_app.gui.export.sheet import on_paper, paint_sheet
from quyche_app.gui.export.state import file_stem
from quyche_app.gui.session import Session
from quyche_app.gui.shown import name_of, state_words
from quyche_app.gui.text_lines import TextBlock, draft_block, remark_block, with_notes
from quyche_app.languages import tr
from quyche_app.services.files import write_file
from quyche_app.services.views import Role, TextAt

_RESOLUTION = 300  # dots per inch


@dataclass(frozen=True, slots=True)
class Printable:
    """What can be printed.

    Attributes:
        title: name of the text and its state; dialogs say it first.
        blocks: its words.
        notes: at the foot of the pages.
        stem: name proposed for a file; "" = the title.
    """

    title: str
    blocks: Sequence[TextBlock]
    notes: Sequence[tuple[int, Footnote]] = ()
    stem: str = ""


def printable_text(text: TextAt) -> Printable:
    """Give a stored text as it is printed; on paper a draft, and a wording that is not today's, says
    so above its words."""
    blocks, notes = with_notes(text.act, text.footnotes)
    return Printable(state_words(text), (*_state_blocks(text), *blocks), notes, name_of(text))


def _state_blocks(text: TextAt) -> tuple[TextBlock, ...]:
    if text.document.role is Role.DRAFT:
        return (draft_block(tr(text.document.chip)),)
    return () if text.as_at == date.today() else (remark_block(f"({state_words(text)})"),)


def print_text(session: Session, text: Printable, window: QWidget) -> None:
    """Ask for a printer and print; without one, ask for a PDF file."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        session.hinted.emit(tr("Máy chưa có máy in. Có thể lưu thành PDF."))
        proposed = file_stem(text.stem or text.title, "ban-in", date.today()) + ".pdf"
        name, _ = QFileDialog.getSaveFileName(
            window, tr("Lưu bản in thành PDF · {title}", title=text.title), proposed, "PDF (*.pdf)"
        )
        if name:
            try:
                write_pdf(text, Path(name))
            except WritingError as error:
                session.hinted.emit(tr(error.message))
            else:
                session.hinted.emit(tr("Đã lưu bản in vào {name}.", name=name))
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(text.title)
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(tr("In · {title}", title=text.title))
    if dialog.exec():
        paint_pages(printer, text, printer.fromPage() or 1, printer.toPage() or None)
        session.hinted.emit(tr("Đã gửi {title} tới máy in.", title=text.title))


def write_pdf(text: Printable, path: Path) -> None:
    """Write the pages that would be printed into a PDF file; it appears whole or not at all.

    Raises:
        WritingError: the file cannot be written.
    """
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(made)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(text.title)
    paint_pages(writer, text)
    write_file(path, bytes(made.data().data()), force=True)


def paint_pages(
    device: QPagedPaintDevice, text: Printable, first: int = 1, last: int | None = None
) -> int:
    """Paint the pages from one to another, counted from 1 (None = to the end); give how many."""
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    painter = QPainter(device)
    try:
        with on_paper():
            width = float(painter.viewport().width())
            paginator = Paginator(width)
            pages = paginator.pages(text.blocks, text.notes)
            sheet = QRectF(0, 0, width, float(painter.viewport().height()))
            chosen = list(enumerate(pages, 1))[first - 1 : last]
            for number, page in chosen:
                if number > first:
                    device.newPage()
                paint_sheet(painter, sheet, page, number, width / PAGE_WIDTH_MM)
    finally:
        painter.end()
    return len(chosen)
