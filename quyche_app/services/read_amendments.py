"""The instructions of an amending act, alone or laid over a base."""

from __future__ import annotations

from pathlib import Path

from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.amending.readings import reading_of
from quyche_app.domain.operations import Outcome, ReadAmendments
from quyche_app.reading.files import read_file


def read_act(path: Path, act_no: int = 1) -> ReadAmendments:
    """Give an amending act as read from a file."""
    return read_amendments(read_file(path), act_no)


def read_over(act: Path, base: Path | None) -> tuple[ReadAmendments, tuple[Outcome, ...]]:
    """Give the instructions of an act, with what would come of them on a base when one is given."""
    reading = read_act(act)
    if base is None:
        return reading, ()
    return reading, consolidate(read_file(base).act, [reading]).outcomes


__all__ = ["read_act", "read_over", "reading_of"]
