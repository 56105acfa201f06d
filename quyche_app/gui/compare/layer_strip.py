"""The strip "Hiện:" of a comparison: layers that are shown or hidden, and what is hidden.
Source: docs/window.md 5.4."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from quyche_app.gui.compare.rows import LAYERS, SHOWN_AT_FIRST
from quyche_app.gui.compare.state import CompareState
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import program_font, px
from quyche_app.gui.widgets.basic import Label, Panel, row
from quyche_app.gui.widgets.buttons import LinkButton
from quyche_app.gui.widgets.chips import Chip
from quyche_app.gui.widgets.flow_layout import FlowLayout
from quyche_app.languages import tr


class LayerStrip(Panel):
    """A box for each layer with its count.

    Signals:
        toggled: key of a layer that is to be shown or hidden.
        all_asked: nothing is to be hidden.
    """

    toggled = Signal(str)
    all_asked = Signal()

    def __init__(self, shown: frozenset[str]) -> None:
        super().__init__("window", "b")
        self.setMinimumHeight(px(34))
        outer = row(self, margins=(12, 6, 8, 6), gap=10)
        boxes = QWidget()
        line = FlowLayout(boxes, gap=14)
        outer.addWidget(boxes, 1)
        line.addWidget(Label(tr("Hiện:"), "text2", t.SIZE_SMALL))
        self._boxes: dict[str, QCheckBox] = {}
        for key, label in LAYERS:
            box = QCheckBox(tr(label))
            box.setFont(program_font(t.SIZE_SMALL))
            box.setChecked(key in shown)
            box.clicked.connect(partial(self._on_clicked, key))
            self._boxes[key] = box
            line.addWidget(box)
        self._hidden = Chip()
        outer.addWidget(self._hidden)
        self._apart = Chip()
        outer.addWidget(self._apart)
        self._show_all = LinkButton(tr("Hiện hết"))
        self._show_all.clicked.connect(self.all_asked)
        outer.addWidget(self._show_all)

    def _on_clicked(self, key: str, checked: bool = False) -> None:
        self.toggled.emit(key)

    def show_state(self, state: CompareState) -> None:
        """Show what each layer counts, what is hidden and what was not compared."""
        if state.view is not None:
            for key, label in LAYERS:
                count = state.view.counts[key]
                self._boxes[key].setText(f"{tr(label)} {count}")
                self._boxes[key].setChecked(key in state.layers)
                # A layer without a difference says nothing, and room is short.
                self._boxes[key].setVisible(key in SHOWN_AT_FIRST or count > 0)
        self._hidden.show_state(
            tr("Đang ẩn {count} thay đổi", count=state.hidden) if state.hidden else "", "doubt"
        )
        self._show_all.setVisible(state.hidden > 0)
        apart = state.not_compared()
        self._apart.show_state(tr("Có phần không so") if apart else "", "doubt")
        self._apart.setToolTip(apart)
        self._apart.setAccessibleDescription(apart)
