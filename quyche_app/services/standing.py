"""What a person must know of a stored text before it goes out: is it the present one, and whole?

Told, never decided: which acts are applied in part, and which in the workspace amend it and are not
applied. That a wording is of an old day stands in the file itself (``writing.consolidated``).
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from quyche_app.domain.acts import Act, blocks_lines
from quyche_app.domain.counts import InstructionCounts, counts_of_states
from quyche_app.domain.flow import own_head_lines
from quyche_app.domain.messages import Message, message
from quyche_app.domain.texts import search_key
from quyche_app.domain.units import UnitKind, walk
from quyche_app.services.library import entry_of, rows_of
from quyche_app.services.views import Remark, Role, Status, TextAt
from quyche_app.services.workspace import Workspace
from quyche_app.storage.amendments import operations_of, unread_by_act
from quyche_app.storage.documents import Entry, entries
from quyche_app.storage.trees import load_act

_TITLE_WORDS = 4  # a shorter name ("Quy chế làm việc") is that of too many texts


@dataclass(frozen=True, slots=True)
class ActCounts:
    """What came of the instructions of one act over one text."""

    act: str  # its number, or its name
    counts: InstructionCounts


def standing_remarks(ws: Workspace, text: TextAt) -> tuple[Remark, ...]:
    """Give a sentence for each thing that keeps a text from being what it seems; none for a draft and
    for the first wording, which is asked for as such."""
    if text.document.role is Role.DRAFT or text.as_at is None:
        return ()
    with ws.reading() as connection:
        entry = entry_of(connection, text.document.id)
        in_text = {act.cited_as for act in text.amended_by}
        short = [
            each
            for each in _counts_over(connection, entry, text.known_at)
            if each.act in in_text and each.counts.is_short
        ]
        waiting = _waiting(connection, entry)
    said = [_short_words(each) for each in short]
    if waiting:
        said.append(
            message(
                "remark.waiting",
                "Trong kho còn {acts} sửa đổi văn bản này mà chưa áp dụng: lời văn ở đây chưa "
                "có phần sửa đổi ấy.",
                acts=", ".join(waiting),
            )
        )
    return tuple(map(Remark, said))


def _short_words(each: ActCounts) -> Message:
    counts = each.counts
    if counts.unread:
        return message(
            "remark.short_unread",
            "Bản này mới áp dụng {applied}/{total} nội dung của {act}, còn {count} đoạn "
            "chưa đọc được.",
            applied=counts.applied,
            total=counts.total,
            act=each.act,
            count=counts.unread,
        )
    return message(
        "remark.short",
        "Bản này mới áp dụng {applied}/{total} nội dung của {act}.",
        applied=counts.applied,
        total=counts.total,
        act=each.act,
    )


def _counts_over(connection: Connection, entry: Entry, known: int) -> list[ActCounts]:
    """The counts of each act recorded over a text, in the order of the record."""
    unread = unread_by_act(connection)
    states: dict[tuple[int, str], list[str]] = {}
    for operation in operations_of(connection, entry.line, known):
        states.setdefault((operation.act.document, operation.act.cited_as), []).append(
            operation.state
        )
    return [
        ActCounts(name, counts_of_states(of_act, unread.get(document, 0)))
        for (document, name), of_act in states.items()
    ]


def _waiting(connection: Connection, entry: Entry) -> list[str]:
    """The amending acts in the workspace that are about a text and are applied to none."""
    known = entries(connection)
    rows = {row.id: row for row in rows_of(connection, known)}
    acts = [
        one
        for one in known
        if rows[one.uuid].status is Status.NOT_APPLIED and not rows[one.uuid].is_archived
    ]
    if not acts:
        return []
    base = load_act(connection, entry.line, 0, entry.first_recording)
    return [
        rows[one.uuid].cited_as
        for one in acts
        if is_about(load_act(connection, one.line, 0, one.first_recording), base)
    ]


def is_about(act: Act, base: Act) -> bool:
    """Tell whether an amending act says that it amends a text: by the number that its title or its
    first article cites, else by the whole name of the text. One signed before the text is not."""
    # The amending floor is slow to import and needed only where an act waits.
    from quyche_app.amending.scope import numbers_in, own_numbers

    if act.issue_date and base.issue_date and act.issue_date < base.issue_date:
        return False
    said = _what_it_amends(act)
    cited = set(numbers_in(said)) - set(own_numbers(act))
    own = set(own_numbers(base))
    if cited and own:
        return bool(cited & own)
    name = search_key(base.full_name)
    return len(name.split()) > _TITLE_WORDS and name in search_key(said)


def _what_it_amends(act: Act) -> str:
    """The title of an act and the head of its first article: what stands in the căn cứ is no order."""
    first = next((u for u in walk(act.components[0].units) if u.kind is UnitKind.ARTICLE), None)
    article = own_head_lines(first) if first is not None else []
    title = [act.full_name] if act.title else blocks_lines(act.components[0].front)
    return " ".join((*title, *article))
