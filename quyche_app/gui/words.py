"""Small words of the window: days, counts, file sizes."""

from __future__ import annotations

from datetime import date, datetime

from quyche_app.domain.dates import short_date
from quyche_app.languages import tr


def day_words(day: date | None, otherwise: str = "—") -> str:
    """Give 05/7/2018, or other words when there is no day."""
    return short_date(day) if day is not None else otherwise


def moment_words(moment: datetime, today: date) -> str:
    """Give "hôm nay, 14:32" or 05/7/2018."""
    local = moment.astimezone() if moment.tzinfo is not None else moment
    if local.date() == today:
        return tr("hôm nay, {time}", time=f"{local:%H:%M}")
    return short_date(local.date())


def number_words(number: int) -> str:
    """Give 1.234.567."""
    return f"{number:,}".replace(",", ".")


def size_words(size_bytes: int) -> str:
    """Give the size of a file: 48 KB, 1,2 MB."""
    if size_bytes < 1024 * 1024:
        return f"{max(1, round(size_bytes / 1024))} KB"
    return f"{size_bytes / 1024 / 1024:.1f} MB".replace(".", ",")
