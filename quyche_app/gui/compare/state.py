"""What the comparison shows: two named versions, layers, ticks, the present change, open folds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from quyche_app.domain.beside import UNKNOWN_SOURCE
from quyche_app.domain.comparisons import Comparison
from quyche_app.domain.dates import short_date
from quyche_app.domain.texts import search_key
from quyche_app.gui.compare.folds import fold
from quyche_app.gui.compare.pasted import PastedTexts
from quyche_app.gui.compare.rows import (
    LAYERS,
    SHOWN_AT_FIRST,
    CompareRow,
    CompareRows,
    ListedChange,
    make_rows,
)
from quyche_app.gui.versions import ISSUED, asked_state
from quyche_app.languages import tr
from quyche_app.services.progress import Progress
from quyche_app.services.views import DocumentRow, Role, TextAt

if TYPE_CHECKING:
    from quyche_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Version:
    """A state of a text that can be named; ``at`` as in ``gui.versions``."""

    document: str
    at: str
    label: str

    @property
    def key(self) -> str:
        """The version in a box and in a place."""
        return f"{self.document}@{self.at}"


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions read and compared; ``is_known_beside`` is False where an original file can no longer
    be read, so that nobody knows what stands beside the words."""

    left: TextAt
    right: TextAt
    comparison: Comparison
    is_known_beside: bool = True


def as_at(key: str) -> tuple[date | str | None, int | None]:
    """Give what services take for a version: (day or "issued", recording)."""
    return asked_state(key.partition("@")[2])


def read_versions(workspace: Workspace, document_id: str) -> tuple[Version, ...]:
    """Give the versions that can be compared: of this regulation (or the newest, when another kind
    of text is open) each state, of others today's."""
    from quyche_app.services.library import list_documents
    from quyche_app.services.timeline import timeline

    rows = list_documents(workspace)
    chosen = _chosen(rows, document_id)
    others = tuple(_other_version(row) for row in rows if row is not chosen)
    if chosen is None:
        return others
    if chosen.role is Role.DRAFT:
        return (*_draft_versions(workspace, chosen), *others)
    return (*_own_versions(chosen, timeline(workspace, chosen.id).valid_events), *others)


def _chosen(rows: Sequence[DocumentRow], document_id: str) -> DocumentRow | None:
    known = [row for row in rows if row.role in (Role.REGULATION, Role.DRAFT)]
    regulations = [row for row in known if row.role is Role.REGULATION]
    named = next((row for row in known if row.id == document_id), None)
    return named or next(iter(regulations), None)


def _other_version(row: DocumentRow) -> Version:
    name = row.cited_as
    if row.role is Role.DRAFT:
        return Version(row.id, "", f"{name} · {tr(row.chip)}")
    return Version(row.id, date.today().isoformat(), tr("{name} · hôm nay", name=name))


def _own_versions(row: DocumentRow, events: tuple[object, ...]) -> list[Version]:
    from quyche_app.services.views import TimelineEvent

    number = row.cited_as
    versions = [Version(row.id, ISSUED, tr("{number} · bản gốc", number=number))]
    days = [event for event in events if isinstance(event, TimelineEvent)]
    for event in days[1:] if len(days) > 1 else []:
        label = tr("{number} · hợp nhất {day}", number=number, day=short_date(event.day))
        versions.append(Version(row.id, event.day.isoformat(), label))
    return list(dict.fromkeys(versions))


def _draft_versions(workspace: Workspace, row: DocumentRow) -> list[Version]:
    """The text a draft began from, its milestones, and as it is now."""
    from quyche_app.services.library import document_details

    name = row.number or tr(row.chip)
    milestones = list(reversed(document_details(workspace, row.id).milestones))
    versions = [
        Version(
            row.id,
            f"R{m.recording}",
            f"{name} · {tr(m.title) if number else tr('bản gốc của dự thảo')}",
        )
        for number, m in enumerate(milestones)
    ]
    return [
        *versions,
        Version(row.id, "", tr("{name} · {status}, hiện nay", name=name, status=tr(row.chip))),
    ]


def compare_versions(workspace: Workspace, left: str, right: str, progress: Progress) -> Compared:
    """Read two versions and compare them."""
    from quyche_app.services.compare import compare_acts
    from quyche_app.services.originals import apart_of

    progress.step(0, 3, tr("Đang đọc bản bên trái"))
    first = _read(workspace, left)
    progress.step(1, 3, tr("Đang đọc bản bên phải"))
    second = _read(workspace, right)
    progress.step(2, 3, tr("Đang so sánh"))
    comparison = compare_acts(first.act, second.act)
    apart = apart_of(workspace, first, second)
    comparison = replace(comparison, not_compared=apart or ())
    return Compared(first, second, comparison, is_known_beside=apart is not None)


