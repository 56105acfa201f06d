"""Work in hand that is recorded nowhere: it goes on when the window builds its screens anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quyche_app.gui.amendments.state import AmendmentsState
    from quyche_app.gui.compare.state import CompareState
    from quyche_app.gui.library.reviewing import UnderReview


@dataclass
class InHand:
    """What the screens of before put down; a screen takes up its own and leaves None.

    Attributes:
        review: the file under review, and what waits behind it.
        decisions: on instructions of an act, on the desk of amendments.
        comparison: versions, ticks and the place in it.
    """

    review: UnderReview | None = None
    decisions: AmendmentsState | None = None
    comparison: CompareState | None = None
