"""A text as in force on a day, as known at a recording."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.addresses import Address, parse_address, parse_path
from quyche_app.domain.dates import parse_date
from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Footnote, State
from quyche_app.domain.texts import search_key
from quyche_app.domain.trees import Placed, TreeIndex
from quyche_app.services.library import entry_of, first_day, row_of
from quyche_app.services.record import consolidated, load_record
from quyche_app.services.views import AmendedBy, TextAt, is_in_force, known_or_last
from quyche_app.services.workspace import Workspace
from quyche_app.storage.amendments import Operation, newest_notes, operations_of
from quyche_app.storage.documents import Entry
from quyche_app.storage.recordings import newest_recording, recordings_numbered
from quyche_app.storage.trees import load_act

ISSUED = "issued"


def text_as_at(
    ws: Workspace,
    document_id: str,
    *,
    as_at: date | str | None = None,
    known_at: int | datetime | None = None,
) -> TextAt:
    """Give the text in force on a day, as known at a recording or a moment.

    Args:
        as_at: a day, its text, or "issued" for the first wording; None = today.
        known_at: a recording number or a moment; None = now.

    Raises:
        StorageError: no such text, no such day, or the text was not in the workspace yet.
    """
    with ws.reading() as connection:
        entry = entry_of(connection, document_id)
        known = known_recording(connection, entry, known_at)
        day = day_asked(as_at)
        ordinal = 0 if day is None else day.toordinal()
        act = load_act(connection, entry.line, ordinal, known)
        applied = [
            operation
            for operation in operations_of(connection, entry.line, known)
            if operation.state == State.APPLIED
        ]
        in_effect = [
            operation for operation in applied if _is_in_effect(operation.effect_date, day)
        ]
        notes = _notes(connection, entry, known, day, applied, in_effect)
        row = row_of(connection, entry)
        header = _header(connection, entry, day, known)
    last = max((op.effect_date for op in in_effect if op.effect_date is not None), default=None)
    later = _amended_later([o for o in applied if not _is_in_effect(o.effect_date, day)])
    return TextAt(row, act, day, known, header, notes, _amended_by(in_effect), last, later)


def day_asked(as_at: date | str | None) -> date | None:
    """Give the day that was asked for; None = the first wording.

    Raises:
        StorageError: the words are no date.
    """
    if as_at is None:
        return date.today()
    if isinstance(as_at, date):
        return as_at
    if as_at.strip().casefold() == ISSUED:
        return None
    day = parse_date(as_at)
    if day is None:
        raise StorageError(
            message(
                "QC-S036",
                "“{as_at}” không phải là ngày. Hãy ghi như 2018-07-17, 17/7/2018 hoặc issued.",
                as_at=as_at,
            ),
        )
    return day


def known_recording(connection: Connection, entry: Entry, known_at: int | datetime | None) -> int:
    """Give the newest recording of a line that was there at the time asked for.

    Raises:
        StorageError: the text was not in the workspace yet.
    """
    if known_at is None:
        return entry.newest_recording
    known = newest_recording(connection, entry.line, known_at)
    if not known:
        raise StorageError(
            message(
                "QC-S033",
                "Văn bản {entry} chưa có trong kho vào lúc đó; lần ghi đầu tiên của nó là lần "
                "ghi {first_recording}.",
                entry=entry.cited_as,
                first_recording=entry.first_recording,
            ),
        )
    return known


def _header(connection: Connection, entry: Entry, day: date | None, known: int) -> Message:
    local = recordings_numbered(connection, [known])[known].at.astimezone()
    return message(
        "text_at.header",
        "{text}, theo kho sau lần ghi {known} ({time} ngày {day})",
        text=_which_text(entry, day),
        known=known,
        time=f"{local:%H:%M}",
        day=local.date(),
    )


def _which_text(entry: Entry, day: date | None) -> Message:
    if entry.kind == "draft":
        return message("text_at.draft", "{name}", name=entry.name)
    if day is None:
        return message("text_at.issued", "Lời văn khi ban hành")
    begins = first_day(entry)
    if begins is not None and day < begins:
        text = "Ngày {day} văn bản chưa có hiệu lực; lời văn khi ban hành"
        return message("text_at.not_yet", text, day=day)
    return message("text_at.day", "Lời văn có hiệu lực ngày {day}", day=day)


def _is_in_effect(effect: date | None, day: date | None) -> bool:
    return day is not None and is_in_force(effect, day)


def _amended_by(in_effect: Sequence[Operation]) -> tuple[AmendedBy, ...]:
    acts = dict.fromkeys(operation.act for operation in in_effect)
    ordered = sorted(acts, key=lambda act: (known_or_last(act.effect_date), act.act_no))
    return tuple(
        AmendedBy(act.number, act.title, act.issuer, act.issue_date, act.effect_date)
        for act in ordered
    )


def _amended_later(later: Sequence[Operation]) -> tuple[AmendedBy, ...]:
    """The acts that change the text after the day, each with the first day on which it does; an act of
    which a part is in force already is among them for the rest."""
    first: dict[int, date] = {}
    for operation in later:
        day = known_or_last(operation.effect_date)
        first[operation.act.act_no] = min(first.get(operation.act.act_no, date.max), day)
    acts = {operation.act.act_no: operation.act for operation in later}
    ordered = sorted(acts.values(), key=lambda act: (first[act.act_no], act.act_no))
    return tuple(
        AmendedBy(
            act.number,
            act.title,
            act.issuer,
            act.issue_date,
            None if first[act.act_no] == date.max else first[act.act_no],
        )
        for act in ordered
    )


def _notes(
    connection: Connection,
    entry: Entry,
    known: int,
    day: date | None,
    applied: Sequence[Operation],
    in_effect: Sequence[Operation],
) -> tuple[Footnote, ...]:
    """The notes of the operations in effect on the day.

    Stored are those of the whole text; before the last day of effect they are computed, for a note
    may speak of a later one ("lần thứ nhất").
    """
    if not in_effect:
        return ()
    if len(in_effect) == len(applied):
        return newest_notes(connection, entry.line, known)
    record = load_record(connection, entry, known)
    later = {o.key for o in applied if not _is_in_effect(o.effect_date, day)}
    return consolidated(record.base, record.readings, record.inactive | later).footnotes


def appendix_named(act: Act, name: str) -> Component | None:
    """Give the appendix that a path or words name: "pl2", "Phụ lục 2"; None for other addresses."""
    address = parse_address(name)
    if address is None or len(address.steps) != 1 or address.top.kind != "appendix":
        return None
    label = search_key(address.top.label)
    return next(
        (
            component
            for component in act.components
            if component.kind is ComponentKind.APPENDIX and search_key(component.label) == label
        ),
        None,
    )


def units_named(act: Act, name: str) -> list[Placed]:
    """Give the provisions that a path or words name; none when the text has none.

    Words mean the attached regulation where there is one ("Điều 2" is that of the quy chế, not of
    the decision that issues it); a path means what it says, and needs no ``qc:`` where only the
    regulation has such a provision.
    """
    address = parse_address(name)
    if address is None:
        return []
    index = TreeIndex(act)
    inside = Address(address.steps, "qc")
    is_path = parse_path(name.strip()) is not None
    order = (address, inside) if is_path else (inside, address)
    return next((found for each in order if (found := index.find(each))), [])
