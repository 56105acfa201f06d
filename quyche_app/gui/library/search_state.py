"""What a search in the wordings shows: options, hits, what narrows them. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from quyche_app.domain.texts import capital
from quyche_app.gui.text_lines import Line, Run
from quyche_app.languages import tr
from quyche_app.services.progress import Progress
from quyche_app.services.views import Role, SearchHit, SearchResult

if TYPE_CHECKING:
    from quyche_app.services.workspace import Workspace

KINDS: tuple[tuple[Role, str], ...] = (
    (Role.REGULATION, "Quy chế, văn bản"),
    (Role.AMENDING, "Văn bản sửa đổi"),
    (Role.DRAFT, "Dự thảo"),
)
ORDERS = (("best", "Mức phù hợp"), ("text", "Văn bản"))
_NAMED = ("điều", "chương", "mục", "phần", "phụ lục")


@dataclass
class SearchState:
    """A search as it is looked at.

    Attributes:
        hidden: kinds of text that are not shown.
        in_words, in_names: hits in the words of provisions, in the names of articles and chapters.
    """

    words: str = ""
    as_at: date | None = None
    with_marks: bool = False
    as_phrase: bool = False
    with_past: bool = False
    in_words: bool = True
    in_names: bool = True
    hidden: frozenset[Role] = frozenset()
    order: str = "best"
    result: SearchResult | None = None

    def shown(self) -> list[SearchHit]:
        """Give the hits that pass what narrows them."""
        hits = self.result.hits if self.result is not None else ()
        shown = [
            hit
            for hit in hits
            if hit.document.role not in self.hidden
            and (self.in_names if is_in_name(hit) else self.in_words)
        ]
        if self.order == "text":
            numbers = {
                document: n
                for n, document in enumerate(dict.fromkeys(hit.document.id for hit in shown))
            }
            shown.sort(key=lambda hit: numbers[hit.document.id])
        return shown

    def count_of(self, role: Role) -> int:
        """How many hits a kind of text has, hidden or not."""
        hits = self.result.hits if self.result is not None else ()
        return sum(hit.document.role is role for hit in hits)

    def count_words(self) -> str:
        """Say how much was found, and how much of it is hidden."""
        if self.result is None:
            return ""
        shown = self.shown()
        texts = len({hit.document.id for hit in shown})
        words = [
            tr(
                "{count} chỗ trong {documents}",
                count=len(shown),
                documents=tr("{count} văn bản", count=texts),
            )
        ]
        hidden = len(self.result.hits) - len(shown)
        more = self.result.total - len(self.result.hits)
        if hidden:
            words.append(tr("đang ẩn {count} chỗ", count=hidden))
        if more:
            words.append(tr("còn {count} chỗ chưa hiện", count=more))
        return " · ".join(words)


CELL_BREAK = " | "  # between cells in the stored words of a table; " · " is as long


def is_in_name(hit: SearchHit) -> bool:
    """Whether what was found stands in the name of an article or a chapter."""
    first_line = hit.text.split("\n", 1)[0]
    is_named = hit.words.lower().startswith(_NAMED) and first_line.lower().startswith(_NAMED)
    return is_named and all(start < len(first_line) for start, _ in hit.marks)


def hit_line(hit: SearchHit, most: int = 220) -> Line:
    """Give the words around the first find on one line, what was found marked."""
    start = max(0, hit.marks[0][0] - 60) if hit.marks else 0
    if start:
        start = hit.text.find(" ", start) + 1
    text = hit.text[start : start + most].replace("\n", " ").replace(CELL_BREAK, " · ")
    if start + most < len(hit.text) and " " in text[most // 2 :]:
        text = text[: text.rindex(" ")]
    head = "…" if start else ""
    tail = "…" if start + len(text) < len(hit.text) else ""
    runs = tuple(
        Run(a - start + len(head), min(b - start, len(text)) + len(head), "found")
        for a, b in hit.marks
        if start <= a < start + len(text)
    )
    return Line(head + text + tail, "plain", runs)


def hit_title(hit: SearchHit) -> str:
    """Give the place of a hit: "Khoản 3 Điều 12"."""
    return capital(hit.words)


def run_search(workspace: Workspace, state: SearchState, progress: Progress) -> SearchResult:
    """Search in the background."""
    from quyche_app.services.search import SearchOptions, search

    options = SearchOptions(state.with_marks, state.as_phrase, state.with_past)
    return search(workspace, state.words, as_at=state.as_at, options=options, progress=progress)
