"""The redline between two states that a person chose."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quyche_app.services.compare import compare_acts
from quyche_app.services.views import Exported, TextAt


def export_compared(
    before: TextAt, text: TextAt, outs: Sequence[Path], *, force: bool = False
) -> Exported:
    """Write Word files whose tracked changes lead from one text to another; each is proved.

    Raises:
        WritingError: see ``write_redline``.
    """
    from quyche_app.services.redline import write_redline

    comparison = compare_acts(before.act, text.act)
    # The day of the newest act, so that the same texts always give the same bytes.
    day = max((act.issue_date for act in text.amended_by if act.issue_date), default=None)
    verdicts = [write_redline(comparison, out, author="Quy Chế", day=day, force=force) for out in outs]
    return Exported(tuple(str(out) for out in outs), tuple(verdicts))
