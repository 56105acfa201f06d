"""How a person begins: where they stopped, or with the first steps and a walk on the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from quyche_app.gui.places import Place
from quyche_app.gui.session import Session
from quyche_app.gui.shell.frame import WindowFrame
from quyche_app.gui.shell.screens import screen_keys
from quyche_app.gui.shell.workspace_change import WorkspaceChange
from quyche_app.services.views import DocumentRow, Role

if TYPE_CHECKING:
    from quyche_app.gui.shell.tour import Tour


class Beginning(QObject):
    """The first steps, and the walk through the program."""

    def __init__(self, session: Session, window: WindowFrame, change: WorkspaceChange) -> None:
        super().__init__(window)
        self.session = session
        self._window = window
        self._change = change
        self._documents: list[DocumentRow] = []
        self._tour: Tour | None = None
        self._tour_waits = False

    def begin(self) -> None:
        """Begin where the person stopped, or with the first steps at the very first start."""
        if self.session.memory.get("welcomed") != "1":
            self.welcome()
        elif self.session.is_on("reopen"):
            from quyche_app.services.library import has_document

            screen, document = (
                self.session.memory.get(f"last/{part}") for part in ("screen", "document")
            )
            is_there = not document or has_document(self.session.workspace, document)
            if screen in screen_keys() and is_there:
                self._window.go(Place(screen, document))

    def welcome(self) -> None:
        """Ask at the very first start for what has a default anyway."""
        from quyche_app.gui.settings.first_run import FirstRunDialog

        self.session.memory.keep("welcomed", "1")
        self._steps = FirstRunDialog(self.session, self._window)
        self._steps.accepted.connect(self._on_steps, Qt.ConnectionType.QueuedConnection)
        self._steps.open()

    def _on_steps(self) -> None:
        """First the look and the place that were chosen, for each builds the screens anew; then the
        first text."""
        steps, window = self._steps, self._window
        window.rebuild_if_asked()

        def begin() -> None:
            if steps.beginning == "import":
                window.ask_import()
            elif steps.beginning == "sample":
                self.begin_tour()

        if steps.other_place:
            self._change.use_place(*steps.other_place, begin)
        else:
            begin()

    def begin_tour(self) -> None:
        """Walk through the program, on the sample when the library is empty."""
        if not self._documents:
            self._tour_waits = True  # it begins once the sample is read
            self._window.import_sample()
            return
        from quyche_app.gui.shell.tour import Tour

        self._window.rebuild_if_asked()
        self._tour = Tour(self._window, self._window.rect_of, self._window.go_screen)
        self._tour.ended.connect(self._on_tour_ended)

    def end_tour(self) -> None:
        """Leave the walk, also one that has not begun."""
        self._tour_waits = False
        if self._tour is not None:
            self._tour.end()

    def _on_tour_ended(self) -> None:
        self._tour = None
        self._window.go(Place("library"))

    def take_documents(self, documents: list[DocumentRow]) -> None:
        """Hear what the library holds; a walk that waits for the sample begins."""
        self._documents = documents
        if documents and self._tour_waits:
            self._tour_waits = False
            self.session.document_id = next(
                (each.id for each in documents if each.role is Role.REGULATION), documents[0].id
            )
            self.begin_tour()
