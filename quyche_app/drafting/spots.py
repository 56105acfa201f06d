"""A caret in a draft."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A caret between characters of a provision's own words, or of a head or an end.

    Attributes:
        unit_id: the provision, or the component of a head or an end.
        slot: "heading", "lead" or "tail" of a provision; "front" or "back" of a component. The page
            has others where nothing can be typed ("label", "lead-object").
        block: which paragraph of the slot, from 0.
        at: characters before the caret.
    """

    unit_id: str
    slot: str
    block: int
    at: int
