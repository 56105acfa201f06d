"""The library: what is in the workspace, and finding one text in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from quyche_app.domain.counts import InstructionCounts, counts_of_states, state_over_texts
from quyche_app.domain.dates import short_date
from quyche_app.domain.errors import StorageError
from quyche_app.domain.issuers import issuer_in_text
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import State
from quyche_app.domain.texts import fold_number, search_key
from quyche_app.domain.verbs import Verb
from quyche_app.services.files import write_file
from quyche_app.services.views import (
    DocumentDetails,
    DocumentRow,
    MilestoneRow,
    OriginalRow,
    RecordedSince,
    Role,
    Status,
    known_or_first,
)
from quyche_app.services.workspace import Workspace
from quyche_app.storage.amendments import (
    RecordedState,
    operations_to_look_at,
    recorded_effects,
    states_by_act,
    unread_by_act,
)
from quyche_app.storage.documents import (
    Entry,
    day_of,
    entries,
    entry_with,
    originals_of,
    sha256_of,
)
from quyche_app.storage.recordings import (
    Recording,
    last_number,
    recorded_after,
    recordings_of,
)
from quyche_app.storage.remarks import choices_named

ARCHIVED = "archived"  # of what is chosen for a text
_FIRST_KINDS = ("import", "draft")  # of recordings: a text begins with one


@dataclass(slots=True)
class _Tally:
    """What the operations say about a line."""

    acts: set[int] = field(default_factory=set)
    newest_effect: int = 0
    repeals: int = 0
    is_expired: bool = False


def list_documents(ws: Workspace) -> tuple[DocumentRow, ...]:
    """Give every regulation, amending act and draft, newest work first."""
    with ws.reading() as connection:
        rows = rows_of(connection, entries(connection))
    return tuple(sorted(rows, key=lambda row: row.updated_at, reverse=True))


def recorded_since(ws: Workspace, number: int | None) -> RecordedSince:
    """Give what was recorded after a recording; without one the newest number alone."""
    with ws.reading() as connection:
        if number is None:
            return RecordedSince(last_number(connection))
        made = recorded_after(connection, number)
    return RecordedSince(
        max((each for each, _, _ in made), default=number),
        tuple(document for _, document, _ in made),
        frozenset(document for _, document, kind in made if kind in _FIRST_KINDS),
    )


def find_document(ws: Workspace, name: str) -> DocumentRow:
    """Give the text that a number, its beginning, an id, or a unique part of a title names (tone marks
    optional). Numbers go first: the title of an amending act cites the number of what it amends.

    Raises:
        StorageError: QC-S030 none, QC-S031 several.
    """
    rows = list_documents(ws)
    for fits in _ways_to_name(name):
        found = [row for row in rows if fits(row)]
        if len(found) > 1:
            issued = [row for row in found if row.role is not Role.DRAFT]
            found = issued if len(issued) == 1 else found
        if len(found) == 1:
            return found[0]
        if found:
            names = "; ".join(f"{row.number or row.id} ({row.title})" for row in found[:5])
            raise StorageError(
                message(
                    "QC-S031",
                    "“{name}” chỉ đến {count} văn bản: {names}. Hãy ghi số hoặc mã.",
                    name=name,
                    count=len(found),
                    names=names,
                )
            )
    raise StorageError(
        message(
            "QC-S030",
            "Không có văn bản nào là “{name}” trong kho. Hãy xem danh sách bằng: quyche list.",
            name=name,
        ),
    )


def _ways_to_name(name: str) -> tuple[Callable[[DocumentRow], bool], ...]:
    """The ways in which a name may be meant, the surest first."""
    number, words = fold_number(name), search_key(name.strip())
    plain = search_key(number)
    return (
        lambda row: row.id == name,
        lambda row: bool(row.number) and fold_number(row.number) == number,
        lambda row: bool(row.number) and search_key(fold_number(row.number)) == plain,
        lambda row: bool(plain) and search_key(fold_number(row.number)).startswith(plain),
        *(_ways_by_words(words) if words else ()),
    )


def _ways_by_words(words: str) -> tuple[Callable[[DocumentRow], bool], ...]:
    return (
        lambda row: words in search_key(row.title),
        lambda row: words in search_key(f"{row.number} {row.remark}"),
    )


# The act that a recording carried out, and its day of effect.
RECORDED_AMENDMENT = "recorded.amendment"


def shown_why(recording: Recording) -> Message:
    """Give what a recording is, for a list that shows its days beside it: of an act its name alone."""
    why = recording.why or message("recorded.nothing_said", "")
    act = why.about("act")
    if why.code != RECORDED_AMENDMENT or act is None:
        return why
    return message(why.code, "{act}", act=act)


def document_details(ws: Workspace, document_id: str) -> DocumentDetails:
    """Give the milestones and the original files of one text."""
    with ws.reading() as connection:
        entry = entry_of(connection, document_id)
        row = row_of(connection, entry)
        recordings = recordings_of(connection, entry.line)
        stored = originals_of(connection, entry.document)
        effects = recorded_effects(connection, entry.line)
    originals = tuple(
        OriginalRow(o.name, o.sha256, len(o.data), sha256_of(o.data) == o.sha256) for o in stored
    )
    milestones = [
        milestone
        for recording in recordings
        # A draft is recorded whenever typing rests; its milestones are those that have a name.
        if recording.kind != "edit" or recording.why
        for milestone in _milestones(entry, recording, effects.get(recording.number, []))
    ]
    return DocumentDetails(
        row, tuple(_in_force_marked(milestones, entry.kind == "draft")), originals
    )


def has_document(ws: Workspace, document_id: str) -> bool:
    """Whether a text is in the workspace."""
    with ws.reading() as connection:
        return entry_with(connection, document_id) is not None


def write_original(ws: Workspace, document_id: str, name: str, path: Path) -> None:
    """Write an original file of a text elsewhere, byte for byte.

    Raises:
        StorageError: there is no such file. WritingError: the path cannot be written.
    """
    with ws.reading() as connection:
        entry = entry_of(connection, document_id)
        found = [o for o in originals_of(connection, entry.document) if o.name == name]
    if not found:
        raise StorageError(message("QC-S032", "Văn bản này không có tệp gốc {name}.", name=name))
    write_file(path, found[0].data, force=True)


def _milestones(
    entry: Entry, recording: Recording, effects: Sequence[tuple[int | None, int]]
) -> list[MilestoneRow]:
    """A milestone stands on the day that matters to a reader: of issue, of effect, of a draft's work;
    when and by whom it was recorded is said below. An act with two days of effect makes two."""
    recorded = recording.at.astimezone().date()
    told = _recorded(recorded, recording.who)
    if recording.kind == "import" and entry.kind != "draft":
        articles = message("library.articles", "{count} điều", count=entry.article_count)
        day = entry.issue_date or recorded
        return [MilestoneRow(issued_event(entry), (articles, told), day, recording.number)]
    title = shown_why(recording)
    if effects:
        return [
            MilestoneRow(
                title,
                (message("event.orders", "{count} nội dung", count=count), told),
                day_of(day) or recorded,
                recording.number,
            )
            for day, count in effects
            if day is not None or len(effects) == 1
        ]
    return [MilestoneRow(title, (told,), recorded, recording.number)]


def first_day(entry: Entry) -> date | None:
    """Give the day from which a text is in force; None when it is not known."""
    return entry.effect_date or entry.issue_date


def issued_event(entry: Entry) -> Message:
    """Say that a text was issued, with its number where it has one."""
    if entry.number:
        return message("event.issued_number", "Ban hành {number}", number=entry.number)
    return message("event.issued", "Ban hành")


def _recorded(day: date, who: str) -> Message:
    if who:
        return message("event.recorded_by", "ghi {day}, {who}", day=day, who=who)
    return message("event.recorded", "ghi {day}", day=day)


def _in_force_marked(milestones: Sequence[MilestoneRow], is_draft: bool) -> list[MilestoneRow]:
    """Put the newest first and mark what is in force today; of a draft the newest recording is."""
    ordered = list(milestones)
    if not is_draft:
        ordered.sort(key=lambda each: (known_or_first(each.day), each.recording))
    ordered.reverse()
    today = date.today()
    at = next(
        (n for n, each in enumerate(ordered) if is_draft or known_or_first(each.day) <= today), None
    )
    if at is not None:
        ordered[at] = replace(ordered[at], is_in_force=True)
    return ordered


def entry_of(connection: Connection, document_id: str) -> Entry:
    """Give the entry with an id.

    Raises:
        StorageError: there is none.
    """
    entry = entry_with(connection, document_id)
    if entry is not None:
        return entry
    raise StorageError(
        message("QC-S038", "Không có văn bản mã {document_id} trong kho.", document_id=document_id)
    )


def entry_of_document(connection: Connection, document: int) -> Entry:
    """Give the issued line of a document."""
    return next(
        entry
        for entry in entries(connection)
        if (entry.document, entry.kind) == (document, "issued")
    )


def row_of(connection: Connection, entry: Entry) -> DocumentRow:
    """Give the library row of one entry."""
    return rows_of(connection, [entry])[0]


def rows_of(connection: Connection, of: Sequence[Entry]) -> list[DocumentRow]:
    """Give the library rows of entries."""
    lines: dict[int, _Tally] = {}
    of_acts: dict[int, dict[int, dict[int, str]]] = {}  # act → instruction → line → newest state
    today = date.today().toordinal()
    archived = {line for line, value in choices_named(connection, ARCHIVED).items() if value == "1"}
    for operation in states_by_act(connection):
        _count(lines.setdefault(operation.line, _Tally()), operation, today)
        of_act = of_acts.setdefault(operation.act, {})
        of_act.setdefault(operation.seq, {})[operation.line] = operation.state
    of_line: Counter[int] = Counter()  # recorded operations that a person must look at
    of_act_too: Counter[int] = Counter()
    for line, act in operations_to_look_at(connection):
        of_line[line] += 1
        of_act_too[act] += 1
    unread = unread_by_act(connection)
    counts = {
        act: counts_of_states(
            (state_over_texts(of_lines.values()) for of_lines in of_act.values()),
            unread.get(act, 0),
        )
        for act, of_act in of_acts.items()
    }
    return [
        _row(
            entry,
            lines.get(entry.line),
            counts.get(entry.document),
            of_act_too[entry.document] if entry.role == Role.AMENDING else of_line[entry.line],
            is_archived=entry.line in archived,
        )
        for entry in of
    ]


def _count(tally: _Tally, operation: RecordedState, today: int) -> None:
    if operation.state != State.APPLIED:
        return
    effect, verb, target = operation.effect, operation.verb, operation.target
    tally.acts.add(operation.act)
    if effect is None or effect > today:
        return
    tally.newest_effect = max(tally.newest_effect, effect)
    if verb == Verb.REPEAL:
        tally.is_expired |= target in ("*", "qc:*")
        tally.repeals += 1


def _row(
    entry: Entry,
    line: _Tally | None,
    counts: InstructionCounts | None,
    to_look_at: int,
    *,
    is_archived: bool,
) -> DocumentRow:
    role = Role.DRAFT if entry.kind == "draft" else Role(entry.role)
    line = line or _Tally()
    status, text = _status(entry, role, line, counts)
    day = day_of(line.newest_effect or None) or entry.issue_date
    if role is Role.DRAFT:
        day = entry.updated_at.astimezone().date()
    times = len(line.acts)
    remarks = [message("library.articles", "{count} điều", count=entry.article_count)]
    if times:
        remarks.append(message("library.times", "sửa đổi {count} lần", count=times))
    if line.repeals and not line.is_expired:
        remarks.append(message("library.repeals", "bãi bỏ {count} chỗ", count=line.repeals))
    if to_look_at:
        remarks.append(
            message("library.to_look_at", "cần xem {count} nội dung đã ghi", count=to_look_at)
        )
    title = f"{entry.name}: {entry.title}" if entry.kind == "draft" else entry.title
    return DocumentRow(
        entry.uuid,
        entry.number,
        title,
        issuer_in_text(entry.issuer),
        role,
        status,
        text,
        day,
        tuple(remarks),
        entry.article_count,
        times,
        entry.updated_at,
        counts if role is Role.AMENDING else None,
        is_archived,
        entry.updated_by,
    )


def _status(
    entry: Entry, role: Role, line: _Tally, counts: InstructionCounts | None
) -> tuple[Status, Message]:
    """The state of a text today and its chip (docs/window.md 4.1)."""
    if role is Role.DRAFT:
        return Status.DRAFT, message("state.draft", "{name}", name=entry.name)
    if role is Role.AMENDING:
        if counts is None or not counts.applied:
            return Status.NOT_APPLIED, message("state.not_applied", "Chưa áp dụng")
        done, total, unread = counts.applied, counts.total, counts.unread
        if unread:
            return Status.APPLIED, message(
                "state.applied_unread",
                "Đã áp dụng {applied}/{total}, {count} đoạn chưa đọc được",
                applied=done,
                total=total,
                count=unread,
            )
        return Status.APPLIED, message(
            "state.applied", "Đã áp dụng {applied}/{total}", applied=done, total=total
        )
    effect = first_day(entry)
    if effect is None:
        return Status.UNKNOWN, message("state.unknown", "Chưa rõ hiệu lực")
    if effect > date.today():
        return Status.NOT_YET, message(
            "state.not_yet", "Chưa có hiệu lực, từ {day}", day=short_date(effect)
        )
    if line.is_expired:
        return Status.EXPIRED, message("state.expired", "Hết hiệu lực")
    return Status.IN_FORCE, message("state.in_force", "Đang có hiệu lực")
