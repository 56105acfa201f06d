"""The page of a draft and its session kept together: what is typed goes in as commands, what the session
tells is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor

from quyche_app.domain.flow import own_head_lines
from quyche_app.domain.texts import shortened
from quyche_app.domain.units import Mark
from quyche_app.drafting.session import (
    Changed,
    Command,
    Demote,
    DraftSession,
    MoveDown,
    MoveUp,
    NewParagraph,
    Paste,
    Promote,
    Split,
    Spot,
    TypeWords,
)
from quyche_app.gui.drafting.at_desk import Desk
from quyche_app.gui.drafting.editor import PageEditor, Wish
from quyche_app.gui.drafting.page_blocks import PageBlock, page_blocks
from quyche_app.gui.drafting.pasting import Pasted
from quyche_app.gui.drafting.tables import change_table
from quyche_app.languages import tr

_PAUSE = 1200  # ms after which typing is a step of its own
_MARK_AFTER = 300  # ms without a key, then words are marked against the base
# What a key of the page wishes, as a command for the place of the caret.
_WISHES: dict[str, Callable[[Spot], Command]] = {
    "split": Split,
    "paragraph": NewParagraph,
    "promote": lambda spot: Promote(spot.unit_id),
    "demote": lambda spot: Demote(spot.unit_id),
    "move_up": lambda spot: MoveUp(spot.unit_id),
    "move_down": lambda spot: MoveDown(spot.unit_id),
}


class PageLink(QObject):
    """Stands between the page and the session of whichever draft is open.

    Attributes:
        shows_marks: words that differ from the base are marked.
    """

    def __init__(self, page: PageEditor, desk: Desk) -> None:
        super().__init__()
        self.shows_marks = True
        self._page, self._desk = page, desk
        self._pause = self._timer(_PAUSE, self._end_burst)
        self._mark = self._timer(_MARK_AFTER, self.rest)
        page.typed.connect(self._on_typed)
        page.wished.connect(self._on_wish)
        page.pasted.connect(self._on_pasted)
        page.table_asked.connect(lambda place: change_table(desk, place))
        page.hinted.connect(desk.session.hinted)
        page.stood.connect(self._on_stood)
        page.burst_ended.connect(self._end_burst)
        page.undo_asked.connect(desk.undo)
        page.redo_asked.connect(desk.redo)

    def _timer(self, wait: int, run: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(lambda: run())
        return timer

    @property
    def _drafting(self) -> DraftSession | None:
        return self._desk.drafting

    # -- the page tells -----------------------------------------------------------------------------

    def _on_typed(self, place: PageBlock, text: str, marks: tuple[Mark, ...]) -> None:
        if self._drafting is not None:
            self._drafting.do(TypeWords(place.unit_id, place.slot, place.index, text, marks))
            self._mark.start()
            self._pause.start()

    def _on_wish(self, wish: Wish) -> None:
        self._desk.do(_WISHES[wish.what](wish.spot))

    def _on_pasted(self, place: PageBlock, at: int, pasted: Pasted) -> None:
        if self._drafting is not None:
            spot = Spot(place.unit_id, place.slot, place.index, at)
            self._drafting.do(Paste(spot, pasted.blocks))
            self._desk.session.hinted.emit(pasted.words)

    def _on_stood(self, spot: Spot) -> None:
        if self._drafting is not None:
            self._drafting.put_caret(spot)

    def _end_burst(self) -> None:
        if self._drafting is not None:
            self._drafting.end_burst()

    def rest(self) -> None:
        """Typing rests: what was typed in is compared with the base; not inside a syllable."""
        if self._page.is_composing:
            self._mark.start()
        elif self._drafting is not None:
            self._drafting.rest()

    def stop(self) -> None:
        """Wait for nothing any more."""
        self._pause.stop()
        self._mark.stop()

    # -- the draft is shown ---------------------------------------------------------------------------

    def open(self, blocks: Sequence[PageBlock], *, shows_marks: bool) -> None:
        """Show a draft that was opened, at its head."""
        self.shows_marks = shows_marks
        self._page.show_blocks(blocks)
        self._page.moveCursor(QTextCursor.MoveOperation.Start)
        self._page.tell_caret()
        self._mark_all()

    def on_changed(self, changed: Changed) -> None:
        """Show what changed; typed words stand on the page already."""
        drafting = self._drafting
        if drafting is None or changed.is_typed or not changed.units:
            return
        if changed.step is None:
            for owner in changed.units:
                marks = drafting.word_marks([owner]) if self.shows_marks else {}
                self._page.mark_unit(owner, marks)
            self._show_bars(drafting)
            return
        self._page.show_blocks(page_blocks(drafting.act))
        self._mark_all()
        if changed.step.focus or changed.step.caret_after is not None:
            self._go_to(drafting.caret)
        self._page.tell_caret()

    def _go_to(self, caret: Spot | None) -> None:
        if caret is not None and caret.slot:
            self._page.go_to_spot(caret.unit_id, caret.slot, caret.block, caret.at)
        elif caret is not None:
            self._page.go_to(caret.unit_id)

    def toggle_marks(self) -> bool:
        """Show or hide what differs from the base; give whether it is shown now."""
        self.shows_marks = not self.shows_marks
        self._mark_all()
        return self.shows_marks

    def _mark_all(self) -> None:
        """Mark the whole page against the base."""
        drafting = self._drafting
        if drafting is not None:
            self._page.show_marks(drafting.word_marks() if self.shows_marks else {})
            self._page.show_renumbered(drafting.renumbered() if self.shows_marks else {})
            self._show_bars(drafting)

    def _show_bars(self, drafting: DraftSession) -> None:
        """The bars beside provisions that differ, and where some are gone."""
        if not self.shows_marks:
            self._page.show_changed(frozenset(), {})
            return
        gone: dict[str, str] = {}
        for removed in drafting.differences.removed:
            words = shortened(" ".join(own_head_lines(removed.unit)), 120)
            before = gone.get(removed.after_id)
            gone[removed.after_id] = (
                f"{before}\n{words}" if before else tr("Đã bỏ: {words}", words=words)
            )
        self._page.show_changed(frozenset(drafting.differences.fates), gone)
