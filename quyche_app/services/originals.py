"""What the original files of a stored text hold beside its words; the workspace keeps the files whole."""

from __future__ import annotations

from quyche_app.domain.beside import NOTHING_BESIDE, Beside, Uncompared, differing
from quyche_app.domain.errors import ReadingError
from quyche_app.domain.operations import State
from quyche_app.services.library import entry_of
from quyche_app.services.views import TextAt
from quyche_app.services.workspace import Workspace
from quyche_app.storage.amendments import operations_of
from quyche_app.storage.documents import Original, originals_of


def source_of(ws: Workspace, text: TextAt) -> Beside | None:
    """Give what the files of a text and of the acts in it hold beside their words; None when one of them
    cannot be read any more, so that nobody knows."""
    with ws.reading() as connection:
        entry = entry_of(connection, text.document.id)
        operations = operations_of(connection, entry.line, text.known_at)
        in_text = {act.cited_as for act in text.amended_by}
        acts = dict.fromkeys(
            operation.act.document
            for operation in operations
            if operation.state == State.APPLIED and operation.act.cited_as in in_text
        )
        own = originals_of(connection, entry.document)
        of_acts = [original for act in acts for original in originals_of(connection, act)]
    try:
        source = _beside(own[0]) if own else NOTHING_BESIDE
        for original in of_acts:
            source = source.with_act(_beside(original))
    except ReadingError:
        return None
    return source


def apart_of(ws: Workspace, old: TextAt, new: TextAt) -> tuple[Uncompared, ...] | None:
    """Give the parts in which the files of two texts differ beside their words; two states of one text
    come from the same file. None when a file cannot be read any more, so that nobody knows."""
    if old.document.id == new.document.id:
        return ()
    left, right = source_of(ws, old), source_of(ws, new)
    return differing(left, right) if left is not None and right is not None else None


def _beside(original: Original) -> Beside:
    # The reading floor is slow to import and needed here only.
    from quyche_app.reading.files import read_bytes

    return read_bytes(original.name, original.data).beside
