"""Draft lines: states of a regulation that begin from a state of another line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from quyche_app.domain.acts import Act, Component
from quyche_app.domain.encoding import encode_component, encode_unit
from quyche_app.domain.errors import ClashError, StorageError
from quyche_app.domain.identities import uuid7
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import State
from quyche_app.domain.units import Unit, UnitKind, walk
from quyche_app.services.ancestry import own_text
from quyche_app.services.library import entry_of, row_of
from quyche_app.services.record import article_count
from quyche_app.services.text_as_at import day_asked, known_recording
from quyche_app.services.views import DocumentRow, DraftBase, TextAt
from quyche_app.services.workspace import Workspace, person
from quyche_app.storage.amendments import operations_of
from quyche_app.storage.documents import (
    DraftHead,
    Entry,
    day_of,
    draft_head,
    entries,
    new_line,
    origin_of,
)
from quyche_app.storage.recordings import (
    NewRecording,
    Place,
    known_places,
    known_timelines,
    next_number,
    recordings_numbered,
    spans_of,
    write_recording,
    write_timelines,
)
from quyche_app.storage.remarks import write_choices
from quyche_app.storage.timelines import NEVER, Span, Spans, holding_together, timelines_of
from quyche_app.storage.trees import load_act


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of recording a draft.

    Attributes:
        number: the recording; the newest one of the draft when there was nothing to record.
        follows: the newest recording of the draft before it.
        seen: provisions that the text was changed in → the recording that holds the very words.
    """

    number: int
    follows: int
    seen: Mapping[str, int] = field(default_factory=dict)


def begin_draft(
    ws: Workspace,
    document_id: str,
    *,
    as_at: date | str | None = None,
    known_at: int | None = None,
    who: str | None = None,
    chosen: Mapping[str, str] | None = None,
) -> DocumentRow:
    """Begin a draft from a state of a text: "Dự thảo, lần n".

    Args:
        chosen: what is chosen for the draft from its beginning: {"numbering": "frozen"}; without a
            numbering one is proposed: a text that has numbers in between (14a) keeps its numbers.
    """
    with ws.writing() as connection:
        entry = entry_of(connection, document_id)
        known = known_recording(connection, entry, known_at)
        day = day_asked(as_at)
        ordinal = _last_effect(connection, entry, known, day)
        act = load_act(connection, entry.line, ordinal, known)
        uuid, name = uuid7(), f"Dự thảo, lần {_draft_count(connection, entry) + 1}"
        line = new_line(
            connection, uuid, entry.document, "draft", name, (entry.line, known, ordinal)
        )
        new = NewRecording(
            line,
            entry.document,
            "draft",
            message("recorded.draft", "{name}", name=name),
            person(ws, who),
            known,
            article_count(act),
        )
        number = next_number(connection)
        timelines = timelines_of([(0, act)], entry.document_uuid)
        write_recording(connection, number, new, timelines)
        write_timelines(connection, number, new, timelines, {})
        write_choices(
            connection,
            line,
            {"numbering": _proposed_numbering(act), **(chosen or {})},
            person(ws, who),
        )
        return row_of(connection, entry_of(connection, uuid))


def _proposed_numbering(act: Act) -> str:
    """Numbers in between (Điều 14a, khoản 2a, điểm đ1) were put there so that the others stay as they
    are cited everywhere (docs/field.md 3.2): a draft keeps them too unless a person wants
    otherwise."""
    labels = (
        unit.label
        for component in act.components
        for unit in walk(component.units)
        if unit.kind in (UnitKind.ARTICLE, UnitKind.CLAUSE, UnitKind.POINT)
    )
    is_kept = any(
        any(c.isdigit() for c in label) and any(c.isalpha() for c in label) for label in labels
    )
    return "frozen" if is_kept else "recount"


def _last_effect(connection: Connection, entry: Entry, known: int, day: date | None) -> int:
    """Give the day from which the wording of a day has been in force, as stored; 0 = as issued. A draft
    is named by it: "từ 05-QC/TU, lời văn ngày 17/7/2018", on whatever day it is begun."""
    if day is None:
        return 0
    return max(
        (
            operation.effect_date.toordinal()
            for operation in operations_of(connection, entry.line, known)
            if operation.state == State.APPLIED
            and operation.effect_date is not None
            and operation.effect_date <= day
        ),
        default=0,
    )


def draft_base(ws: Workspace, draft_id: str, known: TextAt | None = None) -> DraftBase:
    """Give the text that a draft began from.

    Args:
        known: a state of the draft that was read already.

    Raises:
        StorageError: no such draft.
    """
    with ws.reading() as connection:
        entry = entry_of(connection, draft_id)
        origin = origin_of(connection, draft_id)
        if known is not None and known.known_at == entry.first_recording:
            act = known.act
        else:
            act = load_act(connection, entry.line, 0, entry.first_recording)
    document, _, ordinal = origin or (draft_id, 0, 0)
    day = day_of(ordinal or None)
    name = entry.cited_as
    said = message("draft.from_issued", "{name}, lời văn khi ban hành", name=name)
    if day is not None:
        said = message("draft.from_day", "{name}, lời văn ngày {day}", name=name, day=day)
    return DraftBase(act, said, document, day, entry.first_recording)


def _draft_count(connection: Connection, entry: Entry) -> int:
    return sum(
        1
        for other in entries(connection)
        if (other.document, other.kind) == (entry.document, "draft")
    )


def _milestone(name: str) -> Message | None:
    return message("recorded.milestone", "{name}", name=name) if name else None


