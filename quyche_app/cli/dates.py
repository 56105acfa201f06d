"""Dates given on the command line."""

from __future__ import annotations

from datetime import date

from quyche_app.domain.dates import parse_date
from quyche_app.domain.errors import QuyCheError
from quyche_app.domain.messages import message


def day_of(text: str | None) -> date | None:
    """Give the day of an option, None when it was not given.

    Raises:
        QuyCheError (QC-U003): it is no date.
    """
    if not text:
        return None
    day = parse_date(text)
    if day is None:
        raise QuyCheError(
            message(
                "QC-U003", "Không hiểu ngày “{words}”. Viết 2018-07-17 hoặc 17/7/2018.", words=text
            )
        )
    return day
