"""A column that scrolls up and down when it is longer than its room; never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from quyche_app.gui.widgets.basic import ground


def scrolled(inside: QWidget, role: str = "panel") -> QScrollArea:
    """Give a scrolling area around a widget, with the surface of a token and no frame."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    ground(area, role)
    area.setWidget(inside)
    return area
