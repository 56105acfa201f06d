"""States of a text as places name them: "" or a day in ISO form, "issued", "R12" = recording 12."""

from __future__ import annotations

from datetime import date

ISSUED = "issued"


def asked_state(at: str) -> tuple[date | str | None, int | None]:
    """Give the (day, recording) that services take for a state.

    Raises:
        ValueError: it is none.
    """
    if at.startswith("R"):
        return None, int(at[1:])
    if at in ("", ISSUED):
        return at or None, None
    return date.fromisoformat(at), None
