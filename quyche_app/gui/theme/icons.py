"""Icons: our SVG drawings in the colour of a token. Source: docs/window.md 7."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from quyche_app.gui.theme.look import color
from quyche_app.resources_folder import resource


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _renderer(name: str, color_name: str) -> QSvgRenderer:
    svg = _drawing(name).replace("currentColor", color_name)
    return QSvgRenderer(QByteArray(svg.encode("utf-8")))


def paint_icon(painter: QPainter, name: str, rect: QRectF, ink: QColor) -> None:
    """Paint an icon into a square in a colour."""
    _renderer(name, ink.name()).render(painter, rect)


def icon(name: str, role: str = "text", size: int = 16) -> QIcon:
    """Give an icon for menus and boxes in the colour of a token."""
    made = QIcon()
    for factor in (1, 2):
        pixmap = QPixmap(size * factor, size * factor)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_icon(painter, name, QRectF(0, 0, size * factor, size * factor), color(role))
        painter.end()
        pixmap.setDevicePixelRatio(factor)
        made.addPixmap(pixmap)
    return made


def seal(size: int) -> QPixmap:
    """Give the mark of the program: a lacquer-red seal with a white inner frame and QC."""
    from quyche_app.gui.theme.look import text_font

    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("seal"))
    painter.drawRoundedRect(QRectF(0, 0, size, size), size / 8, size / 8)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(color("seal_text"))
    painter.drawRect(QRectF(size * 0.12, size * 0.12, size * 0.76, size * 0.76))
    font = text_font(12, bold=True)
    font.setPixelSize(max(6, round(size * 0.44)))
    painter.setFont(font)
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, "QC")
    painter.end()
    return pixmap


def program_icon() -> QIcon:
    """Give the icon of the window."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 256):
        made.addPixmap(seal(size))
    return made
