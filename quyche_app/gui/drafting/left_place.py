"""Where a person stood in a text when they left it: provision, caret, open chapters
(docs/window.md 4.8)."""

from __future__ import annotations

import json
from dataclasses import dataclass

from quyche_app.gui.memory import Memory

_MOST_OPEN = 500  # open lines of the outline that are kept


@dataclass(frozen=True, slots=True)
class LeftPlace:
    """A place in a text.

    Attributes:
        unit: identity of the provision; slot, block, at: the caret in it, when it was a draft.
        open_units: identities of the lines of the outline that stood open.
    """

    unit: str = ""
    slot: str = ""
    block: int = 0
    at: int = 0
    open_units: tuple[str, ...] = ()


def keep_place(memory: Memory, document: str, place: LeftPlace) -> None:
    """Remember the place in a text."""
    if document and place.unit:
        kept = {
            "unit": place.unit,
            "slot": place.slot,
            "block": place.block,
            "at": place.at,
            "open_units": place.open_units[:_MOST_OPEN],
        }
        memory.keep_place(document, json.dumps(kept))


def place_left(memory: Memory, document: str) -> LeftPlace:
    """Give the place that was left in a text; an empty one when nothing usable is remembered."""
    try:
        found = json.loads(memory.place(document) or "{}")
        return LeftPlace(
            str(found.get("unit", "")),
            str(found.get("slot", "")),
            int(found.get("block", 0)),
            int(found.get("at", 0)),
            tuple(str(each) for each in found.get("open_units", ())),
        )
    except (ValueError, TypeError, AttributeError):
        return LeftPlace()
