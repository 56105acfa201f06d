"""Hand-made values for tests of the window that need no workspace."""

from __future__ import annotations

import difflib
from datetime import UTC, date, datetime

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.comparisons import Change, ChangeKind, Comparison, Pair, Side
from quyche_app.domain.counts import InstructionCounts
from quyche_app.domain.flow import own_head_lines
from quyche_app.domain.identities import running_numbers
from quyche_app.domain.messages import message
from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.structure import build_quotation
from quyche_app.domain.texts import tokens
from quyche_app.domain.trees import Placed, TreeIndex
from quyche_app.domain.units import Paragraph
from quyche_app.services.views import (
    DocumentDetails,
    DocumentRow,
    MilestoneRow,
    OriginalRow,
    Role,
    Status,
)

OLD_TEXT = """Chương I
CHẾ ĐỘ LÀM VIỆC
Điều 1. Chế độ hội nghị
1. Hội nghị thường lệ họp mỗi tháng một lần.
2. Tài liệu gửi trước 05 ngày.
Điều 2. Chuẩn bị hội nghị
1. Cơ quan chủ trì chuẩn bị nội dung.
2. Tài liệu gồm:
a) Tờ trình;
b) Dự thảo nghị quyết.
Điều 3. Trụ sở
Cơ quan làm việc tại trụ sở chung.
Điều 4. Con dấu
Văn phòng quản lý con dấu."""
NEW_TEXT = """Chương I
CHẾ ĐỘ LÀM VIỆC
Điều 1. Chế độ hội nghị
1. Hội nghị thường lệ họp mỗi tháng hai lần; họp bất thường khi cần.
2. Tài liệu gửi trước 05 ngày.
Điều 2. Chuẩn bị hội nghị
1. Cơ quan chủ trì chuẩn bị nội dung.
2. Tài liệu gồm:
a) Tờ trình;
b) Dự thảo nghị quyết.
Điều 3. Trụ sở
Cơ quan làm việc tại trụ sở chung.
Điều 3a. Họp trực tuyến
1. Hội nghị có thể họp trực tuyến.
2. Văn phòng bảo đảm kỹ thuật."""


def act_of(text: str, number: str = "05-QC/TU") -> Act:
    """Give the act that a text is."""
    paragraphs = [
        SourceParagraph(at, Paragraph(line)) for at, line in enumerate(text.split("\n"), 1)
    ]
    forest = build_quotation(paragraphs, running_numbers("u"))
    body = Component("c1", ComponentKind.REGULATION, title="Quy chế", units=forest.units)
    return Act(number=number, kind="Quy chế", title="làm việc minh họa", components=(body,))


def comparison_of(old: Act, new: Act) -> Comparison:
    """Pair units by address and mark words by tokens: enough for tests of the window."""
    before, after = TreeIndex(old), TreeIndex(new)
    by_path = {placed.address.path: placed for placed in before}
    left = dict(by_path)
    pairs = []
    for placed in after:
        twin = left.pop(placed.address.path, None)
        pairs.append(_pair(twin, placed))
    pairs += [_pair(placed, None) for placed in left.values()]
    return Comparison(old, new, tuple(pairs))


def _pair(old: Placed | None, new: Placed | None) -> Pair:
    first = "\n".join(own_head_lines(old.unit)) if old else ""
    second = "\n".join(own_head_lines(new.unit)) if new else ""
    if old is None:
        kind = ChangeKind.INSERTED
    elif new is None:
        kind = ChangeKind.REMOVED
    else:
        kind = ChangeKind.UNCHANGED if first == second else ChangeKind.EDITED
    placed = new or old
    assert placed is not None
    return Pair(
        _side(old), _side(new), kind, placed.unit.kind, "text", True, _changes(first, second)
    )


def _side(placed: Placed | None) -> tuple[Side, ...]:
    if placed is None:
        return ()
    return (Side(placed.unit.id, placed.address.path, placed.address.words),)


def _changes(old: str, new: str) -> tuple[Change, ...]:
    a, b = tokens(old), tokens(new)
    changes = []
    for op, a1, a2, b1, b2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if op == "equal":
            changes.append(Change("equal", "".join(a[a1:a2])))
            continue
        if a1 < a2:
            changes.append(Change("delete", "".join(a[a1:a2])))
        if b1 < b2:
            changes.append(Change("insert", "".join(b[b1:b2])))
    return tuple(changes)


def document(
    key: str = "d1",
    number: str = "05-QC/TU",
    title: str = "Quy chế làm việc minh họa",
    role: Role = Role.REGULATION,
    status: Status = Status.IN_FORCE,
    status_text: str = "Đang có hiệu lực",
    issuer: str = "Tỉnh ủy Sông Lành",
    counts: InstructionCounts | None = None,
) -> DocumentRow:
    """Give a row of the library."""
    return DocumentRow(
        key,
        number,
        title,
        issuer,
        role,
        status,
        message("status.of_a_test", status_text),
        date(2018, 7, 16),
        (
            message("size.articles", "{count} điều", count=28),
            message("size.amended", "sửa đổi {count} lần", count=1),
        ),
        28,
        1,
        datetime(2018, 7, 17, 9, 12, tzinfo=UTC),
        counts,
    )


def _milestone(title: str, day: date, recording: int, *, is_in_force: bool) -> MilestoneRow:
    remark = message("milestone.recording", "lần ghi {recording}", recording=recording)
    titled = message("milestone.of_a_test", title)
    return MilestoneRow(titled, (remark,), day, recording, is_in_force)


def details(row: DocumentRow) -> DocumentDetails:
    """Give the right panel of the library."""
    return DocumentDetails(
        row,
        (
            _milestone("Quyết định 3868-QĐ/TU", date(2018, 7, 17), 2, is_in_force=True),
            _milestone("Nhập 05-QC/TU", date(2015, 12, 18), 1, is_in_force=False),
        ),
        (OriginalRow("quy-che.docx", "ab" * 32, 48_000, True),),
    )
