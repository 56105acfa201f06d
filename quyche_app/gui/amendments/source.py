"""The source panel: place in the decision, its words, and how the program understood them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from quyche_app.domain.operations import Outcome
from quyche_app.domain.texts import capital
from quyche_app.domain.units import block_lines
from quyche_app.gui.amendments.state import card_state, place_words
from quyche_app.gui.text_lines import Line
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.chips import Chip
from quyche_app.gui.widgets.quotation import Quotation
from quyche_app.gui.widgets.states import IconMark
from quyche_app.languages import tr

_MOST_LINES = 4


class SourcePanel(Panel):
    """Where the instruction stands, what it says, and what it is understood to mean."""

    def __init__(self) -> None:
        super().__init__("panel", "b")
        layout = column(self, margins=(14, 10, 14, 10), gap=6)
        head = row(gap=6)
        head.addWidget(IconMark("amend", 15, "text2"))
        self._place = Label("", "text2", t.SIZE_SMALL)
        head.addWidget(self._place)
        head.addStretch()
        self._state = Chip()
        head.addWidget(self._state)
        layout.addLayout(head)
        self._words = Quotation()
        layout.addWidget(self._words)
        reading = row(gap=8)
        reading.addWidget(Chip(tr("Hiểu là"), "accent"), alignment=Qt.AlignmentFlag.AlignTop)
        self._reading = Label("", wraps=True)
        reading.addWidget(self._reading, 1)
        layout.addLayout(reading)
        self._reason = Label("", "doubt", bold=True, wraps=True)
        layout.addWidget(self._reason)

    def show_outcome(self, outcome: Outcome, chip: tuple[str, str]) -> None:
        """Show another instruction."""
        instruction = outcome.instruction
        self._place.setText(tr("Trong quyết định, {place}", place=place_words(instruction.place)))
        quoted = [line for block in instruction.quoted for line in block_lines(block)]
        lines = [instruction.source_text, *quoted]
        if len(lines) > _MOST_LINES:
            left = len(lines) - _MOST_LINES
            lines = [
                *lines[:_MOST_LINES],
                tr("… (còn {count} đoạn, xem ở cột bên phải)", count=left),
            ]
        self._words.show_lines([Line(text, "plain") for text in lines])
        reading = tr(outcome.account)
        self._reading.setText(reading + ("" if reading.endswith(".") else "."))
        reason = _sentence(tr(outcome.reasons))
        if outcome.nearest and outcome.nearest not in reason:
            reason += " " + tr("Gần nhất: {nearest}.", nearest=outcome.nearest)
        self._reason.setText(reason)
        self._reason.set_role("removed" if card_state(outcome) == "failed" else "doubt")
        self._reason.setVisible(bool(reason))
        self._state.show_state(*chip)


def _sentence(reason: str) -> str:
    """Give a reason as a sentence: capital at the start, a stop at the end."""
    if not reason:
        return ""
    return capital(reason) + ("" if reason.endswith((".", "!", "?")) else ".")
