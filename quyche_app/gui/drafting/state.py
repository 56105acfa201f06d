"""What the page shows: the text as at a day, its structure, the history of the chosen provision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from quyche_app.domain.operations import Footnote
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import UnitKind, own_head_lines, walk
from quyche_app.gui.text_lines import Line, Run, TextBlock, act_blocks, with_notes
from quyche_app.gui.word_marks import word_runs
from quyche_app.gui.words import capital, day_words
from quyche_app.services.views import TextAt, WordingRow

if TYPE_CHECKING:
    from quyche_app.services.workspace import Workspace

ISSUED = "issued"


def read_text(workspace: Workspace, document_id: str, at: str) -> TextAt:
    """Give a text as at a day ("" = today, "issued" = the first wording)."""
    from quyche_app.services.text_as_at import text_as_at

    day = ISSUED if at == ISSUED else (date.fromisoformat(at) if at else None)
    return text_as_at(workspace, document_id, as_at=day)


def read_history(workspace: Workspace, document_id: str, path: str) -> tuple[WordingRow, ...]:
    """Give every wording of one provision."""
    from quyche_app.services.history import history

    return tuple(history(workspace, document_id, path))


@dataclass(frozen=True, slots=True)
class WordingCard:
    """One wording in the tab Lịch sử, marked against the one before it."""

    title: str
    remark: str
    lines: tuple[Line, ...]
    is_present: bool


@dataclass
class DraftingState:
    """A text as it is read."""

    document: str = ""
    at: str = ""
    text: TextAt | None = None
    blocks: tuple[TextBlock, ...] = ()
    notes: tuple[tuple[int, Footnote], ...] = ()
    chosen: str = ""  # unit id
    history: tuple[WordingRow, ...] = ()
    shows_structure: bool = True
    is_draft: bool = False

    def take(self, text: TextAt) -> None:
        """Show another text; the chosen provision stays when it is in it."""
        self.text = text
        self.blocks, self.notes = with_notes(act_blocks(text.act), text.footnotes)
        index = TreeIndex(text.act)
        if self.chosen not in index.by_id:
            first = next(
                (p.unit.id for p in index if p.component.id == text.act.main.id
                 and p.unit.kind is UnitKind.ARTICLE), "")
            self.chosen = first or next((p.unit.id for p in index), "")
        self.history = ()

    def words_of(self, unit_id: str) -> str:
        """Give the address of a provision in words."""
        return next((block.words for block in self.blocks if block.unit_id == unit_id), "")

    def path_of(self, unit_id: str) -> str:
        """Give the path of a provision, "" for a head or an end."""
        return next((block.path for block in self.blocks if block.unit_id == unit_id), "")

    def noted_units(self) -> frozenset[str]:
        """Give the provisions that an act has written."""
        return frozenset(note.unit_id for _, note in self.notes)

    @property
    def article_count(self) -> int:
        """How many articles the regulation has."""
        if self.text is None:
            return 0
        return sum(unit.kind is UnitKind.ARTICLE for unit in walk(self.text.act.main.units))

    def version_words(self) -> str:
        """Say which state of the text this is."""
        if self.text is None:
            return ""
        if self.is_draft:
            return "Dự thảo"
        if self.text.as_at is None:
            return "lời văn khi ban hành"
        acts = len(self.text.amended_by)
        words = f"có hiệu lực ngày {day_words(self.text.as_at)}"
        return f"hợp nhất {acts} văn bản, {words}" if acts else words

    def citation(self) -> str:
        """Give the chosen provision with its place, for pasting elsewhere."""
        block = next((b for b in self.blocks if b.unit_id == self.chosen), None)
        if block is None or self.text is None:
            return ""
        words = TreeIndex(self.text.act).by_id.get(self.chosen)
        plain = "\n".join(own_head_lines(words.unit)) if words is not None else block.text
        number = self.text.document.number
        day = day_words(self.text.as_at, "khi ban hành")
        return f"{plain}\n({capital(block.words)}, {number}, lời văn {day})"

    def wording_cards(self) -> tuple[WordingCard, ...]:
        """Give the wordings of the chosen provision, newest first."""
        own = [row for row in self.history if row.unit_id == self.chosen and row.is_current]
        cards = []
        for at, row in enumerate(own):
            before = own[at - 1].text if at else None
            ends = f" đến {day_words(row.valid_to)}" if row.valid_to is not None else ""
            begins = day_words(row.valid_from, "ngày ban hành")
            title = row.act_number or "Lời văn gốc"
            place = f"{row.act_place} · " if row.act_place else ""
            cards.append(WordingCard(
                title, f"{place}từ {begins}{ends}", _wording_lines(before, row.text),
                self._is_present(row)))
        return tuple(reversed(cards))

    def _is_present(self, row: WordingRow) -> bool:
        day = self.text.as_at if self.text is not None else None
        if day is None:
            return row.valid_from is None
        return (row.valid_from or date.min) <= day <= (row.valid_to or date.max)


def _wording_lines(before: str | None, now: str) -> tuple[Line, ...]:
    """Give a wording as lines; words that are new against the one before are marked."""
    if not now:
        return (Line("(không còn trong văn bản)", "plain", (Run(0, 25, "quiet"),)),)
    runs = word_runs(before, now) if before else ()
    lines, offset = [], 0
    for text in now.split("\n"):
        own = tuple(
            Run(max(run.start - offset, 0), min(run.end - offset, len(text)), run.form)
            for run in runs if run.start < offset + len(text) and run.end > offset)
        lines.append(Line(text, "plain", own))
        offset += len(text) + 1
    return tuple(lines)