def _read(workspace: Workspace, key: str) -> TextAt:
    from quyche_app.services.text_as_at import text_as_at

    day, recording = as_at(key)
    return text_as_at(workspace, key.partition("@")[0], as_at=day, known_at=recording)


@dataclass
class CompareState:
    """A comparison as it is looked at."""

    document: str = ""
    versions: tuple[Version, ...] = ()
    left: str = ""
    right: str = ""
    proposed: tuple[str, str] = ("", "")  # left and right
    compared: Compared | None = None
    layers: frozenset[str] = SHOWN_AT_FIRST
    present: int = 0
    words: str = ""
    is_unfolded: bool = False
    seen: set[str] = field(default_factory=set)
    view: CompareRows | None = None
    pasted: PastedTexts = field(default_factory=PastedTexts)
    is_pasting: bool = False  # the pasted wordings are shown

    def take(self, compared: Compared) -> None:
        """Show another comparison, at its first change."""
        self.compared = compared
        self.make_view()
        self.present = min(1, self.total)

    def make_view(self) -> None:
        """Compute what is shown with the layers chosen."""
        if self.compared is not None:
            self.view = make_rows(self.compared.comparison, self.layers)
            self.present = min(self.present, len(self.view.changes))

    def toggle_layer(self, layer: str) -> None:
        """Show or hide a layer; the present change stays as near as it can."""
        self.layers = self.layers ^ {layer}
        self.make_view()

    def show_all_layers(self) -> None:
        """Hide nothing."""
        self.layers = frozenset(key for key, _ in LAYERS)
        self.make_view()

    def rows(self) -> tuple[CompareRow, ...]:
        """Give the rows, folded unless a person opened all folds."""
        if self.view is None:
            return ()
        return self.view.rows if self.is_unfolded else fold(self.view.rows)

    def listed(self) -> tuple[ListedChange, ...]:
        """Give the changes that pass the filter of the list."""
        if self.view is None:
            return ()
        key = search_key(self.words.strip())
        return tuple(
            change
            for change in self.view.changes
            if key in search_key(f"{change.words} {change.summary}")
        )

    @property
    def total(self) -> int:
        """How many changes are shown."""
        return len(self.view.changes) if self.view is not None else 0

    @property
    def hidden(self) -> int:
        """How many changes are hidden with their layers."""
        return self.view.hidden if self.view is not None else 0

    def step(self, by: int) -> bool:
        """Go to the next or the one before; False at the end."""
        wanted = self.present + by
        if not 1 <= wanted <= self.total:
            return False
        self.present = wanted
        return True

    def change(self, number: int) -> ListedChange | None:
        """Give a change by its number."""
        if self.view is None or not 1 <= number <= self.total:
            return None
        return self.view.changes[number - 1]

    def is_seen(self, number: int) -> bool:
        """The words of this change were ticked."""
        change = self.change(number)
        return change is not None and change.key in self.seen

    def tick(self, number: int) -> None:
        """Tick a change as seen, or take the tick away."""
        change = self.change(number)
        if change is not None:
            self.seen ^= {change.key}

    def seen_count(self) -> int:
        """How many of the shown changes are ticked."""
        return sum(self.is_seen(number) for number in range(1, self.total + 1))

    def seen_and_next(self) -> None:
        """Tick the present change and go on."""
        if self.present and not self.is_seen(self.present):
            self.tick(self.present)
        self.step(1)

    def label(self, key: str) -> str:
        """Name a version in words."""
        return next((version.label for version in self.versions if version.key == key), "")

    def verdict(self) -> str:
        """Say when there is nothing to see: the same text, or only hidden differences; else ""."""
        if self.view is None or self.view.changes:
            return ""
        if not self.view.total:
            return tr("Lời văn hai bản giống hệt nhau, từng chữ.")
        return tr(
            "Nội dung giống nhau; có {count} khác biệt ở các lớp đang ẩn.", count=self.view.total
        )

    def not_compared(self) -> str:
        """Name the parts in which the two files differ beside their words, "" for none."""
        if self.compared is not None and not self.compared.is_known_beside:
            return tr(UNKNOWN_SOURCE)
        if self.compared is None or not self.compared.comparison.not_compared:
            return ""
        words = " · ".join(tr(part.said) for part in self.compared.comparison.not_compared)
        return tr("Khác nhau mà phép so không hiện: {words}.", words=words)

    def choose_first_versions(self) -> None:
        """Propose the first wording and the newest one of the document."""
        if self.versions:
            first = self.versions[0]
            own = [version.key for version in self.versions if version.document == first.document]
            self.left, self.right = self.proposed = own[0], own[-1]

    @property
    def is_as_proposed(self) -> bool:
        """Nobody chose other versions than those that were proposed."""
        return (self.left, self.right) == self.proposed

    def documents(self) -> tuple[str, str]:
        """Give the texts at both sides."""
        return self.left.partition("@")[0], self.right.partition("@")[0]
