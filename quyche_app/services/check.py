"""The checks of a draft, as the window asks for them (docs/architecture.md 2)."""

from __future__ import annotations

from quyche_app.checking.check import check_draft
from quyche_app.checking.findings import Mend, PlacedFlaw, Severity
from quyche_app.checking.rules import RULES

__all__ = ["RULES", "Mend", "PlacedFlaw", "Severity", "check_draft"]
