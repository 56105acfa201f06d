"""A field for a day in the form of official papers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from quyche_app.domain.dates import parse_date, short_date
from quyche_app.gui.widgets.fields import TextField
from quyche_app.languages import tr


class DateField(TextField):
    """Takes 17/7/2018 or 2018-07-17; what is no day is put back as it was.

    Signals:
        chosen: the day (datetime.date) when it was changed.
    """

    chosen = Signal(object)

    def __init__(self, name: str, width: int = 122) -> None:
        super().__init__(tr("ngày/tháng/năm"), "calendar", width=width)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._day: date | None = None
        self.editingFinished.connect(self._on_finished)

    def show_day(self, day: date | None) -> None:
        """Show another day without telling anybody."""
        self._day = day
        self.setText(short_date(day) if day is not None else "")

    @property
    def day(self) -> date | None:
        """The day shown."""
        return self._day

    def _on_finished(self) -> None:
        day = parse_date(self.text())
        if day is None:
            self.show_day(self._day)
        elif day != self._day:
            self.show_day(day)
            self.chosen.emit(day)