def record_texts(
    ws: Workspace,
    draft_id: str,
    changed: Mapping[str, Unit | Component],
    *,
    based_on: int | None = None,
    why: str = "",
    who: str | None = None,
) -> int:
    """Record new own words of a few units of a draft (children and place stay); give the number.

    Args:
        changed: identity → the unit or component with its new words.
        based_on: the recording that the words were edited on; None = the newest.

    Raises:
        StorageError: not a draft, no such unit, or another person changed one of them meanwhile.
    """
    with ws.writing() as connection:
        head = draft_head(connection, draft_id)
        places = known_places(connection, head.line, head.document, list(changed))
        if len(places) < len(changed):
            raise StorageError(
                message("QC-S051", "Dự thảo không có điều khoản cần sửa; hãy mở lại dự thảo.")
            )
        timelines = {
            unit_id: (
                Span(place.valid_from, _own_words(changed[unit_id]), place.parent, place.sort_key),
            )
            for unit_id, place in places.items()
        }
        _refuse_clash(connection, head, places, timelines, based_on, {})
        number = next_number(connection)
        new = NewRecording(
            head.line,
            head.document,
            "edit",
            _milestone(why),
            person(ws, who),
            head.newest if based_on is None else based_on,
            head.article_count,
        )
        write_recording(connection, number, new, timelines)
        units = {unit_id: place.unit_number for unit_id, place in places.items()}
        units |= {
            place.parent: place.parent_number
            for place in places.values()
            if place.parent is not None and place.parent_number is not None
        }
        write_timelines(connection, number, new, timelines, {}, units)
    return number


def record_edits(
    ws: Workspace,
    draft_id: str,
    act: Act,
    *,
    since: Act | None = None,
    based_on: int | None = None,
    seen: Mapping[str, int] | None = None,
    why: str = "",
    who: str | None = None,
) -> Recorded:
    """Record a whole edited text of a draft; only units that differ are written. Where nothing differs
    nothing is recorded and the number is that of the newest recording.

    Args:
        since: the text that the edits began from, so that what others changed elsewhere stays
            theirs; None = the newest recording.
        based_on: the recording that was seen when editing began.
        seen: provisions of which a later recording was seen, or made, by the same person.

    Raises:
        StorageError: not a draft, or another person changed one of the same units meanwhile.
    """
    with ws.writing() as connection:
        head = draft_head(connection, draft_id)
        known = known_timelines(connection, head.line, head.newest)
        before = known if since is None else timelines_of([(0, since)], head.root, known=known)
        now = timelines_of([(0, act)], head.root, known=known)
        mine: dict[str, Spans] = {u: spans for u, spans in now.items() if before.get(u) != spans}
        mine |= {u: NEVER for u, spans in before.items() if u not in now and spans != NEVER}
        # What another person recorded just so needs no second recording, and clashes with nothing.
        changed = {u: spans for u, spans in mine.items() if known.get(u) != spans}
        if based_on is not None and head.newest > based_on:
            changed = holding_together(known, now, changed, head.root)
        same = _recorded_just_so(connection, head, [u for u in mine if u not in changed])
        if not changed and not why:
            return Recorded(head.newest, head.newest, same)
        there = [unit_id for unit_id in changed if unit_id in known]
        places = known_places(connection, head.line, head.document, there)
        _refuse_clash(connection, head, places, changed, based_on, seen or {})
        number = next_number(connection)
        new = NewRecording(
            head.line,
            head.document,
            "edit",
            _milestone(why),
            person(ws, who),
            head.newest if based_on is None else based_on,
            article_count(act),
        )
        write_recording(connection, number, new, changed)
        write_timelines(connection, number, new, changed, {})
    return Recorded(number, head.newest, same | dict.fromkeys(changed, number))


def _recorded_just_so(
    connection: Connection, head: DraftHead, unit_ids: list[str]
) -> dict[str, int]:
    """Which recording holds the words of units that somebody else wrote alike."""
    if not unit_ids:
        return {}
    places = known_places(connection, head.line, head.document, unit_ids)
    return {unit_id: place.recording for unit_id, place in places.items()}


def _refuse_clash(
    connection: Connection,
    head: DraftHead,
    places: Mapping[str, Place],
    mine: Mapping[str, Spans],
    based_on: int | None,
    seen: Mapping[str, int],
) -> None:
    """Refuse when somebody recorded one of the units after what was seen of it; the detail has both
    texts."""
    if based_on is None:
        return
    clashes = {
        unit_id: place.recording
        for unit_id, place in places.items()
        if place.recording > max(based_on, seen.get(unit_id, 0))
    }
    if not clashes:
        return
    theirs = {
        s.unit_id: s.words for s in spans_of(connection, head.line, head.document, list(clashes))
    }
    numbers = ", ".join(str(number) for number in sorted(set(clashes.values())))
    written = recordings_numbered(connection, clashes.values())
    raise ClashError(
        message(
            "QC-S050",
            "{count} điều khoản đã được người khác sửa ở lần ghi {numbers}. Chưa ghi gì; "
            "hãy xem bản của người ấy rồi sửa lại.",
            count=len(clashes),
            numbers=numbers,
        ),
        recordings=clashes,
        who=", ".join(dict.fromkeys(r.who for r in written.values() if r.who)),
        detail="\n".join(
            f"Trong kho: {own_text(theirs[u])}\nBản đang sửa: {own_text(mine[u][-1].words)}"
            for u in clashes
        ),
    )


def _own_words(value: Unit | Component) -> str:
    return encode_unit(value) if isinstance(value, Unit) else encode_component(value)
