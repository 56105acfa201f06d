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
from quyche_app.gui.text_lines import TextBlock
from quyche_app.languages import tr
from quyche_app.services.files import write_file

_RESOLUTION = 300  # dots per inch


@dataclass(frozen=True, slots=True)
class Printable:
    """What can be printed: name of the text, its words, the notes at the foot of the pages."""

    title: str
    blocks: Sequence[TextBlock]
    notes: Sequence[tuple[int, Footnote]] = ()


def print_text(session: Session, text: Printable, window: QWidget) -> None:
    """Ask for a printer and print; without one, ask for a PDF file."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        session.hinted.emit(tr("Máy chưa có máy in. Có thể lưu thành PDF."))
        proposed = file_stem(text.title, "ban-in", date.today()) + ".pdf"
        name, _ = QFileDialog.getSaveFileName(window, tr("Lưu bản in thành PDF"), proposed, "PDF (*.pdf)")
        if name:
            try:
                write_pdf(text, Path(name))
            except WritingError as error:
                session.hinted.emit(tr(error.sentence))
            else:
                session.hinted.emit(tr(f"Đã lưu bản in vào {name}."))
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(text.title)
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(tr("In"))
    if dialog.exec():
        paint_pages(printer, text, printer.fromPage() or 1, printer.toPage() or None)
        session.hinted.emit(tr(f"Đã gửi {text.title} tới máy in."))


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
    device.setPageLayout(QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(device)
    try:
        with on_paper():
            width = float(painter.viewport().width())
            paginator = Paginator(width)
            pages = paginator.pages(text.blocks, text.notes)
            sheet = QRectF(0, 0, width, float(painter.viewport().height()))
            chosen = list(enumerate(pages, 1))[first - 1:last]
            for number, page in chosen:
                if number > first:
                    device.newPage()
                paint_sheet(painter, sheet, page, number, width / PAGE_WIDTH_MM)
    finally:
        painter.end()
    return len(chosen)
