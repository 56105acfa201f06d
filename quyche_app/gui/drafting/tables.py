"""Tables of a draft: put in behind the caret, changed and taken out in a dialog."""

from __future__ import annotations

from collections.abc import Callable

from quyche_app.domain.units import Cell, Paragraph, Table
from quyche_app.drafting.session import AddTable, ChangeTable
from quyche_app.gui.drafting.at_desk import Desk
from quyche_app.gui.drafting.page_blocks import PageBlock
from quyche_app.languages import tr

_ROWS, _COLUMNS = 2, 3  # of a new table


def add_table(desk: Desk) -> None:
    """Ask for a table behind the paragraph of the caret."""
    spot, drafting = desk.page.spot(), desk.drafting
    if drafting is None or spot is None or spot.slot not in ("lead", "tail"):
        desk.session.hinted.emit(tr("Đặt con trỏ trong lời văn của khoản, điểm để thêm bảng."))
        return
    row = tuple(Cell((Paragraph(""),)) for _ in range(_COLUMNS))

    def take(made: Table | None) -> None:
        if made is not None:
            desk.do(AddTable(spot, made))

    _ask(desk, Table((row,) * _ROWS), take)


def change_table(desk: Desk, place: PageBlock) -> None:
    """Ask what a table shall be."""
    at, drafting = (place.unit_id, place.slot, place.index), desk.drafting
    table = drafting.block(*at) if drafting is not None else None
    if isinstance(table, Table):
        _ask(desk, table, lambda made: desk.do(ChangeTable(*at, made)))


def _ask(desk: Desk, table: Table, take: Callable[[Table | None], object]) -> None:
    from quyche_app.gui.drafting.table_dialog import TableDialog

    dialog = TableDialog(table, desk.window())
    dialog.accepted.connect(lambda: take(dialog.table()))
    dialog.open()
