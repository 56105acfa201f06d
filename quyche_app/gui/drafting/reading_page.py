"""A text that is read, as the page it is printed on, with its own small bar: why it is locked, zoom,
print."""

from __future__ import annotations

from PySide6.QtCore import Signal

from quyche_app.gui.drafting.state import DraftingState
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.buttons import Button, IconButton
from quyche_app.gui.widgets.flow_view import FlowView
from quyche_app.languages import tr


class ReadingPage(Panel):
    """A page that cannot be typed on.

    Signals:
        clicked: identity of the provision that was clicked on.
        zoom_asked: how much larger (above 0) or smaller it shall be.
        print_asked: it is to be printed.
    """

    clicked = Signal(str)
    zoom_asked = Signal(float)
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__("window")
        layout = column(self)
        bar = Panel("window", "b")
        bar.setMinimumHeight(px(38))
        line = row(bar, margins=(12, 0, 12, 0), gap=6)
        smaller = IconButton("minus", tr("Thu nhỏ"), key="Ctrl+-", small=True)
        larger = IconButton("plus", tr("Phóng to"), key="Ctrl++", small=True)
        smaller.clicked.connect(lambda: self.zoom_asked.emit(-0.1))
        larger.clicked.connect(lambda: self.zoom_asked.emit(0.1))
        self._zoom = Label("100 %", size=t.SIZE_SMALL)
        self.why_locked = Label("", "text2", t.SIZE_SMALL, wraps=True)
        line.addWidget(self.why_locked, 1)
        for widget in (smaller, self._zoom, larger):
            line.addWidget(widget)
        printed = Button(tr("In"), "print", small=True, key="Ctrl+P")
        printed.clicked.connect(self.print_asked)
        line.addSpacing(px(8))
        line.addWidget(printed)
        layout.addWidget(bar)
        self.view: FlowView = FlowView(is_page=True, size=t.SIZE_PAGE)
        self.view.setAccessibleName(tr("Trang văn bản"))
        self.view.row_clicked.connect(lambda at: self.clicked.emit(self.view.block_at(at).unit_id))
        layout.addWidget(self.view, 1)

    def show_text(self, state: DraftingState) -> None:
        """Show another text."""
        self.view.show_blocks(state.blocks, state.noted_units())

    def set_present(self, unit_id: str, *, scroll: bool = True) -> None:
        """Choose a provision."""
        self.view.set_present(unit_id, scroll=scroll)

    @property
    def zoom(self) -> float:
        """How large the page is, 1.0 as printed."""
        return self.view.zoom

    def zoom_to(self, zoom: float) -> None:
        """Show the page larger or smaller."""
        self.view.zoom_to(zoom)
        self._zoom.setText(f"{round(self.view.zoom * 100)} %")
