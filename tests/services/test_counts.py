"""One count of instructions: an act says the same everywhere, and what was taken back stays counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from quyche_app.domain.counts import InstructionCounts, counts_of, state_over_texts
from quyche_app.domain.messages import message
from quyche_app.domain.sources import AccountEntry, Finding, doubtful_lines, placed_count
from quyche_app.domain.sources import Role as SourceRole
from quyche_app.gui.library.state import FileResult, LibraryState, form_of, read_library
from quyche_app.services.amend import amend, plan_amendment
from quyche_app.services.consolidate import consolidate_files
from quyche_app.services.decide import decide
from quyche_app.services.decision_outputs import verdict_sentences, write_decision
from quyche_app.services.import_file import import_file, read_to_review, store_reviewed
from quyche_app.services.undo_amend import undo_amend
from quyche_app.services.views import DocumentRow, Status
from quyche_app.services.workspace import Workspace
from tests.gui import fakes
from tests.services.office_texts import FIRST, HALF, REGULATION

File = Callable[[str, str], Path]


def _act(ws: Workspace, number: str) -> DocumentRow:
    return next(row for row in read_library(ws) if row.number == number)


def test_an_instruction_taken_back_is_still_one_of_the_act(small: Workspace, file: File) -> None:
    regulation = import_file(small, file("quy-che.txt", REGULATION)).document.id
    act = file("1.txt", FIRST)
    done = amend(small, regulation, act)
    whole = _act(small, "100-QĐ/TU")
    assert (whole.status_text, form_of(whole)) == ("Đã áp dụng 3/3", "good_ok")
    undo_amend(small, regulation, done.operations[0])
    short = _act(small, "100-QĐ/TU")
    assert short.counts == InstructionCounts(applied=2, undone=1)
    assert short.status_text == "Đã áp dụng 2/3"
    assert form_of(short) != "good_ok"
    # The window that shows the recorded act counts the same.
    outcomes = plan_amendment(small, regulation, act).consolidation.outcomes
    assert [o.instruction.index for o in outcomes] == [0, 1, 2]
    assert sum(o.state == "applied" for o in outcomes) == 2
    for operation in done.operations[1:]:
        undo_amend(small, regulation, operation)
    assert _act(small, "100-QĐ/TU").status is Status.NOT_APPLIED


def test_what_was_not_read_keeps_an_act_from_being_whole(small: Workspace, file: File) -> None:
    regulation = import_file(small, file("quy-che.txt", REGULATION)).document.id
    strange = FIRST.replace("3. Bãi bỏ khoản 2 Điều 1.", "3. Xử lý khoản 2 Điều 1 cho hợp lý.")
    done = amend(small, regulation, file("1.txt", strange))
    assert done.unread == 1, "the act must have an unread paragraph"
    row = _act(small, "100-QĐ/TU")
    assert row.counts is not None
    assert (row.counts.share, row.counts.unread) == ("2/2", 1)
    assert form_of(row) != "good_ok"
    assert row.status_text != "Đã áp dụng 2/2"


def test_an_act_over_two_texts_counts_each_instruction_once(small: Workspace, file: File) -> None:
    first = import_file(small, file("a.txt", REGULATION)).document.id
    second = import_file(
        small, file("b.txt", REGULATION.replace("07-QC/TU", "08-QC/TU"))
    ).document.id
    act = import_file(small, file("1.txt", FIRST)).document.id
    amend(small, first, act)
    amend(small, second, act)
    assert _act(small, "100-QĐ/TU").status_text == "Đã áp dụng 3/3"


def test_what_is_missing_in_one_of_several_texts_is_missing() -> None:
    assert state_over_texts(["applied", "ignored"]) == "applied"
    assert state_over_texts(["applied", "undone"]) == "undone"
    assert state_over_texts(["applied", "failed"]) == "failed"
    assert state_over_texts(["ignored"]) == "ignored"


def test_the_library_and_the_consolidation_count_alike(small: Workspace, file: File) -> None:
    base, act = file("quy-che.txt", REGULATION), file("qd.txt", HALF)
    counts = counts_of(consolidate_files(base, [act]))
    amend(small, import_file(small, base).document.id, act)
    recorded = _act(small, "300-QĐ/TU").counts
    assert recorded == replace(counts, doubtful=0)
    assert (counts.total, counts.share) == (2, "1/2")


def test_a_drafted_decision_is_counted_as_it_is_read_back(tmp_path: Path, file: File) -> None:
    old = file("cu.txt", REGULATION)
    new = file(
        "moi.txt",
        REGULATION.replace("05 ngày", "03 ngày")
        .replace("trong ngày", "trong giờ")
        .replace("a) Tờ trình;", "a) Tờ trình của người chủ trì;"),
    )
    out = tmp_path / "qd.docx"
    decision = decide(read_to_review(old).text.act, read_to_review(new).text.act)
    write_decision(decision, out)
    counts = counts_of(consolidate_files(old, [out]))
    assert str(verdict_sentences(decision)[0]).startswith(f"{counts.total} nội dung sửa đổi")
    assert decision.counts.total == counts.total


def test_texts_put_away_are_in_no_count_of_the_library() -> None:
    rows = (
        fakes.document("a"),
        replace(fakes.document("b"), is_archived=True),
        fakes.document("c"),
    )
    state = LibraryState(documents=rows)
    assert state.total() == len(state.shown()) == 2


TWICE, STRANGE = message("label.twice", "số hai lần"), message("x", "lời lạ")


def test_a_doubt_is_counted_once_and_not_where_it_is_settled(small: Workspace, file: File) -> None:
    account = [
        AccountEntry(1, SourceRole.LABEL, "u", "d1", TWICE),
        AccountEntry(2, SourceRole.TEXT, "u", "d1"),
        AccountEntry(3, SourceRole.ASIDE, "u", "", message("test", "chú thích")),
    ]
    findings = [Finding(STRANGE, 2), Finding(message("y", "của cả tệp"))]
    assert doubtful_lines(account, findings) == {1: TWICE, 2: STRANGE}
    assert placed_count(account) == 2
    twice = REGULATION.replace("Điều 4. Lưu hồ sơ", "Điều 3. Lưu hồ sơ")
    read = read_to_review(file("hai-lan.txt", twice))
    doubts = doubtful_lines(read.text.account, read.text.findings)
    assert doubts
    done = store_reviewed(
        small,
        read,
        read.text.act,
        import_file(small, file("x.txt", REGULATION)).document.role,
        settled=frozenset(list(doubts)[:1]),
    )
    assert done.doubtful_count == len(doubts) - 1
    said = FileResult(read.name, done).sentence
    assert (f"{done.doubtful_count} chỗ cần xem" in said) == bool(done.doubtful_count)
