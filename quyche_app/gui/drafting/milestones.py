"""Milestones of a draft: a state is kept under a name, looked at, compared, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from quyche_app.drafting.session import RestoreText
from quyche_app.gui.drafting.at_desk import Desk
from quyche_app.gui.drafting.state import DraftingState, read_text
from quyche_app.gui.tasks.operation import Query
from quyche_app.languages import tr
from quyche_app.services.views import DocumentDetails, MilestoneRow

if TYPE_CHECKING:
    from quyche_app.services.workspace import Workspace


class Milestones:
    """Asks over the screen, reads in the background."""

    def __init__(self, desk: Desk, state: DraftingState, screen: QWidget) -> None:
        self._desk, self._state, self._screen = desk, state, screen
        self._session = desk.session

    def mark(self) -> None:
        """Ask for a name and keep the present text under it."""
        from quyche_app.gui.drafting.dialogs import MilestoneDialog

        def ask(details: DocumentDetails) -> None:
            named = [m for m in details.milestones if m.title]
            dialog = MilestoneDialog(f"Dự thảo lần {len(named) + 1}", self._screen)
            dialog.named.connect(self._desk.save)
            dialog.named.connect(
                lambda name: self._session.hinted.emit(tr("Đã đánh dấu mốc “{name}”.", name=name))
            )
            dialog.open()

        workspace, document = self._session.workspace, self._state.document
        self._session.run(
            Query(tr("Đang đọc các mốc"), lambda progress: _details(workspace, document), ask)
        )

    def show(self) -> None:
        """Show the milestones of the draft."""
        from quyche_app.gui.drafting.dialogs import MilestonesDialog

        session, document = self._session, self._state.document

        def show(details: DocumentDetails) -> None:
            dialog = MilestonesDialog(details.milestones, self._screen)
            dialog.see.connect(
                lambda m: session.go("drafting", document=document, right=f"R{m.recording}")
            )
            dialog.compare.connect(
                lambda m: session.go(
                    "compare",
                    document=document,
                    left=f"{document}@R{m.recording}",
                    right=f"{document}@",
                )
            )
            dialog.restore.connect(self._restore)
            dialog.open()

        workspace = session.workspace
        session.run(
            Query(tr("Đang đọc các mốc"), lambda progress: _details(workspace, document), show)
        )

    def _restore(self, milestone: MilestoneRow) -> None:
        workspace, document = self._session.workspace, self._state.document
        recording, title = milestone.recording, str(milestone.title)
        same = tr("Dự thảo đang giống hệt mốc ấy.")
        self._session.run(
            Query(
                tr("Đang đọc mốc"),
                lambda progress: read_text(workspace, document, f"R{recording}"),
                lambda text: self._desk.do(RestoreText(text.act, str(title)), same),
            )
        )


def _details(workspace: Workspace, document: str) -> DocumentDetails:
    from quyche_app.services.library import document_details

    return document_details(workspace, document)
