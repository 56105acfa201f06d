"""Days as parts of stored values: "2018-07-16"."""

from __future__ import annotations

from datetime import date


def day_text(day: date | None) -> str | None:
    """Give a day as it is stored."""
    return None if day is None else day.isoformat()


def read_day(held: str | None) -> date | None:
    """Give a stored day."""
    return None if held is None else date.fromisoformat(held)
