"""The header of Soạn thảo: name and state of the text, what a draft is marked against, actions."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from quyche_app.gui.drafting.state import DraftingState
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.basic import ElidedLabel, Label
from quyche_app.gui.widgets.buttons import Button
from quyche_app.gui.widgets.chips import Chip
from quyche_app.gui.words import day_words
from quyche_app.languages import tr
from quyche_app.services.views import DraftBase, Role

_NAME_ROOM = 190  # px that the name of a text has at the least


class TextHeader:
    """The widgets in the strip at the top; what they ask for is connected by the screen.

    Attributes:
        base, begin, compare, export: buttons.
    """

    def __init__(self, line: QHBoxLayout) -> None:
        self._line = line
        self._name = ElidedLabel(tr("Soạn thảo"), size=t.SIZE_H1, bold=True)
        self._name.setMinimumWidth(px(_NAME_ROOM))
        self._lock = Chip(tr("Chỉ đọc"), "lock")
        self._version = Chip()
        self._base_words = self._base_short = ""
        self.base = Button("", small=True)
        self._saved = Label("", "text2", t.SIZE_SMALL)
        line.addWidget(self._name, 1)
        for widget in (self._lock, self._version, self.base, self._saved):
            line.addWidget(widget)
        self.begin = Button(tr("Tạo dự thảo"), "edit")
        self.compare = Button(tr("So với bản gốc"), "compare")
        self.compare.setToolTip(tr("So với bản gốc"))
        self.export = Button(tr("Xuất văn bản"), "export", main=True, key="Ctrl+E")
        for button in (self.begin, self.compare, self.export):
            line.addWidget(button)

    def show_text(self, state: DraftingState, base: DraftBase | None, room: int) -> None:
        """Show another text.

        Args:
            base: what a draft began from; None where the text is read.
            room: width of the header.
        """
        if state.text is None:
            return
        document = state.text.document
        number = document.number
        self._name.set_full(f"{number} · {state.title()}" if number else state.title())
        self._lock.setVisible(not state.is_draft)
        self.begin.setVisible(document.role is not Role.DRAFT)
        self._version.show_state(state.version_words(), "draft" if state.is_draft else "outline")
        self.base.setVisible(base is not None)
        if base is not None:
            self._base_words = tr("dấu sửa so với {base}", base=base.said)
            begun = day_words(base.as_at, tr("khi ban hành"))
            self._base_short = tr(
                "so với {base}, {from_day}", base=number or tr("bản gốc"), from_day=begun
            )
            self.base.setToolTip(self._base_words)
        self._saved.setVisible(state.is_draft)
        self.fit(room)

    def show_saved(self, words: str, room: int, *, is_failure: bool) -> None:
        """Show when the draft was recorded, or that it was not."""
        self._saved.setText(words)
        self._saved.set_role("removed" if is_failure else "text2")
        self.fit(room)

    def fit(self, room: int) -> None:
        """The name of the text keeps its room; what is beside it gives way, the least needed first."""
        self.base.set_words(self._base_words)
        self.compare.set_words(tr("So với bản gốc"))
        self.export.set_words(tr("Xuất văn bản"))
        shorter = (
            (self.export, tr("Xuất")),
            (self.base, self._base_short),
            (self.compare, ""),
            (self.base, tr("bản gốc")),
            (self.base, ""),
        )
        for button, words in shorter:
            if self._line.sizeHint().width() <= room:
                break
            button.set_words(words)
            if not words:
                button.setAccessibleName(button.toolTip() or tr("So với bản gốc"))
