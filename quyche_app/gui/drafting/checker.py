"""Checks of the draft while it is written: in the background, rules that a person silenced left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from quyche_app.domain.acts import Act
from quyche_app.gui.session import Session
from quyche_app.gui.tasks.operation import Operation, Query
from quyche_app.languages import tr
from quyche_app.services.check import RULES, PlacedFlaw, check_draft

SILENT = "silent:"  # of what is chosen for a text


class Checker(QObject):
    """What the checks say of one draft.

    Signals:
        changed: other findings.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._document = ""
        self._act: Act | None = None
        self.found: tuple[PlacedFlaw, ...] = ()
        self.silent: frozenset[str] = frozenset()

    def begin(self, document: str, chosen: dict[str, str]) -> None:
        """Check another draft."""
        self._document = document
        self.found = ()
        self.silent = frozenset(
            name.removeprefix(SILENT)
            for name, value in chosen.items()
            if name.startswith(SILENT) and value == "1"
        )

    def check(self, act: Act) -> None:
        """Check a text; a check under way is given up."""
        self._act = act
        silent, style = self.silent, self._session.option("tone")
        if not self._session.is_on("checks"):
            self._take(())
            return
        self._session.run(
            Query(
                tr("Đang kiểm tra dự thảo"),
                lambda progress: check_draft(
                    act, silent=silent, tone="" if style == "most" else style
                ),
                self._take,
                slot=(self, "check"),
                is_repeated=True,
            )
        )

    def _take(self, found: tuple[PlacedFlaw, ...]) -> None:
        self.found = found
        self.changed.emit()

    def silence(self, rule: str, *, is_silent: bool = True) -> None:
        """Do not ask a rule any more for this draft, or ask it again."""
        from quyche_app.services.remarks import choose

        self.silent = self.silent | {rule} if is_silent else self.silent - {rule}
        workspace, document = self._session.workspace, self._document
        chosen = {SILENT + rule: "1" if is_silent else "0"}
        self._session.run(
            Operation(
                tr("Đang ghi kiểu nhắc"), lambda progress: choose(workspace, document, chosen)
            )
        )
        if self._act is not None:
            self.check(self._act)

    def silent_titles(self) -> list[tuple[str, str]]:
        """Give (key, title) of the rules that are silent."""
        return [(key, RULES[key].title) for key in sorted(self.silent) if key in RULES]

    def spans(self) -> dict[tuple[str, str, int], Sequence[tuple[int, int]]]:
        """Give where the page marks words."""
        found: dict[tuple[str, str, int], list[tuple[int, int]]] = {}
        for one in self.found:
            if one.flaw.end > one.flaw.start:
                found.setdefault((one.unit_id, one.slot, one.index), []).append(
                    (one.flaw.start, one.flaw.end)
                )
        return dict(found)

    def after(
        self, key: tuple[str, str, int, int] | None, order: Sequence[str]
    ) -> PlacedFlaw | None:
        """Give the finding behind a place, in the order of the text; the first after the last."""
        rank = {unit_id: number for number, unit_id in enumerate(order)}

        def place(one: PlacedFlaw) -> tuple[int, int, int, int]:
            slots = ("heading", "lead", "tail")
            return rank.get(one.unit_id, 0), slots.index(one.slot), one.index, one.flaw.start

        ordered = sorted(self.found, key=place)
        if not ordered:
            return None
        if key is None:
            return ordered[0]
        slots = ("heading", "lead", "tail")
        here = (rank.get(key[0], 0), slots.index(key[1]), key[2], key[3])
        return next((one for one in ordered if place(one) > here), ordered[0])
