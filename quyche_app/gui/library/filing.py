"""Putting a text away into Lưu trữ and bringing it back; each takes the other back."""

from __future__ import annotations

from quyche_app.gui.changes import DOCUMENTS
from quyche_app.gui.session import Session
from quyche_app.gui.tasks.operation import Operation
from quyche_app.languages import tr
from quyche_app.services.views import DocumentRow


def filing(session: Session, row: DocumentRow, *, is_archived: bool) -> Operation[None]:
    """Give the operation that puts a text away, or brings it back; nothing is lost."""
    from quyche_app.services.library import ARCHIVED
    from quyche_app.services.remarks import choose

    workspace, name = session.workspace, row.cited_as
    words = (
        tr("Đã cất {name} vào Lưu trữ.", name=name)
        if is_archived
        else tr("Đã đưa {name} ra khỏi Lưu trữ.", name=name)
    )
    return Operation(
        tr("Đang cất văn bản"),
        lambda progress: choose(workspace, row.id, {ARCHIVED: "1" if is_archived else "0"}),
        lambda _: session.hinted.emit(words),
        DOCUMENTS,
        undo=lambda _: filing(session, row, is_archived=not is_archived),
    )
