"""Where a person goes on from a text: a draft of it, the text it began from, a comparison."""

from __future__ import annotations

from datetime import date

from quyche_app.gui.changes import come
from quyche_app.gui.drafting.at_desk import Desk
from quyche_app.gui.drafting.state import DraftingState
from quyche_app.gui.session import numbering_chosen
from quyche_app.gui.tasks.operation import Operation
from quyche_app.gui.versions import asked_state
from quyche_app.languages import tr
from quyche_app.services.progress import Progress
from quyche_app.services.views import DocumentRow


class WaysOn:
    """Goes on from the text of a state."""

    def __init__(self, desk: Desk, state: DraftingState) -> None:
        self._desk, self._state = desk, state
        self._session = desk.session

    def begin_draft(self) -> None:
        """Begin a draft from the text that is shown, and open it."""
        workspace, document, at = self._session.workspace, self._state.document, self._state.at
        chosen = numbering_chosen(self._session)

        def work(progress: Progress) -> DocumentRow:
            from quyche_app.services.drafts import begin_draft

            day = asked_state(at)[0] or date.today()
            return begin_draft(workspace, document, as_at=day, chosen=chosen)

        self._session.run(
            Operation(
                tr("Đang tạo dự thảo"),
                work,
                lambda draft: self._session.go("drafting", document=draft.id),
                lambda draft: come(draft.id),
            )
        )

    def open_base(self) -> None:
        """Open the text that the draft began from."""
        editing = self._desk.editing
        if editing is not None:
            day = editing.base.as_at
            self._session.go(
                "drafting",
                document=editing.base.document,
                right=day.isoformat() if day is not None else "issued",
            )

    def compare_with_base(self) -> None:
        """Compare the draft with the text it began from, or a text with its first wording."""
        document, editing = self._state.document, self._desk.editing
        if editing is None:
            self._session.go("compare", document=document)
            return
        base = editing.base.recording
        self._desk.when_saved(
            lambda: self._session.go(
                "compare", document=document, left=f"{document}@R{base}", right=f"{document}@"
            )
        )
