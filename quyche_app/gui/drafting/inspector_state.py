"""What the inspector shows of the chosen provision: wordings, citations, remarks, findings. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from quyche_app.domain.texts import capital
from quyche_app.drafting.session import CitationIndex, Fate
from quyche_app.gui.text_lines import Line, Run, runs_within
from quyche_app.gui.word_marks import word_runs
from quyche_app.gui.words import day_words, moment_words
from quyche_app.languages import tr
from quyche_app.services.check import PlacedFlaw
from quyche_app.services.views import WordingRow, known_or_first, known_or_last

if TYPE_CHECKING:
    from quyche_app.services.workspace import Workspace

GOOD, LOOK, WRONG = "good", "look", "wrong"
STATE_WORDS = {
    GOOD: ("còn đúng", "good_ok"),
    LOOK: ("cần xem", "doubt_warn"),
    WRONG: ("sai", "bad_err"),
}


@dataclass(frozen=True, slots=True)
class WordingCard:
    """One wording in the tab Lịch sử, marked against the one before it.

    Attributes:
        document: the text it stands in, for taking it back and comparing.
    """

    title: str
    remark: str
    lines: tuple[Line, ...]
    is_present: bool
    document: str = ""
    row: WordingRow | None = None


@dataclass(frozen=True, slots=True)
class CitationRow:
    """A citation of the provision, or to it."""

    words: str
    unit_id: str  # "" = it is not in the text
    state: str


def cited_rows(
    index: CitationIndex, unit_id: str, fates: Mapping[str, Fate]
) -> tuple[tuple[CitationRow, ...], tuple[CitationRow, ...]]:
    """Give what a provision cites, and what cites it or something in it.

    A citation is to be looked at when what it means was changed since the base.
    """

    def state(target: str) -> str:
        inside = index.within.get(target, frozenset({target}))
        return LOOK if any(fates.get(u) in (Fate.EDITED, Fate.MOVED) for u in inside) else GOOD

    own = index.within.get(unit_id, frozenset({unit_id}))
    cites = [
        CitationRow(
            capital(words),
            index.by_path.get(path, ""),
            state(index.by_path[path]) if path in index.by_path else WRONG,
        )
        for unit in (unit_id, *sorted(own - {unit_id}))
        for path, words in index.out.get(unit, ())
    ]
    citing = dict.fromkeys(c for unit in own for c in index.into.get(unit, ()) if c not in own)
    is_changed = state(unit_id)
    return tuple(dict.fromkeys(cites)), tuple(
        CitationRow(capital(index.words.get(unit, "")), unit, is_changed) for unit in citing
    )


def findings_of(found: Sequence[PlacedFlaw], unit_id: str) -> tuple[PlacedFlaw, ...]:
    """Give the findings of one provision."""
    return tuple(one for one in found if one.unit_id == unit_id)


# -- history ----------------------------------------------------------------------------------------


def read_wordings(
    workspace: Workspace, document: str, base: str, unit_id: str
) -> tuple[tuple[str, WordingRow], ...]:
    """Give every wording of a provision: of the text, and where it is a draft of its base before."""
    from quyche_app.services.history import wordings_of_draft, wordings_of_units

    if base:
        return wordings_of_draft(workspace, document, base, unit_id)
    return tuple(
        (document, row)
        for row in wordings_of_units(workspace, document, [unit_id])
        if row.is_current
    )


def wording_cards(
    rows: Sequence[tuple[str, WordingRow]],
    *,
    draft: str,
    draft_name: str,
    day: date | None,
    issued: date | None = None,
) -> tuple[WordingCard, ...]:
    """Give wordings as cards, newest first.

    Args:
        draft: id of the draft that is open, "" when an issued text is read on ``day``.
        issued: the day of issue, from which the first wording has stood.
    """
    cards = []
    for at, (document, row) in enumerate(rows):
        before = rows[at - 1][1].text if at else None
        if document == draft:
            title = draft_name
            remark = f"{moment_words(row.recorded_at, date.today())} · {row.who}".rstrip(" ·")
        else:
            title = row.act_number or tr("Lời văn gốc")
            place = f"{row.act_place} · " if row.act_place else ""
            ends = tr(" đến {day}", day=day_words(row.valid_to)) if row.valid_to is not None else ""
            begins = day_words(row.valid_from or issued, tr("ngày ban hành"))
            remark = tr("{place}từ {begins}{ends}", place=place, begins=begins, ends=ends)
        is_present = at == len(rows) - 1 if draft else _is_in_force(row, day)
        cards.append(
            WordingCard(title, remark, wording_lines(before, row.text), is_present, document, row)
        )
    return tuple(reversed(cards))


def _is_in_force(row: WordingRow, day: date | None) -> bool:
    if day is None:
        return row.valid_from is None
    return known_or_first(row.valid_from) <= day <= known_or_last(row.valid_to)


def wording_lines(before: str | None, now: str) -> tuple[Line, ...]:
    """Give a wording as lines; words that are new against the one before are marked."""
    if not now:
        gone = tr("(không còn trong văn bản)")
        return (Line(gone, "plain", (Run(0, len(gone), "quiet"),)),)
    runs = word_runs(before, now) if before else ()
    lines, offset = [], 0
    for text in now.split("\n"):
        own = runs_within(runs, offset, offset + len(text))
        lines.append(Line(text, "plain", own))
        offset += len(text) + 1
    return tuple(lines)
