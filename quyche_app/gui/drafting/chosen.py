"""The provision that outline, page and inspector speak of: chosen in one of them, followed by the
others."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from quyche_app.drafting.session import Changed
from quyche_app.gui.drafting.desk import DraftDesk
from quyche_app.gui.drafting.left_place import LeftPlace, keep_place
from quyche_app.gui.drafting.reading_page import ReadingPage
from quyche_app.gui.drafting.state import DraftingState
from quyche_app.gui.drafting.structure_panel import StructurePanel


class ChosenProvision(QObject):
    """Keeps the outline and the page at the chosen provision of the state.

    Signals:
        changed: another provision is chosen.
    """

    changed = Signal()

    def __init__(
        self,
        state: DraftingState,
        desk: DraftDesk,
        reading: ReadingPage,
        structure: StructurePanel,
    ) -> None:
        super().__init__(structure)
        self._state, self._desk = state, desk
        self._reading, self._structure = reading, structure
        structure.chosen.connect(self._on_outline)
        reading.clicked.connect(self._on_page)

    def show_structure(self) -> None:
        """Show the outline of the text as it is now."""
        state, act = self._state, self._state.act
        if act is None:
            return
        if state.is_draft:
            self._structure.show_act(
                act,
                state.article_count,
                self._desk.outline_marks(),
                self._desk.differences.removed,
                is_draft=True,
            )
        else:
            self._structure.show_act(act, state.article_count, state.noted_marks(), is_draft=False)

    def on_changed(self, changed: Changed) -> None:
        """The outline follows a draft: its lines, the words on them, the marks, the chosen one."""
        drafting = self._state.drafting
        if drafting is None or changed.is_typed:
            return  # typed words are shown when typing rests
        if not changed.keeps_structure:
            self._state.place_all()
            self.show_structure()
        elif changed.units:
            for unit_id in changed.units:
                unit = drafting.unit(unit_id)
                if unit is not None:
                    self._structure.show_words(unit)
            self._structure.show_marks(self._desk.outline_marks())
        here = drafting.here
        if here is not None and here.id != self._state.chosen:
            self._state.chosen = here.id
            self._structure.select(here.id)
            self.changed.emit()
        elif not changed.keeps_structure:
            self._structure.select(self._state.chosen)

    def go_to(self, unit_id: str) -> None:
        """Choose a provision and bring it into view everywhere."""
        self._state.chosen = unit_id
        self._show_on_page(unit_id)
        self._structure.select(unit_id)
        self.changed.emit()

    def stay(self) -> None:
        """Mark the chosen provision without moving anything."""
        self._reading.set_present(self._state.chosen, scroll=False)
        self._structure.select(self._state.chosen)

    def keep_place(self) -> None:
        """Remember where the person stood in the text that is shown."""
        state, desk = self._state, self._desk
        if state.text is None:
            return
        spot = desk.page.spot() if desk.editing is not None else None
        left = LeftPlace(state.chosen, open_units=tuple(self._structure.open_units()))
        if spot is not None and spot.unit_id == state.chosen:
            left = replace(left, slot=spot.slot, block=spot.block, at=spot.at)
        keep_place(desk.session.memory, state.document, left)

    def return_to(self, place: LeftPlace) -> None:
        """Stand where the person stood when they left this text."""
        self._state.chosen = place.unit
        self._structure.open_only(place.open_units)
        if self._desk.editing is None or not place.slot:
            self.go_to(place.unit)
            return
        self._desk.page.go_to_spot(place.unit, place.slot, place.block, place.at)
        self._structure.select(place.unit)
        self.changed.emit()

    def _show_on_page(self, unit_id: str) -> None:
        if self._desk.editing is not None:
            self._desk.page.go_to(unit_id)
        else:
            self._reading.set_present(unit_id)

    def _on_outline(self, unit_id: str) -> None:
        if unit_id == self._state.chosen:
            return
        if self._state.words_of(unit_id):
            self._state.chosen = unit_id
            self._show_on_page(unit_id)
            self.changed.emit()
        elif self._desk.editing is not None:  # a head or an end: to be written, not to be chosen
            self._desk.page.go_to(unit_id)

    def _on_page(self, unit_id: str) -> None:
        if unit_id != self._state.chosen:
            self._state.chosen = unit_id
            self.stay()
            self.changed.emit()
