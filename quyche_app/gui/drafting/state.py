"""What the page shows: the text as at a day or a milestone, its structure, the chosen provision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from quyche_app.domain.acts import Act
from quyche_app.domain.flow import own_head_lines
from quyche_app.domain.operations import Footnote
from quyche_app.domain.texts import capital
from quyche_app.domain.trees import TreeIndex, tree_index
from quyche_app.domain.units import UnitKind, walk
from quyche_app.drafting.session import DraftSession
from quyche_app.gui.text_lines import TextBlock, with_notes
from quyche_app.gui.versions import asked_state
from quyche_app.gui.words import day_words
from quyche_app.languages import tr
from quyche_app.services.views import TextAt, WordingRow

if TYPE_CHECKING:
    from quyche_app.services.workspace import Workspace


def read_text(workspace: Workspace, document_id: str, at: str) -> TextAt:
    """Give a text in a state: "" = today, "issued", a day, or "R12" = as recorded then."""
    from quyche_app.services.text_as_at import text_as_at

    day, recording = asked_state(at)
    return text_as_at(workspace, document_id, as_at=day, known_at=recording)


def read_history(workspace: Workspace, document_id: str, path: str) -> tuple[WordingRow, ...]:
    """Give every wording of one provision by its path."""
    from quyche_app.services.history import history

    return tuple(history(workspace, document_id, path))


@dataclass
class DraftingState:
    """A text as it is read or written.

    Attributes:
        text: as it was read; of a draft the session has the text.
        drafting: the session of the draft that is written; None when the text is read.
        chosen: identity of the provision that outline and inspector speak of.
    """

    document: str = ""
    at: str = ""
    text: TextAt | None = None
    drafting: DraftSession | None = None
    blocks: tuple[TextBlock, ...] = ()  # of a text that is read
    notes: tuple[tuple[int, Footnote], ...] = ()
    chosen: str = ""
    shows_structure: bool = True
    _index: TreeIndex | None = None

    @property
    def is_draft(self) -> bool:
        """Whether the text is written, not read."""
        return self.drafting is not None

    @property
    def act(self) -> Act | None:
        """The text as it is now."""
        if self.drafting is not None:
            return self.drafting.act
        return self.text.act if self.text is not None else None

    def take(self, text: TextAt, drafting: DraftSession | None) -> None:
        """Show another text; the chosen provision stays when it is in it."""
        self.text, self.drafting = text, drafting
        self.blocks, self.notes = (), ()
        if drafting is None:
            self.blocks, self.notes = with_notes(text.act, text.footnotes)
        self.place_all()

    def place_all(self) -> None:
        """Note where every provision stands: words may change without it."""
        act = self.act
        if act is None:
            return
        index = self._index = tree_index(act)
        if self.chosen not in index.by_id:
            first = next((p.unit.id for p in index if p.unit.kind is UnitKind.ARTICLE), "")
            self.chosen = first or next(iter(index.by_id), "")

    @property
    def places(self) -> dict[str, tuple[str, str]]:
        """Path and address in words of every provision, in the order of the text."""
        if self._index is None:
            return {}
        return {p.unit.id: (p.address.path, p.address.words) for p in self._index}

    def words_of(self, unit_id: str) -> str:
        """Give the address of a provision in words, "" for a head or an end."""
        placed = self._index.by_id.get(unit_id) if self._index is not None else None
        return placed.address.words if placed is not None else ""

    def noted_marks(self) -> dict[str, str]:
        """Give what the notes say happened to provisions, as the marks of the outline."""
        marks = {"insert": "+", "repeal": "−", "renumber": "↕"}
        found: dict[str, str] = {}
        for _, note in self.notes:
            found.setdefault(note.unit_id, marks.get(note.slot, "•"))
        return found

    def noted_units(self) -> frozenset[str]:
        """Give the provisions that an act has written."""
        return frozenset(note.unit_id for _, note in self.notes)

    @property
    def article_count(self) -> int:
        """How many articles of the regulation are in force."""
        if self.act is None:
            return 0
        return sum(unit.is_article_in_force for unit in walk(self.act.main.units))

    def version_words(self) -> str:
        """Say which state of the text this is."""
        if self.text is None:
            return ""
        if self.is_draft:
            return tr(self.text.document.chip)
        if self.at.startswith("R"):
            return tr("mốc ở lần ghi {recording}", recording=self.text.known_at)
        if self.text.as_at is None:
            return tr("lời văn khi ban hành")
        acts = len(self.text.amended_by)
        if not acts:
            return tr("lời văn gốc, chưa có sửa đổi")
        numbers = ", ".join(act.number for act in self.text.amended_by if act.number)
        return tr(
            "hợp nhất đến {day}, gồm {numbers}",
            day=day_words(self.text.consolidated_to),
            numbers=numbers,
        )

    def reading_words(self, why_locked: str) -> str:
        """Say up to which day and which acts the text is consolidated; else why it cannot be typed in."""
        if (
            self.text is None
            or not self.text.amended_by
            or self.is_draft
            or self.at.startswith("R")
        ):
            return why_locked
        numbers = ", ".join(act.cited_as for act in self.text.amended_by)
        return tr(
            "Bản hợp nhất đến ngày {day}, gồm {numbers}. Số nhỏ sau câu cho biết văn bản đã sửa.",
            day=day_words(self.text.consolidated_to),
            numbers=numbers,
        )

    def title(self) -> str:
        """Give the name of the text, without that of the draft before it."""
        if self.text is None:
            return ""
        document = self.text.document
        return document.title.removeprefix(f"{document.status_text}: ")

    def window_title(self) -> str:
        """Give what the title bar names."""
        if self.text is None:
            return tr("Soạn thảo")
        return f"{self.text.document.number or self.title()} – {self.version_words()}"

    def status_words(self, findings: int) -> str:
        """Say where the person is, and how the text differs from its base or what it holds.

        Args:
            findings: how many places of a draft the checks speak of.
        """
        left = capital(self.words_of(self.chosen))
        if self.drafting is not None:
            count = self.drafting.differences.count
            left += (
                tr("   ·   {count} chỗ sửa so với bản gốc", count=count)
                if count
                else tr("   ·   chưa khác bản gốc")
            )
            return left + (tr("   ·   {count} chỗ cần xem", count=findings) if findings else "")
        acts = ", ".join(act.number for act in self.text.amended_by) if self.text else ""
        return left + (tr("   ·   gồm sửa đổi của {acts}", acts=acts) if acts else "")

    def citation(self) -> str:
        """Give the chosen provision with its place, for pasting elsewhere."""
        if self.text is None or self.act is None or not self.words_of(self.chosen):
            return ""
        found = tree_index(self.act).by_id.get(self.chosen)
        plain = "\n".join(own_head_lines(found.unit)) if found is not None else ""
        document = self.text.document
        # Pasted into papers of the office, so it is never in another language.
        day = day_words(self.text.as_at, "khi ban hành")
        when = document.status_text if self.is_draft else f"lời văn {day}"
        return f"{plain}\n({capital(self.words_of(self.chosen))}, {document.number}, {when})"

    @property
    def day(self) -> date | None:
        """The day of the wording that is read; None = when it was issued."""
        return self.text.as_at if self.text is not None else None
